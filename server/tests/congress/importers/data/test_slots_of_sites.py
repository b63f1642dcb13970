"""Sites that keep when apart from what, and pages whose talks tell their own time: nothing of them is lost."""

from pathlib import Path

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_path, read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Session
from charlotte.knowledge.folder import read_documents

SITE = {
    "event.json": '{"id": "kiln", "name": "Kiln Days", "timezone": "Europe/Berlin"}',
    "_data/rooms.yml": "- id: barn\n  name: Große Scheune\n- id: loft\n  name: Heuboden\n- id: yard\n  name: Hof\n",
    "_data/speakers.yml": "- id: ada-orr\n  name: Ada Orr\n  affiliation: Tonwerk\n- id: bo-lie\n  name: Bo Lie\n",
    "_data/schedule.yml": """days:
- date: '2027-05-06'
  slots:
  - start: "09:00"
    end: "09:30"
    title: Ankommen und Kaffee
    room: yard
  - start: "09:30"
    end: "10:15"
    sessions:
    - room: barn
      talk: salt-glaze
    - room: loft
      talk: wood-firing
  - start: "10:30"
    end: "11:15"
    sessions:
    - room: barn
      talk: slip
  - start: "11:15"
    end: "12:15"
    title: Mittagessen
    room: yard
  - start: "12:15"
    end: "12:30"
    title: Abschied
    room: yard
""",
    "talks/salt-glaze.md": "---\ntitle: Salz im Feuer\nspeakers:\n- ada-orr\n---\n\nWarum es knistert.\n",
    "talks/wood-firing.md": "---\ntitle: Three days of wood firing\nspeakers:\n- bo-lie\n---\n\nA diary.\n",
    "talks/slip.md": "---\ntitle: Engoben mischen\nspeakers:\n- ada-orr\n- bo-lie\n---\n\nZum Mitmachen.\n",
    "pages/anreise.html": "---\nlayout: default\ntitle: Anreise\n---\n<h1>Anreise</h1><p>Bus 7 hält am Hof.</p>",
    "_layouts/default.html": "<html><body>{{ content }}<p>Theme by nobody</p></body></html>",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in SITE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def told(one: Session) -> tuple[str, str, str | None, list[str]]:
    times = "-".join(f"{at:%H:%M}" if at else "" for at in (one.start, one.end))
    return one.title, times, one.room, [person.name for person in one.speakers]


def test_parallel_talks_of_a_slot_are_those_that_it_names(site: Path) -> None:
    agenda = read_path(site).agenda
    assert sorted(map(told, agenda.sessions)) == [
        ("Abschied", "12:15-12:30", "Hof", []),
        ("Ankommen und Kaffee", "09:00-09:30", "Hof", []),
        ("Engoben mischen", "10:30-11:15", "Große Scheune", ["Ada Orr", "Bo Lie"]),
        ("Mittagessen", "11:15-12:15", "Hof", []),
        ("Salz im Feuer", "09:30-10:15", "Große Scheune", ["Ada Orr"]),
        ("Three days of wood firing", "09:30-10:15", "Heuboden", ["Bo Lie"]),
    ]
    assert [one.code for one in agenda.warnings] == []


def test_a_page_in_a_folder_of_its_own_is_a_document_and_the_frame_of_the_site_is_none(site: Path) -> None:
    reading = read_path(site)
    read = read_documents(site, programme=(reading.document.name, *reading.records), pages=reading.site_pages)
    assert [(one.name, one.title) for one in read.documents] == [("pages/anreise.html", "Anreise")]
    assert "layout" not in "".join(passage.text for one in read.documents for passage in one.passages)


PAGE = """<html><body><main><h1 class="page-title">Programme</h1>
<h2><time datetime="2027-09-30">Jeudi</time></h2>{cards}
</main></body></html>"""
CARD = """<article class="seance"><div class="seance__horaire">
<time datetime="2027-09-30T{start}:00+02:00">{start}</time>
&ndash; <time datetime="2027-09-30T{end}:00+02:00">{end}</time></div><h3 class="seance__titre">{title}</h3>
<div class="field-lieu"><span class="visually-hidden">Lieu</span> <i></i> {room}</div>
<div class="field-moderation"><span class="field__label">Modération</span> <span>{chair}</span></div>
{talks}</article>"""
TALKS = """<details><summary>Voir les interventions (2)</summary>
<div class="intervention"><span class="intervention__heure">10h40</span>
<span class="intervention__titre">{first}</span> <span class="intervention__orateur">Rita Salis</span></div>
<div class="intervention"><span class="intervention__heure">11h05</span>
<span class="intervention__titre">{second}</span> <span class="intervention__orateur">Paul Girod</span></div>
</details>"""


def page(*cards: str) -> Agenda:
    facts = Facts(id="soins", timezone="Europe/Zurich", start_date=day("2027-09-30"), end_date=day("2027-09-30"))
    source = PAGE.replace("{cards}", "".join(cards)).encode()
    return read_tables([Document("programme.html", source)], facts).agenda


def test_talks_that_tell_only_their_begin_below_a_session_of_whole_moments() -> None:
    first = TALKS.format(first="Évaluer la douleur", second="La morphine à domicile")
    second = TALKS.format(first="Les escarres au quotidien", second="Photographier une plaie")
    found = page(
        CARD.format(start="09:00", end="10:30", title="Ouverture", room="Aula", chair="Ana Roch", talks=""),
        CARD.format(
            start="10:40", end="12:00", title="S1 – Fin de vie", room="Salle Jura", chair="Luc Vey", talks=first
        ),
        CARD.format(start="10:40", end="12:00", title="S2 – Plaies", room="Salle Lac", chair="Eva Noll", talks=second),
    )
    named = {one.title: one for one in found.sessions}
    assert sorted(told(one)[:3] for one in found.sessions) == [
        ("La morphine à domicile", "11:05-12:00", "Salle Jura"),
        ("Les escarres au quotidien", "10:40-11:05", "Salle Lac"),
        ("Ouverture", "09:00-10:30", "Aula"),
        ("Photographier une plaie", "11:05-12:00", "Salle Lac"),
        ("S1 – Fin de vie", "10:40-12:00", "Salle Jura"),
        ("S2 – Plaies", "10:40-12:00", "Salle Lac"),
        ("Évaluer la douleur", "10:40-11:05", "Salle Jura"),
    ]
    assert [person.name for person in named["S1 – Fin de vie"].chairs] == ["Luc Vey"]
    assert not any("Voir" in (one.abstract or "") for one in found.sessions)


def test_facts_beside_a_programme_are_a_document_and_what_systems_keep_is_none(tmp_path: Path) -> None:
    people = ", ".join(f'{{"name": "Guest {number}", "phone": "0{number}"}}' for number in range(20))
    for name, text in {
        "event.json": '{"id": "kiln", "name": "Kiln Days", "timezone": "Europe/Berlin"}',
        "infos.json": '{"wifi": {"network": "KILN", "password": "salt-glaze-7"}, "cloakroom": {"place": "level -1"}}',
        "guests.json": f'{{"guests": [{people}]}}',
        "programme.md": "# Programme\n\n## 6 May 2027\n\n| Time | Title | Speaker | Room |\n|---|---|---|---|\n"
        "| 9:00–9:45 | Salt and fire | Ada Orr | Barn |\n| 10:00–10:45 | Wood firing | Bo Lie | Loft |\n"
        "| 11:00–11:45 | Mixing slip | Ada Orr | Barn |\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    reading = read_path(tmp_path)
    assert [one.title for one in reading.agenda.sessions] == ["Salt and fire", "Wood firing", "Mixing slip"]
    read = read_documents(tmp_path, programme=("programme.md",), pages=reading.site_pages)
    assert [one.name for one in read.documents] == ["infos.json"]
    assert "salt-glaze-7" in " ".join(passage.text for one in read.documents for passage in one.passages)
