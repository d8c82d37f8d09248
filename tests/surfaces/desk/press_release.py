"""The press release of 7 February 2023, as an editor enters it: its campaign, its days, and the release itself.

The facts are those of the release; the sentences are our own.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Written:
    """A page as somebody writes it: below which other, what is filled in, what is typed into its blocks."""

    kind: str
    below: str
    fields: dict[str, str] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)


SQ = [
    Written(
        "campaignpage",
        "Fushata",
        {
            "title": "Fushata kombëtare për internetin e sigurt për fëmijët",
            "summary": "Hapur më 7 shkurt 2023, në Ditën Ndërkombëtare për Internet të Sigurt, nga iSIGURT.al.",
            "motto": "Së bashku mund ta bëjmë internetin më të sigurt për fëmijët",
            "starts_on": "2023-02-07",
            "ends_on": "2023-02-10",
        },
        {
            "aims": [
                "Asnjë fëmijë të mos bëhet viktimë e dhunës seksuale në internet.",
                "Asnjë fëmijë të mos ketë qasje në materiale të papërshtatshme për moshën.",
            ],
            "body": [
                "Në Shqipëri kjo ditë mbahet që nga viti 2005. Moto e ditës: „Së bashku për një internet më të mirë”.",
                (
                    "Ftojmë fëmijët dhe të rinjtë, prindërit, mësuesit dhe edukatorët, punonjësit socialë, "
                    "industrinë e internetit, vendimmarrësit dhe politikanët të marrin pjesë."
                ),
            ],
        },
    ),
    Written(
        "eventpage",
        "Fushata kombëtare për internetin e sigurt për fëmijët",
        {
            "title": "Hapja e Ditës për Internet të Sigurt",
            "summary": "Bisedë me median, organizatat, shkollat, mësuesit, fëmijët, oficerët e sigurisë dhe prindërit.",
            "starts_at": "2023-02-07 10:00",
            "place": "Tiranë",
        },
    ),
    Written(
        "campaignpage",
        "Fushata kombëtare për internetin e sigurt për fëmijët",
        {
            "title": "Nuk është fotoja jote intime? Mos e shpërnda – Raportoje!",
            "summary": "Një foto shpërndahet lehtë pa lejen e fëmijës. Trego kujdes dhe mëso ku të kërkosh ndihmë.",
            "motto": "Mos e shpërnda – Raportoje!",
            "starts_on": "2023-02-09",
        },
    ),
    Written(
        "eventpage",
        "Fushata kombëtare për internetin e sigurt për fëmijët",
        {
            "title": "Hapja e fushatës „Mos e shpërnda – Raportoje!”",
            "starts_at": "2023-02-09 10:00",
            "place": "Tiranë",
        },
    ),
    Written(
        "eventpage",
        "Fushata kombëtare për internetin e sigurt për fëmijët",
        {
            "title": "Raporti Kombëtar për Internetin e Sigurt",
            "summary": "Publikim i përvitshëm: çfarë raportuan fëmijët dhe çfarë u rekomandohet institucioneve.",
            "starts_at": "2023-02-10 10:00",
            "place": "Tiranë",
        },
    ),
    Written(
        "pressreleasepage",
        "Për median",
        {
            "title": "iSIGURT.al hap fushatën kombëtare për internetin e sigurt",
            "summary": "Tri ditë, tri takime: 7, 9 dhe 10 shkurt 2023.",
            "place": "Tiranë",
            "released_on": "2023-02-07",
            "contact_name": "iSIGURT.al",
            "contact_mail": "isigurt@crca.al",
        },
        {
            "body": [
                (
                    "iSIGURT.al është platforma kombëtare dhe linja e sigurisë së fëmijëve në internet, e ngritur nga "
                    "CRCA/ECPAT Shqipëri në vitin 2015."
                ),
                (
                    "Ajo merr raportime dhe heq nga interneti dhunën seksuale ndaj fëmijëve, bullizmin, dhunën "
                    "ekstreme dhe gjuhën e urrejtjes."
                ),
            ]
        },
    ),
]
EN = [
    Written(
        "campaignpage",
        "Fushata",
        {
            "title": "National campaign for a safer internet for children",
            "summary": "Opened on 7 February 2023, the international Safer Internet Day, by iSIGURT.al.",
            "motto": "Together we can make the internet safer for children",
        },
        {
            "aims": [
                "No child becomes a victim of sexual violence online.",
                "No child has access to material that is not right for their age.",
            ],
            "body": [
                "Albania has held this day since 2005. The motto of the day: “Together for a better internet”.",
                (
                    "We ask children and young people, parents, teachers, social workers, the industry, decision-"
                    "makers and politicians to take part."
                ),
            ],
        },
    ),
    Written(
        "eventpage",
        "Fushata kombëtare për internetin e sigurt për fëmijët",
        {
            "title": "Opening of Safer Internet Day",
            "summary": "A talk with media, organisations, schools, teachers, children and parents.",
        },
    ),
    Written(
        "campaignpage",
        "Fushata kombëtare për internetin e sigurt për fëmijët",
        {
            "title": "Is it not your intimate photo? Don’t share it – report it!",
            "summary": "A picture is easily passed on. Know what can happen, and where to find help.",
            "motto": "Don’t share it – report it!",
        },
    ),
    Written(
        "eventpage",
        "Fushata kombëtare për internetin e sigurt për fëmijët",
        {"title": "Opening of the campaign “Don’t share it – report it!”"},
    ),
    Written(
        "eventpage",
        "Fushata kombëtare për internetin e sigurt për fëmijët",
        {
            "title": "National Report on the Safer Internet",
            "summary": "Published each year: what children reported, and what institutions are advised to do.",
        },
    ),
    Written(
        "pressreleasepage",
        "Për median",
        {
            "title": "iSIGURT.al opens the national campaign for a safer internet",
            "summary": "Three days, three meetings: 7, 9 and 10 February 2023.",
            "place": "Tirana",
        },
        {
            "body": [
                "iSIGURT.al is the national platform and the child safety hotline, set up by CRCA/ECPAT in 2015.",
                (
                    "It takes reports and removes sexual violence against children, bullying, extreme violence "
                    "and hate speech from the internet."
                ),
            ]
        },
    ),
]
