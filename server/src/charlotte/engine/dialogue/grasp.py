"""What the dialogue could make of words that may have been misheard, before anything is looked up or said."""

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.congress.search.numerals import digits_by_word
from charlotte.congress.search.search import Search
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.question.focus import Focus
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.wish.understanding import understood
from charlotte.engine.ear import Grasp, Names
from charlotte.tools.filters import alike

SURE = ("exact", "close")
WHOLE = 0.97
"""From here a word is the whole title."""
LOST = frozenset(("not_understood", "which_one"))


def names_of(search: Search) -> Names:
    """Return what to listen for in a congress."""
    lexicon = Lexicon(search)
    return Names(
        search.sounding.near, search.sounding.nearest, lambda text, language: grasp(text, language, lexicon, search)
    )


def grasp(text: str, language: str, lexicon: Lexicon, search: Search) -> Grasp:
    """Return whether words name something of the congress, can be answered without a name, or say nothing."""
    reading, goal = understood(text, language, lexicon, Focus())
    match goal:
        case goals.About():
            return Grasp.NAMED if _is_named(reading) else Grasp.ASKED
        case goals.Both():
            return Grasp.NAMED
        case goals.Speaker(name):
            hits = search.persons(name)
            is_sure = bool(hits) and len(alike(hits)) == 1 and hits[0].strength in SURE
            return Grasp.NAMED if is_sure else Grasp.LOST
        case goals.Search(query):
            return _searched(goal, query, language, search)
        case goals.Slice(track=str() as name):
            return Grasp.NAMED if search.tracks(name) else Grasp.LOST
        case goals.Slice(after_session=None, room=room):
            return _slot(reading, room, search)
        case goals.Place(name):
            return Grasp.NAMED if any(hit.strength in SURE for hit in search.rooms(name)) else Grasp.LOST
        case goals.Answer(phrase):
            return Grasp.LOST if phrase in LOST and _strange(reading) else Grasp.ASKED
    return Grasp.ASKED


def _is_named(reading: Reading) -> bool:
    """Whether a title was said by more than one word, or whole: a single word of it is in many sentences."""
    subject = reading.subject
    return subject is not None and (len(reading.sure_words) > 1 or subject.score >= WHOLE)


def _searched(goal: goals.Search, query: str, language: str, search: Search) -> Grasp:
    if goal.is_topic:
        return Grasp.ASKED if search.about(query, asked_in=language).strength in SURE else Grasp.LOST
    found = search.sessions(query, asked_in=language)
    return Grasp.ASKED if found.strength in SURE and found.total == 1 else Grasp.LOST


def _slot(reading: Reading, room: str | None, search: Search) -> Grasp:
    if room is None:
        return Grasp.LOST if _strange(reading) else Grasp.ASKED
    return Grasp.NAMED if any(hit.strength in SURE for hit in search.rooms(room)) else Grasp.LOST


def _strange(reading: Reading) -> bool:
    """Whether a word stands there that neither questions nor the language's small words hold."""
    return any(
        token not in reading.grammar.words and token not in FUNCTION_WORDS and token not in digits_by_word()
        for token in reading.words.tokens
    )
