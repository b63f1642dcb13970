"""Ways of asking that were written as other words of the same sound."""

import pytest

from charlotte.engine.dialogue.grammar import load
from charlotte.engine.dialogue.heard.frames import as_people_ask

CONGRESS = frozenset({"seminar", "witch", "craft"})


@pytest.mark.parametrize(
    ("language", "heard", "said"),
    [
        ("it", "Iacchi ora.", "e a che ora."),
        ("it", "E dopuni lastissa sala cosa c'è?", "e dopo nella stessa sala cosa c'è?"),
        ("it", "Misadire quando c'è?", "mi sa dire quando c'è?"),
        ("de", "Wir spricht da?", "wer spricht da?"),
        # Nearly so, and by the sounds of the language asked in.
        ("it", "Mchiti è nell'intervento sul seminar?", "chi tiene l'intervento sul seminar?"),
        ("en", "High wich talk is the last in seminar?", "hi which talk is the last in seminar?"),
        ("en", "Wattson at 11:15?", "what's on at 11:15?"),
        ("fr", "Dans qu'est-ce sale ?", "dans quelle salle ?"),
        ("it", "Vorrei sentire Rossi dove ha che ora?", "Vorrei sentire Rossi dove a che ora?"),
        ("fr", "Quand la prochaine pouce qu'a fait ?", "Quand la prochaine pause café ?"),
        ("de", "Allo Wanfängt der Vortrag an?", "hallo wann fängt der vortrag an?"),
    ],
)
def test_they_are_read_as_what_they_sound_like(language: str, heard: str, said: str) -> None:
    assert as_people_ask(heard, load(language), CONGRESS.__contains__) == said


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("it", "E a che ora?"),
        ("en", "When is Witch Craft on in Seminar 3?"),
        ("fr", "Où est la salle des fêtes ?"),
        ("de", "Wir möchten wissen, wo das ist."),
        ("es", "¿Y quién da la charla?"),
        ("en", ""),
        ("it", "E quando Parma?"),
        ("it", "Che c'è in voi due in questo momento?"),
    ],
)
def test_what_was_understood_stays_as_it_is(language: str, question: str) -> None:
    assert as_people_ask(question, load(language), CONGRESS.__contains__) == question
