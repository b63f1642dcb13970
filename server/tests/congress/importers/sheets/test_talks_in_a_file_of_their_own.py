"""Sessions in one file and their talks in another, which names the sessions by what they are called."""

import json

from support.harbour import agenda, by_title, told

SESSIONS = """Titel;Tag;Beginn;Ende;Raum;Moderation
S1 – Seile, Taue und Leinen;07.05.2027;09:00;10:30;Blauer Saal;Eva Boll
S2 – Segel;07.05.2027;11:00;12:00;Galerie;Ragnar Holm
Abschluss;08.05.2027;10:00;10:30;Blauer Saal;
"""


def test_a_list_of_talks_names_sessions_by_their_titles_with_or_without_label() -> None:
    talks = """Sitzung;Beitragstitel;Vorname;Nachname;Einrichtung
Seile, Taue und Leinen;Hanf im Regen;Jan;Petersen;Uni Kiel
Seile, Taue und Leinen;Wer spleißt noch?;Ines;Petersen;Husum
S2 – Segel;Tuch aus Flaschen;Ute;Kahl;Emden
S2 – Segel;Leicht wie nie;Olga;Riek;Jever
"""
    found = by_title(agenda(("sitzungen.csv", SESSIONS), ("beitraege.csv", talks)))
    assert told(found["S1 – Seile, Taue und Leinen"])[1:] == ("07 09:00", "10:30", "Blauer Saal", [])
    assert [who.name for who in found["S1 – Seile, Taue und Leinen"].chairs] == ["Eva Boll"]
    held = {title: (told(found[title])[1], *told(found[title])[3:]) for title in found if found[title].speakers}
    assert held == {
        "Hanf im Regen": ("07 09:00", "Blauer Saal", ["Jan Petersen"]),
        "Wer spleißt noch?": ("07 09:00", "Blauer Saal", ["Ines Petersen"]),
        "Tuch aus Flaschen": ("07 11:00", "Galerie", ["Ute Kahl"]),
        "Leicht wie nie": ("07 11:00", "Galerie", ["Olga Riek"]),
    }


def test_talks_with_times_of_their_own_name_sessions_by_the_label_alone() -> None:
    sessions = """Session,Date,From,To,Room
Session 1: Tides,7 May 2027,09:00,10:30,Quay Room
Session 2: Winds,7 May 2027,11:00,12:30,Quay Room
Session 3: Ropes,7 May 2027,11:00,12:30,Loft
"""
    talks = """Session,Start,Talk,Presenter
Session 1,09:00,Neap tides for novices,Ada Orr
Session 1,09:45,Why harbours silt,Bo Lie
Session 2,11:00,Gusts in the strait,Eve Moss
Session 2,11:45,Forecasts that fail,Kim Ru
Session 3,11:00,Hemp again and again,Tom Ash
Session 3,11:45,Splices under load,Ian Gale
"""
    found = by_title(agenda(("schedule.csv", sessions), ("talks.csv", talks)))
    assert len(found) == 9
    assert told(found["Session 3: Ropes"])[1:] == ("07 11:00", "12:30", "Loft", [])
    assert told(found["Why harbours silt"])[1:] == ("07 09:45", "10:30", "Quay Room", ["Bo Lie"])
    assert told(found["Hemp again and again"])[1:] == ("07 11:00", "11:45", "Loft", ["Tom Ash"])


def test_one_file_may_be_data_and_the_other_a_table_whose_lengths_follow_each_other() -> None:
    sessions = [
        {"titre": "Séance 1 : Ruches", "debut": "2027-05-07T09:00", "fin": "2027-05-07T10:00", "salle": "Salle Ambre"},
        {"titre": "Séance 2 : Frelons", "debut": "2027-05-07T10:30", "fin": "2027-05-07T12:00", "salle": "Salle Cire"},
    ]
    talks = """Exposé;Orateur;Durée (min);Rattaché à
La cire fondue;Zoé Lamy;20;Ruches
Compter les cadres;Noël Prat;40;Ruches
Pièges sélectifs;Inès Caro;45;Frelons
Le nid d’en haut;Paul Roux;45;Frelons
"""
    found = by_title(agenda(("seances.json", json.dumps(sessions)), ("exposes.csv", talks)))
    assert [told(found[title])[1:] for title in ("Compter les cadres", "Pièges sélectifs")] == [
        ("07 09:20", "10:00", "Salle Ambre", ["Noël Prat"]),
        ("07 10:30", "11:15", "Salle Cire", ["Inès Caro"]),
    ]
