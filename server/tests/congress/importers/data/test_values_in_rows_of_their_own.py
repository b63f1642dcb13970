"""Databases that hold one value a row: fields that a site's plugins made, and whose they are."""

import json

from charlotte.congress.importers.shapes.trees.entity_values import with_values_put
from support.workbooks import agenda, people, told

SITE = r"""
INSERT INTO `wp_posts` (`ID`, `post_author`, `post_date`, `post_content`, `post_title`, `post_status`, `post_name`, `post_type`) VALUES
(11, 1, '2026-11-01 10:11:12', 'Pourquoi il pique.', 'Éloge de l\'ortie', 'publish', 'ortie', 'seance'),
(12, 1, '2026-11-02 11:12:13', 'En ville.', 'Menthe des trottoirs', 'publish', 'menthe', 'seance'),
(13, 1, '2026-11-03 12:13:14', 'Suif.', 'Baumes', 'publish', 'baumes', 'seance'),
(14, 1, '2026-11-03 12:14:14', '', 'Le temps du thym', 'draft', 'thym', 'seance'),
(21, 1, '2026-11-04 12:13:15', 'Cultive.', 'Lise Aubert', 'publish', 'lise-aubert', 'intervenant'),
(22, 1, '2026-11-04 12:13:16', 'Cuit.', 'Jean Maury', 'publish', 'jean-maury', 'intervenant'),
(31, 1, '2026-10-04 12:13:16', 'Bienvenue.', 'Accueil', 'publish', 'accueil', 'page');
INSERT INTO `wp_postmeta` (`meta_id`, `post_id`, `meta_key`, `meta_value`) VALUES
(1, 11, 'date', '2027-03-05'),(2, 11, 'debut', '09:30'),(3, 11, 'fin', '10:15'),(4, 11, 'salle', 'Serre'),
(5, 11, 'intervenants', '21'),(6, 12, 'date', '2027-03-05'),(7, 12, 'debut', '10:30'),(8, 12, 'fin', '11:15'),
(9, 12, 'salle', 'Serre'),(10, 12, 'intervenants', 'a:2:{i:0;s:2:"21";i:1;s:2:"22";}'),
(11, 13, 'date', '2027-03-05'),(12, 13, 'debut', '10:30'),(13, 13, 'fin', '11:30'),(14, 13, 'salle', 'Grenier'),
(15, 13, 'intervenants', '22'),(16, 13, '_edit_lock', '1798800000:1'),(17, 14, 'date', '2027-03-06'),
(18, 14, 'debut', '10:30'),(19, 21, 'fonction', 'Jardinière'),(20, 31, '_wp_page_template', 'default');
"""  # noqa: E501 - as such databases are dumped


def test_a_site_s_fields_are_put_into_its_posts() -> None:
    found = {one.title: (told(one), people(one)[0]) for one in agenda(("site.sql", SITE)).sessions}
    assert found == {
        "Éloge de l'ortie": (("05 09:30", "10:15", "Serre"), ["Lise Aubert"]),
        "Menthe des trottoirs": (("05 10:30", "11:15", "Serre"), ["Lise Aubert", "Jean Maury"]),
        "Baumes": (("05 10:30", "11:30", "Grenier"), ["Jean Maury"]),
    }


def test_values_beside_sessions_are_put_into_them() -> None:
    values = [("1", "Begin", "09:00"), ("1", "Raum", "Saal"), ("2", "Begin", "10:00"), ("2", "Raum", "Hof")]
    tree = {
        "sessions": [
            {"id": 1, "title": "Mörtel im Winter", "date": "2027-03-05", "speaker": "Uta Brand"},
            {"id": 2, "title": "Ziegel lesen", "date": "2027-03-05", "speaker": "Jan Ott"},
        ],
        "values": [{"session_id": one, "field": field, "value": value} for one, field, value in values],
    }
    found = agenda(("ziegel.json", json.dumps(tree))).sessions
    assert [(one.title, f"{one.start:%d %H:%M}", one.room) for one in found] == [
        ("Mörtel im Winter", "05 09:00", "Saal"),
        ("Ziegel lesen", "05 10:00", "Hof"),
    ]


def test_other_tables_stay_as_they_are() -> None:
    votes = [{"id": at, "talk_id": at % 2, "name": f"Ada {at}", "text": "Fine"} for at in range(6)]
    tree = {"talks": [{"id": 0, "title": "One"}, {"id": 1, "title": "Two"}], "votes": votes}
    assert with_values_put(tree) == tree
