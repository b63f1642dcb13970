"""Talks that stand in lines below their session: in quotation marks, by the hours of a clock's face, without a sign."""

import pytest

from charlotte.congress.importers.shapes.entries.talks_inside import talks_of
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.texts.soft_breaks import unbroken
from charlotte.congress.importers.shapes.times.afternoons import in_afternoon_of
from charlotte.congress.importers.shapes.values.title_and_people import title_and_people_in
from charlotte.documents.marks import BOLD, END
from charlotte.documents.paper import Block
from support.workbooks import agenda, people, workbook


@pytest.mark.parametrize(
    ("line", "title", "names"),
    [
        ("«La marea baja». Inés Carro y Pau Ferrer", "La marea baja", "Inés Carro y Pau Ferrer"),
        ("“Who mends nets?” Ada Orr and Bo Lie", "Who mends nets?", "Ada Orr and Bo Lie"),
        ("„Ebbe im Watt“ – Dr. Eva Kern (Husum)", "Ebbe im Watt", "Dr. Eva Kern (Husum)"),
        ("« Le phare ». Salle Verlaine", "« Le phare ». Salle Verlaine", ""),
        ("“Who pays?” A debate", "“Who pays?” A debate", ""),
    ],
)
def test_names_behind_a_title_in_quotation_marks(line: str, title: str, names: str) -> None:
    assert title_and_people_in(line) == (title, names)


def test_talks_of_a_cell_are_sessions() -> None:
    cell = "Mesa 1. Puertos\nModera: Ana Vidal\n«La lonja». Inés Carro\n«Redes». Pau Ferrer y Lluc Mas"
    rows = [["Hora", "Sala Faro", "Sala Ancla"], ["De 9:00 a 10:30 h", cell, "Taller: nudos\nRosa Gil"]]
    rows += [["De 11:00 a 12:00 h", "Clausura\nAna Vidal", None]]
    found = {one.title: one for one in agenda(("plan.xlsx", workbook({"5 de marzo de 2027": rows}))).sessions}
    assert {title: (one.room, people(one)) for title, one in found.items()} == {
        "Mesa 1. Puertos": ("Sala Faro", ([], ["Ana Vidal"])),
        "La lonja": ("Sala Faro", (["Inés Carro"], [])),
        "Redes": ("Sala Faro", (["Pau Ferrer", "Lluc Mas"], [])),
        "Taller: nudos": ("Sala Ancla", (["Rosa Gil"], [])),
        "Clausura": ("Sala Faro", (["Ana Vidal"], [])),
    }


PAGE = r"""# Moor Days
## Friday 5 March 2027
### Session 1: Peat
10:00 a.m. – 11:00 a.m. | Oak Room

Chair: Una Reid

10:05 How bogs breathe\
Cy al-Amin (Leeds)

10:30 Sphagnum farms\
Di Moss (York)

### Session 2: Water
2:00 p.m. – 3:00 p.m. | Oak Room

Chair: Bo Lie

2:05 Blocking the grips\
Ann Lowe (Kendal)

2:30 Who drinks it?\
Eve Hart (Hexham)
"""


def test_talks_of_an_afternoon_are_in_it() -> None:
    found = [(f"{one.start:%H:%M}", one.title, one.room) for one in agenda(("days.md", PAGE)).sessions if one.start]
    assert found == [
        ("10:00", "Session 1: Peat", "Oak Room"),
        ("10:05", "How bogs breathe", "Oak Room"),
        ("10:30", "Sphagnum farms", "Oak Room"),
        ("14:00", "Session 2: Water", "Oak Room"),
        ("14:05", "Blocking the grips", "Oak Room"),
        ("14:30", "Who drinks it?", "Oak Room"),
    ]
    assert in_afternoon_of("2 – 3.15 pm", "2.25") == "14:25"
    assert in_afternoon_of("11.30 am – 1 pm", "12.05") == "12.05"
    assert in_afternoon_of("14.00 – 15.15", "2.25") == "2.25"
    assert in_afternoon_of("2 – 3.15 pm", "9 am") == "9 am"


def test_the_first_talk_may_have_lost_its_sign() -> None:
    lines = ["Leitung: Jan Ott", "Torf im Garten", "Eva Kern (Bremen)", "• Moos", "Ilse Kolb (Kiel)"]
    own, talks = talks_of(lines)
    assert own == ["Leitung: Jan Ott"]
    assert talks == [["Torf im Garten", "Eva Kern (Bremen)"], ["Moos", "Ilse Kolb (Kiel)"]]


def test_names_joined_to_their_article() -> None:
    assert looks_like_person("Noor al-Hashimi")
    assert looks_like_person("Leïla ez-Zahra")
    assert not looks_like_person("Wein vor-Ort")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("conduce geom. Lea Zanin", ["geom. Lea Zanin"]),
        ("Avec Léa Morel, Jean Bost et Inès Roy", ["Léa Morel", "Jean Bost", "Inès Roy"]),
        ("Ada Conti, CONSORZIO ACQUE", ["Ada Conti"]),
    ],
)
def test_who_speaks_below_a_title(line: str, names: list[str]) -> None:
    rows = [["Ora", "Sala Blu", "Sala Oro"], ["9:00", f"Fiumi di città\n{line}", "Laghi\nIvo Serra"], ["10:00", "Fine"]]
    found = {one.title: one for one in agenda(("piano.xlsx", workbook({"5 marzo 2027": rows}))).sessions}
    assert people(found["Fiumi di città"])[0] == names


def test_a_description_that_is_only_names_tells_who_speaks() -> None:
    rows = [
        ["Titre", "Début", "Salle", "Intervenant", "Résumé"],
        ["Table ronde", "5/3/2027 9:00", "Salle 1", None, "Avec Léa Morel, Jean Bost et Inès Roy"],
        ["Marées", "5/3/2027 10:00", "Salle 1", "Paul Giraud", "Avec le vent et la lune."],
    ]
    found = {one.title: one for one in agenda(("liste.xlsx", workbook({"Liste": rows}))).sessions}
    assert people(found["Table ronde"])[0] == ["Léa Morel", "Jean Bost", "Inès Roy"]
    assert people(found["Marées"])[0] == ["Paul Giraud"]


def test_who_leads_is_named_in_a_line_below_those_who_speak() -> None:
    rows = [
        ["9.00 - 9.30", "Die Lage der Moore\nDr. Eva Kern (Bremen)"],
        ["9.30 - 10.30", "Podium: Wer zahlt die Nässe?\nDr. Ilse Kolb (Kiel), Jan Ott (Celle)"],
        ["Leitung: Ute Ohm", None],
        ["10.30 - 11.00", "Torf im Garten\nTim Rau (Jever)"],
    ]
    found = {one.title: one for one in agenda(("moor.xlsx", workbook({"5. März 2027": rows}))).sessions}
    podium = found["Podium: Wer zahlt die Nässe?"]
    assert people(podium) == (["Dr. Ilse Kolb", "Jan Ott"], ["Ute Ohm"])
    assert people(found["Torf im Garten"]) == (["Tim Rau"], [])


def test_somebody_known_elsewhere_behind_the_closing_speaks() -> None:
    rows = [
        ["9.00 - 9.30", "Pietre d'acqua\nAda Conti (Lecco)"],
        ["9.30 - 10.00", "Saluti, Ada Conti"],
        ["10.00 - 10.30", "Sabbia, Ghiaia Fine"],
        ["10.30 - 11.00", "Fossi e canali di pianura\nUgo Neri"],
    ]
    found = {one.title: people(one)[0] for one in agenda(("rive.xlsx", workbook({"5 marzo 2027": rows}))).sessions}
    assert (found["Saluti"], found["Sabbia, Ghiaia Fine"]) == (["Ada Conti"], [])


def test_a_bold_title_is_whole_where_a_column_broke_it() -> None:
    marked = (f"{BOLD}Traces in the {END}\v{BOLD}Stacks III {END}\nEva Moss (Kiln Works)", "10.00")
    plain = ("Traces in the\vStacks III\nEva Moss (Kiln Works)", "10.00")
    row = Block(kind="row", text="", cells=("", "10.00"), lines=plain, marked=marked)
    assert unbroken(row).lines[0].split("\n") == ["Traces in the Stacks III", "Eva Moss (Kiln Works)"]
    bare = row.model_copy(update={"lines": ("Traces\vEva Moss", "10.00"), "marked": ()})
    assert unbroken(bare).lines[0].split("\n") == ["Traces", "Eva Moss"]
