"""Pages whose sessions nobody sees without scripts: in attributes of elements, as JSON in them, or in scripts."""

import json

import pytest

from support.harbour import EXPECTED, agenda, told

ROWS = [
    ("Kaffee", "2027-05-07T08:30", "2027-05-07T09:00", "Galerie", ""),
    ("Schlick und Sand", "2027-05-07T09:00", "2027-05-07T09:45", "Speicher 3", "Jan Petersen"),
    ("Kutter unter Strom", "2027-05-08T10:00", "2027-05-08T11:00", "Blauer Saal", "Ines Petersen; Ragnar Holm"),
]
RECORDS = [
    {"titel": title, "von": start, "bis": end, "raum": room, "referenten": [one for one in who.split("; ") if one]}
    for title, start, end, room, who in ROWS
]


def _bare() -> str:
    return "".join(
        f'<div class="k" data-title="{title}" data-start="{start}" data-end="{end}" data-room="{room}" '
        f'data-speakers="{who}"></div>'
        for title, start, end, room, who in ROWS
    )


def _in_days() -> str:
    made = ""
    for day in ("2027-05-07", "2027-05-08"):
        cards = "".join(
            f'<li data-inizio="{start[11:]}" data-fine="{end[11:]}" data-sala="{room}" data-relatori="{who}">'
            f"<button>{title}</button></li>"
            for title, start, end, room, who in ROWS
            if start.startswith(day)
        )
        made += f'<ul data-giorno="{day}">{cards}</ul>'
    return made


def _as_json() -> str:
    return "".join(f"<article data-session='{json.dumps(one)}'></article>" for one in RECORDS)


def _as_one() -> str:
    told_all = json.dumps({"theme": "sand", "items": RECORDS}).replace('"', "&quot;")
    return f'<main id="app" data-props="{told_all}"></main>'


def _in_script() -> str:
    return f'<div id="x"></div><script type="application/json" id="state">{json.dumps({"page": RECORDS})}</script>'


def _among_code() -> str:
    events = ", ".join(
        f"{{title: '{title}', start: '{start}', end: '{end}', location: '{room}', speakers: '{who}'}}"
        for title, start, end, room, who in ROWS
    )
    code = f"const cal = new Calendar(box, {{view: 'week [compact', events: [{events}]}}); cal.render();"
    return f"<div id='box'></div><script>document.onload = () => {{ {code} }};</script>"


@pytest.mark.parametrize("body", [_bare(), _in_days(), _as_json(), _as_one(), _in_script(), _among_code()])
def test_what_only_scripts_are_told_is_read(body: str) -> None:
    found = agenda(("programm.html", f"<html><body><h1>Programm</h1>{body}</body></html>"))
    assert sorted(told(one) for one in found.sessions) == sorted(EXPECTED)
    assert not [one for one in found.warnings if one.code == "no_title"]


def test_a_page_that_tells_its_programme_is_read_as_visitors_see_it() -> None:
    rows = "".join(
        f'<tr data-id="{at}" data-added="2026-11-0{at}T08:00"><td>{start[8:10]}.05.2027 {start[11:]}-{end[11:]}</td>'
        f"<td>{title}</td><td>{room}</td><td>{who}</td></tr>"
        for at, (title, start, end, room, who) in enumerate(ROWS, 1)
    )
    head = "<tr><th>Zeit</th><th>Titel</th><th>Raum</th><th>Referenten</th></tr>"
    page = f"<html><body><table>{head}{rows}</table><script>var tags = [{{'a': 1}}];</script></body></html>"
    found = agenda(("programm.html", page))
    assert sorted(told(one) for one in found.sessions) == sorted(EXPECTED)
    assert not found.warnings


def test_data_too_deep_to_be_read_makes_no_page_unreadable() -> None:
    rows = "".join(
        f"<tr><td>{start[8:10]}.05.2027 {start[11:]}-{end[11:]}</td><td>{title}</td><td>{room}</td><td>{who}</td></tr>"
        for title, start, end, room, who in ROWS
    )
    head = "<tr><th>Zeit</th><th>Titel</th><th>Raum</th><th>Referenten</th></tr>"
    deep = '{"a":' * 600 + "[{}]" + "}" * 600
    scripts = f"<script type='application/json'>{deep}</script><script>{'x([{' * 5000}</script>"
    found = agenda(("programm.html", f"<html><body><table>{head}{rows}</table>{scripts}</body></html>"))
    assert sorted(told(one) for one in found.sessions) == sorted(EXPECTED)
