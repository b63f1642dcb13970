"""A page that can be read in several ways is read in the one that leaves no session out, and what is missed is said."""

from support.harbour import agenda, by_title, told

ROWS = [
    ("8.30 – 9.00 Uhr", "Galerie", "<i>Anmeldung</i>"),
    ("9.00 – 9.45 Uhr", "Blauer Saal", "<b>Wenn Fender quietschen</b><br><i>Silke Aumann</i> (Lotsin)"),
    ("9.00 – 9.45 Uhr", "Speicher 3", "<b>Pegel aus Pappe</b><br><i>Jan Petersen</i> (Radio Nord)"),
    ("9.45 – 10.45 Uhr", "Blauer Saal", "<b>Reusen für Neugierige</b><br><i>Eva Boll</i> (Radio Nord)"),
    ("9.45 – 10.45 Uhr", "Speicher 3",
     "<font color=red>WORKSHOP</font> <b>Tauwerk spleißen für Anfänger</b><br>"
     "<i>Ragnar Holm</i> (Hafenverein) und <i>Ida Quint</i> (Seilerin)<br><u>14 Plätze</u>, nach Anmeldung<br>"
     "<small>Jeder bringt zwei Meter Leine mit.</small>"),
    ("10.45 – 11.15 Uhr", "", "<i>Kaffeepause</i>"),
    ("11.15 – 12.00 Uhr", "Blauer Saal",
     "<em>ABGESAGT</em> <b>Nebelhörner stimmen</b><br><i>Per Moen</i> (Polar Trust)"),
    ("11.15 – 12.00 Uhr", "Speicher 3",
     "<font color=red>PODIUMSDISKUSSION</font> <b>Wem gehört der Kai?</b><br><i>Eva Boll</i> (Radio Nord), "
     "<i>Silke Aumann</i> (Lotsin)<br>Moderation: <i>Jan Petersen</i>"),
]  # fmt: skip


def test_rows_with_classes_of_which_only_some_begin_with_a_bold_title() -> None:
    rows = "".join(
        f'<tr><td class="zeit">{when}</td><td><span class="ort">{where}</span></td><td>{what}</td></tr>'
        for when, where, what in ROWS
    )
    found = agenda(("programm.htm", f"<h2>FREITAG, 7. MAI</h2><table>{rows}</table>"))
    assert [told(one) for one in found.sessions] == [
        ("Anmeldung", "07 08:30", "09:00", "Galerie", []),
        ("Wenn Fender quietschen", "07 09:00", "09:45", "Blauer Saal", ["Silke Aumann"]),
        ("Pegel aus Pappe", "07 09:00", "09:45", "Speicher 3", ["Jan Petersen"]),
        ("Reusen für Neugierige", "07 09:45", "10:45", "Blauer Saal", ["Eva Boll"]),
        ("Tauwerk spleißen für Anfänger", "07 09:45", "10:45", "Speicher 3", ["Ragnar Holm", "Ida Quint"]),
        ("Kaffeepause", "07 10:45", "11:15", None, []),
        ("Nebelhörner stimmen", "07 11:15", "12:00", "Blauer Saal", ["Per Moen"]),
        ("Wem gehört der Kai?", "07 11:15", "12:00", "Speicher 3", ["Eva Boll", "Silke Aumann"]),
    ]
    read = by_title(found)
    workshop, panel = read["Tauwerk spleißen für Anfänger"], read["Wem gehört der Kai?"]
    assert (workshop.kind, workshop.speakers[1].affiliation) == ("workshop", "Seilerin")
    assert workshop.abstract == "14 Plätze, nach Anmeldung Jeder bringt zwei Meter Leine mit."
    assert (panel.kind, [one.name for one in panel.chairs]) == ("panel", ["Jan Petersen"])
    assert read["Nebelhörner stimmen"].status == "cancelled"


def test_marked_parts_of_a_page_that_are_not_the_whole_programme() -> None:
    row = "<tr><td>{0}:00–{0}:45</td><td>{1}</td><td>{2}</td></tr>"
    titles = [
        "Silt und Schlick",
        "Boje für Boje",
        "Leuchtfeuer lesen",
        "Der letzte Kutter",
        "Kräne im Wind",
        "Ausklang",
    ]
    table = "".join(row.format(9 + at, title, "Galerie") for at, title in enumerate(titles))
    shown = {
        "data": "<div data-start='2027-05-07T{0}:00'><h3>{1}</h3></div>",
        "listed": "<dl><dt>{0}:00–{0}:45</dt><dd><b>{1}</b></dd></dl>",
        "times": "<article><time datetime='2027-05-07T{0}:00+02:00'>x</time><h3>{1}</h3></article>",
        "scripts": "<script type='application/ld+json'>"
        '{{"@type": "Event", "name": "{1}", "startDate": "2027-05-07T{0}:00+02:00"}}</script>',
    }
    for name, form in shown.items():
        few = "".join(form.format(f"{9 + at:02}", title) for at, title in enumerate(titles[:3]))
        day = f"<p>Höhepunkte</p>{few}<h2>Freitag, 7. Mai</h2>"
        page = f"{day}<table><tr><th>Zeit</th><th>Titel</th><th>Ort</th></tr>{table}</table>"
        found = agenda((f"{name}.html", page))
        assert {one.title for one in found.sessions} >= {*titles}, name
        assert all(read.room == "Galerie" for title, read in by_title(found).items() if title in titles[3:]), name


def test_a_slot_of_which_nothing_was_read_is_told() -> None:
    cards = "".join(
        f"<article class='session'><span class='time'>{9 + at}:00–{9 + at}:45</span><h3 class='title'>{title}</h3>"
        f"<p class='speaker'>Jan Petersen</p><p class='room'>Galerie</p></article>"
        for at, title in enumerate(["Silt und Schlick", "Boje für Boje", "Leuchtfeuer lesen", "Der letzte Kutter"])
    )
    late = "<ul><li>18:30–19:00 Fackelzug</li><li>19:00–20:00 Grillen</li><li>20:00–21:00 Tanz</li></ul>"
    found = agenda(("p.html", f"<h2>Freitag, 7. Mai</h2>{cards}{late}"))
    starts = {told(one)[1] for one in found.sessions}
    said = [warning.row for warning in found.warnings if warning.code == "no_title"]
    for slot in ("07 18:30", "07 19:00", "07 20:00"):
        assert (slot in starts) != any(row.endswith(f"2027-05-{slot}") for row in said)


def test_a_kind_in_capitals_before_a_dash_stays_in_the_title() -> None:
    rows = "9:00,WORKSHOP – Netze flicken am Morgen,Galerie\n10:00,WORKSHOP Netze flicken am Mittag,Galerie\n"
    found = agenda(("p.csv", f"Zeit,Titel,Ort\n{rows}"))
    titles = [one.title for one in found.sessions]
    assert titles == ["WORKSHOP – Netze flicken am Morgen", "Netze flicken am Mittag"]
    assert {one.kind for one in found.sessions} == {"workshop"}
