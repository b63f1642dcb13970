"""What is asked of somebody beside their name, where nothing that they do here speaks of it."""

from collections.abc import Sequence

from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.congress.search.stems import stems
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.answer.of_what_was_found import cards, stems_of
from charlotte.engine.dialogue.question.focus import outputs
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.protocol.items import Item

NAMING = 4
"""Letters of a word that names what is asked for."""
OF_THEIRS = frozenset(("what", "where", "topic"))
"""What may be asked of something of theirs; who asks when wants to hear them."""


def asks_of_what_is_theirs(goal: goals.Goal, reading: Reading, since: Sequence[Item]) -> bool:
    """Return whether of somebody something is asked that is in nothing they do here: "where is her bakery?"."""
    if not isinstance(goal, goals.Speaker) or goal.about is None or not reading.asks <= OF_THEIRS:
        return False
    grammar, text = reading.grammar, reading.words.text
    if any(grammar.says("frame", key, text) for key in ("nouns", "speaks", "told")):
        return False
    return _holds_nothing_of(goal.about, since)


def is_on_none_of_theirs(goal: goals.Goal, reading: Reading, since: Sequence[Item]) -> bool:
    """Return whether a talk of somebody is asked for who gives several, none of them on that."""
    if not isinstance(goal, goals.Speaker) or goal.about is None or "topic" not in reading.asks:
        return False
    several = any(len((result.get("speaker") or {}).get("sessions") or ()) > 1 for _, result in outputs(since))
    return several and _holds_nothing_of(goal.about, since)


def _holds_nothing_of(about: str, since: Sequence[Item]) -> bool:
    """Return whether what was found holds none of the words that are said beside a name, nor anything like them."""
    asked = [word for word in about.split() if len(word) >= NAMING and word not in FUNCTION_WORDS]
    results = [result for _, result in outputs(since)]
    told = frozenset(stem for result in results for one in cards(result) for stem in stems_of(one))
    is_alike = any(result.get("match") != "none" for result in results if "speaker" not in result)
    return bool(asked) and not is_alike and all(stems(word).isdisjoint(told) for word in asked)
