"""Press releases."""

from datetime import date

from demo.content.writing import Pair, heading, points, words

PAGES = (
    Pair(
        kind="PressReleasePage",
        slug=("hapet-fushata-2023", "campaign-2023-opens"),
        both={
            "released_on": date(2023, 2, 7),
            "contact_name": "iSIGURT.al",
            "contact_mail": "isigurt@crca.al",
        },
        sq={
            "title": "Hapet fushata kombëtare për internetin e sigurt për fëmijët",
            "place": "Tiranë",
            "summary": "Në Ditën Ndërkombëtare për Internet të Sigurt, iSIGURT.al fillon një fushatë kombëtare me "
            "moton "
            "„Së bashku mund ta bëjmë internetin më të sigurt për fëmijët”.",
            "body": [
                words(
                    "Sot në mëngjes iSIGURT.al hapi në Shqipëri fushatën kombëtare për internetin e sigurt për "
                    "fëmijët. "
                    "Motoja e saj: „Së bashku mund ta bëjmë internetin më të sigurt për fëmijët”.",
                    "Fushata u drejtohet fëmijëve, prindërve, institucioneve dhe gjithë shoqërisë. Ajo kërkon më shumë "
                    "kujdes, që asnjë fëmijë të mos preket nga dhuna seksuale në internet dhe të mos ndeshet me "
                    "përmbajtje të papërshtatshme për moshën e tij.",
                ),
                heading("Tri ditë, tri ngjarje"),
                points(
                    "<b>7 shkurt:</b> hapet Dita për Internet të Sigurt, me mediat, organizatat, shkollat, mësuesit, "
                    "fëmijët dhe adoleshentët, oficerët e sigurisë dhe prindërit.",
                    "<b>9 shkurt:</b> nis fushata „Nuk është fotoja jote intime? Mos e shpërnda - Raportoje!”. Fotot "
                    "intime që fëmijët i shkëmbejnë mes tyre mund të përhapen pa lejen e tyre; ata duhet ta dinë si të "
                    "ruhen dhe ku të kërkojnë ndihmë.",
                    "<b>10 shkurt:</b> publikohet Raporti Kombëtar për Internetin e Sigurt në Shqipëri, botim i "
                    "përvitshëm i iSIGURT, me atë që raportojnë fëmijët dhe me rekomandime për institucionet "
                    "shtetërore "
                    "dhe industrinë e internetit.",
                ),
                words(
                    "Dita për Internet të Sigurt mbahet në Shqipëri që nga viti 2005. Me sloganin „Së bashku për një "
                    "internet më të mirë” ajo i fton të gjithë të përdorin teknologjinë me përgjegjësi, respekt, "
                    "mendim kritik dhe krijimtari.",
                    "Dita u drejtohet fëmijëve dhe të rinjve, prindërve dhe kujdestarëve, mësuesve, edukatorëve dhe "
                    "punonjësve socialë, industrisë së internetit dhe të komunikimit, vendimmarrësve dhe politikanëve: "
                    "secili ka rolin e vet.",
                ),
            ],
            "boilerplate": "<p>iSIGURT.al është Platforma Kombëtare për Internet të Sigurt në Shqipëri dhe "
            "njëkohësisht "
            "Linja Kombëtare për Sigurinë në Internet të Fëmijëve. E ngriti CRCA/ECPAT Shqipëri në vitin 2015. Ajo "
            "merr "
            "raportime dhe kërkon heqjen e përmbajtjeve me dhunë seksuale ndaj fëmijëve, bullizëm, dhunë ekstreme, si "
            "dhe gjuhë dhe krime të urrejtjes.</p>",
        },
        en={
            "title": "National campaign on safer internet for children opens",
            "place": "Tirana",
            "summary": "On the International Day for Safer Internet, iSIGURT.al begins a national campaign under the "
            "motto “Together we can make the Internet safer for children”.",
            "body": [
                words(
                    "This morning iSIGURT.al opened the national campaign on safer internet for children in Albania. "
                    "Its motto: “Together we can make the Internet safer for children”.",
                    "The campaign speaks to children, parents, institutions and the whole of society. It asks for more "
                    "care, so that no child is touched by sexual violence online, and none comes across content "
                    "that is "
                    "not for their age.",
                ),
                heading("Three days, three events"),
                points(
                    "<b>7 February:</b> Safer Internet Day opens, with media, organisations, schools, teachers, "
                    "children "
                    "and teenagers, security officers and parents.",
                    "<b>9 February:</b> the campaign “This isn’t your intimate photo! Don’t share it - Report it!” "
                    "begins. Intimate photos that children exchange can spread without their permission; they "
                    "should know "
                    "how to be careful and where to ask for help.",
                    "<b>10 February:</b> the National Report on the Safer Internet in Albania is published, iSIGURT’s "
                    "yearly publication, with what children report and with recommendations to the authorities, civil "
                    "society and the internet industry.",
                ),
                words(
                    "Safer Internet Day has been held in Albania since 2005. With its slogan “Together for a Better "
                    "Internet” it invites everyone to use technology responsibly, respectfully, critically and "
                    "creatively.",
                    "The day speaks to children and young people, parents and guardians, teachers, child-protection "
                    "agencies, the industry, decision-makers and politicians: everyone has a part to play.",
                ),
            ],
            "boilerplate": "<p>iSIGURT.al is the National Platform for Safer Internet in Albania, and at the same time "
            "the National Hotline for Child Internet Safety. CRCA/ECPAT Albania established it in 2015. It takes "
            "reports and asks for the removal of content with sexual violence against children, bullying, extreme "
            "violence, and hate speech and hate crime.</p>",
        },
    ),
)
