"""Whether a thing or a reason is asked for that nothing of what was found speaks of."""

from collections.abc import Sequence

from charlotte.congress.search.stems import stems
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.answer.of_what_was_found import cards, stems_of
from charlotte.engine.dialogue.question.focus import outputs
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.wish.thing_asked import thing_asked
from charlotte.protocol.items import Item

OF_ONE = goals.About | goals.Which | goals.Search | goals.Break | goals.OfKind | goals.Speaker | goals.Place
"""Goals of which one thing is told; of a slot whatever is on answers."""


def asks_for_a_thing(goal: goals.Goal, reading: Reading, since: Sequence[Item]) -> bool:
    """Return whether a thing or a reason is asked for of which nothing speaks that was found."""
    of_a_room = isinstance(goal, goals.Slice) and goal.room is not None and not goal.says_when
    if not (of_a_room or isinstance(goal, OF_ONE)) or (thing := thing_asked(reading)) is None:
        return False
    if thing.noun is None or thing.is_any:
        return True
    named = stems(thing.noun)
    found = (one for _, result in outputs(since) for one in cards(result))
    return all(named.isdisjoint(stems_of(one)) for one in found)
