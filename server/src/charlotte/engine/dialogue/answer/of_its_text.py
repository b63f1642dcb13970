"""What no field of the programme tells: only a session's own text, a document, or nothing at all."""

from datetime import datetime

from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.answer import documents, nearly_told, seats
from charlotte.engine.dialogue.answer.of_a_thing import OF_ONE, asks_for_a_thing
from charlotte.engine.dialogue.answer.of_what_is_theirs import asks_of_what_is_theirs, is_on_none_of_theirs
from charlotte.engine.dialogue.answer.practical import with_told
from charlotte.engine.dialogue.question.focus import outputs
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.saying.details import DETAILS, detail_told
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.engine.dialogue.wish import likely
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.knowledge.query import query_of
from charlotte.protocol.items import Item

SOLD = "sale"
"""Of nobody a programme tells what of theirs is sold, and where."""
Parts = list[Say | Call]


def beside(goal: goals.Goal, said: Parts, reading: Reading, prompt: Prompt, asked_at: int) -> Parts:
    """Return what documents say where the programme does not tell what was asked, else that it does not.

    What was found of the programme follows: who asks what the winner gets is told when the prizes are given.
    """
    if not said or any(isinstance(part, Call) for part in said):
        return said
    since = prompt.items[asked_at + 1 :]
    if asked := reading.asks & DETAILS:
        if isinstance(goal, goals.Place) and goal.seats:
            return said if _is_told(asked, since) else seats.of_room(goal.name, reading, prompt, asked_at) or said
        if isinstance(goal, goals.About | goals.Search) and not _is_told(asked, since):
            return documents.pursue(reading, prompt, asked_at) or said
        return said
    is_beyond = _asks_beyond(goal, reading) or documents.only_asks_beside(goal, reading, prompt)
    if is_on_none_of_theirs(goal, reading, since):
        return [Say(f"{_phrase('nearest', reading, prompt)} ", reading.language), *said]
    is_beyond = is_beyond or asks_for_a_thing(goal, reading, since) or asks_of_what_is_theirs(goal, reading, since)
    if not is_beyond or not _found(since):
        return said
    told = documents.pursue(reading, prompt, asked_at) or nearly_told.pursue(reading, prompt, asked_at)
    return told or [_unknown(reading, prompt), *said]


def _asks_beyond(goal: goals.Goal, reading: Reading) -> bool:
    """Return whether what the programme was asked for is not all, or not at all, what the question asks."""
    if isinstance(goal, goals.Search) and "topic" in reading.asks or documents.asks_both(reading):
        return False
    if isinstance(goal, goals.About | goals.Speaker | goals.Slice) and "language" in goal.asks:
        return False  # the programme tells it, or that it does not
    if isinstance(goal, goals.Speaker) and SOLD in query_of(reading.whole, reading.language).concepts:
        return True
    return isinstance(goal, OF_ONE | goals.Slice) and likely.is_beyond(reading)


def _unknown(reading: Reading, prompt: Prompt) -> Say:
    """Return that nobody told it, and whom to ask; or what organisers told by hand."""
    language, spoken = reading.language, prompt.spoken
    told = with_told(
        "not_in_data",
        _phrase("not_told", reading, prompt),
        question=reading.words.text,
        language=language,
        variables=prompt.variables,
        spoken=spoken,
    )
    return Say(f"{told} ", language)


def _phrase(key: str, reading: Reading, prompt: Prompt) -> str:
    return Wording(reading.language, prompt.spoken, datetime.min.date())(key).strip()


def _found(since: tuple[Item, ...] | list[Item]) -> bool:
    """Return whether the programme gave something that an answer tells."""
    return any(
        result.get("match") != "none" and (result.get("session") or result.get("sessions") or result.get("speaker"))
        for _, result in outputs(since)
    )


def _is_told(asked: frozenset[str], since: tuple[Item, ...] | list[Item]) -> bool:
    """Return whether a session that was looked up tells it, or none was found of which to tell it."""
    texts = []
    for _, result in outputs(since):
        if (place := result.get("place")) is not None:
            return bool(place.get("capacity"))
        cards = [result.get("session"), *(result.get("sessions") or [])[:1]]
        texts += [result.get("abstract") or card.get("summary") for card in cards if card]
    return not texts or any(detail_told(asked, text) for text in texts)
