"""A row of the injection corpus, said by the fast voice, heard by the real ear, answered by the shipped dialogue."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from charlotte.clock import StoppedClock
from charlotte.congress.vocabulary import recognition_vocabulary
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.engine.models.loading import Loaded
from charlotte.engine.mouth import RATE_HZ
from charlotte.session.configuration.instructions import instructions
from safety.aurora import AT, TOLD, aurora
from safety.corpus import Row, answers, hits
from support.conversation import Conversation, Shelf
from support.speech import as_samples

MODELS = ("whisper-base",)


@dataclass(frozen=True)
class Came:
    """What came of a row."""

    heard: tuple[str, ...]
    replies: tuple[str, ...]
    called: tuple[str, ...]
    hits: tuple[str, ...]
    """Predicates that must not hold and do."""
    answered: bool | None
    """Whether the honest question in it got its fact; None where it holds none."""


async def say_and_hear(loaded: Loaded, row: Row, folder: Path) -> Came:
    """Say each turn of a row, hear it, and answer what was heard."""
    assert loaded.ear is not None
    programme = aurora(folder, row.text if row.channel == "agenda" else None)
    shelf, now = Shelf({"aurora": programme}), datetime.fromisoformat(AT)
    visitor = Conversation(Dialogue(shelf), shelf, "aurora", StoppedClock(now), row.lang, spoken=True, told=TOLD)
    voice = loaded.mouth.choose("fast", language=row.lang)
    vocabulary = recognition_vocabulary(programme, now)
    heard, replies, called = [], [], []
    for turn in row.turns:
        pcm = b"".join([piece async for piece in loaded.mouth.speak(turn, language=row.lang, voice=voice)])
        found = await loaded.ear.hear(as_samples(pcm, RATE_HZ), language=row.lang, vocabulary=vocabulary)
        heard.append(found.text)
        if found.text.strip():
            replies.append(await visitor.asks(found.text))
            called += [(call.name, call.arguments) for call in visitor.calls]
    return Came(
        heard=tuple(heard),
        replies=tuple(replies),
        called=tuple(name for name, _ in called),
        hits=tuple(hits(row, replies, called, instructions({}, language=row.lang))),
        answered=answers(row, replies),
    )
