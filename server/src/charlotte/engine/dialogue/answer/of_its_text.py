"""What no field of the programme tells: only a session's own text, a document, or nothing at all."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.congress.search.stems import stems
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.answer import documents, nearly_told, seats
from charlotte.engine.dialogue.answer.practical import with_told
from charlotte.engine.dialogue.question.focus import outputs
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.saying.details import DETAILS, detail_told
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.engine.dialogue.wish import likely
from charlotte.engine.dialogue.wish.thing_asked import thing_asked
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.knowledge.query import query_of
from charlotte.protocol.items import Item

SOLD = "sale"
"""Of nobody a programme tells what of theirs is sold, and where."""
Parts = list[Say | Call]
NAMING = 4
"""Letters of a word that names what is asked for."""
OF_THEIRS = frozenset(("what", "where", "topic"))
"""What may be asked of something of theirs; who asks when wants to hear them."""
OF_ONE = goals.About | goals.Which | goals.Search | goals.Break | goals.OfKind | goals.Speaker | goals.Place
"""Goals of which one thing is told; of a slot whatever is on answers."""


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
    if _is_on_none_of_theirs(goal, reading, since):
        return [Say(f"{_phrase('nearest', reading, prompt)} ", reading.language), *said]
    is_beyond = is_beyond or _asks_for_a_thing(goal, reading, since) or _asks_of_what_is_theirs(goal, reading, since)
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


def _asks_for_a_thing(goal: goals.Goal, reading: Reading, since: Sequence[Item]) -> bool:
    """Return whether a thing or a reason is asked for of which nothing speaks that was found."""
    of_a_room = isinstance(goal, goals.Slice) and goal.room is not None and not goal.says_when
    if not (of_a_room or isinstance(goal, OF_ONE)) or (thing := thing_asked(reading)) is None:
        return False
    if thing.noun is None or thing.is_any:
        return True
    named = stems(thing.noun)
    found = (one for _, result in outputs(since) for one in _cards(result))
    return all(named.isdisjoint(_stems_of(one)) for one in found)


def _asks_of_what_is_theirs(goal: goals.Goal, reading: Reading, since: Sequence[Item]) -> bool:
    """Return whether of somebody something is asked that is in nothing they do here: "where is her bakery?"."""
    if not isinstance(goal, goals.Speaker) or goal.about is None or not reading.asks <= OF_THEIRS:
        return False
    grammar, text = reading.grammar, reading.words.text
    if any(grammar.says("frame", key, text) for key in ("nouns", "speaks", "told")):
        return False
    return _holds_nothing_of(goal.about, since)


def _is_on_none_of_theirs(goal: goals.Goal, reading: Reading, since: Sequence[Item]) -> bool:
    """Return whether a talk of somebody is asked for who gives several, none of them on that."""
    if not isinstance(goal, goals.Speaker) or goal.about is None or "topic" not in reading.asks:
        return False
    several = any(len((result.get("speaker") or {}).get("sessions") or ()) > 1 for _, result in outputs(since))
    return several and _holds_nothing_of(goal.about, since)


def _holds_nothing_of(about: str, since: Sequence[Item]) -> bool:
    """Return whether what was found holds none of the words that are said beside a name, nor anything like them."""
    asked = [word for word in about.split() if len(word) >= NAMING and word not in FUNCTION_WORDS]
    results = [result for _, result in outputs(since)]
    told = frozenset(stem for result in results for one in _cards(result) for stem in _stems_of(one))
    is_alike = any(result.get("match") != "none" for result in results if "speaker" not in result)
    return bool(asked) and not is_alike and all(stems(word).isdisjoint(told) for word in asked)


def _cards(result: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the sessions and people that a tool found."""
    if result.get("match") == "none":
        return
    speaker = result.get("speaker") or {}
    yield from (one for one in (result.get("session"), speaker) if one)
    yield from result.get("sessions") or ()
    yield from speaker.get("sessions") or ()


def _stems_of(card: Mapping[str, Any]) -> frozenset[str]:
    """Return the stems of what is told of one."""
    told = " ".join(str(card.get(key) or "") for key in ("title", "subtitle", "track", "room", "affiliation"))
    return frozenset(stem for word in folded(told) for stem in stems(word))


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
