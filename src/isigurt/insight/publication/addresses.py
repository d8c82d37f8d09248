"""Where an edition lies in the public site."""

from isigurt.design.addresses import ADDRESSES


def addresses_of(year: int) -> dict[str, str]:
    """Return where the edition of `year` is published, by language."""
    return {language: f"{base}{year}/" for language, base in ADDRESSES["national_report"].items()}
