"""Lines that a typeset page broke in the midst of a bracket or a phrase are read as one."""

from charlotte.documents.broken_lines import rejoined
from charlotte.documents.paper import Block


def lines(*texts: tuple[str, str]) -> list[str]:
    blocks = [Block(kind="heading" if kind == "heading" else "text", text=text, page=1) for kind, text in texts]
    return [block.text for block in rejoined(blocks)]


def test_what_stops_within_a_bracket_or_before_its_noun_goes_on() -> None:
    assert lines(
        ("text", "20.30 Cena – Trattoria del Porto (navetta alle"),
        ("heading", "19.45 dal Foyer)"),
        ("heading", "Reti di monitoraggio tra comuni, università e"),
        ("heading", "cittadini"),
        ("text", "Moderatore: Aldo Neri"),
    ) == [
        "20.30 Cena – Trattoria del Porto (navetta alle 19.45 dal Foyer)",
        "Reti di monitoraggio tra comuni, università e cittadini",
        "Moderatore: Aldo Neri",
    ]


def test_lines_that_end_stay_apart() -> None:
    whole = [("heading", "Sala Nord"), ("text", "9.00 Apertura (a cura di A. Neri)"), ("text", "10.00 Pausa")]
    assert lines(*whole) == [text for _, text in whole]
    assert lines(("text", "Fin de la journée avec"), ("text", "18.00 Cocktail")) == [
        "Fin de la journée avec",
        "18.00 Cocktail",
    ]
