"""What an editor does at the desk, in a test."""

import html
import re

from isigurt.steps.runner import run_until_idle


def do(client, act):
    """Press a button of the edition's page and let the worker do it."""
    answer = client.post(f"/editions/2026/{act}/")
    assert answer.status_code == 302
    run_until_idle()


def page(client, address, status=200):
    """Return a page's text."""
    answer = client.get(address)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def sent(client, language="en", **changes):
    """Return what the form would send if nothing but `changes` were typed."""
    body = client.get(f"/editions/2026/words/{language}/").content.decode()
    typed = {
        name: html.unescape(text)
        for name, text in re.findall(r'<textarea id="[^"]+" name="([^"]+)"[^>]*>([^<]*)<', body)
    }
    typed["version"] = re.search(r'name="version" value="([^"]+)"', body).group(1)
    return typed | changes
