"""What was taken for what is a value of its own: shown, corrected, given back, and refused where it is none."""

import json
from pathlib import Path
from typing import Any

import pytest

from charlotte.congress.importers.folder import read_path
from charlotte.congress.importers.shapes.columns.mapping import read_mapping
from charlotte.errors import BadInput
from support.invented import EVENT


def test_a_correction_overrides_the_guess(tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text(json.dumps(EVENT))
    (tmp_path / "program.csv").write_text(
        "Alpha,Beta,Gamma\n2026-10-22 09:00,Vienna,About rivers and their towns\n"
        "2026-10-22 10:00,Prague,About bridges of stone\n2026-10-22 11:00,Vienna,About the boats of old\n"
    )
    guessed = read_path(tmp_path)
    assert guessed.mapping is not None
    corrected: dict[str, Any] = guessed.mapping.as_json()
    corrected["tables"][0]["columns"] = {"Alpha": "start", "Beta": "title", "Gamma": "subtitle"}
    (tmp_path / "mapping.json").write_text(json.dumps(corrected))
    assert [session.title for session in read_path(tmp_path).agenda.sessions] == ["Vienna", "Prague", "Vienna"]
    assert len(read_path(tmp_path, mapping=guessed.mapping).agenda.sessions) == 3


def test_a_mapping_may_name_columns_as_their_header_has_them(tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text(json.dumps(EVENT))
    (tmp_path / "program.csv").write_text(
        "Titre*,Début*,Salle (facultatif),Sous-titre\nLes eaux basses,2026-10-22 09:00,Nef,Vingt étés\n"
        "La crue,2026-10-22 10:00,Nef,Un printemps\nLe gué,2026-10-22 11:00,Crypte,Deux rives\n"
    )
    columns = {"Sous-titre": "title", "Début*": "start", "Salle (facultatif)": "room"}
    mapping = read_mapping(json.dumps({"tables": [{"table": "program.csv", "columns": columns}]}))
    sessions = read_path(tmp_path, mapping=mapping).agenda.sessions
    assert [(one.title, one.room) for one in sessions] == [
        ("Vingt étés", "Nef"),
        ("Un printemps", "Nef"),
        ("Deux rives", "Crypte"),
    ]


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("{", "not valid JSON"),
        ("{}", "no list"),
        ('{"tables": [{"table": "x", "columns": {"a": "b"}}]}', "'a' is 'b'"),
        ('{"tables": [{"table": "x", "columns": {}, "role": "all"}]}', "role is 'all'"),
    ],
)
def test_a_mapping_that_is_none_says_what_to_write(mapping: str, said: str) -> None:
    with pytest.raises(BadInput, match=said) as refused:
        read_mapping(mapping)
    assert refused.value.hint


@pytest.mark.parametrize("named", ["Salon", "salle "])
def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path: Path, named: str) -> None:
    (tmp_path / "event.json").write_text(json.dumps(EVENT))
    (tmp_path / "program.csv").write_text("Titre,Début,Salle\nLa crue,2026-10-22 10:00,Nef\n")
    columns = {"Titre": "title", "Début": "start", named: "room"}
    mapping = read_mapping(json.dumps({"tables": [{"table": "program.csv", "columns": columns}]}))
    agenda = read_path(tmp_path, mapping=mapping).agenda
    assert [one.title for one in agenda.sessions] == ["La crue"]
    warning = next(one for one in agenda.warnings if one.code == "no_column")
    assert repr(named) in warning.message and "'Titre', 'Début', 'Salle'" in warning.message
    columns = {"Titel": "title", "Début": "start"}
    mapping = read_mapping(json.dumps({"tables": [{"table": "program.csv", "columns": columns}]}))
    with pytest.raises(BadInput, match="'Titel'; program.csv has 'Titre'"):
        read_path(tmp_path, mapping=mapping)
