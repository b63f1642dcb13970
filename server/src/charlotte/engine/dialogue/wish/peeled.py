"""A question of which nothing was found, read anew by the stretch of it that describes what is meant."""

from collections.abc import Sequence
from dataclasses import replace

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.search.content import content_words
from charlotte.congress.search.folding import folded
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.descriptions.span import load
from charlotte.engine.dialogue.goals import FACTS
from charlotte.engine.dialogue.question.focus import Focus
from charlotte.engine.dialogue.question.of_whom import may_be_of_somebody
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.question.subject import find_subject
from charlotte.engine.dialogue.wish.policy import decide

TOPIC, LISTED = 0.5, 0.5
"""With more than this a topic is asked for, and a list of sessions, where no pattern finds what is."""
HOUSE = 0.5
"""With less than this likelihood a question is about the house."""
TELLING = 5
"""Letters of a word that tells by itself of which company or place somebody is."""


def peeled(reading: Reading, lexicon: Lexicon) -> Reading | None:
    """Return the reading with the description as its subject; nothing where it names nothing."""
    words = reading.words
    if not words.tokens:
        return None
    first, last = load().span(words)
    around = frozenset(range(len(words.tokens))) - frozenset(range(first, last))
    subject = find_subject(words, reading.grammar, lexicon, around)
    if subject is None:
        return None
    return replace(reading, subject=subject, asks=reading.asks | ({"topic"} if _asks_for_topic(reading) else set()))


def wanted_of(described: Reading, lexicon: Lexicon, focus: Focus) -> goals.Goal:
    """Return what is wanted of what a question describes: people of a company, somebody, or what is called so."""
    if (somebody := _of_somebody(described, lexicon)) is not None:
        return somebody
    if described.subject is not None and _is_a_stranger(described.subject.written, described):
        return goals.Speaker(described.subject.written, described.asks)
    goal = decide(described, focus)
    if isinstance(goal, goals.Search) and goal.is_topic and not lexicon.finds_topic(goal.query):
        known = _known(goal.query.split(), lexicon) or _known(described.wants.left, lexicon)
        return replace(goal, query=" ".join(known), written=" ".join(known)) if known else goal
    return goal


def _is_a_stranger(written: str, described: Reading) -> bool:
    """Return whether somebody is asked for by a name of several words: texts may speak of them, but they do not."""
    names = written.split()
    return len(names) > 1 and all(name[:1].isupper() for name in names) and may_be_of_somebody(described)


def _known(said: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return the words of which each by itself is a topic of the programme."""
    return [word for word in content_words(said) if len(word) >= TELLING and lexicon.mentions(word)]


def _asks_for_topic(reading: Reading) -> bool:
    if reading.asks & FACTS - {"about", "who"}:
        return False
    family = reading.family
    lists = family.is_surely("topic", "slot", "session", above=TOPIC) and family.wants("list", above=LISTED)
    return lists or family.is_surely("topic", above=TOPIC)


def is_of_no_house(reading: Reading) -> bool:
    """Return whether a question is known to be hardly about the house, its cables and its doors."""
    return reading.family.is_hardly("practical", below=HOUSE)


def _asks_for_somewhere(reading: Reading) -> bool:
    """Return whether it is asked when or where something is that is hardly a matter of the house."""
    return bool(reading.asks & {"when", "where"}) and is_of_no_house(reading)


def _of_somebody(described: Reading, lexicon: Lexicon) -> goals.Goal | None:
    """Return the people of the company that is named, or the only one of a place that is."""
    subject = described.subject
    if subject is None or not (may_be_of_somebody(described) or _asks_for_somewhere(described)):
        return None
    said = content_words(subject.said.split())
    count, people = lexicon.people_of(said)
    if count and count == len(said) and may_be_of_somebody(described):
        return goals.OfCompany(subject.written) if len(people) > 1 else goals.Speaker(people[0].name, described.asks)
    for at, word in enumerate(said):
        count, people = lexicon.people_of(said[at:]) if len(word) >= TELLING else (0, ())
        if count and len(people) == 1 and word in folded(people[0].affiliation or "") and not lexicon.in_titles(word):
            return goals.Speaker(people[0].name, described.asks)
    return None
