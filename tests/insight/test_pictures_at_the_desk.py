"""An editor puts pictures in, replaces them, takes them out and puts them back; nothing typed is lost on the way."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from isigurt.baked import Baked
from isigurt.insight.models import EditionWork
from isigurt.insight.place import folder_of
from isigurt.insight.publication.editing.keeping import file_of, kept
from isigurt.ledger.models import Entry
from tests.insight.desk import do, page, sent
from tests.insight.publication.photographs import LIGHT, loud, plain
from tests.uploads.samples import bomb

pytestmark = pytest.mark.django_db(databases=["default", "door"])
WORDS = {"image/cover/alternative": "Windows at night.", "image/cover/credit": "Photo: iSIGURT"}
FJALET = {"image/cover/alternative": "Dritare natën.", "image/cover/credit": "Foto: iSIGURT"}


def send(client, language="en", **changes):
    return client.post(f"/editions/2026/words/{language}/", sent(client, language) | changes)


def images(language="en"):
    return kept(folder_of(2026), language).images


def acts():
    found = Entry.objects.filter(act__startswith="edition.image_").order_by("seq")
    return [act.partition("image_")[2] for act in found.values_list("act", flat=True)]


def illustrate(client):
    """Put a picture on the cover, with its words in both languages."""
    assert send(client, **WORDS, **{"image/cover/upload": loud()}).status_code == 302
    assert send(client, "sq", **FJALET).status_code == 302


@pytest.fixture
def pictured(desk):
    illustrate(desk)
    return desk


@pytest.mark.slow
def test_a_picture_goes_the_whole_way_to_the_public_page(lead, var):
    do(lead, "build")
    illustrate(lead)
    for act in ("build", "check", "publish"):
        do(lead, act)
    assert [each.problems for each in EditionWork.objects.all()] == [""] * 4
    published = Baked(var / "baked" / "reports")
    front = published.find("/sq/raporti-kombetar/2026/").plain.decode()
    address = re.search(r'src="(images/[^"]+)"', front)[1]
    assert published.find(f"/sq/raporti-kombetar/2026/{address}").kind == "image/jpeg"
    assert 'alt="Dritare natën."' in front
    assert not any(each.endswith(".jpg") and "/open-data/" in each for each in published.addresses())


def test_the_other_language_is_asked_for_its_words_and_nothing_goes_out_before(desk):
    send(desk, **WORDS, **{"image/cover/upload": loud()})
    assert "Say what this picture shows" in page(desk, "/editions/2026/words/sq/")
    assert "Windows at night." in page(desk, "/editions/2026/words/sq/")
    do(desk, "build")
    assert "sq.toml: image/cover/alternative: Not translated yet. The other language says: “Windows at night.”" in page(
        desk, "/editions/2026/"
    )


def test_what_is_no_picture_is_said_beside_it_and_nothing_typed_is_lost(desk):
    answer = send(desk, **WORDS, **{"image/cover/upload": bomb(), "chapter/help/1": "Ours alone."})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "million points" in body
    assert ("Ours alone." in body, "Windows at night." in body) == (True, True)
    assert not file_of(folder_of(2026), "en").exists()


def test_a_picture_need_not_be_chosen_again_when_something_else_is_wrong(desk):
    answer = send(desk, **WORDS, **{"image/cover/upload": loud(), "chapter/help/1": "We saw 37."})
    name = re.search(r'name="image/cover/file" value="([^"]+)"', answer.content.decode())[1]
    assert send(desk, **WORDS, **{"image/cover/file": name}).status_code == 302
    assert [each.file for each in images()] == [name]


def test_a_picture_without_words_is_not_kept(desk):
    answer = send(desk, **{"image/cover/upload": loud()})
    assert "Say what this picture shows" in answer.content.decode()


def test_words_without_a_picture_are_told_so(desk):
    assert "There is no picture here yet" in send(desk, **WORDS).content.decode()


def test_a_number_in_a_pictures_words_is_named_as_in_any_other(desk):
    answer = send(desk, **WORDS | {"image/cover/alternative": "Half of a house."}, **{"image/cover/upload": loud()})
    assert "“half” is a number" in answer.content.decode()


def test_another_picture_takes_its_place_and_asks_the_other_language_anew(pictured):
    before = images()[0].file
    send(pictured, **WORDS, **{"image/cover/upload": plain(LIGHT)})
    assert images()[0].file == images("sq")[0].file != before
    assert images("sq")[0].alternative == ""
    assert acts() == ["added", "added", "removed"]
    assert [each.name for each in (folder_of(2026) / "images").iterdir()] == [images()[0].file]


def test_a_picture_is_taken_out_and_put_back_with_its_words_in_every_language(pictured):
    send(pictured, **{"image/cover/out": "on"})
    assert "<figure" not in page(pictured, "/editions/2026/preview/sq/")
    assert acts() == ["added", "removed"]
    send(pictured)
    assert 'alt="Dritare natën."' in page(pictured, "/editions/2026/preview/sq/")
    assert acts() == ["added", "removed", "added"]


def test_the_preview_shows_the_picture_and_nothing_else_of_the_folder(pictured):
    shown = page(pictured, "/editions/2026/preview/en/")
    address = re.search(r'src="(images/[^"]+)"', shown)[1]
    answer = pictured.get(f"/editions/2026/preview/en/{address}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    for name in (address.removeprefix("images/").replace("1600", "37"), f"{'0' * 20}-800.jpg", "cover.jpg"):
        assert pictured.get(f"/editions/2026/preview/en/images/{name}").status_code == 404


def test_a_picture_named_by_hand_that_is_not_there_is_said_so(pictured):
    file = file_of(folder_of(2026), "en")
    file.write_text(file.read_text("utf-8").replace(images()[0].file, "../facts/reports.parquet"), "utf-8")
    assert "is not there any more" in page(pictured, "/editions/2026/words/en/")
    sent_by_hand = SimpleUploadedFile("a.jpg", b"", "image/jpeg")
    assert send(pictured, **{"image/cover/upload": sent_by_hand}).status_code == 422
