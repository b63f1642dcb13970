"""The real network that reads question and sentence together tells what answers from what only comes near."""

import pytest

from charlotte.engine.embedding.e5 import FILE, E5Model
from charlotte.engine.models.loading import EMBEDDER
from support.speech import model_folder

pytestmark = pytest.mark.models

ASKED = [
    ("How much is a locker?", "Lockers: A locker costs 2 € a day.", "Lockers: Lockers stand beside the staircase."),
    (
        "A che ora chiude il bar?",
        "Bar: Il bar resta aperto fino alle 23.",
        "Bar: Al bar si paga con il braccialetto.",
    ),
    (
        "Qui peut venir à la visite du phare ?",
        "Visite du phare: La visite est ouverte aux membres et à leurs enfants.",
        "Visite du phare: Le départ est à 14 h devant la capitainerie.",
    ),
    (
        "Wo gibt es die Kopfhörer?",
        "Übersetzung: Kopfhörer werden am Eingang von Saal 3 ausgegeben.",
        "Übersetzung: Die Kopfhörer kosten ein Pfand von 20 €.",
    ),
    (
        "¿Cuánto dura la excursión?",
        "Excursión: La excursión dura unas tres horas.",
        "Excursión: La excursión cuesta 15 € y sale de la plaza.",
    ),
    ("¿Dónde dejo la bicicleta?", "Arrivo: Le biciclette si lasciano nel cortile.", "Arrivo: Il tram 4 ferma davanti."),
    ("Combien coûte le dîner ?", "Abend: Das Abendessen kostet 38 €.", "Abend: Das Abendessen beginnt um acht."),
]


@pytest.fixture(scope="module")
def model() -> E5Model:
    return E5Model(model_folder(EMBEDDER) / FILE)


@pytest.mark.parametrize(("question", "answers", "near"), ASKED)
def test_what_answers_is_told_from_what_comes_near(model: E5Model, question: str, answers: str, near: str) -> None:
    told, untold = model.judge.logits(question, (answers, near))
    assert told > untold + 0.5


def test_a_sentence_is_judged_the_same_beside_any_other(model: E5Model) -> None:
    alone = model.judge.logits("When is lunch?", ("Lunch is at one.",))
    beside = model.judge.logits("When is lunch?", ("Lunch is at one.", "word " * 500, ""))
    assert alone[0] == pytest.approx(beside[0], abs=1e-3)
