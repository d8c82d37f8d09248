"""The other help pages that speak to children and young people: they say "ti"."""

from demo.content.help_words import EN, NO_TROUBLE_EN, NO_TROUBLE_SQ, NOT_SURE_EN, NOT_SURE_SQ, SHARED, SQ
from demo.content.writing import Pair, ask, steps, word

PAGES = (
    Pair(
        kind="HelpPage",
        slug=("5", "5"),
        both=SHARED | {"harm": "bullying"},
        sq=SQ
        | {
            "title": "Më tallin dhe më ngacmojnë",
            "first_word": "Nuk je ti problemi. Ajo që të bëjnë nuk është shaka.",
            "summary": "Bullizmi ndalet më shpejt kur e di edhe dikush tjetër.",
            "steps": steps(
                ("Mos ua kthe me të njëjtën monedhë.", "Presin pikërisht këtë. Heshtja nuk është humbje."),
                ("Ruaj mesazhet.", "Data, emri i llogarisë, çfarë u tha. Pastaj blloko."),
                ("Tregoja dikujt.", "Një prindi, kujdestares së klasës, psikologut të shkollës."),
                ("Raporto.", "Edhe kur nuk ndodh me ty, por me dikë tjetër."),
            ),
            "body": [
                ask(
                    "Po nëse bëhet më keq kur e tregoj?",
                    "Thuaje edhe këtë frikë. Një i rritur i mirë nuk vepron pa të pyetur ty.",
                ),
                NO_TROUBLE_SQ,
                NOT_SURE_SQ,
            ],
        },
        en=EN
        | {
            "title": "I am being bullied",
            "first_word": "You are not the problem. What they do to you is no joke.",
            "summary": "Bullying stops sooner when somebody else knows too.",
            "steps": steps(
                ("Do not pay back in kind.", "That is what they wait for. Staying silent is not losing."),
                ("Keep the messages.", "The date, the name of the account, what was said. Then block."),
                ("Tell somebody.", "A parent, your form teacher, the school’s psychologist."),
                ("Report it.", "Also when it happens not to you but to somebody else."),
            ),
            "body": [
                ask(
                    "What if it gets worse when I tell?",
                    "Say that you fear this too. A good adult does not act without asking you.",
                ),
                NO_TROUBLE_EN,
                NOT_SURE_EN,
            ],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("6", "6"),
        both=SHARED | {"harm": "grooming"},
        sq=SQ
        | {
            "title": "Një i rritur më shkruan",
            "first_word": "Ke të drejtë ta mbyllësh bisedën, pa dhënë asnjë arsye.",
            "summary": "Kur dikush të kërkon ta mbash të fshehtë, kjo është arsyeja ta tregosh.",
            "steps": steps(
                ("Mos dërgo foto dhe mos e ndiz kamerën.", "As „vetëm një”, as „vetëm fytyrën”."),
                ("Mos e tako.", "Në internet kushdo mund të thotë se është në moshën tënde."),
                ("Mos e fshi bisedën.", "Pastaj blloko llogarinë."),
                ("Tregoja një të rrituri që i beson, dhe raporto.", "Ndoshta u shkruan edhe të tjerëve."),
            ),
            "body": [NO_TROUBLE_SQ, NOT_SURE_SQ],
        },
        en=EN
        | {
            "title": "An adult is writing to me",
            "first_word": "You may end the chat, and you need give no reason.",
            "summary": "When somebody asks you to keep it secret, that is the reason to tell.",
            "steps": steps(
                ("Send no photo and keep the camera off.", "Not “just one”, and not “just your face”."),
                ("Do not meet them.", "On the internet anyone can say that they are your age."),
                ("Do not delete the chat.", "Then block the account."),
                ("Tell an adult you trust, and report it.", "They may be writing to others too."),
            ),
            "body": [NO_TROUBLE_EN, NOT_SURE_EN],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("7", "7"),
        both=SHARED | {"harm": "impersonation"},
        sq=SQ
        | {
            "title": "Dikush hiqet sikur jam unë",
            "first_word": "Emri dhe fytyra jote janë të tuat. Askush nuk ka të drejtë t’i marrë.",
            "summary": "Një profil i rremë mund të hiqet. Sa më shpejt ta tregosh, aq më mirë.",
            "steps": steps(
                ("Shëno adresën e profilit.", "Emri mund të ndryshohet, adresa na çon te llogaria."),
                ("Njofto miqtë.", "„Ai profil nuk jam unë. Mos i përgjigjni dhe raportojeni.”"),
                ("Raporto në aplikacion dhe te ne.", "Nëse aplikacioni nuk të dëgjon, provojmë ne."),
                ("Ndrysho fjalëkalimin.", "Sidomos nëse dikush po shkruan nga llogaria jote e vërtetë."),
            ),
            "body": [NOT_SURE_SQ],
        },
        en=EN
        | {
            "title": "Someone is pretending to be me",
            "first_word": "Your name and your face are yours. Nobody has the right to take them.",
            "summary": "A fake profile can be taken down. The sooner you tell, the better.",
            "steps": steps(
                ("Note the profile’s address.", "The name can be changed; the address leads us to the account."),
                ("Tell your friends.", "“That profile is not me. Do not answer it, and report it.”"),
                ("Report it in the app and to us.", "If the app does not listen to you, we try."),
                ("Change your password.", "Above all if somebody writes from your real account."),
            ),
            "body": [NOT_SURE_EN],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("8", "8"),
        both=SHARED | {"harm": "violence"},
        sq=SQ
        | {
            "title": "Pashë diçka të tmerrshme",
            "first_word": "Është normale që të dridhesh. Nuk e kërkove ti ta shihje këtë.",
            "summary": "Pamja mund të të kthehet në mendje. Kalon më lehtë kur flet për të.",
            "steps": steps(
                ("Mbylle dhe mos e hap përsëri.", "As për t’u siguruar, as për t’ua treguar të tjerëve."),
                ("Bëj diçka për trupin.", "Pi ujë, dil pak jashtë, ulu me dikë."),
                ("Fol me dikë.", "Në ALO 116 111 flet me një psikolog ose punonjës social, falas, ditë e natë."),
                ("Raporto ku e pe.", "Që të mos i dalë përpara edhe dikujt tjetër."),
            ),
            "body": [
                word("alert", "A është dikush në rrezik tani?", "Telefono policinë: 129."),
                NO_TROUBLE_SQ,
                NOT_SURE_SQ,
            ],
        },
        en=EN
        | {
            "title": "I saw something terrible",
            "first_word": "It is normal to be shaken. You did not ask to see this.",
            "summary": "The picture may come back to your mind. It passes more easily when you talk about it.",
            "steps": steps(
                ("Close it and do not open it again.", "Not to make sure, and not to show it to others."),
                ("Do something for your body.", "Drink water, go out a little, sit with somebody."),
                (
                    "Talk to somebody.",
                    "At ALO 116 111 you talk to a psychologist or social worker, free, day and night.",
                ),
                ("Report where you saw it.", "So that nobody else comes across it."),
            ),
            "body": [
                word("alert", "Is somebody in danger now?", "Call the police: 129."),
                NO_TROUBLE_EN,
                NOT_SURE_EN,
            ],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("9", "9"),
        both=SHARED | {"harm": "unknown"},
        sq=SQ
        | {
            "title": "A do të kem telashe? A duhet ta di me siguri?",
            "first_word": "Mund të na shkruash pa emër, dhe nuk ke nevojë ta dish me siguri.",
            "summary": "Shumë veta ngurrojnë para butonit „Raporto”. Ja çfarë pyesin më shpesh.",
            "body": [
                ask(
                    "A do ta marrin vesh prindërit?",
                    "Jo nga formulari: nuk të pyet as emrin, as adresën. Por një i rritur që i beson është shpesh "
                    "ndihma "
                    "më e mirë.",
                ),
                ask(
                    "A e merr vesh ai që e bëri?",
                    "Nuk u themi askujt kush raportoi. As ne nuk e dimë, nëse nuk na e thua ti.",
                ),
                ask(
                    "Po nëse gaboj?",
                    "Një njeri e shikon para se të ndodhë gjë. Një gabim i ndershëm nuk dëmton askënd.",
                ),
                ask(
                    "Po nëse kam bërë edhe vetë diçka që nuk duhej?",
                    "Na shkruaj prapë. Nuk mund të premtojmë si vendosin të tjerët, por ne nuk të gjykojmë, dhe të "
                    "kërkosh ndihmë është gjithmonë më mirë se të heshtësh.",
                ),
                ask(
                    "Çfarë është kodi?",
                    "Pas dërgimit merr një kod. Me të shikon ç’po bëjmë dhe mund të na shkruash. E ke vetëm ti: ruaje.",
                ),
            ],
        },
        en=EN
        | {
            "title": "Will I get into trouble? Need I be sure?",
            "first_word": "You can write to us without a name, and you need not be sure.",
            "summary": "Many people hesitate before the button “Report”. This is what they ask most often.",
            "body": [
                ask(
                    "Will my parents find out?",
                    "Not from the form: it asks for neither your name nor your address. But an adult you trust is "
                    "often "
                    "the best help.",
                ),
                ask(
                    "Will the one who did it find out?",
                    "We tell nobody who reported. We do not know it ourselves, unless you tell us.",
                ),
                ask(
                    "What if I am wrong?",
                    "A person looks before anything happens. An honest mistake hurts nobody.",
                ),
                ask(
                    "What if I did something myself that I should not have?",
                    "Write to us all the same. We cannot promise how others decide, but we do not judge you, and "
                    "asking "
                    "for help is always better than staying silent.",
                ),
                ask(
                    "What is the code?",
                    "After sending you get a code. With it you see what we do, and you can write to us. Only you have "
                    "it: keep it.",
                ),
            ],
        },
    ),
)
