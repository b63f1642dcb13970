"""What a question wants of a slot, a session or somebody, told by its small words: pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from charlotte.congress.lexicon import Lexicon, SpottedPerson
from charlotte.congress.search.content import standing_out
from charlotte.congress.search.folding import Words
from charlotte.congress.search.function_words import FUNCTION_WORDS, HONORIFICS
from charlotte.congress.search.numerals import digits_by_word
from charlotte.congress.search.strength import CLOSE
from charlotte.congress.search.titles import same_talk
from charlotte.engine.dialogue.grammar import Grammar
from charlotte.engine.dialogue.question.gaps import Gap, gap_of
from charlotte.engine.dialogue.question.hiding import going_on
from charlotte.engine.dialogue.question.subject import Subject
from charlotte.engine.dialogue.question.times import Found

SHORTEST_NAME = 0.9
"""From here one word surely is somebody's surname."""
_MOST = 0.55
"""So much of the words left, by weight, a session holds that is surely meant where its slot is told too."""
_TELLING = 5
"""Letters of a word that may name a session by itself."""
_BEFORE_A_SLOT = 4
"""Words that may stand before a time to say "after" or "before" it."""
_HOURS = frozenset("hour hours ora ore heure heures stunde stunden hora horas".split())
_MINUTES = frozenset("minute minutes min minuti minuto minuten minutos".split())
_AND_A_HALF = frozenset("half mezza mezzo demie media anderthalb eineinhalb".split())
_WAYS = (
    "check",
    "until",
    "part_of",
    "closing",
    "before_it",
    "after_it",
    "beside",
    "language_of",
    "only_then",
    "first_one",
    "second_one",
    "third_one",
)
_ASKING = {
    "frame": ("left", "right", "nouns", "stop", "speaks", "speakers", "rooms", "tracks"),
    "scope": ("now", "next", "first", "last", "after", "it", "same_room", "same_speaker", "other"),
    "kinds": ("keynote", "workshop", "panel", "lightning"),
    "days": ("today", "tomorrow", "yesterday", "lead"),
    "want": ("small", "opening", "asker", "choose", "immediate", "starting", "besides", "together"),
}


@dataclass(frozen=True)
class Wanted:
    """What the small words of a question say."""

    says: frozenset[str] = frozenset()
    left: tuple[str, ...] = ()
    """Words that neither ask nor name a room, a day, a time or somebody."""
    naming: tuple[str, ...] = ()
    """Those of them that stand in a title, a name or a room here, or are written as a name."""
    edge: str | None = None
    """`after` or `before`, where the time of day is only where a stretch of time begins or ends."""
    by_person: tuple[str, ...] = ()
    """Ids of the sessions of the one person named."""
    kinds_by_person: tuple[str, ...] = ()
    """The kind of each of them."""
    by_words: tuple[str, ...] = ()
    """Id of the one session whose title holds all the words left."""
    by_most: str | None = None
    """Id of the one session that holds most of the words left, where no title is said."""
    whole: str | None = None
    """Id of the session that is named by its title or most of it and consists of others."""
    track: str | None = None
    """The track that all the words left name."""
    minutes: int | None = None
    """How long something lasts that is longer than that."""
    between: Gap | None = None
    """The time between the two talks of the one person named, where "between" is said."""
    follows_name: bool = False
    """Whether the person or session named is what something comes after."""


def wanted(
    words: Words,
    grammar: Grammar,
    lexicon: Lexicon,
    people: Sequence[SpottedPerson],
    taken: frozenset[int],
    time: Found | None,
    title: Subject | None,
) -> Wanted:
    """Read the small words; `taken` tokens name a room, a day or a time, `title` is a sure one."""
    person = people[0] if people and people[0].likeness >= SHORTEST_NAME else None
    of_person = frozenset(range(person.first, person.last)) if person else frozenset()
    over = _once_over(words, grammar)
    taken |= of_person | _asked_in(words, grammar) | over
    titled = frozenset(range(title.first, title.last)) if title else frozenset()
    said = [
        (at, token)
        for at, token in enumerate(words.tokens)
        if at not in taken and not asks_only(token, grammar) and token not in HONORIFICS
    ]
    left = tuple(token for at, token in said if at not in titled)
    held = lexicon.programme.by_speaker.get(person.person.id, ()) if person else ()
    before = words.tokens[max(0, person.first - _BEFORE_A_SLOT) : person.first] if person else ()
    is_between = person is not None and grammar.says("two", "between", " ".join(words.tokens[: person.last]))
    says = frozenset(grammar.said("want", words.text)) - {"small"} | ({"once_over"} if over else set())
    says -= {"opening"} if _is_held_by_a_kind("opening", words, grammar, lexicon) else set()
    return Wanted(
        says=says,
        left=left,
        naming=tuple(token for at, token in said if at not in titled and _may_name(words, at, grammar, lexicon)),
        edge=_edge(words, grammar, time),
        by_person=tuple(session.id for session in held if session.happens),
        kinds_by_person=tuple(session.kind for session in held if session.happens),
        by_words=_by_words(left, lexicon),
        by_most=_by_most(left, lexicon) if title is None else None,
        whole=_whole(left, title, lexicon) if "count" in says else None,
        track=lexicon.track(left) or lexicon.track_called([token for _, token in said]),
        minutes=_minutes(words.tokens),
        between=gap_of(held, lexicon.programme) if is_between else None,
        follows_name=any(grammar.is_all("want", "after_named", token) for token in before),
    )


def _is_held_by_a_kind(key: str, words: Words, grammar: Grammar, lexicon: Lexicon) -> bool:
    """Return whether it is only said in the name of a kind that is held here: the opening lecture need not be first."""
    text = words.text
    for kind in {session.kind for session in lexicon.programme.happening} & grammar.groups["kinds"].keys():
        text = grammar.groups["kinds"][kind].sub(" ", text)
    return grammar.says("want", key, words.text) and not grammar.says("want", key, text)


def _may_name(words: Words, at: int, grammar: Grammar, lexicon: Lexicon) -> bool:
    """Return whether a word may name something: words that no title and nobody here bears only tell how one asks."""
    begins_large = words.original[words.places[at][0]].isupper()
    return lexicon.knows(words.tokens[at]) or begins_large and at > 0 and grammar.language != "de"


def _minutes(tokens: Sequence[str]) -> int | None:
    """Return the length of time that some words name, in minutes."""
    for at, token in enumerate(tokens):
        number = tokens[at - 1] if at else ""
        count = int(number) if number.isdigit() else int(digits_by_word().get(number, "1"))
        if token in _MINUTES and at and (number.isdigit() or number in digits_by_word()):
            return count
        if token in _HOURS:
            half = number in _AND_A_HALF or not _AND_A_HALF.isdisjoint(tokens[at + 1 : at + 4])
            return 60 * count + (30 if half else 0)
    return None


def _by_words(left: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    found = lexicon.spoken_of(list(left)) if any(len(token) >= _TELLING for token in left) else []
    whole = [one for one in found if one.titled >= len(left)]
    is_one = bool(whole) and all(same_talk(one.session, whole[0].session) for one in whole)
    return (whole[0].session.id,) if is_one else ()


def _by_most(left: Sequence[str], lexicon: Lexicon) -> str | None:
    found = standing_out(lexicon.spoken_of(list(left))) if any(len(token) >= _TELLING for token in left) else []
    if len(found) != 1 or not found[0].titled or found[0].coverage < _MOST:
        return None
    return found[0].session.id


def _whole(left: Sequence[str], title: Subject | None, lexicon: Lexicon) -> str | None:
    wholes = {session.subtitle for session in lexicon.programme.happening if session.subtitle}
    if title is not None:
        named = next((fit.session for fit in title.fits if fit.score >= CLOSE and fit.session.title in wholes), None)
        return named.id if named else None
    found = standing_out([one for one in lexicon.spoken_of(list(left)) if one.session.title in wholes])
    sure = len(found) == 1 and found[0].titled and found[0].coverage >= _MOST
    return found[0].session.id if sure else None


def _asked_in(words: Words, grammar: Grammar) -> frozenset[int]:
    """Return the tokens of ways of asking that are of several words."""
    found = [grammar.search("want", key, words.text) for key in _WAYS]
    found += [pattern.search(words.text) for pattern in grammar.groups["kinds"].values()]
    found += [grammar.search("asks", key, words.text) for key in ("age", "level", "bring", "seats")]
    return frozenset(at for match in found if match for at in range(*words.span(*match.span())))


def _once_over(words: Words, grammar: Grammar) -> frozenset[int]:
    """Return the tokens that say that something is over then: "when they are done with …", "once … has ended"."""
    when = grammar.search("anchor", "when", words.text)
    ends = grammar.groups["anchor"]["over"].finditer(words.text)
    over = next((match for match in ends if when and match.start() > when.start()), None)
    if when is None or over is None:
        return frozenset()
    return frozenset(at for match in (when, over) for at in range(*words.span(*match.span())))


def asks_only(token: str, grammar: Grammar) -> bool:
    """Whether a word asks, or belongs to any sentence, and names nothing by itself."""
    if token in FUNCTION_WORDS or token.isdigit() or token in digits_by_word():
        return True
    return any(grammar.is_all(group, key, token) for group, keys in _ASKING.items() for key in keys)


def _edge(words: Words, grammar: Grammar, time: Found | None) -> str | None:
    """Return whether a time of day is said to be the beginning or the end of what is asked for."""
    if time is None or time.value.startswith("in "):
        return None
    if going_on(words, grammar, time):
        return "after"
    first, last = words.span(time.start, time.end)
    for key in ("after_time", "before_time"):
        for begins in range(max(0, first - _BEFORE_A_SLOT), first + 1):
            # A time may begin with "from" or "at the", which belongs to "after the" as well.
            for ends in range(max(begins + 1, first), last):
                if grammar.is_all("want", key, " ".join(words.tokens[begins:ends])):
                    return key.removesuffix("_time")
    return None
