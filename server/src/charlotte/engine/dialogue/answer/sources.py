"""Who is asked for an answer, and in which order: the programme, the documents, what sessions mean, or a refusal."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.answer import documents
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.wish import likely
from charlotte.engine.mind import Prompt
from charlotte.knowledge.query import MEALS, OCCASIONS, query_of

MOST_OF_A_TITLE = 2
"""Words of a title of which a question that shares one surely speaks."""
LONG = 4
"""Letters of a word that names something."""
OPENS = re.compile(
    r"(?<!\S)(?:opens|(?:do|does|will|is|are|s)(?: \S+){0,6} (?!(?:the|an?|this|that) )\S+ open"
    r"|apr(?:e|ono|ite|ira)|ouvr(?:e|ent|ez|ira)|offne[nt]|geoffnet|aufmach\w*|macht (?:\w+ ){1,6}auf"
    r"|abr(?:e|en|is|ira))(?!\S)"
)
"""That something opens, of which a programme tells only where it begins."""
WORK = frozenset(
    "lavori works giornata giornate jornada jornadas journee travaux tagung tag day morning mattina".split()
)
"""What opens when the first session begins."""
TABLE = MEALS | {"food"}
"""What is eaten, and where."""
CHILD = frozenset(("children", "age"))
"""Who speaks of a child and how old it is asks for something for it."""


class Source(Enum):
    """Something that may answer a question; each says nothing where it holds nothing."""

    NEAR_DOCUMENTS = auto()
    """The session that is likelier meant than anything that documents say."""
    DOCUMENTS = auto()
    SURE_DOCUMENTS = auto()
    """What documents say for certain, where the programme only holds what is like the words."""
    CERTAIN_DOCUMENTS = auto()
    """What they say beyond doubt."""
    INSTEAD = auto()
    """The session that words surely speak of beside what they were understood as."""
    MEANING = auto()
    """The session that comes nearest."""
    MEANING_OF_THE_HOUSE = auto()
    """The same for a question about the house."""
    NEAR_IN_DOCUMENTS = auto()
    """What comes nearest there."""
    HELP = auto()
    """The approved words for who needs somebody at once."""
    NOT_KNOWN = auto()
    NOT_OURS = auto()


@dataclass(frozen=True)
class Asked:
    """A question as it was understood, and what the programme gave for it; `results` is None before it was asked."""

    goal: goals.Goal
    reading: Reading
    prompt: Prompt
    results: Sequence[Mapping[str, Any]] | None = None


def sources(asked: Asked) -> tuple[Source, ...]:
    """Return who is asked, the first first; where none answers, the programme does, or says that it holds nothing."""
    if asked.results is None:
        return _before_the_programme(asked)
    if _is_of_an_unlisted_occasion(asked) or _is_of_an_empty_evening(asked):
        return (Source.DOCUMENTS, Source.MEANING)
    if _is_of_the_house(asked) or _is_of_a_diet_at_table(asked):
        return (Source.DOCUMENTS, Source.NEAR_IN_DOCUMENTS, Source.NOT_KNOWN)
    if not documents.come_last(asked.goal, asked.results):
        return (Source.SURE_DOCUMENTS, Source.MEANING) if _may_be_of_the_house(asked) else (Source.MEANING,)
    if likely.misses_a_talk(asked.reading):
        return (Source.MEANING,)
    return (*_surely_told(asked), Source.NEAR_DOCUMENTS, Source.DOCUMENTS, *_in_the_end(asked.goal, asked.reading))


def _before_the_programme(asked: Asked) -> tuple[Source, ...]:
    """Return who is asked before the programme is."""
    if documents.go_on(asked.reading, asked.prompt):
        return (Source.DOCUMENTS, Source.NEAR_DOCUMENTS, Source.INSTEAD)
    if _is_of_conduct(asked):
        return (Source.DOCUMENTS, Source.HELP)
    if asked.goal == goals.Answer("not_in_data"):
        return (Source.CERTAIN_DOCUMENTS,)
    if _opens_beside_the_programme(asked):
        return (Source.DOCUMENTS, Source.NEAR_IN_DOCUMENTS, Source.NOT_KNOWN)
    if _only_sounds_like_somebody(asked):
        return (Source.CERTAIN_DOCUMENTS, Source.NEAR_IN_DOCUMENTS, Source.INSTEAD)
    if _only_brushes_a_title(asked):
        return (Source.CERTAIN_DOCUMENTS, Source.INSTEAD)
    if isinstance(asked.goal, goals.Search) and likely.is_a_plea_beside_it(asked.reading):
        return (Source.SURE_DOCUMENTS, Source.NOT_OURS)
    first = documents.come_first(asked.goal, asked.reading, asked.prompt)
    first = first and not likely.misses_a_talk(asked.reading)
    if _is_surely_of_the_house(asked):
        in_doubt = (Source.DOCUMENTS, Source.NEAR_DOCUMENTS) if first else (Source.CERTAIN_DOCUMENTS,)
        return (*in_doubt, Source.INSTEAD)
    if first:
        return (*_surely_told(asked), Source.NEAR_DOCUMENTS, Source.DOCUMENTS, Source.INSTEAD)
    return (Source.INSTEAD,)


def _surely_told(asked: Asked) -> tuple[Source, ...]:
    """Return what documents say beyond doubt, before any session that is only like the words of a question which is
    likelier about what visitors need than about anything else."""
    reading = asked.reading
    is_of_the_house = likely.is_rather_practical(reading) and not likely.names_something(reading)
    return (Source.CERTAIN_DOCUMENTS,) if is_of_the_house and not likely.misses_a_talk(reading) else ()


def _is_surely_of_the_house(asked: Asked) -> bool:
    """Return whether a question surely is about what visitors need and names nothing of the programme: what documents
    say of it comes before any session that is like its words."""
    goal, reading = asked.goal, asked.reading
    if reading.guards - {"practical"} or isinstance(goal, goals.Answer) and goal.phrase not in documents.OPEN:
        return False
    return likely.is_practical(reading) and not likely.names_something(reading) and not likely.misses_a_talk(reading)


def _is_of_conduct(asked: Asked) -> bool:
    """Return whether somebody asks whom they tell when they are harassed: documents name who is there for that."""
    concepts = query_of(asked.reading.whole, asked.reading.language).concepts
    return "conduct" in concepts and "who" in asked.reading.asks and isinstance(asked.goal, goals.Answer | goals.Search)


def _opens_beside_the_programme(asked: Asked) -> bool:
    """Return whether it is asked when something opens that no programme has: a swimming pool, Mulligan's."""
    goal, reading = asked.goal, asked.reading
    if not isinstance(goal, goals.Slice | goals.Search) or likely.names_something(reading) or reading.breaks:
        return False
    is_of_a_talk = reading.grammar.says("frame", "nouns", reading.words.text)
    if is_of_a_talk or isinstance(goal, goals.Slice) and goal.track is not None:
        return False
    if reading.kind or not reading.asks.isdisjoint(("topic", "who")) or not OPENS.search(reading.words.text):
        return False
    terms = query_of(reading.whole, reading.language).terms
    named = [one for one in terms if not one.concepts and len(one.written) >= LONG and one.written.lower() not in WORK]
    return bool(named)


def _only_sounds_like_somebody(asked: Asked) -> bool:
    """Return whether somebody is meant only by a word that sounds like a name, in what may be about the house."""
    goal, reading = asked.goal, asked.reading
    if not isinstance(goal, goals.About | goals.Speaker) or reading.sure_title or not reading.people:
        return False
    return likely.may_be_practical(reading) and not likely.names_something(reading)


def _only_brushes_a_title(asked: Asked) -> bool:
    """Return whether a practical question shares one word with a title of several: "until when do I take my poster
    down?" does not ask for the poster prize."""
    goal, reading = asked.goal, asked.reading
    if not isinstance(goal, goals.About) or reading.subject is None or not reading.subject.fits:
        return False
    written = reading.subject.fits[0].session.title
    if not likely.is_practical(reading) and not _asks_when_it_opens(reading, written):
        return False
    shared, title = set(folded(reading.subject.said)), folded(written)
    return len(shared) == 1 and len(set(title) - FUNCTION_WORDS) > MOST_OF_A_TITLE


def _asks_when_it_opens(reading: Reading, title: str) -> bool:
    """Return whether it is asked when something of the house opens or closes, which no session does."""
    query = query_of(reading.whole, reading.language)
    return query.is_practical and "opening_hours" in query.concepts - query_of(title).concepts


def _is_of_an_unlisted_occasion(asked: Asked) -> bool:
    """Return whether a dinner or the like is asked for where the programme lists others only: a guided walk."""
    if not isinstance(asked.goal, goals.Break) or asked.goal.sort != "social":
        return False
    wanted = query_of(asked.reading.whole, asked.reading.language).concepts & OCCASIONS
    listed = (str(session.get("title")) for result in asked.results or () for session in result.get("sessions") or ())
    return bool(wanted) and all(wanted.isdisjoint(query_of(title).concepts) for title in listed)


def _is_of_an_empty_evening(asked: Asked) -> bool:
    """Return whether an evening is asked for in which the programme holds nothing: papers tell where people meet."""
    goal = asked.goal
    return (
        isinstance(goal, goals.Slice)
        and goal.part == "evening"
        and goal.room is None
        and not any(result.get("sessions") for result in asked.results or ())
    )


def of_the_occasion(goal: goals.Goal, results: Sequence[dict[str, Any]], reading: Reading) -> list[dict[str, Any]]:
    """Return what was found; of evenings only the dinners where a dinner is asked for, if any is called so."""
    wanted = query_of(reading.whole, reading.language).concepts & OCCASIONS
    if not isinstance(goal, goals.Break) or goal.sort != "social" or not wanted:
        return list(results)

    def is_one(session: Mapping[str, Any]) -> bool:
        return not wanted.isdisjoint(query_of(str(session.get("title"))).concepts)

    kept = [[session for session in result.get("sessions") or () if is_one(session)] for result in results]
    return [
        {**result, "sessions": named, "total": len(named)} if named else result
        for result, named in zip(results, kept, strict=True)
    ]


def _is_alike(asked: Asked) -> bool:
    """Return whether the programme holds only what is like the words of a question."""
    is_search = isinstance(asked.goal, goals.Search) and not asked.reading.sure_title
    return is_search and any(result.get("match") == "close" for result in asked.results or ())


def _may_be_of_the_house(asked: Asked) -> bool:
    """Return whether a question may be about what visitors need, so that a sure answer is more than what is alike."""
    reading = asked.reading
    query = query_of(reading.whole, reading.language)
    needs = query.is_practical or query.concepts >= CHILD or likely.may_be_practical(reading)
    is_only_a_topic = _is_of_a_topic(asked) and likely.asks_for_a_topic(reading)
    return _is_alike(asked) and needs and not is_only_a_topic


def _is_of_the_house(asked: Asked) -> bool:
    """Return whether a question is about what visitors need and the programme holds only what is like its words; talks
    on a need, as on the accessibility of sites, are a topic unless the house is surely meant."""
    is_named = documents.is_practical(asked.reading) and not _is_of_a_topic(asked)
    return _is_alike(asked) and likely.is_of_the_house(asked.reading, named=is_named)


def _is_of_a_diet_at_table(asked: Asked) -> bool:
    """Return whether it is asked what somebody can eat at a meal: that the meal is listed answers nothing."""
    concepts = query_of(asked.reading.whole, asked.reading.language).concepts
    is_search = isinstance(asked.goal, goals.Search) and not asked.reading.sure_title
    return is_search and documents.is_about_diets(asked.reading) and not concepts.isdisjoint(TABLE)


def _is_of_a_topic(asked: Asked) -> bool:
    """Return whether it is asked what there is on something: "is there anything on maps?"."""
    return isinstance(asked.goal, goals.Search) and asked.goal.is_topic and "topic" in asked.reading.asks


def _in_the_end(goal: goals.Goal, reading: Reading) -> tuple[Source, ...]:
    needs = query_of(reading.whole, reading.language).is_practical
    of_the_house = documents.is_practical(reading) or needs and likely.is_of_the_house(reading, named=True)
    if of_the_house and not isinstance(goal, goals.Place):  # of a room, that much is known
        return (Source.NEAR_IN_DOCUMENTS, Source.MEANING_OF_THE_HOUSE, Source.NOT_KNOWN)
    if likely.is_beside_it(reading) and isinstance(goal, goals.Search):
        return (Source.NOT_OURS,)
    return (Source.MEANING, Source.NEAR_IN_DOCUMENTS)
