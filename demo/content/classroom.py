"""What a class can work with and a school can hang up."""

from demo.content.writing import heading, in_order, points, resource, word

PAGES = (
    resource(
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
                    ("Rruga", "Tregojeni bashkë: fshije, raportoje, qëndro pranë, telefono."),
                ),
                word(
                    "note",
                    "Nëse një nxënës tregon rastin e vet",
                    "Mos e lini të flasë para klasës. Dëgjojeni pas orës.",
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
                    "If a pupil begins to tell of their own case",
                    "Do not let them speak of it before the class. Listen to them afterwards.",
                ),
            ],
        ),
        kind="lesson_plan",
        printed=True,
        ages=["13-15", "16-17"],
    ),
    resource(
        ("poster-zinxhiri", "poster-the-chain"),
        ["teachers", "security_officers", "civil_society"],
        (
            "Poster: zinxhiri këputet te ti",
            "Një faqe për t’u printuar: për murin e klasës, korridorin ose bibliotekën.",
            [
                word("calm", "Nuk është fotoja jote intime?", "Mos e shpërnda. Raportoje."),
                in_order(
                    ("Mos ia dërgo askujt.", "As për ta pyetur „a e pe?”."),
                    ("Fshije.", "As si provë nuk duhet ruajtur."),
                    ("Raportoje te iSIGURT.al.", "Pa emër, në tri minuta."),
                    ("Ke nevojë të flasësh?", "ALO 116 111, falas, ditë e natë."),
                ),
            ],
        ),
        (
            "Poster: the chain breaks with you",
            "One page to print: for the wall of a classroom, a corridor or a library.",
            [
                word("calm", "This isn’t your intimate photo!", "Don’t share it. Report it."),
                in_order(
                    ("Send it to nobody.", "Not even to ask “did you see?”."),
                    ("Delete it.", "It is not to be kept, not even as evidence."),
                    ("Report it at iSIGURT.al.", "Without a name, in three minutes."),
                    ("Do you need to talk?", "ALO 116 111, free, day and night."),
                ),
            ],
        ),
        kind="poster",
    ),
)
