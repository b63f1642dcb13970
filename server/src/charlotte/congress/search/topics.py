"""Finding sessions about a topic: stems of title, track, subtitle, speakers and abstract."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from charlotte.congress.model import Session
from charlotte.congress.search.cognates import Cognates
from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import FUNCTION_WORDS, SESSION_WORDS
from charlotte.congress.search.meanings import WordsByMeaning, phrases, senses
from charlotte.congress.search.numerals import with_digits
from charlotte.congress.search.stems import NAMES, stem, stems
from charlotte.congress.search.vocabulary import Vocabulary

MISHEARD = 0.86
"""From here, a word that is in no session is taken for the one it resembles."""
MOST_UNKNOWN = 4
"""With more unknown words than this, the query is a garbled title or no question about the programme."""
SHORTENED = 5
"""Letters of a word that no session holds from which it may be the beginning of one: "néonat" is "neonatale"."""
ENOUGH = 0.6
"""A session is about a topic when it holds this much of its words, by weight."""
TITLE, TRACK, SPEAKER, ABSTRACT = 3.0, 2.0, 2.0, 1.0
"""What a word counts in each field."""


@dataclass(frozen=True)
class TopicHit:
    """A session that speaks of what was asked."""

    session: Session
    coverage: float
    """How much of the question's words it holds, 0 to 1 by weight."""
    rank: float
    in_title: float
    """The same coverage, by title and track alone."""


class Topics:
    """The words of all sessions, by stem."""

    def __init__(self, sessions: Sequence[Session], languages: Sequence[str]) -> None:
        """Take the sessions, and the languages of the event, the main one first."""
        main_language = languages[0] if languages else None
        self._sessions = sessions
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)
        self._titled: dict[str, set[int]] = defaultdict(set)
        known: set[str] = set()
        titled: set[str] = set()
        together: set[str] = set()
        spoken = tuple(language for language in NAMES if language in languages) or tuple(NAMES)
        for number, session in enumerate(sessions):
            language = session.language if session.language in NAMES else main_language
            titled.update(folded(" ".join(filter(None, (session.title, session.subtitle, session.track)))))
            fields = tuple(_fields(session))
            known.update(word for word, _, _ in fields)
            named = {one for one in phrases(topic_words(session.title)) if any(senses(one, own) for own in spoken)}
            together.update(named)
            for word, count, field in (*fields, *((phrase, 1, TITLE) for phrase in named)):
                for form in {stem(word, language if language in NAMES else "en"), stem(word, "en")}:
                    held = self._postings[form]
                    # The tenth mention says less than the first.
                    held[number] = held.get(number, 0.0) + field * (1 + log(count))
                    if field >= TRACK:
                        self._titled[form].add(number)
        self._vocabulary = Vocabulary(known)
        self._begun_by: dict[str, set[str]] = defaultdict(set)
        for word in titled:
            self._begun_by[word[:SHORTENED]].add(word)
        self.meanings = WordsByMeaning(titled | together, languages)
        self.cognates = Cognates(titled)
        told = {word for session in sessions for word in folded(session.abstract or "")}
        self._cognates_in_texts = Cognates(told - titled)

    def find(
        self,
        query: str,
        among: Container[str] | None = None,
        limit: int = 10,
        enough: float = ENOUGH,
        asked_in: str | None = None,
    ) -> list[TopicHit]:
        """Return the sessions that hold at least `enough` of a topic's words by weight, best first.

        With the language it is asked in (ISO 639-1), words that no session holds may mean what titles say.
        """
        forms = self._forms(topic_words(query), asked_in)
        if not forms:
            return []
        weights = [self._weight(form) for form in forms]
        covered: dict[int, float] = defaultdict(float)
        titled: dict[int, float] = defaultdict(float)
        ranks: dict[int, float] = defaultdict(float)
        for form, weight in zip(forms, weights, strict=True):
            held: dict[int, float] = {}
            for one in form:
                for number, count in self._postings.get(one, {}).items():
                    held[number] = max(held.get(number, 0.0), count)
            for number, count in held.items():
                covered[number] += weight
                ranks[number] += weight * count / (count + 1.5)
            for number in set().union(*(self._titled.get(one, set()) for one in form)):
                titled[number] += weight
        total = sum(weights)
        hits = [
            TopicHit(self._sessions[number], weight / total, ranks[number] / total, titled[number] / total)
            for number, weight in covered.items()
            if weight / total >= enough and (among is None or self._sessions[number].id in among)
        ]
        hits.sort(key=lambda hit: (-round(hit.coverage, 3), -hit.rank, hit.session.id))
        return hits[:limit]

    def _forms(self, heard: Sequence[str], asked_in: str | None) -> list[frozenset[str]]:
        """Return the stems of each word, or of the word that it resembles where no session holds it."""
        forms = {word: stems(word) for word in heard}
        for word in heard:
            if asked_in is not None and not any(form in self._postings for form in forms[word]):
                same = self.meanings.alike(word, asked_in) or self.cognates.of(word) or self._cognates_in_texts.of(word)
                forms[word] = frozenset().union(forms[word], *map(stems, same))
        for phrase, same in self.meanings.of_phrases(heard, asked_in) if asked_in is not None else ():
            for word in phrase.split():
                forms[word] = frozenset().union(forms[word], *map(stems, same))
        for word in self._unknown(heard, forms):
            if len(word) >= SHORTENED and (longer := self._begun_by.get(word[:SHORTENED])):
                forms[word] = frozenset().union(forms[word], *(stems(one) for one in longer if one.startswith(word)))
        unknown = self._unknown(heard, forms)
        if unknown and self._vocabulary.words and len(unknown) <= MOST_UNKNOWN:
            for word, row in zip(unknown, self._vocabulary.similarities(unknown), strict=True):
                if row.max() >= MISHEARD:
                    forms[word] = stems(self._vocabulary.words[int(row.argmax())])
        return [forms[word] for word in heard]

    def _unknown(self, heard: Sequence[str], forms: Mapping[str, frozenset[str]]) -> list[str]:
        return [word for word in heard if not any(form in self._postings for form in forms[word])]

    def _weight(self, forms: frozenset[str]) -> float:
        held = max((len(self._postings.get(form, ())) for form in forms), default=0)
        return log(1 + len(self._sessions) / (1 + held)) + 0.2


def topic_words(query: str) -> tuple[str, ...]:
    """Return the words of a question that may name a topic, each once."""
    content = (word for word in with_digits(folded(query)) if word not in FUNCTION_WORDS and word not in SESSION_WORDS)
    return tuple(dict.fromkeys(content))


def _fields(session: Session) -> Iterator[tuple[str, int, float]]:
    speakers = " ".join(person.name for person in session.people)
    fields = (
        (session.title, TITLE),
        (session.track, TRACK),
        (session.called, ABSTRACT),
        (session.subtitle, TRACK),
        (speakers, SPEAKER),
        (" ".join(person.affiliation or "" for person in session.speakers), ABSTRACT),
        (session.abstract, ABSTRACT),
    )
    for text, weight in fields:
        if text:
            for word, count in Counter(with_digits(folded(text))).items():
                if word not in FUNCTION_WORDS:
                    yield word, count, weight
