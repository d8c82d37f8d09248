from isigurt.outreach.checking.reading import lix

EASY_SQ = (
    "Nuk është faji yt. Mos paguaj. Mos fshi asgjë. Mos u përgjigj më. Fol me dikë që i beson. Ne të ndihmojmë. " * 3
)
HARD_SQ = (
    "Institucionet përgjegjëse bashkëpunojnë ngushtësisht me operatorët ndërkombëtarë, duke zhvilluar mekanizma "
    "parandalues, mbështetës dhe rehabilitues, të cilët garantojnë zbatimin e standardeve ndërkombëtare të "
    "të drejtave të fëmijëve në mjedisin digjital kombëtar."
)
EASY_EN = "It is not your fault. Do not pay. Do not reply. Tell an adult you trust. We can help you now. " * 3
HARD_EN = (
    "Responsible institutions collaborate comprehensively with international telecommunications operators, developing "
    "preventive mechanisms that guarantee implementation of internationally recognised standards regarding children's "
    "fundamental rights throughout digital environments nationally."
)


def test_short_sentences_of_short_words_are_easy_in_both_languages():
    for text in (EASY_SQ, EASY_EN):
        measured = lix(text)
        assert measured is not None
        assert measured < 40


def test_one_long_sentence_of_long_words_is_hard_in_both_languages():
    for text in (HARD_SQ * 2, HARD_EN * 2):
        measured = lix(text)
        assert measured is not None
        assert measured > 60


def test_a_few_words_are_not_measured():
    assert lix("Ndihmë.") is None
    assert lix("") is None
