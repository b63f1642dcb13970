"""What can be made of words, before anybody is answered."""

import pytest

from charlotte.engine.dialogue.grasp import names_of
from charlotte.engine.ear import Grasp
from support.agendas import DEMO, search


@pytest.mark.parametrize(
    ("language", "heard", "made_of_it"),
    [
        ("en", "When does Giacomo Sergio speak?", Grasp.NAMED),
        ("it", "A che ora è Claude Code Internals?", Grasp.NAMED),
        ("fr", "Il y a quoi maintenant en Sala Ricci ?", Grasp.NAMED),
        ("de", "Was läuft jetzt?", Grasp.ASKED),
        ("es", "¿A qué hora?", Grasp.ASKED),
        ("en", "Somebody fainted at the entrance, help!", Grasp.ASKED),
        ("en", "Where is Dossiro Lucento?", Grasp.LOST),
        ("it", "Quando parla Barzabucca Filistrucchi?", Grasp.LOST),
        ("fr", "Il y a quoi maintenant en salle Andromède ?", Grasp.LOST),
        ("en", "On the field list of Toto2Pates?", Grasp.LOST),
    ],
)
def test_it_is_known_whether_a_name_was_understood(language: str, heard: str, made_of_it: Grasp) -> None:
    assert names_of(search(DEMO)).grasp(heard, language) is made_of_it
