"""Going on with an answer that a false alarm cut, from the clause that was not heard whole."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass

from charlotte.engine.call.playback import Clause
from charlotte.engine.mind import Call, Mind, Prompt, Say

NEARLY_MS = 100
"""A clause of which less than this was missing counts as heard."""
MOST_RESUMPTIONS = 3
"""Of one answer: in a room that goes on making sounds like speech she does not say a clause for ever."""


@dataclass(frozen=True)
class Spoken:
    """What the mind gave for an answer, in order, and how far the voice got with it."""

    pieces: tuple[tuple[str, Say], ...]
    """Each with its item."""
    sounded: int
    """How many of them were given out whole."""
    prompt: Prompt | None
    """What the mind had still more to say to, None when that was all."""


def unheard(spoken: Spoken, clauses: Mapping[str, Sequence[Clause]], heard_ms: Mapping[str, float]) -> tuple[Say, ...]:
    """Return what of an answer was not heard whole, given how much of each item's sound was."""
    seen: dict[str, int] = {}
    for number, (item_id, _) in enumerate(spoken.pieces):
        place = seen.get(item_id, 0)
        seen[item_id] = place + 1
        timed = clauses.get(item_id, ())
        whole = number < spoken.sounded and place < len(timed)
        if not whole or timed[place].end_ms > heard_ms.get(item_id, 0.0) + NEARLY_MS:
            left = [said for _, said in spoken.pieces[number:]]
            return (Say(left[0].text.lstrip(), left[0].language), *left[1:])
    return ()


@dataclass(frozen=True)
class Resumed:
    """A `Mind` that says the rest of an answer. What its own mind had not come to yet, that is asked for again."""

    rest: tuple[Say, ...]
    mind: Mind
    prompt: Prompt | None
    passed: tuple[Say, ...]
    """What that mind said of the answer to `prompt` before it was cut."""
    times: int = 1

    async def respond(self, prompt: Prompt) -> AsyncIterator[Say | Call]:
        """Yield the rest; `prompt` is not asked, for nothing was."""
        for said in self.rest:
            yield said
        if self.prompt is None:
            return
        number = 0
        async for piece in self.mind.respond(self.prompt):
            if isinstance(piece, Call):
                return
            if number < len(self.passed):
                if piece != self.passed[number]:
                    return  # it puts it differently this time: nothing is said twice
                number += 1
                continue
            yield piece


def resumed(mind: Mind, spoken: Spoken, rest: tuple[Say, ...]) -> Resumed | None:
    """Return the mind that goes on with `rest`, None when there is nothing left to say or it was tried often enough."""
    times = mind.times + 1 if isinstance(mind, Resumed) else 1
    if times > MOST_RESUMPTIONS or not (rest or spoken.prompt):
        return None
    passed = tuple(said for _, said in spoken.pieces) if spoken.prompt else ()
    return Resumed(rest, mind, spoken.prompt, passed, times)
