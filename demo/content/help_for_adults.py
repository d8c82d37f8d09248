"""Help pages that speak to adults: "ju" in Albanian."""

from demo.content.writing import Pair, ask, steps

PAGES = (
    Pair(
        kind="HelpPage",
        slug=("10", "10"),
        both={"addressed": "adult", "harm": "age_inappropriate"},
        sq={
            "window_title": "Ndihmë",
            "title": "Fëmija im pa diçka",
            "first_word": "Qetësia juaj është ndihma e parë. Fëmija nuk ka faj.",
            "summary": "Nuk keni pse t’i dini të gjitha përgjigjet. Mjafton ta dëgjoni pa e ndërprerë.",
            "steps": steps(
                (
                    "Dëgjojeni, pa e qortuar.",
                    "„Bëre mirë që ma tregove.” Kush qortohet, herën tjetër hesht.",
                ),
                ("Mos ia merrni telefonin si dënim.", "Fëmijët shpesh heshtin pikërisht nga kjo frikë."),
                (
                    "Mos e ruani dhe mos e shpërndani atë që pa.",
                    "As për t’ua treguar prindërve të tjerë, as si provë. Shënoni vetëm adresën ose emrin e llogarisë.",
                ),
                ("Raportojeni te ne.", "Kërkojmë heqjen e saj, dhe shohim kush tjetër duhet ta dijë."),
                (
                    "Kërkoni këshillë.",
                    "Në ALO 116 111 flisni me një psikolog ose punonjës social, falas, ditë e natë.",
                ),
            ),
            "body": [
                ask(
                    "Si ta di nëse ka nevojë për më shumë ndihmë?",
                    "Nëse nuk fle, nuk ha, shmang shokët ose nuk do të shkojë në shkollë, flisni me një specialist.",
                ),
                ask(
                    "Po nëse dikush e shantazhon fëmijën tim?",
                    "Mos paguani dhe mos i shkruani shantazhuesit. Mos fshini bisedat. Raportojeni dhe telefononi "
                    "policinë: 129.",
                ),
                ask(
                    "Po nëse nuk e di me siguri çfarë ka ndodhur?",
                    "Nuk keni nevojë ta dini me siguri. Na shkruani atë që dini: një njeri e lexon dhe e sqaron.",
                ),
                ask(
                    "A mund të raportoj unë në vend të fëmijës?",
                    "Po. Tregojini fëmijës ç’do të bëni, dhe ruani kodin së bashku.",
                ),
            ],
        },
        en={
            "window_title": "Help",
            "title": "My child saw something",
            "first_word": "Your calm is the first help. The child is not to blame.",
            "summary": "You need not know every answer. It is enough to listen without interrupting.",
            "steps": steps(
                ("Listen, and do not scold.", "“You did right to tell me.” Whoever is scolded stays silent next time."),
                ("Do not take the phone away as a punishment.", "It is often this fear that keeps children silent."),
                (
                    "Do not save or share what they saw.",
                    "Not to show other parents, and not as evidence. Note only the address or the account’s name.",
                ),
                ("Report it to us.", "We ask for its removal, and we see who else must know."),
                (
                    "Ask for advice.",
                    "At ALO 116 111 you talk to a psychologist or a social worker, free, day and night.",
                ),
            ),
            "body": [
                ask(
                    "How do I know that more help is needed?",
                    "If they do not sleep or eat, avoid friends, or do not want to go to school, talk to a specialist.",
                ),
                ask(
                    "What if somebody blackmails my child?",
                    "Do not pay and do not write to the blackmailer. Do not delete the chats. Report it and call the "
                    "police: 129.",
                ),
                ask(
                    "What if I am not sure what happened?",
                    "You need not be sure. Write what you know: a person reads it and works it out.",
                ),
                ask(
                    "May I report in my child’s place?",
                    "Yes. Tell the child what you are going to do, and keep the code together.",
                ),
            ],
        },
    ),
)
