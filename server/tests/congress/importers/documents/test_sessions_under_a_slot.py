"""Sessions that are headings under the time of a slot, lists of talks that end their section, titles in quotes."""

import pytest

from support.harbour import agenda, by_title, told

PAGE = """<h1>Programme</h1><h2>{day}</h2>
<h3>Session 1. Nets and knots (Blauer Saal)</h3><p>{chair}: Jan Petersen</p>
<ul><li>9:00 – 9:30: What ropes remember (Ida Quint)</li><li>9:30 – 10:00: Twelve knots (Per Moen)</li></ul>
<p>10:00 – 10:30: Coffee</p><p>11:00 – 12:00: {slot}</p>
<h4>Forum A – The quay</h4><p>Galerie<br>{chair}: Ragnar Holm</p>
<ul><li>{open}Who owns it?{close}, Eva Boll</li><li>{open}Who sweeps it?{close}, Ann Orr {joined} Ivo Marin</li></ul>
<h4>Forum B – The crane</h4><p>Speicher 3<br>{chair}: Rita Salis</p>
<ul><li>{open}Steel at sea{close}, Al Rovere</li><li>{open}Oil and rust{close}, Bo Ekdahl</li></ul>
<p>12:00 – 12:30: Closing words</p>"""
TONGUES = [
    {"day": "Friday, May 7", "chair": "Chair", "slot": "Parallel forums", "open": "“", "close": "”", "joined": "and"},
    {"day": "Venerdì 7 maggio", "chair": "Modera", "slot": "Sessioni parallele", "open": "«", "close": "»",
     "joined": "e"},
    {"day": "Vendredi 7 mai", "chair": "Présidence", "slot": "Ateliers en parallèle", "open": "« ", "close": " »",
     "joined": "et"},
    {"day": "Freitag, 7. Mai", "chair": "Moderation", "slot": "Parallele Foren", "open": "„", "close": "“",
     "joined": "und"},
    {"day": "Viernes 7 de mayo", "chair": "Modera", "slot": "Sesiones paralelas", "open": "«", "close": "»",
     "joined": "y"},
]  # fmt: skip


@pytest.mark.parametrize("words", TONGUES, ids=["en", "it", "fr", "de", "es"])
def test_headings_under_a_slot_are_sessions_of_its_time(words: dict[str, str]) -> None:
    found = agenda(("p.html", PAGE.format(**words)))
    read = {title: told(one)[1:] for title, one in by_title(found).items()}
    assert read == {
        "Session 1. Nets and knots": ("07 09:00", "10:00", "Blauer Saal", []),
        "What ropes remember": ("07 09:00", "09:30", "Blauer Saal", ["Ida Quint"]),
        "Twelve knots": ("07 09:30", "10:00", "Blauer Saal", ["Per Moen"]),
        "Coffee": ("07 10:00", "10:30", None, []),
        "Forum A – The quay": ("07 11:00", "12:00", "Galerie", []),
        "Who owns it?": ("07 11:00", "12:00", "Galerie", ["Eva Boll"]),
        "Who sweeps it?": ("07 11:00", "12:00", "Galerie", ["Ann Orr", "Ivo Marin"]),
        "Forum B – The crane": ("07 11:00", "12:00", "Speicher 3", []),
        "Steel at sea": ("07 11:00", "12:00", "Speicher 3", ["Al Rovere"]),
        "Oil and rust": ("07 11:00", "12:00", "Speicher 3", ["Bo Ekdahl"]),
        "Closing words": ("07 12:00", "12:30", None, []),
    }
    chairs = {title: [one.name for one in session.chairs] for title, session in by_title(found).items()}
    assert chairs["Forum A – The quay"] == ["Ragnar Holm"]
    assert chairs["Closing words"] == []
