"""The addresses of the public pages in each language, from the languages' files; there is no other list of them."""

from isigurt.country import pack

LANGUAGES = pack().languages.ids

ADDRESSES: dict[str, dict[str, str]] = {
    "home": {code: f"/{code}/" for code in LANGUAGES},
    **{
        page: {language.id: f"/{language.id}/{language.addresses[page]}/" for language in pack().languages}
        for page in pack().languages[LANGUAGES[0]].addresses
    },
}


def of_language(language: str) -> dict[str, str]:
    """Return the address of every page in `language`."""
    return {page: each[language] for page, each in ADDRESSES.items()}


def alternates(page: str, language: str, names: dict[str, str]) -> list[dict[str, object]]:
    """Return a page's address in each language, as the design's language switch wants it."""
    return [
        {"code": code, "name": names[code], "address": ADDRESSES[page][code], "active": code == language}
        for code in LANGUAGES
    ]


def preferred(accept_language: str) -> str:
    """Return the language that a browser asks for by `Accept-Language`; the pack's first when in doubt."""
    best, weight = LANGUAGES[0], 0.0
    for part in accept_language[:500].split(","):
        tag, _, quality = part.strip().partition(";")
        code = tag.strip().lower().partition("-")[0]
        try:
            asked = float(quality.strip().removeprefix("q=")) if quality else 1.0
        except ValueError:
            continue
        if code in LANGUAGES and asked > weight:
            best, weight = code, asked
    return best
