"""Finds words for people that stand outside gettext: in templates, in scripts, and in the modules.

A template's text is what is left when Django's tags are taken out; a script has no words at all (they are handed to it
in data attributes); a module names labels, help texts and errors only through gettext.
"""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

# One language each on purpose; the page of the last resort asks nothing of the program, not even for a translation.
APART = ("desk/500.html", "takedown/letters/")
NOT_WORDS = re.compile(r"iSIGURT|[A-Z]?\d+|[A-Z]{2,}\d*|v\d+")
WORD = re.compile(r"[^\W\d_]{2,}")
READ_OUT = {"alt", "title", "aria-label", "aria-description", "aria-roledescription", "placeholder", "label", "summary"}
SHOWN_VALUES = {"submit", "button", "reset"}
COMMENT = re.compile(r"{#.*?#}|{%\s*comment.*?%}.*?{%\s*endcomment\s*%}|<!--.*?-->", re.DOTALL)
TRANSLATED = re.compile(r"{%-?\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
LITERAL = re.compile(r"\"([^\"]*)\"|'([^']*)'")
SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}")
# Elements whose text is no prose: a sign on a key, a piece of code; so are those with translate="no" (names).
NO_PROSE = {"script", "style", "kbd", "code", "svg"}

SCRIPT_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
SCRIPT_LITERAL = r"(?:\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`)"
SINK = re.compile(
    r"(?:\.(?:textContent|innerText|innerHTML|title|placeholder|ariaLabel|alt)\s*=|\b(?:alert|confirm|prompt)\()\s*"
    rf"({SCRIPT_LITERAL})"
)
SPOKEN = {"label", "help_text", "verbose_name", "verbose_name_plural", "empty_label", "short_description", "title_text"}
SAYING = {"ValidationError", "success", "info", "warning", "error", "add_error"}
SAYING_OWNERS = {"messages", "form", "self"}
# Command lines and documents are in English; the ledger's mail is read by a program too.
ENGLISH = re.compile(r"/(config|vault|safenet)/|command\.py$|migrations/|/ledger/mail\.py$|/states/diagrams\.py$")


def hardcoded_words(package: Path) -> list[str]:
    """Return a line for each word found under `package`, with its file."""
    found = []
    for path in sorted(package.rglob("*")):
        name = path.relative_to(package).as_posix()
        if "templates" in path.parts and path.suffix in {".html", ".txt", ".svg"}:
            words = [] if any(part in name for part in APART) else in_template(path.read_text(), path.suffix)
        elif path.suffix in {".js", ".mjs"} and "vendor" not in path.parts:
            words = in_script(path.read_text())
        elif path.suffix == ".py" and not ENGLISH.search(f"/{name}"):
            words = in_module(path.read_text())
        else:
            continue
        found += [f"{name}: outside gettext: {word.strip()[:90]!r}" for word in words]
    return found


def _says(text: str) -> bool:
    return WORD.search(NOT_WORDS.sub(" ", text)) is not None


class _Page(HTMLParser):
    """Gathers the text and the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._apart: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at the attributes, and remember where we are."""
        given = {name: value or "" for name, value in attrs}
        shown = READ_OUT | ({"value"} if tag == "input" and given.get("type") in SHOWN_VALUES else set())
        shown |= {"content"} if given.get("name") == "description" else set()
        for name, value in given.items():
            if (name in shown and _says(value)) or (name.startswith("data-") and SENTENCE.search(value)):
                self.found.append(value)
        if tag in NO_PROSE or given.get("translate") == "no":
            self._apart.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Remember where we are."""
        if tag in self._apart:
            self._apart.remove(tag)

    def handle_data(self, data: str) -> None:
        """Look at the text."""
        if not self._apart and _says(data):
            self.found.append(data)


def in_template(text: str, suffix: str = ".html") -> list[str]:
    """Return the words of a template that no translation reaches."""
    text = TRANSLATED.sub("", COMMENT.sub("", text))
    found = list(_in_tags(text))
    plain = TAG.sub("", text)
    if suffix == ".txt":
        return [*found, *(line for line in plain.splitlines() if _says(line))]
    page = _Page()
    page.feed(plain)
    page.close()
    return found + page.found


def _in_tags(text: str) -> Iterator[str]:
    """Find words in what is handed over: `{% include … with title="Two words" %}`, `{% icon "x" "Label" %}`."""
    for tag in TAG.findall(text):
        kind = tag.strip("{%- ").split(maxsplit=1)[:1]
        if kind and kind[0] in {"translate", "trans", "extends", "load", "url", "static", "asset", "comment"}:
            continue
        for found in LITERAL.findall(tag):
            word = found[0] or found[1]
            if SENTENCE.search(word) or (kind == ["icon"] and word[:1].isupper()):
                yield word


def in_script(text: str) -> list[str]:
    """Return the words for people in a script: what is put on the page, and every sentence but an error's."""
    plain = SCRIPT_COMMENT.sub("", text)
    plain = re.sub(rf"\bnew \w*Error\({SCRIPT_LITERAL}\)|\bconsole\.\w+\([^)]*\)", "", plain)
    sinks = [word for word in SINK.findall(plain) if _says(re.sub(r"\$\{[^}]*\}", "", word))]
    sentences = [
        word
        for word in re.findall(SCRIPT_LITERAL, plain)
        if SENTENCE.search(word) and not re.search(r"[#\[\]>=;{}]", re.sub(r"\$\{[^}]*\}", "", word))
    ]
    return list(dict.fromkeys([*sinks, *sentences]))


def in_module(text: str) -> list[str]:
    """Return labels, help texts, errors and messages that a module says without gettext."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            spoken = [word.value for word in node.keywords if word.arg in SPOKEN]
            if _speaks(node.func):
                spoken += node.args
            found += [one.value for one in spoken if _is_text(one) and SENTENCE_OR_NAME.fullmatch(one.value)]
    return found


SENTENCE_OR_NAME = re.compile(r".*[^\W\d_]+ [^\W\d_]+.*|[A-ZÇË][^\W\d_]+[.!?]?", re.DOTALL)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _speaks(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id in SAYING
    owner = function.value if isinstance(function, ast.Attribute) else None
    return (
        isinstance(function, ast.Attribute)
        and function.attr in SAYING
        and isinstance(owner, ast.Name)
        and owner.id in SAYING_OWNERS
    )
