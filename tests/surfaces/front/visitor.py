"""Somebody with a browser and no JavaScript."""

import re
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.test import Client

FORM = "application/x-www-form-urlencoded"
REPORT = {"sq": "/sq/raporto/", "en": "/en/report/"}
CODE = {"sq": "/sq/kodi/", "en": "/en/code/"}


@dataclass
class Visitor:
    client: Client
    language: str = "en"

    def get(self, address: str, **headers: str) -> HttpResponse:
        return self.client.get(address, **headers)

    def post(self, address: str, fields: dict[str, Any] | bytes, **headers: str) -> HttpResponse:
        body = fields if isinstance(fields, bytes) else urlencode(fields).encode()
        return self.client.post(address, body, content_type=FORM, **headers)

    def form(self, **answers: str) -> dict[str, str]:
        """Fetch the form and fill it in; the form was opened long enough ago."""
        page = self.get(REPORT[self.language]).content.decode()
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
        hidden["opened"] = str(int(time.time()) - 60)
        return {**hidden, "harm": "bullying", "words": "Më ngacmojnë.", "website": "", **answers}

    def send(self, **answers: str) -> HttpResponse:
        return self.post(REPORT[self.language], self.form(**answers))

    def receipt(self, **answers: str) -> str:
        """Send a report and return the code on the receipt page."""
        return code_on(self.send(**answers))

    def open(self, code: str, **fields: str) -> HttpResponse:
        return self.post(CODE[self.language], {"code": code, **fields})


def code_on(response: HttpResponse) -> str:
    found = re.search(r'data-receipt="([0-9A-Z-]{19})"', response.content.decode())
    assert found, response.content.decode()
    return found[1]


def text_of(response: HttpResponse) -> str:
    return response.content.decode()
