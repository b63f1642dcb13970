"""What to do about a sound that silenced the assistant, once its words are known; pure."""

from dataclasses import dataclass, replace
from enum import Enum

from charlotte.engine.backchannel import is_backchannel


class Cut(Enum):
    """What a sound silenced."""

    NOTHING = "nothing"
    UNHEARD = "an answer nobody had heard anything of"
    ANSWER = "an answer"
    QUESTION = "a question of hers"


class Then(Enum):
    """What follows a turn."""

    NOTHING = "nothing"
    ANSWER = "an answer"
    RESUME = "the rest of the answer that was cut"


@dataclass(frozen=True)
class Interruption:
    """What waits for the end of the user's turns."""

    owed: bool = False
    """Something said is to be answered."""
    cut: Cut = Cut.NOTHING


def interrupted(before: Interruption, cut: Cut) -> Interruption:
    """Return what waits after a sound that silenced `cut`."""
    match cut:
        case Cut.NOTHING:
            return before  # she was silent already: what an earlier sound cut is still cut
        case Cut.UNHEARD:
            return replace(before, owed=True)
        case Cut.ANSWER | Cut.QUESTION:
            return replace(before, cut=cut)


def heard(before: Interruption, words: str | None) -> Interruption:
    """Return what waits after a turn of these words, "" when it was no speech, None when nobody can tell."""
    if words is None:
        return replace(before, cut=Cut.NOTHING)
    goes_on = before.cut is Cut.ANSWER and is_backchannel(words)
    return before if not words or goes_on else replace(before, owed=True)


def due(waiting: Interruption) -> Then:
    """Return what follows when the user's last turn is over."""
    if waiting.owed:
        return Then.ANSWER
    return Then.NOTHING if waiting.cut is Cut.NOTHING else Then.RESUME
