"""Help pages about intimate photos, blackmail and threats: they say "ti"."""

from demo.content.help_words import (
    EN,
    NO_TROUBLE_EN,
    NO_TROUBLE_SQ,
    NOT_SURE_EN,
    NOT_SURE_SQ,
    PROOF_EN,
    PROOF_SQ,
    SHARED,
    SQ,
    WAY_OUT_EN,
    WAY_OUT_SQ,
)
from demo.content.writing import Pair, ask, steps

PAGES = (
    Pair(
        kind="HelpPage",
        slug=("1", "1"),
        both=SHARED | {"harm": "grooming"},
        sq=SQ
        | {
            "title": "Dikush më shantazhon",
            "first_word": "Nuk është faji yt, edhe nëse foton e dërgove vetë.",
            "summary": "Fajin e ka ai që kërcënon. Kjo u ka ndodhur edhe të tjerëve, dhe ka rrugëdalje.",
            "steps": steps(
                ("Mos paguaj.", "As para, as kartë dhuratë, as foto të tjera. Kush merr një herë, kërkon përsëri."),
                ("Mos i kthe më përgjigje.", "Nuk i ke borxh asnjë shpjegim. Hesht, edhe nëse të jep afat."),
                (
                    "Mos fshi asgjë.",
                    "As bisedën, as llogarinë tënde: emri i tij dhe mesazhet janë provë. Pastaj mund ta bllokosh.",
                ),
                (
                    "Tregoja dikujt që i beson.",
                    (
                        "Një prindi, një mësueseje, një vëllai a motre më të madhe. Mjafton një fjali: „Dikush po më "
                        "shantazhon.”"
                    ),
                ),
                ("Raporto.", "Na thuaj ku ndodh dhe si quhet llogaria. Emri yt s’na duhet."),
            ),
            "body": [
                WAY_OUT_SQ,
                PROOF_SQ,
                ask(
                    "Po nëse e kam paguar tashmë?",
                    "Ndalo tani. Ruaj se kur dhe si pagove, dhe tregoja dikujt. Kështu kanë bërë edhe shumë të tjerë.",
                ),
                ask(
                    "Po nëse ai e dërgon vërtet foton?",
                    "Na shkruaj sapo ta marrësh vesh. Kërkojmë ne që të hiqet: nuk je më vetëm.",
                ),
                NO_TROUBLE_SQ,
                NOT_SURE_SQ,
            ],
        },
        en=EN
        | {
            "title": "Someone is blackmailing me",
            "first_word": "It is not your fault, even if you sent the picture yourself.",
            "summary": "The one who threatens is to blame. It has happened to others too, and there is a way out.",
            "steps": steps(
                ("Do not pay.", "No money, no gift card, no more pictures. Whoever gets something once asks again."),
                ("Do not answer any more.", "You owe no explanation. Stay silent, even if there is a deadline."),
                (
                    "Do not delete anything.",
                    "Neither the chat nor your account: the name and the messages are evidence. Then you can block.",
                ),
                (
                    "Tell somebody you trust.",
                    (
                        "A parent, a teacher, an older brother or sister. One sentence is enough: “Someone is "
                        "blackmailing me.”"
                    ),
                ),
                ("Report it.", "Tell us where it happens and the name of the account. We do not want your name."),
            ),
            "body": [
                WAY_OUT_EN,
                PROOF_EN,
                ask(
                    "What if I have paid already?",
                    "Stop now. Keep when and how you paid, and tell somebody. You are neither the first nor the last.",
                ),
                ask(
                    "What if they really send the picture?",
                    "Write to us as soon as you know. We ask for its removal, and you no longer do it alone.",
                ),
                NO_TROUBLE_EN,
                NOT_SURE_EN,
            ],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("2", "2"),
        both=SHARED | {"harm": "intimate_image"},
        sq=SQ
        | {
            "title": "Fotoja ime po përhapet",
            "first_word": "Nuk ke bërë asgjë për ta merituar këtë. Nuk je vetëm.",
            "summary": "Kush e përhap foton tënde pa leje, bën keq. Ka njerëz që të ndihmojnë ta ndalësh.",
            "steps": steps(
                ("Merr frymë dhe thirr dikë pranë.", "Nuk ke pse ta kalosh këtë natë pa njeri."),
                (
                    "Shëno ku ndodhet.",
                    "Adresa e faqes, emri i llogarisë ose i grupit. Foton mos e ruaj dhe mos e dërgo, as si provë.",
                ),
                ("Raporto te ne.", "Kërkojmë heqjen atje ku ndodhet, dhe shohim nëse del përsëri."),
                (
                    "Kërkoju shokëve ta ndalin.",
                    "Një fjali mjafton: „Fshije, mos e dërgo më, dhe më thuaj nga kush të erdhi.”",
                ),
            ),
            "body": [
                WAY_OUT_SQ,
                PROOF_SQ,
                ask(
                    "Po nëse e njoh atë që e përhapi?",
                    "Mos u hakmerr dhe mos e kërcëno. Tregoja një të rrituri që i beson, dhe na e thuaj edhe neve.",
                ),
                NO_TROUBLE_SQ,
                NOT_SURE_SQ,
            ],
        },
        en=EN
        | {
            "title": "My photo is going round",
            "first_word": "You have done nothing to deserve this. You are not alone.",
            "summary": "Whoever shares your photo without your permission does wrong. There are people who help you "
            "stop it.",
            "steps": steps(
                ("Breathe, and call somebody close.", "You need not get through this night without anyone."),
                (
                    "Note where it is.",
                    (
                        "The address of the page, the name of the account or group. Do not save or send the photo, not "
                        "even as evidence."
                    ),
                ),
                ("Report it to us.", "We ask for its removal where it is, and we look whether it comes back."),
                (
                    "Ask your friends to stop it.",
                    "One sentence is enough: “Delete it, do not pass it on, and tell me who sent it to you.”",
                ),
            ),
            "body": [
                WAY_OUT_EN,
                PROOF_EN,
                ask(
                    "What if I know who shared it?",
                    "Do not take revenge and do not threaten. Tell an adult you trust, and tell us too.",
                ),
                NO_TROUBLE_EN,
                NOT_SURE_EN,
            ],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("3", "3"),
        both=SHARED | {"harm": "intimate_image"},
        sq=SQ
        | {
            "title": "Më dërguan foton intime të dikujt",
            "first_word": "Mos e shpërnda. Raportoje.",
            "summary": "Nuk e kërkove ti. Por tani je ti ai që mund ta ndalë: zinxhiri këputet te kushdo që nuk e "
            "dërgon.",
            "steps": steps(
                (
                    "Mos ia dërgo askujt.",
                    "As për ta pyetur „a e pe?”. Çdo dërgim e lëndon përsëri atë që është në foto.",
                ),
                (
                    "Shëno nga të erdhi.",
                    "Emri i llogarisë ose i grupit, dhe ora. Pastaj fshije foton nga telefoni.",
                ),
                ("Raportoje te ne.", "Pa emër. Mjafton të na thuash ku po përhapet."),
                (
                    "Nëse e njeh atë që është në foto, mos e lër vetëm.",
                    "Thuaji: „E pashë, e fshiva, dhe jam me ty.”",
                ),
            ),
            "body": [
                PROOF_SQ,
                ask(
                    "Po nëse e kam shpërndarë tashmë?",
                    "Fshije, kërkoju edhe të tjerëve ta fshijnë, dhe raportoje. Më mirë tani sesa nesër.",
                ),
                NO_TROUBLE_SQ,
                NOT_SURE_SQ,
            ],
        },
        en=EN
        | {
            "title": "I was sent someone’s intimate photo",
            "first_word": "Don’t share it. Report it.",
            "summary": "You did not ask for it. But now you can stop it: the chain breaks at whoever does not pass "
            "it on.",
            "steps": steps(
                (
                    "Send it to nobody.",
                    "Not even to ask “did you see?”. Each time it is sent, the person in it is hurt again.",
                ),
                (
                    "Note where it came from.",
                    "The name of the account or group, and the time. Then delete the photo from your phone.",
                ),
                ("Report it to us.", "Without a name. It is enough to tell us where it is going round."),
                (
                    "If you know who is in it, do not leave them alone.",
                    "Tell them: “I saw it, I deleted it, and I am with you.”",
                ),
            ),
            "body": [
                PROOF_EN,
                ask(
                    "What if I have shared it already?",
                    "Delete it, ask the others to delete it too, and report it. Better now than tomorrow.",
                ),
                NO_TROUBLE_EN,
                NOT_SURE_EN,
            ],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("4", "4"),
        both=SHARED | {"harm": "grooming"},
        sq=SQ
        | {
            "title": "Dikush më kërcënon me fotot e mia",
            "first_word": "Turpi nuk është yti. Është i atij që kërcënon.",
            "summary": "Edhe nëse e njeh, edhe nëse ishit bashkë: askush nuk ka të drejtë të të mbajë me frikë.",
            "steps": steps(
                ("Mos bëj atë që të kërkon.", "Frika nuk ikën kur bindesh: kërkesat shtohen."),
                ("Mos e tako vetëm për vetëm.", "As „për ta sqaruar”, as „për herë të fundit”."),
                ("Ruaj mesazhet e kërcënimit.", "Ato janë provë. Fotot vetë mos i ruaj dhe mos i dërgo askund."),
                ("Tregoja dikujt sot.", "Një i rritur që i beson e di si të qëndrojë mes teje dhe atij."),
                ("Raporto. Nëse je në rrezik, telefono 129.", "Policia përgjigjet ditë e natë."),
            ),
            "body": [WAY_OUT_SQ, PROOF_SQ, NO_TROUBLE_SQ, NOT_SURE_SQ],
        },
        en=EN
        | {
            "title": "Someone threatens me with my photos",
            "first_word": "The shame is not yours. It belongs to the one who threatens.",
            "summary": "Even if you know them, even if you were together: nobody has the right to keep you in fear.",
            "steps": steps(
                ("Do not do what they want.", "Fear does not go when you obey: the demands grow."),
                ("Do not meet them alone.", "Not “to sort it out”, and not “one last time”."),
                ("Keep the threatening messages.", "They are evidence. Do not save or send the pictures themselves."),
                ("Tell somebody today.", "An adult you trust knows how to stand between you and them."),
                ("Report it. If you are in danger, call 129.", "The police answer day and night."),
            ),
            "body": [WAY_OUT_EN, PROOF_EN, NO_TROUBLE_EN, NOT_SURE_EN],
        },
    ),
)
