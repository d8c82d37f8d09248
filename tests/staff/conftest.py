from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client


@pytest.fixture
def client() -> Client:
    """A browser that asks for English: without one the desk speaks Albanian."""
    return Client(headers={"accept-language": "en"})


@pytest.fixture(autouse=True)
def _limits_forgotten() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()
