"""Addresses made safe to show: nothing links them, nothing opens them by a slip."""

from ada_url import idna_to_unicode

from isigurt.safenet.address import judge


def defang(canonical: str) -> str:
    """`https://www.faqe.al/x.y` as `hxxps://www[.]faqe[.]al/x.y`; other text with every dot and colon in brackets.

    The dots of the path stay, so that the form can be read and put right again by hand; the colon of a scheme
    other than http is put in brackets, since `javascript:` needs no dot to run.
    """
    scheme, separator, rest = canonical.partition("://")
    if separator and scheme.lower() in {"http", "https"}:
        end = min((at for at in map(rest.find, "/?#\\") if at >= 0), default=len(rest))
        return f"hxxp{scheme[4:].lower()}://{_bracketed(rest[:end])}{rest[end:]}"
    return _bracketed(canonical).replace(":", "[:]")


def _bracketed(text: str) -> str:
    return text.replace(".", "[.]")


def readable_host(canonical: str) -> str:
    """The host as its language writes it (`këngë.al`), for showing beside the punycode; never for a link."""
    host = judge(canonical).host
    return idna_to_unicode(host) if "xn--" in host else host
