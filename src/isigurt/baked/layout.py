"""How a baked site lies on the disk.

    site.json        the list: address -> name of the content and its media type; replaced in one move
    content/<name>   the bytes of a file, named by their own digest, so that what is there is never changed
    content/<name>.gz, .br   the same, packed, where that is smaller

The pages lie in `site`, which is baked whole; what was published of figures lies in `reports`, an edition at a time.
A reader who holds an old list still finds every file it names: contents are removed only when neither the list before
nor the one now names them.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

VERSION = 1
# The two sites that the front serves as one.
SITE, REPORTS = "site", "reports"
LIST, BEFORE, CONTENT = "site.json", "site-before.json", "content"


class Entry(NamedTuple):
    """What the list says of one address: the content's name and its media type."""

    name: str
    kind: str


def read_list(file: Path) -> dict[str, Entry]:
    """Return the list in `file`, empty when there is none; raises ValueError when it is not one of ours."""
    try:
        read = json.loads(file.read_bytes())
    except FileNotFoundError:
        return {}
    if not isinstance(read, dict) or read.get("version") != VERSION:
        raise ValueError(f"{file.name} is no list of a baked site")
    return {address: Entry(*entry) for address, entry in read["files"].items()}


def list_text(entries: Mapping[str, Entry]) -> bytes:
    """Return the text of a list, the same for the same entries."""
    files = {address: list(entries[address]) for address in sorted(entries)}
    return json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=0).encode()
