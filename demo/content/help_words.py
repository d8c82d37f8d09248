"""What several help pages say to children and young people in the same words."""

from demo.content.writing import ask, word

SHARED = {"addressed": "child"}
SQ, EN = {"window_title": "Ndihmë"}, {"window_title": "Help"}

NO_TROUBLE_SQ = ask(
    "A do të kem telashe?",
    "Ne nuk të gjykojmë dhe nuk të pyesim pse ndodhi. Mund të na shkruash pa emër. Kush kërkon ndihmë, po bën gjënë e "
    "duhur.",
)
NO_TROUBLE_EN = ask(
    "Will I get into trouble?",
    "We do not judge you, and we do not ask why it happened. You can write to us without a name. Whoever asks for help "
    "does the right thing.",
)
NOT_SURE_SQ = ask(
    "Po nëse nuk e di me siguri?",
    "Nuk ke nevojë ta dish me siguri. Na e trego ashtu siç e pe: një njeri e lexon dhe e sqaron.",
)
NOT_SURE_EN = ask(
    "What if I am not sure?",
    "You need not be sure. Tell us as you saw it: a person reads it and works it out.",
)
PROOF_SQ = word(
    "alert",
    "Foton vetë mos e ruaj dhe mos ia dërgo askujt.",
    "As neve, as policisë, as një shoku. Mjafton të na thuash ku ndodhet.",
)
PROOF_EN = word(
    "alert",
    "Never save the picture itself, and send it to nobody.",
    "Not to us, not to the police, not to a friend. It is enough to tell us where it is.",
)
WAY_OUT_SQ = word(
    "calm",
    "Të duket se s’ke rrugëdalje?",
    "Mos rri vetëm me këtë mendim. Telefono tani ALO 116 111, falas, ditë e natë. Nëse jeta jote është në rrezik, "
    "telefono 129.",
)
WAY_OUT_EN = word(
    "calm",
    "Does it feel as if there is no way out?",
    "Do not stay alone with this thought. Call ALO 116 111 now, free, day and night. If your life is in danger, call "
    "129.",
)
