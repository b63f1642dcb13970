"""Finding people by whom they are of: a company, an institute, whatever their affiliation or a session's text names."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from charlotte.congress.model import Person, Session
from charlotte.congress.search.folding import fold, folded
from charlotte.congress.search.function_words import FUNCTION_WORDS

SHORTEST = 3
"""Letters of a word that names a company by itself."""
SHORTEST_MISHEARD = 6
ALIKE = 86
"""Percent from which a longer word is a company's name misheard."""
LONGEST = 4


class Affiliations:
    """The companies and institutes of a programme, and who is of them."""

    def __init__(self, sessions: Sequence[Session]) -> None:
        self._sessions = sessions
        people = {person.id: person for session in sessions for person in session.people}
        self._of = [(person, frozenset(folded(person.affiliation))) for person in people.values() if person.affiliation]
        self._words = frozenset(word for _, held in self._of for word in held if len(word) >= SHORTEST)
        self._titled = frozenset(word for session in sessions for word in folded(session.title))

    def at(self, said: Sequence[str]) -> tuple[int, tuple[Person, ...]]:
        """Return how many of the words at the beginning of `said` name a company, and who is of it."""
        held: list[str] = []
        best: tuple[int, tuple[Person, ...]] = (0, ())
        for count, word in enumerate(said[:LONGEST], start=1):
            meant = self._meant(word)
            if meant is None:
                break
            held.append(meant)
            bearers = tuple(person for person, own in self._of if own.issuperset(held))
            if not bearers:
                break
            if word not in FUNCTION_WORDS and any(len(part) >= SHORTEST for part in held):
                best = count, bearers
        return best if best[0] else self._told(said)

    def is_titled(self, word: str) -> bool:
        """Tell whether a word stands in a title, so that it may be a topic."""
        return word in self._titled

    def _meant(self, word: str) -> str | None:
        if word in self._words or word in FUNCTION_WORDS:
            return word
        if len(word) < SHORTEST_MISHEARD:
            return None
        best = max(self._words, key=lambda known: fuzz.ratio(word, known), default="")
        return best if fuzz.ratio(word, best) >= ALIKE else None

    def _told(self, said: Sequence[str]) -> tuple[int, tuple[Person, ...]]:
        """Return whose session's text alone holds a word that is in no title, as "at Xyz we do without servers"."""
        word = said[0] if said else ""
        if len(word) <= SHORTEST or word in FUNCTION_WORDS or self.is_titled(word):
            return 0, ()
        near = [session for session in self._sessions if session.abstract and word in fold(session.abstract)]
        holding = [session for session in near if word in folded(session.abstract or "")]
        speakers = {session.speakers for session in holding if session.speakers}
        return (1, next(iter(speakers))) if len(speakers) == 1 else (0, ())
