"""Who takes part in the Safer Internet Day to come: invented schools and organisations, in each state at the desk."""

from dataclasses import dataclass
from typing import Any

MATERIAL = "ore-mesimi-fotoja"
CAMPAIGN = "dita-2027"


@dataclass(frozen=True)
class Sent:
    """One thing somebody sent in, and what became of it: `accepted`, a reason why not, or nothing yet."""

    way: str
    answers: dict[str, str]
    became: str = ""
    language: str = "sq"


def _activity(municipality: str, day: str, begins: str, title: str, what: str, organiser: str, kind: str,
              place: str, audiences: str, became: str = "accepted", language: str = "sq") -> Sent:  # fmt: skip
    answers = {
        "municipality": municipality,
        "day": day,
        "begins": begins,
        "title": title,
        "what": what,
        "organisation": organiser,
        "organisation_kind": kind,
        "place": place,
        "audiences": audiences,
        "expected": str(20 + 15 * (len(title) % 9)),
        "contact": "pjesemarrja@demo.isigurt.al",
    }
    return Sent("activity", answers, became, language)


def _pledge(name: str, kind: str, municipality: str, became: str = "accepted") -> Sent:
    answers = {"organisation": name, "organisation_kind": kind, "municipality": municipality}
    return Sent("pledge", answers | {"contact": "zotimi@demo.isigurt.al"}, became)


def _order(copies: str, kind: str, municipality: str, name: str, became: str = "") -> Sent:
    answers = {"copies": copies, "organisation_kind": kind, "municipality": municipality, "recipient": name}
    return Sent("order", answers | {"delivery": "Rruga Demo 7", "contact": "porosia@demo.isigurt.al"}, became)


SENT = (
    _activity("shkoder", "2027-02-09", "10:00", "Muri i pyetjeve", "Nxënësit shkruajnë pyetje pa emër, një psikologe "
              "përgjigjet.", "Shkolla Demo „Liqeni”", "school", "Palestra e shkollës",
              "children young_people"),
    _activity("sarande", "2027-02-08", "17:30", "Një mbrëmje për prindërit", "Bisedë me kafe: çfarë bëjnë fëmijët në "
              "internet, dhe çfarë t’i pyesim.", "Prindërit Demo të Sarandës", "parents", "Biblioteka e qytetit",
              "parents"),
    _activity("tirane", "2027-02-09", "12:00", "Dyer të hapura te linja e ndihmës", "Shihni si punon një linjë "
              "ndihme. Pa të dhëna të askujt.", "Shoqata Demo Ura", "organisation", "Rruga Demo 12",
              "parents teachers media"),
    _activity("tirane", "2027-02-10", "09:30", "Skena: „Dërgoje!”", "Një pjesë teatri prej njëzet minutash nga "
              "nxënësit e klasës së dhjetë, dhe pastaj bisedë.", "Gjimnazi Demo", "school", "Salla e teatrit",
              "young_people teachers"),
    _activity("korce", "2027-02-11", "", "A week of lessons", "Every class of ours holds the lesson about the photo "
              "that week.", "Demo International School", "school", "In our classrooms", "children teachers",
              language="en"),
    _activity("durres", "2027-02-09", "16:00", "Klinika e telefonit", "Sillni telefonin: i vendosim së bashku "
              "cilësimet e privatësisë.", "Kompania Demo Valë", "company", "Sheshi i Demo-s",
              "parents children", became=""),
    _activity("elbasan", "2027-02-12", "11:00", "Radio e të rinjve", "Një orë në radio për atë që na shqetëson në "
              "internet.", "Të rinjtë Demo", "young_people", "Studio Demo", "young_people media", became=""),
    _activity("vlore", "2027-02-09", "10:00", "Shitje telefonash", "Ofertë vetëm atë ditë.", "Dyqani Demo", "company",
              "Te dyqani", "parents", became="not_ours"),
    _pledge("Shkolla Demo „Liqeni”", "school", "shkoder"),
    _pledge("Bashkia Demo", "institution", "elbasan"),
    _pledge("Çerdhja Demo „Ylli”", "school", "berat"),
    _pledge("Radio Demo", "media", "tirane"),
    _pledge("Kompania Demo Valë", "company", "durres", became=""),
    _pledge("Emër i sajuar", "other", "fier", became="doubtful"),
    _order("30", "school", "kukes", "Mësuese Demo"),
    _order("120", "institution", "gjirokaster", "Zyra Demo e Arsimit", became="accepted"),
    _order("900", "other", "lezhe", "Dikush Demo", became="none_left"),
)  # fmt: skip


def send_in() -> None:
    """Send all of it the way the public does, have it opened, and decide as the editors would; once."""
    from isigurt.intake.content import SignUpContent  # noqa: PLC0415 - after Django is ready
    from isigurt.intake.receipt import Receipt  # noqa: PLC0415
    from isigurt.intake.submission import submit_sign_up  # noqa: PLC0415
    from isigurt.outreach.models import CampaignPage, ResourcePage, SignUp  # noqa: PLC0415
    from isigurt.steps.registry import get  # noqa: PLC0415
    from isigurt.steps.runner import run_until_idle  # noqa: PLC0415

    if SignUp.objects.exists():
        return
    campaign = CampaignPage.objects.get(slug=CAMPAIGN)
    material = ResourcePage.objects.get(slug=MATERIAL)
    sent = {}
    for each in SENT:
        receipt = Receipt.fresh()
        of_order = {"material": str(material.translation_key)} if each.way == "order" else {}
        content = SignUpContent(
            language=each.language, campaign=str(campaign.translation_key), way=each.way, **of_order, **each.answers
        )
        submit_sign_up(receipt=receipt, content=content)
        sent[receipt.locator] = each
    run_until_idle([get("outreach.open_sign_ups")])
    for form, each in sent.items():
        _decide(SignUp.objects.get(form=form), each.became)


def _decide(sign_up: Any, became: str) -> None:
    from isigurt.ledger.actor import COMMAND  # noqa: PLC0415
    from isigurt.outreach.actions import accept_sign_up, refuse_sign_up  # noqa: PLC0415

    if became == "accepted":
        accept_sign_up(sign_up=sign_up, actor=COMMAND)
    elif became:
        refuse_sign_up(sign_up=sign_up, actor=COMMAND, refusal=became)
