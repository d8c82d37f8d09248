"""Guides and lesson plans for each audience."""

from typing import Any

from demo.content.writing import Block, Pair, heading, in_order, points, word, words


def _resource(
    slug: tuple[str, str],
    audiences: list[str],
    sq: tuple[str, str, list[Block]],
    en: tuple[str, str, list[Block]],
    **both: Any,
) -> Pair:
    """Return a resource from title, summary and text in each language; a guide unless told otherwise."""
    return Pair(
        kind="ResourcePage",
        slug=slug,
        both={"kind": "guide", "audiences": audiences, **both},
        sq={"title": sq[0], "summary": sq[1], "body": sq[2]},
        en={"title": en[0], "summary": en[1], "body": en[2]},
    )


PAGES = (
    _resource(
        ("pese-fjali", "five-sentences"),
        ["children"],
        (
            "Pesë fjali që të mbajnë në këmbë",
            "Mësoji si një vjershë. Vlejnë në lojë, në bisedë dhe në video.",
            [
                in_order(
                    ("„Nuk ta jap fjalëkalimin.”", "As shokut më të mirë. Fjalëkalimi është si çelësi i shtëpisë."),
                    ("„Pyes njëherë në shtëpi.”", "Para se të shkarkosh, të blesh ose të takosh dikë."),
                    ("„Nuk dërgoj foto.”", "Kush të do të mirën, nuk të detyron."),
                    ("„Kjo nuk më pëlqen, po e mbyll.”", "Mund ta mbyllësh gjithmonë, edhe në mes."),
                    ("„Po ia tregoj dikujt.”", "Nuk është spiunim. Është guxim."),
                ),
                word("calm", "Ke nevojë të flasësh?", "ALO 116 111, falas, ditë e natë."),
            ],
        ),
        (
            "Five sentences that keep you on your feet",
            "Learn them like a rhyme. They work in a game, in a chat and in a video.",
            [
                in_order(
                    ("“I won’t give you my password.”", "Not even to a best friend. It is like the key of your home."),
                    ("“I’ll ask at home first.”", "Before you download, buy, or meet somebody."),
                    ("“I don’t send photos.”", "Whoever means you well does not press you."),
                    ("“I don’t like this, I’m closing it.”", "You can always close it, even halfway."),
                    ("“I’m telling somebody.”", "That is not telling tales. It is courage."),
                ),
                word("calm", "Do you need to talk?", "ALO 116 111, free, day and night."),
            ],
        ),
        ages=["6-9", "10-12"],
    ),
    _resource(
        ("para-se-te-dergosh", "before-you-send"),
        ["young_people"],
        (
            "Para se të dërgosh",
            "Tri pyetje që i bën vetes para se një foto të ikë nga dora.",
            [
                in_order(
                    ("E dua vërtet, apo po më shtyjnë?", "Kush të do, pret. Kush të shtyn, nuk ka mirësi."),
                    ("Ku mund të përfundojë?", "Foto e dërguar nuk kthehet. Edhe ajo që „zhduket” mund të ruhet."),
                    ("E kujt është fotoja?", "Nëse nuk je ti në të, nuk është e jotja për ta dërguar."),
                ),
                heading("Tashmë e dërgove?"),
                words("Nuk është fundi i botës, dhe nuk është faji yt nëse dikush e keqpërdor. Na shkruaj, pa emër."),
            ],
        ),
        (
            "Before you send",
            "Three questions to ask yourself before a photo leaves your hand.",
            [
                in_order(
                    ("Do I really want to, or am I pushed?", "Whoever likes you waits. Whoever pushes means no good."),
                    (
                        "Where may it end up?",
                        "A photo that is sent does not come back. One that “vanishes” can be kept.",
                    ),
                    ("Whose photo is it?", "If you are not in it, it is not yours to send."),
                ),
                heading("Have you sent it already?"),
                words(
                    "It is not the end of the world, and not your fault if somebody misuses it. Write to us, no name."
                ),
            ],
        ),
        ages=["13-15", "16-17"],
    ),
    _resource(
        ("biseda-e-pare", "the-first-talk"),
        ["parents"],
        (
            "Biseda e parë për internetin",
            "Pesë pyetje për tryezën e kuzhinës. Nuk duhet të jeni ekspert.",
            [
                in_order(
                    ("„Çfarë të bëri për të qeshur sot në internet?”", "Nisni nga e mira."),
                    ("„Kë njeh atje që nuk e njoh unë?”", "Pyesni me kureshtje, jo si në hetim."),
                    ("„Çfarë do të bëje, po të të dërgonin diçka të keqe?”", "Lëreni ta gjejë vetë."),
                    ("„Kujt do t’ia tregoje?”", "Nëse nuk jeni ju, mos u lëndoni: rëndësi ka të jetë dikush."),
                    ("„Çfarë duhet të bëj unë, që të ma tregosh?”", "Përgjigjja është marrëveshja juaj."),
                ),
                word("note", "Mos e kërcënoni me heqjen e telefonit.", "Fëmija që e ka këtë frikë, hesht."),
            ],
        ),
        (
            "The first talk about the internet",
            "Five questions for the kitchen table. You need not be an expert.",
            [
                in_order(
                    ("“What made you laugh online today?”", "Begin with the good."),
                    ("“Whom do you know there that I do not?”", "Ask with curiosity, not as in an inquiry."),
                    ("“What would you do if you were sent something bad?”", "Let them find it themselves."),
                    ("“Whom would you tell?”", "If it is not you, do not be hurt: what counts is that it is somebody."),
                    ("“What must I do, so that you tell me?”", "The answer is your agreement."),
                ),
                word("note", "Do not threaten to take the phone away.", "A child with this fear stays silent."),
            ],
        ),
    ),
    _resource(
        ("kur-femija-tregon", "when-a-child-tells"),
        ["parents", "teachers", "social_workers"],
        (
            "Kur fëmija tregon diçka të rëndë",
            "Dhjetë minutat e para: çfarë të thoni, çfarë të mos thoni.",
            [
                heading("Thoni"),
                points("„Të besoj.”", "„Nuk është faji yt.”", "„Bëre mirë që ma tregove.”", "„Do ta zgjidhim bashkë.”"),
                heading("Mos thoni"),
                points("„Pse e bëre?”", "„Ta kisha thënë.”", "„Mos ia trego askujt.”"),
                word("alert", "Mos e kërkoni dhe mos e ruani foton.", "Shënoni vetëm ku ndodhet, dhe raportojeni."),
            ],
        ),
        (
            "When a child tells you something grave",
            "The first ten minutes: what to say, and what not to say.",
            [
                heading("Say"),
                points(
                    "“I believe you.”",
                    "“It is not your fault.”",
                    "“You did right to tell me.”",
                    "“We will solve it together.”",
                ),
                heading("Do not say"),
                points("“Why did you do it?”", "“I told you so.”", "“Tell nobody.”"),
                word("alert", "Do not ask for the picture or keep it.", "Note only where it is, and report it."),
            ],
        ),
    ),
    _resource(
        ("ore-mesimi-fotoja", "lesson-the-photo"),
        ["teachers"],
        (
            "Orë mësimi: nuk është fotoja jote",
            "Një orë me klasën, pa asnjë foto dhe pa emra.",
            [
                heading("Çfarë duhet"),
                points("Letra të vogla dhe lapsa.", "Një kuti.", "Numri ALO 116 111 në dërrasë."),
                heading("Si ecën ora"),
                in_order(
                    ("Historia", "Lexoni: „Arta merr një foto që s’është e saj. Dhjetë veta në grup presin.”"),
                    ("Letrat", "Secili shkruan, pa emër, çfarë do të bënte. Letrat hidhen në kuti."),
                    ("Zinxhiri", "Lexoni disa letra. Pyesni: ku këputet zinxhiri?"),
                    ("Rruga", "Tregoni bashkë: fshij, raporto, qëndro pranë, telefono."),
                ),
                word(
                    "note",
                    "Nëse një nxënës tregon diçka të vetën",
                    "mos e lini të flasë para klasës. Dëgjojeni pas orës.",
                ),
            ],
        ),
        (
            "Lesson: it is not your photo",
            "One lesson with the class, with no photo and no names.",
            [
                heading("What you need"),
                points("Small sheets and pencils.", "A box.", "The number ALO 116 111 on the board."),
                heading("How the lesson goes"),
                in_order(
                    ("The story", "Read: “Arta gets a photo that is not hers. Ten others in the group are waiting.”"),
                    ("The sheets", "Everyone writes, without a name, what they would do. The sheets go into the box."),
                    ("The chain", "Read some of them. Ask: where does the chain break?"),
                    ("The way", "Show it together: delete, report, stand by, call."),
                ),
                word(
                    "note",
                    "If a pupil tells of their own case",
                    "do not let them do so before the class. Listen after.",
                ),
            ],
        ),
        kind="lesson_plan",
        printed=True,
        ages=["13-15", "16-17"],
    ),
    _resource(
        ("njesia-dhe-interneti", "the-unit-and-the-internet"),
        ["social_workers"],
        (
            "Kur rasti vjen nga interneti",
            "Për punonjësit socialë dhe njësitë e mbrojtjes së fëmijëve: nga raportimi te kujdesi.",
            [
                points(
                    "Siguria e para: a e njeh fëmija atë që e dëmton, a jetojnë afër?",
                    "Një njeri, një bisedë: mos e bëni fëmijën ta tregojë përsëri e përsëri.",
                    "Përmbajtjen mos e shikoni. Për heqjen e saj merremi ne.",
                    "Pajtohuni me fëmijën për çka i thuhet familjes dhe shkollës.",
                    "Ndiqeni edhe pas heqjes: frika mbetet më gjatë se fotoja.",
                )
            ],
        ),
        (
            "When the case comes from the internet",
            "For social workers and child-protection units: from the report to care.",
            [
                points(
                    "Safety first: does the child know who harms them, and do they live near?",
                    "One person, one talk: do not make the child tell it again and again.",
                    "Do not look at the content. Its removal is our part.",
                    "Agree with the child on what the family and the school are told.",
                    "Stay with them after the removal: fear lasts longer than the picture.",
                )
            ],
        ),
    ),
    _resource(
        ("kur-perhapet-ne-shkolle", "when-it-spreads-at-school"),
        ["security_officers", "teachers"],
        (
            "Kur një foto përhapet në shkollë",
            "Për oficerët e sigurisë dhe drejtuesit: çfarë bëni sot, çfarë nuk bëni kurrë.",
            [
                heading("Sot"),
                points(
                    "Mbrojeni atë që është në foto: një vend i qetë, një njeri pranë.",
                    "Shënoni kush njoftoi, kur, dhe në cilin grup po kalon.",
                    "Raportoni te ne; nëse dikush kërcënohet, edhe në policinë: 129.",
                ),
                heading("Kurrë"),
                points(
                    "Mos e kërkoni foton dhe mos e ruani në telefonin tuaj.",
                    "Mos i rreshtoni telefonat e nxënësve.",
                    "Mos e thërrisni fëmijën para të tjerëve.",
                ),
            ],
        ),
        (
            "When a photo spreads at school",
            "For security officers and heads: what you do today, and what you never do.",
            [
                heading("Today"),
                points(
                    "Protect the person in the photo: a quiet room, somebody beside them.",
                    "Note who told you, when, and in which group it is going round.",
                    "Report it to us; if somebody is threatened, to the police too: 129.",
                ),
                heading("Never"),
                points(
                    "Do not ask for the photo and do not keep it on your own phone.",
                    "Do not line up the pupils’ phones.",
                    "Do not call the child out before the others.",
                ),
            ],
        ),
    ),
    _resource(
        ("nje-mbremje-ne-lagje", "an-evening-in-the-neighbourhood"),
        ["civil_society"],
        (
            "Një mbrëmje në lagje",
            "Si organizohet një bisedë me prindërit, me pak mjete.",
            [
                in_order(
                    ("Gjeni vendin", "Biblioteka, shkolla, qendra e komunitetit: aty ku njerëzit vijnë vetë."),
                    ("Ftoni një zë të afërt", "Një mësuese, një psikolog, një i ri i lagjes."),
                    ("Flisni pak, dëgjoni shumë", "Një rast i sajuar, pastaj pyetjet e tyre."),
                    ("Lërini diçka në dorë", "Numrat e ndihmës dhe adresën e raportimit."),
                )
            ],
        ),
        (
            "An evening in the neighbourhood",
            "How to hold a talk with parents, with few means.",
            [
                in_order(
                    ("Find the place", "The library, the school, the community centre: where people come anyway."),
                    ("Invite a voice they know", "A teacher, a psychologist, a young person of the neighbourhood."),
                    ("Talk little, listen much", "One invented case, then their questions."),
                    ("Leave something in their hands", "The numbers that help, and the address for reports."),
                )
            ],
        ),
    ),
    _resource(
        ("kur-ju-shkruajme", "when-we-write-to-you"),
        ["industry"],
        (
            "Kur ju shkruajmë",
            "Për ofruesit e internetit, të strehimit dhe të platformave: çfarë ka në njoftimin tonë.",
            [
                points(
                    "Adresa e saktë e përmbajtjes, dhe arsyeja.",
                    "Kush jemi, dhe ku na përgjigjeni.",
                    "Asnjë kopje e përmbajtjes, kurrë.",
                ),
                words("Ju lutemi, hiqeni në burim kur mundeni: bllokimi e fsheh, heqja e mbyll."),
            ],
        ),
        (
            "When we write to you",
            "For internet, hosting and platform providers: what our notice holds.",
            [
                points(
                    "The exact address of the content, and the reason.",
                    "Who we are, and where to answer us.",
                    "No copy of the content, ever.",
                ),
                words("Please remove it at the source where you can: blocking hides it, removal ends it."),
            ],
        ),
    ),
    _resource(
        ("si-te-shkruani", "how-to-write-about-it"),
        ["media"],
        (
            "Si të shkruani për fëmijët dhe internetin",
            "Një shkrim mund të ndihmojë ose të lëndojë për së dyti.",
            [
                points(
                    "Askush të mos njihet: as nga emri, as nga shkolla, lagjja ose zëri.",
                    "Mos e përshkruani përmbajtjen dhe mos tregoni si gjendet.",
                    "Thoni „abuzim”, jo „skandal”; „fëmija që iu bë”, jo „fëmija që bëri”.",
                    "Mbyllni me ndihmën: ALO 116 111 dhe adresa e raportimit.",
                )
            ],
        ),
        (
            "How to write about children and the internet",
            "A story can help, or hurt a second time.",
            [
                points(
                    "Nobody can be recognised: not by name, nor school, neighbourhood or voice.",
                    "Do not describe the content, and do not tell how to find it.",
                    "Say “abuse”, not “scandal”; “what was done to the child”, not “what the child did”.",
                    "End with help: ALO 116 111 and the address for reports.",
                )
            ],
        ),
    ),
    _resource(
        ("pyetje-per-vendimmarres", "questions-for-decision-makers"),
        ["decision_makers"],
        (
            "Katër pyetje për vendimmarrësit",
            "Para çdo vendimi që prek internetin e fëmijëve.",
            [
                in_order(
                    ("A i pyetëm fëmijët?", "Ata e njohin rrezikun nga brenda."),
                    ("A heq apo vetëm fsheh?", "Heqja në burim e para; bllokimi i fundit, dhe vetëm i adresës."),
                    ("A ka kush përgjigjet në telefon?", "Një ligj pa njerëz që ndihmojnë mbetet letër."),
                    ("A do ta dimë nëse funksionoi?", "Raporti Kombëtar jep shifra ku askush nuk njihet."),
                )
            ],
        ),
        (
            "Four questions for decision-makers",
            "Before every decision that touches children’s internet.",
            [
                in_order(
                    ("Did we ask the children?", "They know the danger from inside."),
                    ("Does it remove, or only hide?", "Removal at the source first; blocking last, and of an address."),
                    ("Is there somebody to answer the phone?", "A law without people who help stays paper."),
                    ("Will we know whether it worked?", "The National Report gives figures in which nobody is known."),
                )
            ],
        ),
    ),
)
