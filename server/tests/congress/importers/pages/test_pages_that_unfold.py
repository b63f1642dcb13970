"""Pages whose sessions open on a click: folds and tabs, times in the headings, talks listed below who chairs."""

import pytest

from support.harbour import agenda, by_title, told

FOLD = """<div class="{wrap}"><div role="button" aria-expanded="false"><h3><span class="when">{time}</span> {title}</h3>
</div><div class="{inside}" style="display:none"><p class="venue"><i></i> {room}</p>{more}</div></div>"""
TALKS = """<p><strong>Vorsitz:</strong> Prof. Silke Aumann, Eva Boll</p><ul>
<li><strong>Muscheln zählen: lohnt es?</strong><br>Dr. Ragnar Holm, <em>Kiel</em></li>
<li><strong>Wattwürmer – alt, aber nützlich</strong><br>Eva Boll, <em>Husum</em></li>
<li><strong>Warum ist Sand so fein?</strong><br>Prof. Ida Quint, <em>Emden</em></li></ul>"""
FOLDS = [
    ("9:00 – 10:30 Uhr", "Leben im Schlick", "Blauer Saal", TALKS),
    ("10:30 – 11:00 Uhr", "Kaffeepause", "Galerie", ""),
    ("11:00 – 12:00 Uhr", "<s>Knoten für alle</s> – fällt aus!", "Speicher 3",
     "<p><strong>Leitung:</strong> Per Moen (Husum)</p>"),
    ("11:00 – 12:00 Uhr", "Wem gehört das Watt?", "Blauer Saal",
     "<p><strong>Moderation:</strong> Jan Petersen</p><p><strong>Podium:</strong> Ida Quint; Ragnar Holm</p>"),
    ("ab 19:00 Uhr", "Fischessen", "Galerie", ""),
]  # fmt: skip


@pytest.mark.parametrize(("wrap", "inside"), [("acc", "acc-body"), ("item", "accordion-content"), ("x", "collapse")])
def test_what_opens_on_a_click_is_read(wrap: str, inside: str) -> None:
    folds = "".join(
        FOLD.format(wrap=wrap, inside=inside, time=time, title=title, room=room, more=more)
        for time, title, room, more in FOLDS
    )
    page = f"<h1>Programm</h1><p>Klicken Sie.</p><h2>Programm Freitag, 07.05.2027</h2>{folds}"
    found = agenda(("programm.html", f"<title>Watt-Tage</title><main>{page}</main>"))
    assert sorted(told(one) for one in found.sessions) == sorted(
        [
            ("Leben im Schlick", "07 09:00", "10:30", "Blauer Saal", []),
            ("Muscheln zählen: lohnt es?", "07 09:00", "10:30", "Blauer Saal", ["Ragnar Holm"]),
            ("Wattwürmer – alt, aber nützlich", "07 09:00", "10:30", "Blauer Saal", ["Eva Boll"]),
            ("Warum ist Sand so fein?", "07 09:00", "10:30", "Blauer Saal", ["Ida Quint"]),
            ("Kaffeepause", "07 10:30", "11:00", "Galerie", []),
            ("Knoten für alle", "07 11:00", "12:00", "Speicher 3", []),
            ("Wem gehört das Watt?", "07 11:00", "12:00", "Blauer Saal", ["Ida Quint", "Ragnar Holm"]),
            ("Fischessen", "07 19:00", "", "Galerie", []),
        ]
    )
    read = by_title(found)
    assert [one.name for one in read["Leben im Schlick"].chairs] == ["Prof. Silke Aumann", "Eva Boll"]
    assert [one.name for one in read["Wem gehört das Watt?"].chairs] == ["Jan Petersen"]
    assert read["Knoten für alle"].status == "cancelled"
    assert read["Muscheln zählen: lohnt es?"].subtitle == "Leben im Schlick"


def test_what_never_shows_stays_hidden() -> None:
    menu = '<div class="nav-menu collapse" style="display:none"><p>12:00–13:00 Archiv</p></div>'
    draft = '<div style="display:none"><h3>Entwurf</h3><p>13:00–14:00, Galerie</p></div>'
    folds = "".join(
        FOLD.format(wrap="a", inside="accordion-body", time=time, title=title, room=room, more="")
        for time, title, room, _ in FOLDS
    )
    found = agenda(("p.html", f"{menu}<h2>Freitag, 7. Mai</h2>{folds}{draft}"))
    assert not {"Archiv", "Entwurf"} & {one.title for one in found.sessions}


CARD = """<div class="card"><div class="card-header"><span class="time">{time}</span>
<span class="hall">{room}</span></div><div class="card-body"><h3 class="session-title">{title}</h3>{more}</div></div>"""
PAPERS = """<p class="chair">Chair: Silke Aumann</p><ol class="papers">
<li><span class="paper-time">9:00</span> <strong>Mud, Sweat and Tides</strong><br>
<em>Jan Petersen (Harbour Lab)</em></li>
<li><span class="paper-time">9:30</span> <strong><del>Buoys that Talk</del> CANCELLED</strong><br>
<em><del>Eva Boll (Holm)</del></em></li>
<li><span class="paper-time">10:00</span> <strong>Ropes of the North</strong><br><em>Ida Quint (Emden / Kiel)</em></li>
</ol>"""


def test_papers_with_their_own_times_in_cards() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "Event", "name": "Forum", "startDate": "2027-05-07", '
        '"subEvent": ['
        '{"@type": "Event", "name": "Mud, Sweat and Tides", "startDate": "2027-05-07T09:00:00+02:00"},'
        '{"@type": "Event", "name": "Lunch", "startDate": "2027-05-07T12:00:00+02:00"},'
        '{"@type": "Event", "name": "Farewell", "startDate": "2027-05-07T13:00:00+02:00"}]}</script>'
    )
    cards = [("09:00 – 10:30", "Blauer Saal", "Session 1A: Working Shores", PAPERS)]
    cards += [("12:00 – 13:00", "Galerie", "Lunch", ""), ("13:00 – 13:30", "Speicher 3", "Farewell", "")]
    told_in = "".join(CARD.format(time=time, room=room, title=title, more=more) for time, room, title, more in cards)
    found = agenda(("programme.html", f"<html>{head}<body><h2>Friday 7 May</h2>{told_in}</body></html>"))
    assert sorted(told(one) for one in found.sessions) == sorted(
        [
            ("Session 1A: Working Shores", "07 09:00", "10:30", "Blauer Saal", []),
            ("Mud, Sweat and Tides", "07 09:00", "09:30", "Blauer Saal", ["Jan Petersen"]),
            ("Buoys that Talk", "07 09:30", "10:00", "Blauer Saal", ["Eva Boll"]),
            ("Ropes of the North", "07 10:00", "10:30", "Blauer Saal", ["Ida Quint"]),
            ("Lunch", "07 12:00", "13:00", "Galerie", []),
            ("Farewell", "07 13:00", "13:30", "Speicher 3", []),
        ]
    )
    read = by_title(found)
    assert read["Buoys that Talk"].status == "cancelled"
    assert read["Ropes of the North"].speakers[0].affiliation == "Emden / Kiel"
