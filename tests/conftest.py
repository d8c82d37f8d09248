"""What every test stands on: fresh keys, fresh stores, and the choice of database.

`pytest --store postgresql` runs the same tests on a PostgreSQL that is started for them in a temporary folder.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings as hypothesis_settings

# Hypothesis fails an example that takes longer than 200 ms. On a busy machine that is the machine, not the code; what
# has to be quick says so itself.
hypothesis_settings.register_profile("isigurt", deadline=None)
hypothesis_settings.load_profile("isigurt")

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.migrated import MigratedCopy

_resources = ExitStack()


# Chromium as it asks nobody by itself and needs no screen.
CHROMIUM = shutil.which("chromium")
SWITCHES = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """One Chromium for a file of tests; each opens pages of its own in it."""
    from playwright.sync_api import expect, sync_playwright  # noqa: PLC0415 - most files need no browser

    if CHROMIUM is None:
        pytest.skip("needs Debian's chromium: apt-get install chromium")
    expect.set_options(timeout=30_000)  # its own five seconds are short on a busy machine
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield found
        found.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--store", choices=["sqlite", "postgresql"], default="sqlite", help="the database to test on")


# Rooms that stand below the stores, and the one that reads frozen files. What of them asks no store says the same
# beside either and is run once, with SQLite, like what is marked `once`; the long ones with PostgreSQL, where all are.
ONCE = frozenset({"baked", "country", "design", "insight", "safenet", "uploads"})
STORES = frozenset({"db", "transactional_db", "django_db_setup", "store", "place", "front", "real_desk", "baked_demo"})


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--store") == "sqlite":
        return
    once = [item for item in items if _says_the_same(item)]
    config.hook.pytest_deselected(items=once)
    left = set(items) - set(once)
    items[:] = [item for item in items if item in left]


def _says_the_same(item: pytest.Item) -> bool:
    if item.get_closest_marker("slow"):
        return False
    return item.get_closest_marker("once") is not None or _asks_no_store(item)


def _asks_no_store(item: pytest.Item) -> bool:
    room = item.path.relative_to(Path(__file__).parent).parts[0]
    asked = item.get_closest_marker("django_db") or not STORES.isdisjoint(getattr(item, "fixturenames", ()))
    return room in ONCE and not asked


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    folder = _prepare_environment(config.getoption("--store"))
    if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        # The process that only hands out tests. What it put into the environment its workers would inherit, and
        # pytest-django would then set up Django in them before the lines below are read.
        return
    os.environ["DJANGO_SETTINGS_MODULE"] = "isigurt.config.settings.everything"
    from django.conf import settings  # noqa: PLC0415 - only now is the environment ready to be read

    settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "tests.steps.parcels"]
    # The real, slow hash would be most of what a test of the desk waits for.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Not to find an old store: folder and server are new, and thrown away whole. It lets Django take the copy of
    # `tests.migrated` as it is, and drop no database at the end that a killed process may still hold.
    config.option.reuse_db = True
    for alias, database in settings.DATABASES.items():
        if config.getoption("--store") == "sqlite":
            # A file, not memory: threads and locks must behave as in production.
            database["TEST"] = {"NAME": str(folder / f"test-{alias}.sqlite3")}
    # The door's tables come from its models here: its migrations are run wherever a test calls `isigurt prepare`, and
    # Wagtail's long history would be gone through once more for nothing.
    settings.DATABASES["door"].setdefault("TEST", {})["MIGRATE"] = False
    from tests.ledger import emptying  # noqa: PLC0415 - needs the settings

    emptying.allow()


def _prepare_environment(store: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="isigurt-test-"))
    _resources.callback(shutil.rmtree, folder, ignore_errors=True)
    for name in [name for name in os.environ if name.startswith("ISIGURT_")]:
        if name != "ISIGURT_TEST_POSTGRESQL":
            del os.environ[name]
    os.environ["ISIGURT_VAR"] = str(folder)
    os.environ["ISIGURT_TEST_STORE"] = store
    if store == "postgresql":
        template = os.environ.get("ISIGURT_TEST_POSTGRESQL")
        if template is None:
            from tests.postgresql import cluster  # noqa: PLC0415 - only where a PostgreSQL is asked for

            template = _resources.enter_context(cluster())
            os.environ["ISIGURT_TEST_POSTGRESQL"] = template  # the parallel processes share it
        os.environ["ISIGURT_DESK_URL"] = template.format(name="desk")
        os.environ["ISIGURT_DOOR_URL"] = template.format(name="door")
    else:
        (folder / "door").mkdir()
        (folder / "desk").mkdir()

    from isigurt.vault.keyring import create_missing  # noqa: PLC0415 - reads the environment set just above

    create_missing(private=folder / "keys", public=folder / "public-keys")
    return folder


def pytest_unconfigure() -> None:
    _resources.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, migrated_copy: "MigratedCopy"
) -> None:
    """Lay a migrated store where Django is about to look for its own."""
    migrated_copy.lay_out()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, migrated_copy: "MigratedCopy") -> None:
    """Keep the store as it is before the first test, for the next run."""
    migrated_copy.keep()


@pytest.fixture(scope="session")
def migrated_copy(pytestconfig: pytest.Config) -> "MigratedCopy":
    from tests.migrated import MigratedCopy  # noqa: PLC0415 - needs the settings

    return MigratedCopy(cache.mkdir("isigurt") if (cache := getattr(pytestconfig, "cache", None)) else None)


@pytest.fixture(scope="session")
def store() -> str:
    return os.environ["ISIGURT_TEST_STORE"]


@pytest.fixture(autouse=True)
def _real_clock() -> Iterator[None]:
    from isigurt import clock  # noqa: PLC0415

    yield
    clock.install(clock.system_clock)
