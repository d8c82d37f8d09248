"""An edition of an invented year at the desk, and who works on it there."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from django.test import Client


@pytest.fixture(scope="session")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from isigurt.country import pack  # noqa: PLC0415 - pytest reads this file before the settings exist
    from isigurt.insight.edition.frozen import freeze  # noqa: PLC0415
    from isigurt.insight.edition.sample import invented_year  # noqa: PLC0415
    from tests.insight.editions import SECRET  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("editions")
    facts = invented_year(rows=400, seed=1, year=2026, pack=pack())
    freeze(facts, year=2026, pack_version=pack().version, secret=SECRET, folder=folder / "2026")
    return folder / "2026"


@pytest.fixture(scope="session")
def drafted(tmp_path_factory: pytest.TempPathFactory, frozen: Path) -> Path:
    """The same edition with its numbers and no output."""
    from isigurt.country import pack  # noqa: PLC0415 - as above
    from isigurt.insight.publication import building  # noqa: PLC0415
    from tests.insight.editions import SECRET, quiet  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("drafted") / "2026"
    shutil.copytree(frozen, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "OUTPUTS", ())
        building.build(folder, secret=SECRET, pack=pack(), tell=quiet)
    return folder


@pytest.fixture
def var(tmp_path: Path, settings: Any, frozen: Path) -> Path:
    settings.ISIGURT_VAR, settings.ISIGURT_BAKED = tmp_path, tmp_path / "baked"
    shutil.copytree(frozen, tmp_path / "editions" / "2026")
    return tmp_path


@pytest.fixture
def lead(var: Path) -> "Client":
    from django.test import Client  # noqa: PLC0415 - as above

    from tests.staff.factories import make_member, sign_in  # noqa: PLC0415

    return sign_in(Client(), make_member("lead"))


@pytest.fixture
def desk(lead: "Client", drafted: Path) -> "Client":
    """A lead at the desk, with the edition built as far as its numbers: what words and previews are made from."""
    from isigurt.insight.place import folder_of  # noqa: PLC0415 - as above

    shutil.copytree(drafted / "built", folder_of(2026) / "built")
    return lead
