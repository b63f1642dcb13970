"""What only the text of a session tells, or a document beside it: what to bring, for whom it is, how many may come."""

from charlotte.engine.dialogue import documents, goals, seats
from charlotte.engine.dialogue.focus import outputs
from charlotte.engine.dialogue.reading import Reading
from charlotte.engine.dialogue.saying.details import DETAILS, detail_told
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.protocol.items import Item

Parts = list[Say | Call]


def beside(goal: goals.Goal, said: Parts, reading: Reading, prompt: Prompt, asked_at: int) -> Parts:
    """Return what documents say where the session that was found does not tell what was asked; else what was said."""
    asked = reading.asks & DETAILS
    if not asked or not said or any(isinstance(part, Call) for part in said):
        return said
    if isinstance(goal, goals.Place) and goal.seats:
        is_held = _is_told(asked, prompt.items[asked_at + 1 :])
        return said if is_held else seats.of_room(goal.name, reading, prompt, asked_at) or said
    if not isinstance(goal, goals.About | goals.Search) or _is_told(asked, prompt.items[asked_at + 1 :]):
        return said
    return documents.pursue(reading, prompt, asked_at) or said


def _is_told(asked: frozenset[str], since: tuple[Item, ...] | list[Item]) -> bool:
    """Return whether a session that was looked up tells it, or none was found of which to tell it."""
    texts = []
    for _, result in outputs(since):
        if (place := result.get("place")) is not None:
            return bool(place.get("capacity"))
        cards = [result.get("session"), *(result.get("sessions") or [])[:1]]
        texts += [result.get("abstract") or card.get("summary") for card in cards if card]
    return not texts or any(detail_told(asked, text) for text in texts)
