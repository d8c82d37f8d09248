"""Taking part in a campaign: what is open, the three forms, and what comes back."""

from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from isigurt.baked import SITE, Baked
from isigurt.baked.taking_part import Offer, Offers, OpenCampaign
from isigurt.design.addresses import ADDRESSES, LANGUAGES
from isigurt.intake.content import SHORT_CHARACTERS
from isigurt.intake.receipt import Receipt
from isigurt.intake.submission import Outcome, submit_sign_up
from isigurt.surfaces.front import pages
from isigurt.surfaces.front.lanes import client_address, lane_of, opened_stamp
from isigurt.surfaces.front.posted import CutOff, NotAForm, TooLarge, read_form
from isigurt.surfaces.front.taking_part_forms import FORMS, TakingPartForm

OVERVIEW = "front/take_part.html"
FORM = "front/take_part_form.html"
CLOSED = "front/take_part_closed.html"
RECEIVED = "front/take_part_received.html"


@cache
def _offers(folder: str) -> Offers:
    del folder  # one for each baked site: the tests have several
    return Offers(Baked(settings.ISIGURT_BAKED / SITE))


def offer_in(language: str) -> Offer:
    """Return what there is to take part in, in one language."""
    return _offers(str(settings.ISIGURT_BAKED)).of(language)


def overview(request: HttpRequest, language: str, page: str = "take_part") -> HttpResponse:
    """Show every campaign that is open, with the ways to take part; say so when there is none.

    `page` is what was asked for: the other language's link leads to the same.
    """
    del request
    offer, today = offer_in(language), timezone.localdate()
    campaigns = [
        {"campaign": each, "ways": [_way(way, each, language) for way in FORMS if each in offer.open(way, today)]}
        for each in offer.campaigns
    ]
    return pages.answer(page, language, OVERVIEW, {"campaigns": [each for each in campaigns if each["ways"]]})


def _way(way: str, campaign: OpenCampaign, language: str) -> dict[str, str]:
    return {"way": way, "href": f"{ADDRESSES[f'take_part_{way}'][language]}?campaign={campaign.key}"}


@dataclass(frozen=True)
class _Asked:
    """One request for one of the forms."""

    way: str
    language: str
    offer: Offer
    campaign: OpenCampaign

    def page(self, form: TakingPartForm, *, status: int = 200, **more: Any) -> HttpResponse:
        """Return the form's page."""
        context: dict[str, Any] = {
            "form": form,
            "campaign": self.campaign,
            "way": self.way,
            "here": self._address(self.language),
        }
        context |= {"alternates": self._alternates(), **more}
        return pages.answer("", self.language, FORM, context, status=status)

    def _address(self, language: str) -> str:
        return f"{ADDRESSES[f'take_part_{self.way}'][language]}?campaign={self.campaign.key}"

    def _alternates(self) -> list[dict[str, object]]:
        names = dict(settings.LANGUAGES)
        return [
            {"code": code, "name": names[code], "address": self._address(code), "active": code == self.language}
            for code in LANGUAGES
        ]


def sign_up(request: HttpRequest, language: str, way: str) -> HttpResponse:
    """Serve one of the forms, or take it in."""
    offer = offer_in(language)
    still_open = offer.open(way, timezone.localdate())
    if request.method == "POST":
        return _take_in(request, language, way, offer, still_open)
    key = request.GET.get("campaign", "")
    campaign = _chosen(still_open, key)
    if campaign is None:
        # Several to choose from, or none: the overview shows which.
        if key:
            return pages.answer("take_part", language, CLOSED, {"typed": []}, status=410)
        return overview(request, language, f"take_part_{way}")
    asked = _Asked(way, language, offer, campaign)
    fresh = {"receipt": Receipt.fresh().text, "opened": opened_stamp(), "campaign": campaign.key}
    with translation.override(language):
        return asked.page(FORMS[way](initial=fresh, offer=offer))


def _chosen(still_open: list[OpenCampaign], key: str) -> OpenCampaign | None:
    """Return the campaign with this key; without a key the only one there is."""
    if not key:
        return still_open[0] if len(still_open) == 1 else None
    return next((each for each in still_open if each.key == key), None)


def _take_in(
    request: HttpRequest, language: str, way: str, offer: Offer, still_open: list[OpenCampaign]
) -> HttpResponse:
    status, problem = 200, ""
    try:
        posted = read_form(request)
    except TooLarge as error:
        if error.fields is None:
            return pages.answer("", language, "front/too_large.html", {}, status=413)
        posted, status, problem = error.fields, 413, "large"
    except (CutOff, NotAForm):
        return pages.answer("", language, "front/not_a_form.html", {}, status=400)
    with translation.override(language):
        form = FORMS[way](posted, offer=offer)
        campaign = _chosen(still_open, posted.get("campaign", ""))
        if campaign is None:
            return pages.answer("take_part", language, CLOSED, {"typed": _typed(form)}, status=410)
        asked = _Asked(way, language, offer, campaign)
        if problem:
            form.add_error(None, _("That is too much at once. Nothing is lost: shorten it, send again."))
        if not form.is_valid():
            return asked.page(_sent_back(form), status=status if problem else 422)
        return _seal(request, asked, form)


def _seal(request: HttpRequest, asked: _Asked, form: TakingPartForm) -> HttpResponse:
    lane = lane_of(
        trap=form.cleaned_data["website"], stamp=form.cleaned_data["opened"], address=client_address(request.META)
    )
    outcome = submit_sign_up(receipt=form.receipt_or_fresh(), content=form.content(asked.language), lane=lane)
    if outcome is not Outcome.RECEIVED:
        return asked.page(_sent_back(form), status=503, outcome=outcome.name, most=SHORT_CHARACTERS)
    return pages.answer("", asked.language, RECEIVED, {"campaign": asked.campaign, "way": asked.way})


def _sent_back(form: TakingPartForm) -> TakingPartForm:
    """Give the form a whole receipt to send again with: the one it came with, unless that was damaged."""
    data = form.data.copy() if isinstance(form.data, QueryDict) else QueryDict(mutable=True)
    data["receipt"] = form.receipt_or_fresh().text
    form.data = data
    return form


def _typed(form: TakingPartForm) -> list[dict[str, str]]:
    """Return what was typed, by the words of its question: for who has to send it another way."""
    answers = []
    for field in form.asked():
        value = field.value()
        text = ", ".join(value) if isinstance(value, list) else str(value or "")
        if text:
            answers.append({"label": str(field.label), "text": text})
    return answers


activity, pledge, order = (partial(sign_up, way=way) for way in FORMS)
