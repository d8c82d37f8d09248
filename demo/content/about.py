"""Who we are, privacy, accessibility: "ju" in Albanian."""

from demo.content.writing import Pair, heading, points, words

PAGES = (
    Pair(
        kind="PlainPage",
        slug=("kush-jemi", "who-we-are"),
        sq={
            "title": "Kush jemi",
            "summary": "Platforma Kombëtare për Internet të Sigurt në Shqipëri, e ngritur nga CRCA/ECPAT Shqipëri në "
            "vitin 2015.",
            "body": [
                words(
                    "iSIGURT.al është shërbimi ku kushdo mund të raportojë atë që i bën keq fëmijëve në internet. Ai "
                    "funksionon edhe si Linja Kombëtare për Sigurinë në Internet të Fëmijëve."
                ),
                heading("Çfarë bëjmë"),
                points(
                    "Marrim raportime, edhe pa emër.",
                    "Kërkojmë heqjen e përmbajtjes atje ku ndodhet, dhe shohim nëse del përsëri.",
                    "Njoftojmë policinë kur dikush është në rrezik.",
                    "Çdo vit publikojmë Raportin Kombëtar, ku askush nuk mund të njihet.",
                ),
                heading("Çfarë nuk bëjmë"),
                words(
                    "Nuk jemi polici dhe nuk hetojmë. Nuk ruajmë kopje të përmbajtjes që na raportohet. Nuk flasim në "
                    "publik për asnjë raportim të veçantë."
                ),
            ],
        },
        en={
            "title": "Who we are",
            "summary": "The National Platform for Safer Internet in Albania, established by CRCA/ECPAT Albania in "
            "2015.",
            "body": [
                words(
                    "iSIGURT.al is the service where anyone can report what harms children on the internet. It is also "
                    "the National Hotline for Child Internet Safety."
                ),
                heading("What we do"),
                points(
                    "We take reports, without a name too.",
                    "We ask for the content’s removal where it is, and look whether it comes back.",
                    "We tell the police when somebody is in danger.",
                    "Every year we publish the National Report, in which nobody can be recognised.",
                ),
                heading("What we do not do"),
                words(
                    "We are not the police and do not investigate. We keep no copy of the content reported to us. "
                    "We do "
                    "not speak in public about any single report."
                ),
            ],
        },
    ),
    Pair(
        kind="PlainPage",
        slug=("privatesia", "privacy"),
        sq={
            "title": "Privatësia",
            "summary": "Kjo faqe nuk ju ndjek. Ja çfarë ruajmë, dhe çfarë jo.",
            "body": [
                heading("Kur lexoni"),
                points(
                    "Asnjë „cookie”, asnjë gjurmues, asgjë nga kompani të tjera.",
                    "Adresën tuaj IP nuk e ruajmë.",
                ),
                heading("Kur raportoni"),
                points(
                    "Ruajmë vetëm atë që na shkruani. Emrin nuk jua kërkojmë.",
                    "Raportimi mbyllet me çelës sapo dërgohet: dera publike nuk mund ta lexojë më.",
                    "Me kodin tuaj mund ta shihni dhe ta tërhiqni.",
                ),
                heading("Kush e lexon"),
                words(
                    "Punonjësit e linjës, dhe askush tjetër pa arsye. Kur dikush është në rrezik ose ka një krim, "
                    "njoftojmë policinë."
                ),
                heading("Pyetje dhe ankesa"),
                words(
                    "Na shkruani te <a href='mailto:isigurt@crca.al'>isigurt@crca.al</a>. Mund t’i drejtoheni edhe "
                    "Komisionerit për të Drejtën e Informimit dhe Mbrojtjen e të Dhënave Personale."
                ),
            ],
        },
        en={
            "title": "Privacy",
            "summary": "This site does not follow you. This is what we keep, and what we do not.",
            "body": [
                heading("When you read"),
                points(
                    "No cookie, no tracker, nothing from other companies.",
                    "We do not keep your IP address.",
                ),
                heading("When you report"),
                points(
                    "We keep only what you write to us. We do not ask for your name.",
                    "The report is locked as soon as it is sent: the public door can no longer read it.",
                    "With your code you can see it and withdraw it.",
                ),
                heading("Who reads it"),
                words(
                    "The hotline’s staff, and nobody else without a reason. When somebody is in danger, or there is a "
                    "crime, we tell the police."
                ),
                heading("Questions and complaints"),
                words(
                    "Write to us at <a href='mailto:isigurt@crca.al'>isigurt@crca.al</a>. You may also turn to the "
                    "Commissioner for the Right to Information and Protection of Personal Data."
                ),
            ],
        },
    ),
    Pair(
        kind="PlainPage",
        slug=("aksesueshmeria", "accessibility"),
        sq={
            "title": "Aksesueshmëria",
            "summary": "Kjo faqe duhet t’u shërbejë të gjithëve. Nëse diku nuk ia del, na e thoni.",
            "body": [
                heading("Si është ndërtuar"),
                points(
                    "Gjithçka punon me tastierë dhe me lexues ekrani.",
                    "Gjithçka punon edhe pa JavaScript dhe me një telefon të thjeshtë.",
                    "Teksti zmadhohet dyfish pa humbur asgjë.",
                    "Faqja bëhet e çelët ose e errët, sipas pajisjes suaj.",
                ),
                heading("Ku synojmë"),
                words("Standardi ynë është WCAG 2.2, niveli AA. E kontrollojmë me çdo ndryshim."),
                heading("Na e thoni"),
                words(
                    "Nëse diçka nuk lexohet ose nuk shtypet, shkruani te "
                    "<a href='mailto:isigurt@crca.al'>isigurt@crca.al</a> ose telefononi ALO 116 111, nëse keni nevojë "
                    "për ndihmë tani."
                ),
            ],
        },
        en={
            "title": "Accessibility",
            "summary": "This site should serve everyone. Where it does not, tell us.",
            "body": [
                heading("How it is built"),
                points(
                    "Everything works by keyboard and with a screen reader.",
                    "Everything works without JavaScript too, and on a cheap phone.",
                    "Text can be made twice as large without losing anything.",
                    "The page turns light or dark as your device is set.",
                ),
                heading("What we aim at"),
                words("Our standard is WCAG 2.2, level AA. We check it at every change."),
                heading("Tell us"),
                words(
                    "If something cannot be read or pressed, write to "
                    "<a href='mailto:isigurt@crca.al'>isigurt@crca.al</a>, or call ALO 116 111 if you need help now."
                ),
            ],
        },
    ),
)
