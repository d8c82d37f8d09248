"""A few words to write pages with, so that the pages read like text."""

from dataclasses import dataclass, field
from typing import Any

Block = tuple[str, Any]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One page in both languages: `both` is what they share, `sq` and `en` what each says."""

    slug: tuple[str, str]
    sq: dict[str, Any]
    en: dict[str, Any]
    both: dict[str, Any] = field(default_factory=dict)
    below: tuple["Pair", ...] = ()
    kind: str = ""

    def told(self, language: str) -> dict[str, Any]:
        """Return the page's fields in one language."""
        slug = self.slug[0] if language == "sq" else self.slug[1]
        return {**self.both, **(self.sq if language == "sq" else self.en), "slug": slug}


def words(*paragraphs: str) -> Block:
    """Return paragraphs of text; links and strong words as HTML."""
    return ("text", "".join(f"<p>{each}</p>" for each in paragraphs))


def points(*items: str) -> Block:
    """Return a list of points."""
    return ("text", "<ul>" + "".join(f"<li>{each}</li>" for each in items) + "</ul>")


def heading(text: str) -> Block:
    """Return a heading of a section."""
    return ("heading", {"text": text, "level": "2"})


def ask(question: str, answer: str) -> Block:
    """Return a question with its answer."""
    return ("question", {"question": question, "answer": f"<p>{answer}</p>"})


def word(tone: str, title: str, text: str) -> Block:
    """Return a few sentences that must not be missed."""
    return ("callout", {"tone": tone, "title": title, "text": f"<p>{text}</p>"})


def steps(*pairs: tuple[str, str]) -> list[Block]:
    """Return the first steps of a help page: what to do, and how or why."""
    return [("step", {"title": title, "text": f"<p>{text}</p>"}) for title, text in pairs]


def in_order(*pairs: tuple[str, str]) -> Block:
    """Return things to do one after the other, inside a text."""
    return ("steps", {"steps": [{"title": title, "text": f"<p>{text}</p>"} for title, text in pairs]})


def resource(
    slug: tuple[str, str],
    audiences: list[str],
    sq: tuple[str, str, list[Block]],
    en: tuple[str, str, list[Block]],
    **both: Any,
) -> Pair:
    """Return a resource from title, summary and text in each language; a guide unless told otherwise."""
    return Pair(
        kind="ResourcePage",
        slug=slug,
        both={"kind": "guide", "audiences": audiences, **both},
        sq={"title": sq[0], "summary": sq[1], "body": sq[2]},
        en={"title": en[0], "summary": en[1], "body": en[2]},
    )
