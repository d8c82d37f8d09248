"""The campaign of 2023 with its days and its sub-campaign, and the Safer Internet Day to come."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from demo.content.writing import Pair, ask, in_order, points, word, words

TIRANA = ZoneInfo("Europe/Tirane")
EVERYONE = ["children", "young_people", "parents", "teachers", "security_officers", "civil_society", "media"]


def _day(year: int, month: int, day: int) -> datetime:
    """Return the beginning of a day: no hour was announced."""
    return datetime(year, month, day, tzinfo=TIRANA)


def _aims(*aims: str) -> list[tuple[str, str]]:
    return [("aim", f"<p>{aim}</p>") for aim in aims]


def _messages(**messages: str) -> list[tuple[str, dict[str, str]]]:
    return [("message", {"audience": who, "text": f"<p>{text}</p>"}) for who, text in messages.items()]


def _partner(name: str) -> list[tuple[str, dict[str, str]]]:
    return [("partner", {"name": name, "address": "", "role": ""})]


NOT_YOURS = Pair(
    kind="CampaignPage",
    slug=("nuk-eshte-fotoja-jote", "not-your-photo"),
    both={"starts_on": date(2023, 2, 9)},
    sq={
        "title": "Nuk është fotoja jote intime?",
        "motto": "Nuk është fotoja jote intime? Mos e shpërnda - Raportoje!",
        "summary": "Një foto intime kalon nga telefoni në telefon derisa dikush e ndal. Ai dikush mund të jesh ti.",
        "aims": _aims(
            "Çdo fëmijë ta dijë se fotot intime mund të dalin nga dora me një prekje, pa lejen e tij.",
            "Kush merr foton e dikujt tjetër, të mos e dërgojë më tej.",
            "Kujt i ndodh, ta dijë ku gjen ndihmë.",
        ),
        "messages": _messages(
            children="Nëse dikush të kërkon një foto që nuk do ta shihnin prindërit, thuaj jo dhe tregoja dikujt.",
            young_people="Të dërgosh më tej foton e dikujt nuk është shaka. Fshije dhe raportoje.",
            parents="Pyetni para se të ndodhë: „Çfarë do të bëje, po të të dërgonin foton e një shoqeje?”",
            teachers="Një orë mësimi mjafton për ta nisur bisedën. Planin e gjeni te materialet.",
        ),
        "body": [
            word("alert", "Foton mos e ruaj, as si provë.", "Na thuaj vetëm ku po përhapet."),
            in_order(
                ("Mos e shpërnda.", "Zinxhiri këputet te ti."),
                ("Raportoje.", "Pa emër, në tri minuta."),
                ("Qëndroji pranë atij që është në foto.", "Një fjalë e mirë peshon shumë."),
            ),
        ],
        "call_title": "Të erdhi një foto që nuk është e jotja?",
        "call_text": "<p>Na thuaj ku po përhapet. Emri yt s’na duhet.</p>",
    },
    en={
        "title": "This isn’t your intimate photo!",
        "motto": "This isn’t your intimate photo! Don’t share it - Report it!",
        "summary": "An intimate photo goes from phone to phone until somebody stops it. That somebody can be you.",
        "aims": _aims(
            "Every child knows that intimate photos can get out of hand with one touch, and without their permission.",
            "Whoever receives someone else’s photo does not pass it on.",
            "Whoever it happens to knows where to find help.",
        ),
        "messages": _messages(
            children="If somebody asks for a photo that your parents should not see, say no, and tell somebody.",
            young_people="Passing on someone’s photo is no joke. Delete it and report it.",
            parents="Ask before it happens: “What would you do if somebody sent you a friend’s photo?”",
            teachers="One lesson is enough to begin the talk. You find the plan among the resources.",
        ),
        "body": [
            word("alert", "Do not save the photo, not even as evidence.", "Just tell us where it is going round."),
            in_order(
                ("Don’t share it.", "The chain breaks with you."),
                ("Report it.", "Without a name, in three minutes."),
                ("Stand by the person in the photo.", "A kind word weighs much."),
            ),
        ],
        "call_title": "Were you sent a photo that is not yours?",
        "call_text": "<p>Tell us where it is going round. We do not want your name.</p>",
    },
    below=(
        Pair(
            kind="EventPage",
            slug=("hapja", "opening"),
            both={
                "starts_at": _day(2023, 2, 9),
                "audiences": ["children", "young_people", "parents", "teachers"],
                "host": "iSIGURT.al",
            },
            sq={
                "title": "Hapja e fushatës „Nuk është fotoja jote intime?”",
                "place": "Shqipëri",
                "summary": "Fillon nënfushata për fotot intime që përhapen pa leje.",
            },
            en={
                "title": "Opening of “This isn’t your intimate photo!”",
                "place": "Albania",
                "summary": "The sub-campaign about intimate photos shared without permission begins.",
            },
        ),
    ),
)

TOGETHER_2023 = Pair(
    kind="CampaignPage",
    slug=("fushata-2023", "campaign-2023"),
    both={
        "starts_on": date(2023, 2, 7),
        "ends_on": date(2023, 2, 10),
    },
    sq={
        "title": "Fushata kombëtare 2023",
        "motto": "Së bashku mund ta bëjmë internetin më të sigurt për fëmijët",
        "summary": "Fushata kombëtare për internetin e sigurt për fëmijët, e hapur në Ditën për Internet të Sigurt "
        "2023.",
        "aims": _aims(
            "Më shumë kujdes nga të gjithë: fëmijët, prindërit, institucionet, shoqëria.",
            "Asnjë fëmijë të mos bëhet viktimë e dhunës seksuale në internet.",
            "Asnjë fëmijë të mos ndeshet me përmbajtje që nuk është për moshën e tij.",
        ),
        "messages": _messages(
            children="Kur diçka në internet të shqetëson, tregoja dikujt. Nuk është kurrë faji yt.",
            young_people="Kur të vjen diçka që e lëndon dikë, mos e dërgo më tej. Raportoje.",
            parents="Pyesni fëmijën çfarë pa sot në internet, siç e pyesni çfarë bëri në shkollë.",
            teachers="Flisni për internetin në klasë para se të ketë një rast për të folur.",
            social_workers="Kur flisni me një fëmijë, pyesni edhe për internetin: shpesh e keqja nis aty.",
            security_officers="Shënoni çfarë shihni dhe dëgjoni; fotot mos i ruani dhe mos i kërkoni.",
            civil_society="Bashkë arrijmë më larg: çojeni moton në çdo qytet ku punoni.",
            industry="Bëjeni të lehtë raportimin dhe përgjigjuni njoftimeve sa më shpejt.",
            media="Tregoni rrugën e ndihmës në çdo shkrim, dhe askënd që mund të njihet.",
            decision_makers="Raporti Kombëtar thotë ku duhet vepruar. Lexojeni me pyetjen: çfarë varet nga ne?",
        ),
        "body": [
            words(
                "Dita për Internet të Sigurt mbahet në Shqipëri që nga viti 2005. Më 2023 ajo hapi një fushatë "
                "kombëtare "
                "me tri ditë veprimtarish."
            )
        ],
        "partners": _partner("CRCA/ECPAT Shqipëri"),
        "call_title": "Sheh diçka që nuk shkon? Mos e kalo në heshtje.",
        "call_text": "<p>Një raportim zgjat tri minuta dhe nuk kërkon emër.</p>",
    },
    en={
        "title": "National campaign 2023",
        "motto": "Together we can make the Internet safer for children",
        "summary": "The national campaign on safer internet for children, opened on Safer Internet Day 2023.",
        "aims": _aims(
            "More care from everyone: children, parents, institutions, society.",
            "No child becomes a victim of sexual violence online.",
            "No child comes across content that is not for their age.",
        ),
        "messages": _messages(
            children="When something online worries you, tell somebody. It is never your fault.",
            young_people="When something that hurts somebody reaches you, do not pass it on. Report it.",
            parents="Ask your child what they saw online today, as you ask what they did at school.",
            teachers="Talk about the internet in class before there is a case to talk about.",
            social_workers="When you talk with a child, ask about the internet too: harm often begins there.",
            security_officers="Note what you see and hear; do not keep pictures and do not ask for them.",
            civil_society="Together we reach further: take the motto to every town where you work.",
            industry="Make reporting easy, and answer notices as fast as you can.",
            media="Name the way to help in every story, and nobody who could be recognised.",
            decision_makers="The National Report says where to act. Read it asking: what depends on us?",
        ),
        "body": [
            words(
                "Safer Internet Day has been held in Albania since 2005. In 2023 it opened a national campaign with "
                "three days of activities."
            )
        ],
        "partners": _partner("CRCA/ECPAT Albania"),
        "call_title": "Do you see something that is not right? Do not walk past.",
        "call_text": "<p>A report takes three minutes and asks for no name.</p>",
    },
    below=(
        Pair(
            kind="EventPage",
            slug=("dita-per-internet-te-sigurt", "safer-internet-day"),
            both={"starts_at": _day(2023, 2, 7), "audiences": EVERYONE, "host": "iSIGURT.al"},
            sq={
                "title": "Hapja e Ditës për Internet të Sigurt",
                "place": "Shqipëri",
                "summary": "Media, organizata, shkolla, mësues, fëmijë, oficerë sigurie dhe prindër nisin një "
                "bisedë të "
                "gjerë për sigurinë në internet.",
            },
            en={
                "title": "Opening of Safer Internet Day",
                "place": "Albania",
                "summary": "Media, organisations, schools, teachers, children, security officers and parents begin a "
                "broad talk about safety online.",
            },
        ),
        Pair(
            kind="EventPage",
            slug=("raporti-kombetar", "national-report"),
            both={
                "starts_at": _day(2023, 2, 10),
                "audiences": ["industry", "media", "decision_makers", "civil_society"],
                "host": "iSIGURT.al",
            },
            sq={
                "title": "Publikimi i Raportit Kombëtar për Internetin e Sigurt",
                "place": "Shqipëri",
                "summary": "Raporti i përvitshëm: ç’raportojnë fëmijët, dhe çfarë u rekomandohet institucioneve dhe "
                "industrisë së internetit.",
            },
            en={
                "title": "Release of the National Report on Safer Internet",
                "place": "Albania",
                "summary": "The yearly report: what children report, and what is recommended to institutions and the "
                "internet industry.",
            },
        ),
        NOT_YOURS,
    ),
)

DAY_2027 = Pair(
    kind="CampaignPage",
    slug=("dita-2027", "day-2027"),
    both={
        "starts_on": date(2027, 2, 9),
        "ends_on": date(2027, 2, 9),
        "safer_internet_day": True,
        "ways": ["activity", "pledge", "order"],
        "open_until": date(2027, 2, 28),
    },
    sq={
        "title": "Dita për Internet të Sigurt 2027",
        "motto": "Së bashku për një internet më të mirë",
        "summary": "Një ditë në vit kur e gjithë Shqipëria flet për internetin e fëmijëve. Merrni pjesë edhe ju.",
        "aims": _aims(
            "Të dëgjojmë fëmijët dhe të rinjtë: ata e njohin internetin e vet më mirë se ne.",
            "Në çdo shkollë të paktën një bisedë për internetin.",
            "Kushdo ta dijë se ku raportohet dhe kush ndihmon.",
        ),
        "messages": _messages(
            children="Trego si do ta doje internetin. Ideja jote vlen.",
            young_people="Organizo diçka me klasën: një bisedë, një poster, një skenë.",
            parents="Lëreni fëmijën t’ju mësojë një gjë për internetin.",
            teachers="Zgjidhni një orë mësimi te materialet dhe mbajeni atë javë.",
            social_workers="Caktoni një orë kur familjet mund të vijnë e të pyesin për internetin.",
            security_officers="Tregojuni nxënësve ku ju gjejnë, kur diçka në internet nuk shkon.",
            civil_society="Hapni dyert: një orë këshillim për prindërit e lagjes.",
            industry="Numëroni hapat nga një postim deri te butoni juaj i raportimit.",
            media="Tregoni zgjidhjen, jo vetëm rrezikun: ku raportohet dhe kush ndihmon.",
            decision_makers="Dëgjoni një orë fëmijët, para se të vendosni për internetin e tyre.",
        ),
        "body": [
            ("heading", {"text": "Si të merrni pjesë", "level": "2"}),
            points(
                "<b>Shkolla:</b> një orë mësimi, një mur me pyetje, një takim me prindërit.",
                "<b>Organizata dhe institucione:</b> një ditë e hapur, një bisedë, një vitrinë.",
                "<b>Media:</b> një temë për prindërit, me numrat e ndihmës.",
            ),
            ask(
                "A duhet leje ose pagesë?",
                "Jo. Dita është e të gjithëve. Na shkruani vetëm që t’ju ndihmojmë me materiale.",
            ),
        ],
        "partners": _partner("CRCA/ECPAT Shqipëri"),
        "pledge": "Fëmijën që na tregon diçka, e dëgjojmë deri në fund dhe nuk e fajësojmë.\n\n"
        "Dimë ku raportohet dhe kush ndihmon, dhe ua tregojmë të gjithëve që punojnë me ne.\n\n"
        "Foton e një fëmije nuk e shpërndajmë kurrë pa lejen e tij dhe të prindërve.",
        "call_title": "Dita vjen një herë në vit. Ndihma është çdo ditë.",
        "call_text": "<p>Nëse diçka në internet nuk shkon, mos prit deri në shkurt.</p>",
    },
    en={
        "title": "Safer Internet Day 2027",
        "motto": "Together for a better internet",
        "summary": "One day a year when all of Albania talks about children’s internet. Take part.",
        "aims": _aims(
            "To listen to children and young people: they know their internet better than we do.",
            "At least one talk about the internet in every school.",
            "Everybody knows where to report and who helps.",
        ),
        "messages": _messages(
            children="Tell us how you would like the internet to be. Your idea counts.",
            young_people="Organise something with your class: a talk, a poster, a scene.",
            parents="Let your child teach you one thing about the internet.",
            teachers="Choose a lesson among the resources, and hold it that week.",
            social_workers="Set an hour when families may come and ask about the internet.",
            security_officers="Tell the pupils where to find you when something online is not right.",
            civil_society="Open your doors: an hour of advice for the parents of the neighbourhood.",
            industry="Count the steps from a post to your own report button.",
            media="Show the way out, not only the danger: where to report, and who helps.",
            decision_makers="Listen to children for an hour before you decide on their internet.",
        ),
        "body": [
            ("heading", {"text": "How to take part", "level": "2"}),
            points(
                "<b>Schools:</b> a lesson, a wall of questions, an evening with parents.",
                "<b>Organisations and institutions:</b> an open day, a talk, a shop window.",
                "<b>Media:</b> a story for parents, with the numbers that help.",
            ),
            ask(
                "Does one need permission, or pay anything?",
                "No. The day is everyone’s. Just write to us, so that we can help with materials.",
            ),
        ],
        "partners": _partner("CRCA/ECPAT Albania"),
        "pledge": "When a child tells us something, we listen to the end and do not blame.\n\n"
        "We know where to report and who helps, and we tell everybody who works with us.\n\n"
        "We never share a child’s photo without the child’s permission and their parents’.",
        "call_title": "The day comes once a year. Help is there every day.",
        "call_text": "<p>If something online is not right, do not wait until February.</p>",
    },
    below=(
        Pair(
            kind="EventPage",
            slug=("hapja", "opening"),
            both={"starts_at": _day(2027, 2, 9), "audiences": EVERYONE, "host": "iSIGURT.al"},
            sq={
                "title": "Hapja e Ditës për Internet të Sigurt 2027",
                "place": "Në gjithë Shqipërinë",
                "summary": "Shkolla, organizata dhe media e nisin ditën së bashku.",
            },
            en={
                "title": "Opening of Safer Internet Day 2027",
                "place": "All over Albania",
                "summary": "Schools, organisations and media begin the day together.",
            },
        ),
        Pair(
            kind="EventPage",
            slug=("nje-ore-mesimi", "one-lesson"),
            both={"starts_at": _day(2027, 2, 9), "audiences": ["teachers", "children", "young_people"]},
            sq={
                "title": "Një orë mësimi për internetin",
                "place": "Në çdo shkollë që merr pjesë",
                "summary": "Mësues dhe nxënës flasin një orë për internetin e tyre, me planin që gjendet te "
                "materialet.",
                "host": "Shkollat pjesëmarrëse",
            },
            en={
                "title": "One lesson about the internet",
                "place": "In every school that takes part",
                "summary": "Teachers and pupils talk for a lesson about their internet, with the plan from the "
                "resources.",
                "host": "The schools that take part",
            },
        ),
    ),
)

PAGES = (DAY_2027, TOGETHER_2023)
