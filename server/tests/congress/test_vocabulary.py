"""What the recogniser is told to expect must not turn a question's own words into names."""

from datetime import UTC, datetime

from charlotte.congress.model import Congress, Person, Session
from charlotte.congress.programme import Programme
from charlotte.congress.vocabulary import recognition_vocabulary

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def with_speakers(*names: str) -> Programme:
    speakers = tuple(Person(id=name, name=name) for name in names)
    session = Session(id="1", title="Tea", start=NOON, end=None, room=None, speakers=speakers)
    return Programme(Congress(id="tea", name="Tea Days", timezone="UTC"), (session,), ())


def test_a_name_that_sounds_like_a_question_word_is_not_expected() -> None:
    vocabulary = recognition_vocabulary(with_speakers("Ada Wen", "Grace Hopper", "Bruno Dove"), NOON)
    assert "Grace Hopper" in vocabulary
    assert "Wen" not in vocabulary and "Dove" not in vocabulary


def test_a_name_that_only_resembles_one_is_expected() -> None:
    vocabulary = recognition_vocabulary(with_speakers("Pim van Pelt", "Carol Chen"), NOON)
    assert "Pim van Pelt" in vocabulary and "Carol Chen" in vocabulary
