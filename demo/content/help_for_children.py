"""Help pages that speak to children and young people: "ti" in Albanian."""

from demo.content.writing import Pair, ask, steps, word, words

_SHARED = {"addressed": "child"}
_SQ, _EN = {"window_title": "Ndihmë"}, {"window_title": "Help"}

_NO_TROUBLE_SQ = ask(
    "A do të kem telashe?",
    "Ne nuk të gjykojmë dhe nuk të pyesim pse ndodhi. Mund të na shkruash pa emër. Kush kërkon ndihmë, po bën gjënë e "
    "duhur.",
)
_NO_TROUBLE_EN = ask(
    "Will I get into trouble?",
    "We do not judge you, and we do not ask why it happened. You can write to us without a name. Whoever asks for help "
    "does the right thing.",
)
_NOT_SURE_SQ = ask(
    "Po nëse nuk e di me siguri?",
    "Nuk ke nevojë ta dish me siguri. Na e trego ashtu siç e pe: një njeri e lexon dhe e sqaron.",
)
_NOT_SURE_EN = ask(
    "What if I am not sure?",
    "You need not be sure. Tell us as you saw it: a person reads it and works it out.",
)
_PROOF_SQ = word(
    "alert",
    "Foton vetë mos e ruaj dhe mos ia dërgo askujt.",
    "As neve, as policisë, as një shoku. Mjafton të na thuash ku ndodhet.",
)
_PROOF_EN = word(
    "alert",
    "Never save the picture itself, and send it to nobody.",
    "Not to us, not to the police, not to a friend. It is enough to tell us where it is.",
)

PAGES = (
    Pair(
        kind="HelpPage",
        slug=("1", "1"),
        both=_SHARED | {"harm": "grooming"},
        sq=_SQ
        | {
            "title": "Dikush më shantazhon",
            "first_word": "Nuk është faji yt, edhe nëse foton e dërgove vetë.",
            "summary": "Fajin e ka ai që kërcënon. Kjo u ka ndodhur edhe të tjerëve, dhe ka rrugëdalje.",
            "steps": steps(
                ("Mos paguaj.", "As para, as kartë dhuratë, as foto të tjera. Kush merr një herë, kërkon përsëri."),
                ("Mos i kthe më përgjigje.", "Nuk i detyrohesh asnjë shpjegim. Hesht, edhe nëse të jep afat."),
                (
                    "Mos fshi asgjë.",
                    "As bisedën, as llogarinë tënde: emri i tij dhe mesazhet janë provë. Pastaj mund ta bllokosh.",
                ),
                (
                    "Tregoja dikujt që i beson.",
                    "Një prindi, një mësueseje, një vëllai a motre më të madhe. Mjafton një fjali: „Dikush po më "
                    "shantazhon.”",
                ),
                ("Raporto.", "Na thuaj ku ndodh dhe si quhet llogaria. Emrin tënd nuk e duam."),
            ),
            "body": [
                _PROOF_SQ,
                ask(
                    "Po nëse e kam paguar tashmë?",
                    "Ndalo tani. Ruaj se kur dhe si pagove, dhe tregoja dikujt. Nuk je as i pari, as i fundit që e bëri.",
                ),
                ask(
                    "Po nëse ai e dërgon vërtet foton?",
                    "Na shkruaj sapo ta marrësh vesh. Kërkojmë heqjen e saj, dhe nuk e kërkon më vetëm ti.",
                ),
                _NO_TROUBLE_SQ,
            ],
        },
        en=_EN
        | {
            "title": "Somebody blackmails me",
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
                    "A parent, a teacher, an older brother or sister. One sentence is enough: “Somebody is "
                    "blackmailing me.”",
                ),
                ("Report it.", "Tell us where it happens and the name of the account. We do not want your name."),
            ),
            "body": [
                _PROOF_EN,
                ask(
                    "What if I have paid already?",
                    "Stop now. Keep when and how you paid, and tell somebody. You are neither the first nor the last.",
                ),
                ask(
                    "What if they really send the picture?",
                    "Write to us as soon as you know. We ask for its removal, and you no longer do it alone.",
                ),
                _NO_TROUBLE_EN,
            ],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("2", "2"),
        both=_SHARED | {"harm": "intimate_image"},
        sq=_SQ
        | {
            "title": "Fotoja ime po përhapet",
            "first_word": "Nuk ke bërë asgjë që e meriton këtë. Nuk je vetëm.",
            "summary": "Kush e përhap foton tënde pa lejen tënde, ai bën keq. Ka njerëz që të ndihmojnë ta ndalësh.",
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
                _PROOF_SQ,
                ask(
                    "Po nëse e njoh atë që e përhapi?",
                    "Mos u hakmerr dhe mos e kërcëno. Tregoja një të rrituri që i beson, dhe na e thuaj edhe neve.",
                ),
                _NO_TROUBLE_SQ,
                _NOT_SURE_SQ,
            ],
        },
        en=_EN
        | {
            "title": "My photo is going round",
            "first_word": "You have done nothing to deserve this. You are not alone.",
            "summary": "Whoever shares your photo without your permission does wrong. There are people who help you stop it.",
            "steps": steps(
                ("Breathe, and call somebody close.", "You need not get through this night without anyone."),
                (
                    "Note where it is.",
                    "The address of the page, the name of the account or group. Do not save or send the photo, not "
                    "even as evidence.",
                ),
                ("Report it to us.", "We ask for its removal where it is, and we look whether it comes back."),
                (
                    "Ask your friends to stop it.",
                    "One sentence is enough: “Delete it, do not pass it on, and tell me who sent it to you.”",
                ),
            ),
            "body": [
                _PROOF_EN,
                ask(
                    "What if I know who shared it?",
                    "Do not take revenge and do not threaten. Tell an adult you trust, and tell us too.",
                ),
                _NO_TROUBLE_EN,
                _NOT_SURE_EN,
            ],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("3", "3"),
        both=_SHARED | {"harm": "intimate_image"},
        sq=_SQ
        | {
            "title": "Më dërguan foton intime të dikujt",
            "first_word": "Mos e shpërnda. Raportoje.",
            "summary": "Nuk e kërkove ti. Por tani je ti ai që mund ta ndalë: zinxhiri këputet te kushdo që nuk e dërgon.",
            "steps": steps(
                ("Mos ia dërgo askujt.", "As për ta pyetur „a e pe?”. Çdo dërgim e lëndon përsëri atë që është në foto."),
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
                _PROOF_SQ,
                ask(
                    "Po nëse e kam shpërndarë tashmë?",
                    "Fshije, kërkoju edhe të tjerëve ta fshijnë, dhe raportoje. Më mirë tani sesa nesër.",
                ),
                _NO_TROUBLE_SQ,
                _NOT_SURE_SQ,
            ],
        },
        en=_EN
        | {
            "title": "I was sent someone’s intimate photo",
            "first_word": "Don’t share it. Report it.",
            "summary": "You did not ask for it. But now you can stop it: the chain breaks at whoever does not pass it on.",
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
                _PROOF_EN,
                ask(
                    "What if I have shared it already?",
                    "Delete it, ask the others to delete it too, and report it. Better now than tomorrow.",
                ),
                _NO_TROUBLE_EN,
                _NOT_SURE_EN,
            ],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("4", "4"),
        both=_SHARED | {"harm": "grooming"},
        sq=_SQ
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
            "body": [_NO_TROUBLE_SQ, _NOT_SURE_SQ],
        },
        en=_EN
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
            "body": [_NO_TROUBLE_EN, _NOT_SURE_EN],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("5", "5"),
        both=_SHARED | {"harm": "bullying"},
        sq=_SQ
        | {
            "title": "Më tallin dhe më ngacmojnë",
            "first_word": "Nuk je ti problemi. Ajo që të bëjnë nuk është shaka.",
            "summary": "Bullizmi ndalet më shpejt kur e di edhe dikush tjetër.",
            "steps": steps(
                ("Mos u kthe përgjigje me të njëjtën monedhë.", "Presin pikërisht këtë. Heshtja nuk është humbje."),
                ("Ruaj mesazhet.", "Data, emri i llogarisë, çfarë u tha. Pastaj blloko."),
                ("Tregoja dikujt.", "Një prindi, kujdestares së klasës, psikologut të shkollës."),
                ("Raporto.", "Edhe kur nuk ndodh me ty, por me dikë tjetër."),
            ),
            "body": [
                ask(
                    "Po nëse bëhet më keq kur e tregoj?",
                    "Thuaje edhe këtë frikë. Një i rritur i mirë nuk vepron pa të pyetur ty.",
                ),
                _NOT_SURE_SQ,
            ],
        },
        en=_EN
        | {
            "title": "I am bullied",
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
                _NOT_SURE_EN,
            ],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("6", "6"),
        both=_SHARED | {"harm": "grooming"},
        sq=_SQ
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
            "body": [_NO_TROUBLE_SQ, _NOT_SURE_SQ],
        },
        en=_EN
        | {
            "title": "An adult writes to me",
            "first_word": "You may end the chat, and you need give no reason.",
            "summary": "When somebody asks you to keep it secret, that is the reason to tell.",
            "steps": steps(
                ("Send no photo and keep the camera off.", "Not “just one”, and not “just your face”."),
                ("Do not meet them.", "On the internet anyone can say that they are your age."),
                ("Do not delete the chat.", "Then block the account."),
                ("Tell an adult you trust, and report it.", "They may be writing to others too."),
            ),
            "body": [_NO_TROUBLE_EN, _NOT_SURE_EN],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("7", "7"),
        both=_SHARED | {"harm": "impersonation"},
        sq=_SQ
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
            "body": [_NOT_SURE_SQ],
        },
        en=_EN
        | {
            "title": "Someone pretends to be me",
            "first_word": "Your name and your face are yours. Nobody has the right to take them.",
            "summary": "A fake profile can be taken down. The sooner you tell, the better.",
            "steps": steps(
                ("Note the profile’s address.", "The name can be changed; the address leads us to the account."),
                ("Tell your friends.", "“That profile is not me. Do not answer it, and report it.”"),
                ("Report it in the app and to us.", "If the app does not listen to you, we try."),
                ("Change your password.", "Above all if somebody writes from your real account."),
            ),
            "body": [_NOT_SURE_EN],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("8", "8"),
        both=_SHARED | {"harm": "violence"},
        sq=_SQ
        | {
            "title": "Pashë diçka të tmerrshme",
            "first_word": "Është normale që të dridhesh. Nuk e kërkove ti ta shihje këtë.",
            "summary": "Pamja mund të të kthehet në mendje. Kalon më lehtë kur flet për të.",
            "steps": steps(
                ("Mbylle dhe mos e hap përsëri.", "As për ta vërtetuar, as për t’ua treguar të tjerëve."),
                ("Bëj diçka për trupin.", "Pi ujë, dil pak jashtë, ulu me dikë."),
                ("Fol me dikë.", "Në ALO 116 111 flet me një psikolog ose punonjës social, falas, ditë e natë."),
                ("Raporto ku e pe.", "Që të mos i dalë përpara edhe dikujt tjetër."),
            ),
            "body": [
                word("alert", "A është dikush në rrezik tani?", "Telefono policinë: 129."),
                _NO_TROUBLE_SQ,
                _NOT_SURE_SQ,
            ],
        },
        en=_EN
        | {
            "title": "I saw something terrible",
            "first_word": "It is normal to be shaken. You did not ask to see this.",
            "summary": "The picture may come back to your mind. It passes more easily when you talk about it.",
            "steps": steps(
                ("Close it and do not open it again.", "Not to make sure, and not to show it to others."),
                ("Do something for your body.", "Drink water, go out a little, sit with somebody."),
                ("Talk to somebody.", "At ALO 116 111 you talk to a psychologist or social worker, free, day and night."),
                ("Report where you saw it.", "So that nobody else comes across it."),
            ),
            "body": [
                word("alert", "Is somebody in danger now?", "Call the police: 129."),
                _NO_TROUBLE_EN,
                _NOT_SURE_EN,
            ],
        },
    ),
    Pair(
        kind="HelpPage",
        slug=("9", "9"),
        both=_SHARED | {"harm": "unknown"},
        sq=_SQ
        | {
            "title": "A do të kem telashe? A duhet ta di me siguri?",
            "first_word": "Mund të na shkruash pa emër, dhe nuk ke nevojë ta dish me siguri.",
            "summary": "Shumë veta ngurrojnë para butonit „Raporto”. Ja çfarë pyesin më shpesh.",
            "body": [
                ask(
                    "A do ta marrin vesh prindërit?",
                    "Jo nga formulari: nuk të pyet as emrin, as adresën. Por një i rritur që i beson është shpesh ndihma "
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
        en=_EN
        | {
            "title": "Will I get into trouble? Need I be sure?",
            "first_word": "You can write to us without a name, and you need not be sure.",
            "summary": "Many people hesitate before the button “Report”. This is what they ask most often.",
            "body": [
                ask(
                    "Will my parents find out?",
                    "Not from the form: it asks for neither your name nor your address. But an adult you trust is often "
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
                    "Write to us all the same. We cannot promise how others decide, but we do not judge you, and asking "
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
