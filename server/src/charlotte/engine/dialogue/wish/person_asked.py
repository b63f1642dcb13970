"""Questions about somebody: who the programme knows, and who it may not."""

from itertools import pairwise

from charlotte.congress.lexicon import FIRST_NAME_ALONE, SpottedPerson
from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import FORMS_OF_ADDRESS, HONORIFICS
from charlotte.engine.dialogue.goals import Speaker
from charlotte.engine.dialogue.heard.naming import is_a_name
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.question.wanted import asks_only

_SURE_PERSON = 0.9
_LONGEST_NAME = 3
_ON = frozenset("uber about on su di sur de sobre zu".split())
_BEFORE_AN_OFFICE = frozenset("die der dem den le la il lo el".split())
"""Before a title that is followed by an office: "die Frau Bürgermeisterin"."""


def person_asked(reading: Reading) -> Speaker | None:
    """Return the question about somebody of the programme whom the words name or ask for."""
    if not reading.people:
        return None
    best = _who_speaks_on_another(reading) or reading.people[0]
    subject = reading.subject
    score = subject.score if subject else 0.0
    if reading.title_covers(best) or (not best.whole and score > best.likeness):
        return None
    does_more = "more" in reading.asks and best.likeness >= _SURE_PERSON
    called = _is_called_otherwise(reading, best)
    if not (best.whole or reading.person_is_meant or _is_all_that_is_named(reading, best) or does_more or called):
        return None
    name = best.person.name if best.by_sound else reading.words.written(best.first, best.last)
    doubtful = best.likeness <= FIRST_NAME_ALONE or (not best.whole and reading.more_of_a_name(best))
    if (
        doubtful
        and not does_more
        and subject is not None
        and reading.holds(best)
        and not _is_all_that_is_named(reading, best)
        and len(reading.sure_words) <= _LONGEST_NAME
    ):
        name = subject.written  # another first name, or a misheard surname
    named = [best] if best is reading.people[0] else reading.people
    people = {word for one in named for word in reading.words.tokens[one.first : one.last]}
    left = [word for word in reading.wants.left if word not in people]
    about = " ".join(left) if left and not does_more and name != (subject and subject.written) else None
    return Speaker(name, reading.asks, "more" in reading.asks, day=reading.day, about=about)


def _who_speaks_on_another(reading: Reading) -> SpottedPerson | None:
    """Return the first of two whom a question names with little but "on" between them: they speak, the other does
    not."""
    whole = sorted((one for one in reading.people if one.whole), key=lambda one: one.first)
    for one, other in pairwise(whole):
        between = reading.words.tokens[one.last : other.first]
        is_on = 0 < len(between) <= _LONGEST_NAME and between[-1] in _ON
        if is_on and one.person.id != other.person.id:
            return one
    return None


def unknown_person_asked(reading: Reading) -> Speaker | None:
    """Return the question about somebody with a title whom nobody here is: "Monsieur Lacombe, the one from Landes"."""
    said, written = reading.words, reading.words.original
    if reading.sure_title or not reading.asks_any("when", "where", "who", "about", "duration", "until"):
        return None
    if "topic" in reading.asks or reading.grammar.says("frame", "nouns", said.text):  # what the talk is on may find it
        return None
    for at, token in enumerate(said.tokens[:-1]):
        if token not in FORMS_OF_ADDRESS or at and said.tokens[at - 1] in _BEFORE_AN_OFFICE:
            continue
        last = at + 1
        while last < len(said.tokens) and last - at <= _LONGEST_NAME and _is_a_name_at(last, reading):
            last += 1
        names = frozenset(range(at + 1, last))
        if names and not any(names & frozenset(range(one.first, one.last)) for one in reading.people):
            return Speaker(written[said.places[at + 1][0] : said.places[last - 1][1]], reading.asks)
    return None


def _is_a_name_at(at: int, reading: Reading) -> bool:
    """Return whether a word is written as a name, and goes on from the one before it."""
    said = reading.words
    first, _ = said.places[at]
    between = said.original[said.places[at - 1][1] : first]
    return said.original[first].isupper() and between.strip(". ") == "" and said.tokens[at] not in HONORIFICS


def _is_all_that_is_named(reading: Reading, spotted: SpottedPerson) -> bool:
    """Whether nothing but a person is named; beside a first name other words may ask, as in "Lucía cuándo sale"."""
    tokens = reading.words.tokens[spotted.first : spotted.last]
    if spotted.by_sound or spotted.likeness > FIRST_NAME_ALONE or not set(tokens) <= set(folded(spotted.person.name)):
        return reading.subject_is(spotted)
    others = reading.sure_words - frozenset(tokens)
    grammar = reading.grammar
    return all(asks_only(word, grammar) or grammar.is_all("want", "small", word) for word in others)


def sure_person(reading: Reading) -> SpottedPerson | None:
    """Return the person meant, when the words name one better than any title."""
    if not reading.people:
        return None
    best = reading.people[0]
    if best.whole and best.likeness >= _SURE_PERSON:
        return None if reading.title_covers(best) else best
    return None


def _is_called_otherwise(reading: Reading, spotted: SpottedPerson) -> bool:
    """Whether the subject is nothing but a name in capitals that ends like somebody's: "Shon O Jaloran"."""
    subject = reading.subject
    if subject is None or spotted.likeness < _SURE_PERSON or spotted.last != subject.last:
        return False
    return all(word[:1].isupper() for word in subject.written.split()) and len(reading.sure_words) <= _LONGEST_NAME


def somebody_asked(reading: Reading) -> Speaker | None:
    """Somebody with a title whom the programme does not seem to know: the tool decides."""
    subject = reading.subject
    titled = "affiliation" in reading.asks or reading.grammar.says("frame", "speakers", reading.words.text)
    if subject is None or subject.fits or not titled or "topic" in reading.asks:
        return None
    if len(reading.sure_words) > _LONGEST_NAME or not is_a_name(subject.written, reading.grammar):
        return None
    return Speaker(subject.written, reading.asks)
