"""Public suffixes: which names end a domain that somebody can register.

The list is the snapshot of publicsuffix.org that the tldextract package carries. It is read as a file: the
package itself brings an HTTP client along (25 MB and 0.2 s in every process, and one more way out), and its
answers are the test oracle for the rules here.
"""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

SNAPSHOT_NAME = ".tld_set_snapshot"


@lru_cache(maxsize=1)
def _rules() -> tuple[frozenset[str], frozenset[str]]:
    """The ICANN rules of the list as (plain and wildcard rules, exceptions), in punycode and in Unicode."""
    spec = find_spec("tldextract")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        message = "the public suffix list is missing: install tldextract"
        raise RuntimeError(message)
    plain: set[str] = set()
    exceptions: set[str] = set()
    for line in (Path(folders[0]) / SNAPSHOT_NAME).read_text(encoding="utf-8").splitlines():
        if "BEGIN PRIVATE DOMAINS" in line:
            break
        rule = line.strip()
        if not rule or rule.startswith("//"):
            continue
        target = exceptions if rule.startswith("!") else plain
        rule = rule.removeprefix("!").lower()
        target.add(rule)
        if not rule.isascii():
            target.add(_in_ascii(rule))
    return frozenset(plain), frozenset(exceptions)


def _in_ascii(rule: str) -> str:
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii") for label in rule.split(".")
    )


def known_top(label: str) -> bool:
    """Whether the list knows `label` (lower case, punycode or Unicode) as a top-level domain."""
    plain, _ = _rules()
    return label in plain or f"*.{label}" in plain


def public_suffix(host: str) -> str | None:
    """The public suffix of a lower-case host name ("com.al"), or None when its top-level domain is unknown."""
    plain, exceptions = _rules()
    labels = host.split(".")
    for start in range(len(labels)):
        candidate = ".".join(labels[start:])
        if candidate in exceptions:
            return ".".join(labels[start + 1 :])
        wildcard = ".".join(["*", *labels[start + 1 :]])
        if candidate in plain or (start + 1 < len(labels) and wildcard in plain):
            return candidate
    return None


def registered_domain(host: str) -> str | None:
    """The domain that somebody registered ("shkolla.com.al" for "www.shkolla.com.al"), or None."""
    suffix = public_suffix(host)
    if suffix is None or suffix == host:
        return None
    labels = host.split(".")
    return ".".join(labels[-(suffix.count(".") + 2) :])
