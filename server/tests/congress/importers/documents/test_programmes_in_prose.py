"""Programmes written as prose, with who speaks, where it is and the rest in sentences of any order."""

from support.harbour import agenda, by_title, told
from support.papers import docx, paragraph

ENGLISH = [
    ("", "9.00–9.30", "Welcome coffee. Galerie.", []),
    ("", "9.30–10.15", "What buoys remember.",
     ["Eva Boll (pilot, Kiel). Blauer Saal.", "A log book nobody asked for."]),
    ("", "9.30–10.15", "Ropes: a workshop.", ["Speicher 3. With Ragnar Holm (rigger). 12 seats, first come."]),
    ("Afternoon", "14.00–15.00", "Lunch. Galerie.", []),
    ("", "15.00–16.00", "Who owns the quay?",
     ["Ida Quint (editor) and Per Moen (Polar Trust, Oslo). Chair: Jan Petersen. Blauer Saal.",
      "Bring your questions."]),
]  # fmt: skip
GERMAN = [
    ("", "9.00–9.30 Uhr", "Morgenkaffee. Galerie.", []),
    ("", "9.30–10.15 Uhr", "Was Bojen behalten.",
     ["Blauer Saal. Eva Boll (Lotsin, Kiel).", "Ein Logbuch, nach dem niemand fragte."]),
    ("", "9.30–10.15 Uhr", "Tauwerk: ein Versuch.",
     ["Mit Ragnar Holm (Takler). 12 Plätze, nach Anmeldung. Speicher 3."]),
    ("Nachmittag", "14.00–15.00 Uhr", "Mittagessen. Galerie.", []),
    ("", "15.00–16.00 Uhr", "Wem gehört der Kai?",
     ["Moderation: Jan Petersen. Ida Quint (Redakteurin) und Per Moen (Polar Trust, Oslo). Blauer Saal.",
      "Fragen sind willkommen."]),
]  # fmt: skip
Told = list[tuple[str, str, str, str | None, list[str]]]


def expected(titles: list[str]) -> Told:
    return [
        (titles[0], "07 09:00", "09:30", "Galerie", []),
        (titles[1], "07 09:30", "10:15", "Blauer Saal", ["Eva Boll"]),
        (titles[2], "07 09:30", "10:15", "Speicher 3", ["Ragnar Holm"]),
        (titles[3], "07 14:00", "15:00", "Galerie", []),
        (titles[4], "07 15:00", "16:00", "Blauer Saal", ["Ida Quint", "Per Moen"]),
    ]


def documents(day: str, entries: list[tuple[str, str, str, list[str]]]) -> list[tuple[str, str | bytes]]:
    word = paragraph(day, "Heading1")
    marked, page, text = f"# {day}\n\n", f"<h1>{day}</h1>", f"{day}\n\n"
    for heading, time, title, lines in entries:
        if heading:
            word += paragraph(heading, "Heading2")
            marked, page = f"{marked}## {heading}\n\n", f"{page}<h2>{heading}</h2>"
        word += "".join(map(paragraph, (f"{time} {title}", *lines)))
        marked += f"**{time}** *{title}*\n\n" + "".join(f"{line}\n\n" for line in lines)
        page += f"<p><b>{time}</b> <i>{title}</i></p>" + "".join(f"<p>{line}</p>" for line in lines)
        text += "\n".join((f"{time} {title}", *lines)) + "\n\n"
    return [("p.docx", docx(word)), ("p.md", marked), ("p.html", page), ("p.txt", text)]


def test_sentences_below_a_title_say_who_and_where() -> None:
    titles = ["Welcome coffee", "What buoys remember", "Ropes: a workshop", "Lunch", "Who owns the quay?"]
    for name, raw in documents("Friday, May 7", ENGLISH):
        found = agenda((name, raw))
        assert [told(one) for one in found.sessions] == expected(titles), name
        read = by_title(found)
        assert [one.name for one in read["Who owns the quay?"].chairs] == ["Jan Petersen"], name
        assert read["Who owns the quay?"].speakers[1].affiliation == "Polar Trust, Oslo", name
        assert read["Ropes: a workshop"].abstract == "12 seats, first come.", name
        assert read["What buoys remember"].abstract == "A log book nobody asked for.", name


def test_sentences_in_other_orders_and_another_language() -> None:
    titles = ["Morgenkaffee", "Was Bojen behalten", "Tauwerk: ein Versuch", "Mittagessen", "Wem gehört der Kai?"]
    for name, raw in documents("Freitag, 7. Mai", GERMAN):
        found = agenda((name, raw))
        assert [told(one) for one in found.sessions] == expected(titles), name
        read = by_title(found)
        assert [one.name for one in read["Wem gehört der Kai?"].chairs] == ["Jan Petersen"], name
        assert read["Was Bojen behalten"].speakers[0].affiliation == "Lotsin, Kiel", name
        assert read["Tauwerk: ein Versuch"].abstract == "12 Plätze, nach Anmeldung.", name
        assert read["Wem gehört der Kai?"].abstract == "Fragen sind willkommen.", name


def test_sentences_of_an_abstract_are_no_people_and_no_places() -> None:
    text = "# Freitag, 7. Mai\n\n9.00 Uhr Deiche\n\nProf. Eva Boll. Galerie.\n\nElbe. Weser. Ems sind Flüsse.\n\n"
    text += "10.00 Uhr Siele\n\nMan lernt viel. Im Blauer Saal wird gelacht.\n\n11.00 Uhr Ende\n\n"
    found = agenda(("p.md", text))
    assert [(one.title, one.room) for one in found.sessions][1:] == [("Siele", None), ("Ende", None)]
    assert told(found.sessions[0])[3:] == ("Galerie", ["Prof. Eva Boll"])
    assert [one.abstract for one in found.sessions][:2] == [
        "Elbe. Weser. Ems sind Flüsse.",
        "Man lernt viel. Im Blauer Saal wird gelacht.",
    ]
