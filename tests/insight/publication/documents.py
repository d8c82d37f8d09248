"""A document by hand over an invented year's numbers, as the drafted one will be: every table in a chapter."""

from isigurt.insight.publication.content import Content
from isigurt.insight.publication.document import Addressee, Chapter, Document, Note, Recommendation

CHAPTERS = {
    "reports": ("Raportimet", "Reports",
                ("key_figures", "months", "quarters", "channels", "reporters", "regions", "campaigns")),
    "harms": ("Dëmet", "Harms", ("harms", "legality", "known", "proactive")),
    "victims": ("Fëmijët", "The children",
                ("ages", "sexes", "ages_sexes", "severity_ages", "self_generated", "ai_generated", "grooming")),
    "places": ("Ku ishin përmbajtjet", "Where it was", ("platforms", "site_kinds", "countries", "domains", "abroad")),
    "removal": ("Heqja", "Removal", ("first_action", "removal", "removal_places", "providers")),
    "help": ("Ndihma dhe puna e linjës", "Help, and the hotline’s work",
             ("outcomes", "help_topics", "hashes", "capacity")),
}  # fmt: skip


def a_document(content: Content) -> Document:
    albanian = content.language == "sq"

    def said(sq: str, en: str) -> str:
        return sq if albanian else en

    opening = said(
        "Në vitin {year:2026} linja mori {cell:key_figures/reports} raportime. Më shumë se për çdo gjë tjetër, fëmijët "
        "na shkruan për joshje dhe shantazh.",
        "In {year:2026} the hotline received {cell:key_figures/reports} reports. More than of anything else, children "
        "wrote to us of grooming and extortion.",
    )
    asked = Recommendation(
        "teach",
        said("Ministria e Arsimit të fusë në çdo shkollë një orë për shantazhin në internet, me „ALO” në tabelë.",
             "The Ministry of Education should bring an hour on extortion online into every school."),
        "cell:key_figures/victims",
        said("U fillua.", "It has begun."),
    )  # fmt: skip
    titles = said("Institucionet shtetërore;Shoqëria civile;Shkollat;Industria;Familjet",
                  "State institutions;Civil society;Schools;Industry;Families").split(";")  # fmt: skip
    return Document(
        content=content,
        title=said("Raporti Kombëtar për Sigurinë e Fëmijëve në Internet", "National Report on Child Safety Online"),
        subtitle=said("Çfarë u raportua dhe çfarë u bë me të", "What was reported, and what became of it"),
        opening=(opening, said("Gjysma e punës është të kesh kë të pyesësh.", "Somebody was there.")),
        key_figures=("cell:key_figures/reports", "cell:key_figures/victims", "cell:key_figures/confirmed",
                     "share:reporters/reports/reporter=child", "median:removal/confirmed", "cell:key_figures/help"),
        chapters=tuple(
            Chapter(name, said(sq, en), (opening,), tables) for name, (sq, en, tables) in CHAPTERS.items()
        ),
        addressees=tuple(Addressee(f"to-{place}", title, (asked,)) for place, title in enumerate(titles)),
        last_year=(asked,),
        notes=(Note("rounding", said("Si ruhen numrat", "How numbers are protected"),
                    (said("Çdo numër është i rrumbullakosur.", "Every number is rounded."),)),),
    )  # fmt: skip
