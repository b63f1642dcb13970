"""Staff are told where two papers put a room on different floors."""

from pathlib import Path

import pytest

from charlotte.knowledge.document_changes import with_more
from charlotte.knowledge.folder import read_documents
from charlotte.knowledge.passage import Documents


def papers(folder: Path, **texts: str) -> Documents:
    (folder / "docs").mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / "docs" / f"{name}.md").write_text(text)
    return read_documents(folder)


def told(read: Documents) -> list[tuple[object, ...]]:
    odd = [one.values for one in read.warnings if one.code == "floor_contradiction"]
    return [(values["room"], values["floor"], values["other"]) for values in odd]


@pytest.mark.parametrize(
    ("plan", "text", "said"),
    [
        ("# Pianta\n\n## Piano terra\n\nSala Orti, Sala Fossi", "La Sala Orti è al primo piano.", ("Sala Orti", 1, 0)),
        ("Sala Prado is on the ground floor.", "You find Sala Prado on level 2.", ("Sala Prado", 2, 0)),
        ("Le plan : Salle Loire, rez-de-chaussée.", "La Salle Loire est au 1er étage.", ("Salle Loire", 1, 0)),
        ("Hörsaal 7 liegt im 2. OG.", "Der Hörsaal 7 ist im Erdgeschoss.", ("Hörsaal 7", 0, 2)),
        ("El Aula Tajo está en la planta baja.", "El Aula Tajo, en la primera planta.", ("Aula Tajo", 1, 0)),
        ("The Heron Room is on the first floor.", "The Heron Room is in the basement.", ("Heron Room", -1, 1)),
    ],
)
def test_a_plan_that_contradicts_a_text(tmp_path: Path, plan: str, text: str, said: tuple[object, ...]) -> None:
    assert told(papers(tmp_path, a_plan=plan, b_text=text)) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Sala Orti è al piano terra, la Sala Fossi al primo piano.",
        "Labor 1 liegt im Erdgeschoss. Labor 2 liegt im 1. OG.",
        "Take the lift from the ground floor to Sala Orti on the second floor.",
    ],
)
def test_what_agrees_or_is_not_sure_is_no_contradiction(tmp_path: Path, text: str) -> None:
    assert told(papers(tmp_path, a_plan="Sala Orti: piano terra. Sala Fossi: primo piano.", b_text=text)) == []


def test_a_paper_that_comes_later_is_held_against_those_before(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    held = papers(tmp_path / "one", a_plan="Sala Orti: piano terra.")
    more = papers(tmp_path / "two", b_text="La Sala Orti è al secondo piano.")
    assert told(with_more(held, more)) == [("Sala Orti", 2, 0)]
    assert told(with_more(with_more(held, more), more)) == [("Sala Orti", 2, 0)]
