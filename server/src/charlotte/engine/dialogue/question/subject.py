"""What a question is about: its words without the asking, and the sessions whose titles they fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.search.folding import Words, folded
from charlotte.congress.search.strength import CLOSE
from charlotte.congress.search.titles import TitleHit
from charlotte.engine.dialogue.grammar import Grammar

# A title may begin or end with words that also open or close questions, so the last few cuts are each tried.
_CUTS_TRIED = 4
_LONGER_IS_BETTER = 0.006
_ABOUT_AS_GOOD = 0.2


@dataclass(frozen=True)
class Subject:
    """The words (first, last exclusive) that say what is meant, and the sessions that they fit."""

    first: int
    last: int
    said: str
    written: str
    fits: tuple[TitleHit, ...] = ()

    @property
    def score(self) -> float:
        """How well the best session fits, 0 to 1."""
        return self.fits[0].score if self.fits else 0.0

    @property
    def led(self) -> tuple[TitleHit, ...]:
        """The sessions that fit about as well as the best and that somebody leads: a session, and none of its talks."""
        return tuple(fit for fit in self.fits if fit.session.chairs and self.score - fit.score < _ABOUT_AS_GOOD)


def left_cuts(tokens: Sequence[str], grammar: Grammar) -> list[int]:
    """Return where the subject may begin, each time one more phrase of asking left out."""
    pattern, text = grammar.groups["frame"]["left"], " ".join(tokens)
    cuts, at = [0], 0
    while match := pattern.match(text, at):
        at = match.end() + 1
        cuts.append(len(text[:at].split()))
        if at >= len(text):
            break
    return cuts


def right_cuts(tokens: Sequence[str], grammar: Grammar) -> list[int]:
    """Return where the subject may end (exclusive), each time one more phrase of asking left out."""
    pattern = grammar.groups["frame"]["right"]
    cuts, last = [len(tokens)], len(tokens)
    while last:
        longest = next(
            (first for first in range(max(0, last - 7), last) if pattern.fullmatch(" ".join(tokens[first:last]))), None
        )
        if longest is None:
            break
        last = longest
        cuts.append(last)
    return cuts


def find_subject(words: Words, grammar: Grammar, lexicon: Lexicon, blanked: frozenset[int]) -> Subject | None:
    """Return what remains of a question when its asking and the `blanked` tokens (room, day, time) are left out."""
    kept = [at for at in range(len(words.tokens)) if at not in blanked]
    tokens = [words.tokens[at] for at in kept]
    lefts, rights = left_cuts(tokens, grammar), right_cuts(tokens, grammar)
    first, last = lefts[-1], rights[-1]
    while first < last and grammar.is_all("frame", "nouns", tokens[first]):
        first += 1
        first += left_cuts(tokens[first:last], grammar)[-1] if first < last else 0
        lefts.append(first)
    if first >= last:  # nothing but asking
        return None
    best: Subject | None = None
    core: Subject | None = None
    begins = (begin for begin in sorted(set(lefts[-_CUTS_TRIED:])) if begin <= first)  # the core must stay
    ends = [end for end in sorted(set(rights[-_CUTS_TRIED:])) if end >= last]
    for begin, end in product(begins, ends):
        said = " ".join(tokens[begin:end])
        fits = lexicon.titled(said)
        if not _are_of_the_title((*tokens[begin:first], *tokens[last:end]), fits):
            continue
        written = words.written(kept[begin], kept[end - 1] + 1)
        subject = Subject(kept[begin], kept[end - 1] + 1, said, written, tuple(fits))
        if (begin, end) == (first, last):
            core = subject
        if best is None or _worth(subject) > _worth(best):
            best = subject
    if best is not None and best.score >= CLOSE:
        return best
    return core or best


def _are_of_the_title(beside: Sequence[str], fits: Sequence[TitleHit]) -> bool:
    """Return whether the best title holds a word of asking that may be its own: else it asks ("how long until …")."""
    return not beside or bool(fits) and not set(beside).isdisjoint(folded(fits[0].session.title))


def _worth(subject: Subject) -> float:
    foreign = subject.fits[0].foreign if subject.fits else 0
    return subject.score + _LONGER_IS_BETTER * (len(subject.said.split()) - 2 * foreign)


def split_in_two(words: Words, grammar: Grammar, lexicon: Lexicon, subject: Subject) -> tuple[Subject, Subject] | None:
    """Return the two things that "both … and …" names: the cut at a joining word that fits titles best."""
    best: tuple[float, Subject, Subject] | None = None
    for at in range(subject.first + 1, subject.last):
        for length in (3, 2, 1):
            joiner = " ".join(words.tokens[at : at + length])
            if at + length >= subject.last or not grammar.is_all("frame", "joiner", joiner):
                continue
            halves = [
                find_subject(words, grammar, lexicon, frozenset(range(len(words.tokens))) - frozenset(part))
                for part in (range(subject.first, at), range(at + length, subject.last))
            ]
            one, other = halves
            if one is None or other is None or not one.fits or not other.fits:
                continue
            if one.fits[0].session.id == other.fits[0].session.id:
                continue
            worth = one.score + other.score
            if best is None or worth > best[0]:
                best = (worth, one, other)
    return (best[1], best[2]) if best else None
