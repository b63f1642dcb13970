"""Text is cut where sentences end, also behind numbers, and not where a German ordinal stands."""

import pytest

from charlotte.knowledge.passage import Passage
from charlotte.knowledge.sentences import sentences
from charlotte.knowledge.units import together, units


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Die Karte kostet 25. Die Kasse ist offen.", ["Die Karte kostet 25.", "Die Kasse ist offen."]),
        ("Wir öffnen am 3. Oktober um neun. Kommen Sie.", ["Wir öffnen am 3. Oktober um neun.", "Kommen Sie."]),
        ("Im 2. Stock gibt es Tee. Dort ist es ruhig.", ["Im 2. Stock gibt es Tee.", "Dort ist es ruhig."]),
        ("Se hace en el aula 4. No hay que apuntarse.", ["Se hace en el aula 4.", "No hay que apuntarse."]),
        ("Le bar ferme à 20 h. Le car part ensuite.", ["Le bar ferme à 20 h.", "Le car part ensuite."]),
        ("Chiedete a G. Bassi. Sta in aula 3.", ["Chiedete a G. Bassi.", "Sta in aula 3."]),
        ("Accostez au quai C. Le gardien vient.", ["Accostez au quai C.", "Le gardien vient."]),
        ("Ring at gate B. Electric carts wait there.", ["Ring at gate B.", "Electric carts wait there."]),
        ("Si paga in aula A. La cassa chiude.", ["Si paga in aula A.", "La cassa chiude."]),
        ("Fragen Sie K. Ebner. Er hilft.", ["Fragen Sie K. Ebner.", "Er hilft."]),
        (
            "Por la tarde habla la doctora M. Vidal. Es gratis.",
            ["Por la tarde habla la doctora M. Vidal.", "Es gratis."],
        ),
        ("1. Bring a cup. 2. Wash it.", ["1. Bring a cup.", "2. Wash it."]),
    ],
)
def test_where_sentences_end(text: str, cut: list[str]) -> None:
    assert list(sentences(text)) == cut


def test_nothing_is_said_twice_where_short_sentences_are_told_together() -> None:
    text = "Network: MoorGuests. Password: torf1632. It is weak in the marquee."
    passage = Passage("faq.md#1", "faq.md", "Questions", ("Wi-Fi",), None, "en", text)
    said = list(units(passage))
    assert together(said, (1, 0, 2)) == text
