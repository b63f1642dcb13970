"""Questions that name two sessions: what they ask of both, and which words name the one and the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charlotte.congress.ceremonies import CEREMONIES
from charlotte.congress.lexicon import Lexicon
from charlotte.congress.model import Session
from charlotte.congress.search.content import standing_out
from charlotte.congress.search.folding import Words, folded, words
from charlotte.congress.search.function_words import FUNCTION_WORDS, HONORIFICS, SESSION_WORDS
from charlotte.congress.search.strength import CLOSE
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.grammar import Grammar
from charlotte.engine.dialogue.question.focus import Focus
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.question.subject import find_subject
from charlotte.engine.dialogue.question.times import find_time
from charlotte.engine.dialogue.question.wanted import asks_only

PERSON = 0.9
"""From here a name surely is somebody's."""
MOST_WORDS, SEVERAL, WHOLE = 0.6, 2, 0.9
"""So much of a half's words, by weight, a session must hold that is taken for it without asking what it means: with
several words in its title, or with one that no other title holds."""
MUCH_OF_A_KIND = 0.35
"""The same of the only one of the kind that is said."""
LONGEST_JOINER = 4
FIRST_WORDS = 3
SHORTEST = 3
"""Letters of a word that may name something."""
ABOUT = frozenset("on about uber ubers sur su sul sulla sull sullo sui sugli sulle sobre".split())
"""Words behind which somebody says what a session is about."""
PAUSE = re.compile(r"[,;:.?!¿¡…]")
_RELATED = {"order_with": "order", "clash_with": "clash", "longer_with": "longer_than", "start_of": "reach"}
"""Words that stand between two sessions, and what they ask of both."""
IN_ORDER = ("earlier", "order")
"""What can be asked of somebody's first session, where they have several."""
JOINED, APART, NAMED = 2.0, 1.0, 1.5
"""What tells where one half ends: a joining word of two things, an article after it, a half that names a session."""


@dataclass(frozen=True)
class _Cut:
    worth: float
    one: goals.Half
    other: goals.Half


def both_of(asked: str, reading: Reading, lexicon: Lexicon, focus: Focus) -> goals.Both | None:
    """Return what a question, as it came, asks of two sessions; nothing where it names only one, or none."""
    grammar, said = reading.grammar, words(asked)
    if reading.guards - {"practical"} or reading.acts or reading.breaks or reading.asks_any("changed"):
        return None
    for key, asks in _RELATED.items():
        if (match := grammar.search("two", key, said.text)) is not None:
            if key == "longer_with" and reading.wants.minutes is not None:  # than an hour
                continue
            first, last = said.span(*match.span())
            less = asks == "longer_than" and grammar.says("two", "less", match[0])
            found = _around(said, first, last, "shorter_than" if less else asks, reading, lexicon, focus)
            if found is not None:
                return found
    if (found := _behind_a_condition(said, reading, lexicon, focus)) is not None:
        return found
    compared = _asked(reading, said)
    if compared is None:
        return _named_whole(said, reading, lexicon)
    cut = _cut(said, compared, reading, lexicon)
    if cut is None or compared == "facts" and None in (cut.one.session_id, cut.other.session_id):
        return None
    is_known = cut.one.session_id is not None or cut.other.session_id is not None
    if "practical" in reading.guards and not is_known and not grammar.says("frame", "nouns", said.text):
        return None
    return goals.Both(cut.one, cut.other, compared)


def _behind_a_condition(said: Words, reading: Reading, lexicon: Lexicon, focus: Focus) -> goals.Both | None:
    """Return the session that is a condition and the one asked for then: "if I do Ada's, can I still see …?"."""
    turn = _where_a_condition_ends(said, reading.grammar)
    if turn is None:
        return None
    found = _around(said, turn, turn, "overlap", reading, lexicon, focus)
    return found if found is not None and found.one.session_id is not None and found.one.said else None


def _where_a_condition_ends(said: Words, grammar: Grammar) -> int | None:
    """Return the first word of what is asked behind a condition: "if I do the workshop, | can I still see …?"."""
    opens = grammar.search("two", "condition", said.text)
    if opens is None or said.span(*opens.span())[0] > FIRST_WORDS:
        return None
    attending = grammar.groups["two"]["attend"].finditer(said.text, opens.end())
    for match in attending:
        at = said.span(*match.span())[0]
        for begins in range(at, at - LONGEST_JOINER - 1, -1):  # ", est-ce que je peux …"
            if PAUSE.search(_gap(said, begins)):
                return begins
    return None


def _named_whole(said: Words, reading: Reading, lexicon: Lexicon) -> goals.Both | None:
    """Return the two whose whole titles are said where one can or will be at one, and then at the other."""
    if not reading.grammar.says("two", "attend", said.text) or reading.asks_any("when", "where", "who", "about"):
        return None
    named = [one for one in lexicon.mentioned(said) if one.happens and len(folded(one.title)) >= SEVERAL]
    if len(named) != SEVERAL:
        return None
    one, other = named
    return goals.Both(goals.Half(one.title, one.id), goals.Half(other.title, other.id), "overlap")


def _asked(reading: Reading, said: Words) -> str | None:
    grammar = reading.grammar

    def says(key: str) -> bool:
        return grammar.says("two", key, said.text)

    either = says("either") or says("between")
    if says("longer") and either:
        return "longer"
    if says("reach") and reading.room is None:
        return "reach"
    if says("clash") and _asks_what(" ".join(said.tokens[:FIRST_WORDS]), reading):  # what else there is at that time
        return None
    if "overlap" in reading.asks or says("clash"):
        return "clash" if says("clash") and not says("attend") else "overlap"
    if either and ("earlier" in reading.asks or says("first")) and (says("either") or not says("clash")):
        return "earlier"
    if says("attend") and (says("also") or says("both")):
        return "overlap"
    return "facts" if says("either") and says("which") else None


def _asks_what(text: str, reading: Reading) -> bool:
    return reading.grammar.says("two", "what", text)


def _around(
    said: Words, first: int, last: int, asks: str, reading: Reading, lexicon: Lexicon, focus: Focus
) -> goals.Both | None:
    """Return the two that stand before and after what relates them; before a pronoun, the one spoken of last."""
    other = _half(said, last, len(said.tokens), asks, reading, lexicon, is_first=False)
    if other is None:
        return None
    one = _half(said, 0, first, asks, reading, lexicon, is_first=True)
    before = " ".join(said.tokens[:first])
    if one is None and focus.session_ids and not _asks_what(before, reading):
        one = goals.Half("", focus.session_ids[0])
    if one is None or one.session_id is not None and one.session_id == other.session_id:
        return None
    return goals.Both(one, other, asks)


def _cut(said: Words, asks: str, reading: Reading, lexicon: Lexicon) -> _Cut | None:
    cuts = [
        cut
        for first, last, worth in _joiners(said, asks, reading)
        if (cut := _cut_at(said, first, last, worth, asks, reading, lexicon)) is not None
    ]
    return max(cuts, key=lambda cut: cut.worth, default=None)


def _joiners(said: Words, asks: str, reading: Reading) -> Iterator[tuple[int, int, float]]:
    """Yield where a joining word begins and ends, and how surely it joins two things."""
    grammar = reading.grammar
    kinds = {"either": JOINED, "also": JOINED, "and": 0.0} | ({"reach_to": APART} if asks == "reach" else {})
    if asks in ("longer", "earlier", "facts"):
        kinds = {"either": JOINED, "and": 0.0}
    for at in range(1, len(said.tokens) - 1):
        for last in range(min(at + LONGEST_JOINER, len(said.tokens) - 1), at, -1):
            joiner = " ".join(said.tokens[at:last])
            kind = next((kind for kind in kinds if grammar.is_all("two", kind, joiner)), None)
            if kind is not None:
                follows = grammar.is_all("two", "article", said.tokens[last])
                yield at, last, kinds[kind] + (APART if follows else 0.0)
                break


def _cut_at(
    said: Words, first: int, last: int, worth: float, asks: str, reading: Reading, lexicon: Lexicon
) -> _Cut | None:
    one = _half(said, 0, first, asks, reading, lexicon, is_first=True)
    other = _half(said, last, len(said.tokens), asks, reading, lexicon, is_first=False)
    if one is None or other is None or one.session_id is not None and one.session_id == other.session_id:
        return None
    if reading.sure_title and reading.subject is not None and _is_within(one, other, reading):
        return None
    named = sum(half.session_id is not None for half in (one, other))
    return _Cut(worth + NAMED * named, one, other)


def _is_within(one: goals.Half, other: goals.Half, reading: Reading) -> bool:
    """Return whether a cut goes through a title that was surely said."""
    assert reading.subject is not None
    title = folded(reading.subject.fits[0].session.title)
    return words(one.said).tokens[-1] in title and words(other.said).tokens[0] in title


def _half(
    said: Words, first: int, last: int, asks: str, reading: Reading, lexicon: Lexicon, *, is_first: bool
) -> goals.Half | None:
    """Return what some of the words name, without those around it that only ask; nothing where they name nothing.

    Of several clauses it is the one next to the other half, where not all of them are the name of one session.
    """
    grammar = reading.grammar
    if (whole := _core(said, first, last, grammar)) is None:
        return None
    text = _written(said, *whole)
    kinds = frozenset(grammar.said("kinds", " ".join(said.tokens[first:last]))).difference(CEREMONIES)
    if (named := _named(words(text), asks, kinds, grammar, lexicon)) is not None:
        return goals.Half(text, named)
    breaks = [at for at in range(whole[0] + 1, whole[1]) if PAUSE.search(_gap(said, at))]
    if not breaks:
        return goals.Half(text)
    begin, end = (breaks[-1], whole[1]) if is_first else (whole[0], breaks[0])
    if (clause := _core(said, begin, end, grammar)) is None:
        return goals.Half(text)
    text = _written(said, *clause)
    return goals.Half(text, _named(words(text), asks, kinds, grammar, lexicon))


def _core(said: Words, first: int, last: int, grammar: Grammar) -> tuple[int, int] | None:
    """Return the stretch of words that tells something, as far as a pause or a word that asks."""

    def only_asks(at: int) -> bool:
        token = said.tokens[at]
        if asks_only(token, grammar) and _is_in_capitals(said, at):  # "AI" and "IT" are small words elsewhere
            return False
        if _is_of_a_topic(said, at, grammar):
            return False
        return is_asking(at) or asks_only(token, grammar) or token in HONORIFICS

    def is_asking(at: int) -> bool:
        return grammar.is_all("two", "asking", said.tokens[at]) and not _is_of_a_topic(said, at, grammar)

    telling = [at for at in range(first, last) if not only_asks(at)]
    if not any(_may_name(said, at) for at in telling):
        return None
    begin, end = telling[0], telling[-1] + 1
    while begin > first and not is_asking(begin - 1) and not PAUSE.search(_gap(said, begin)):
        begin -= 1
    while end < last and not is_asking(end) and not PAUSE.search(_gap(said, end)):
        end += 1
    while end > telling[-1] + 1 and said.tokens[end - 1] in FUNCTION_WORDS:
        end -= 1
    while begin < telling[0] and said.tokens[begin] in FUNCTION_WORDS | SESSION_WORDS:
        begin += 1
    return begin, end


def _may_name(said: Words, at: int) -> bool:
    """Return whether a word is long enough to name something, or written as a name of few letters: "Go", "C++"."""
    token = said.tokens[at]
    if token.isalpha():
        return len(token) >= SHORTEST or _is_in_capitals(said, at)
    return token[0].isalpha()  # and digits or signs behind it: "k8s", not "10h"


def _is_of_a_topic(said: Words, at: int, grammar: Grammar) -> bool:
    """Return whether a word that asks elsewhere begins what somebody speaks about: "the one on back pain"."""
    if at == 0 or at + 1 >= len(said.tokens) or said.tokens[at - 1] not in ABOUT:
        return False
    follows = said.tokens[at + 1]
    is_told = not asks_only(follows, grammar) and not grammar.is_all("two", "asking", follows)
    return is_told and not grammar.is_all("two", "first", said.tokens[at]) and not PAUSE.search(_gap(said, at + 1))


def _is_in_capitals(said: Words, at: int) -> bool:
    """Return whether a word is an abbreviation by its letters, in a sentence that is not all capitals."""
    written = said.written(at, at + 1)
    return len(written) > 1 and written.isalpha() and written.isupper() and not said.original.isupper()


def _gap(said: Words, at: int) -> str:
    """Return what stands between a word and the one before it."""
    return said.original[said.places[at - 1][1] : said.places[at][0]]


def _written(said: Words, first: int, last: int) -> str:
    return said.original[said.places[first][0] : said.places[last - 1][1]]


def _of_the_kind_said(held: Sequence[Session], said: Words, grammar: Grammar) -> Session | None:
    """Return the one of somebody's sessions whose kind is said, if by a first name only: "Ada's workshop"."""
    kinds = frozenset(grammar.said("kinds", said.text))
    found = [one for one in held if one.kind in kinds]
    return found[0] if len(found) == 1 else None


def _of_the_kind_and_words_said(
    content: Sequence[str], kinds: frozenset[str], grammar: Grammar, lexicon: Lexicon
) -> Session | None:
    """Return the one session of a kind that is said whose title holds much else: "the workshop on tasting salts"."""
    others = [word for word in content if not any(grammar.is_all("kinds", kind, word) for kind in kinds)]
    found = [one for one in lexicon.spoken_of(others) if one.session.kind in kinds and one.titled] if kinds else []
    best = standing_out(found)
    return best[0].session if len(best) == 1 and best[0].coverage >= MUCH_OF_A_KIND else None


def _at_the_time_said(held: Sequence[Session], said: Words, grammar: Grammar, lexicon: Lexicon) -> Session | None:
    """Return the one of somebody's sessions that begins when it is said."""
    time, zone = find_time(said, grammar), lexicon.programme.congress.zone
    found = [one for one in held if time and one.start and f"{one.start.astimezone(zone):%H:%M}" == time.value]
    return found[0] if len(found) == 1 else None


def _named(said: Words, asks: str, kinds: frozenset[str], grammar: Grammar, lexicon: Lexicon) -> str | None:
    """Return the session that words surely name: by its title, by who speaks, or by most of what they are."""
    subject = find_subject(said, grammar, lexicon, frozenset())
    content = [token for token in said.tokens if not asks_only(token, grammar)]
    of_kind = _of_the_kind_and_words_said(content, kinds, grammar, lexicon)
    if subject is not None and subject.score >= CLOSE:
        titled, is_lone = subject.fits[0].session, len(subject.said.split()) < SEVERAL
        return of_kind.id if of_kind is not None and is_lone and titled.kind not in kinds else titled.id
    for spotted in lexicon.people(said)[:1]:
        held = [one for one in lexicon.programme.by_speaker.get(spotted.person.id, ()) if one.happens]
        is_all = set(content) <= set(said.tokens[spotted.first : spotted.last])
        if (held_of_kind := _of_the_kind_said(held, said, grammar)) is not None:
            return held_of_kind.id
        if spotted.likeness >= PERSON and (timed := _at_the_time_said(held, said, grammar, lexicon)) is not None:
            return timed.id
        if spotted.likeness >= PERSON and (spotted.whole or is_all) and held:
            if len(held) == 1:
                return held[0].id
            if is_all and asks in IN_ORDER:
                return min(held, key=lambda one: (one.start is None, one.start.timestamp() if one.start else 0.0)).id
    if of_kind is not None:
        return of_kind.id
    found = standing_out(lexicon.spoken_of(content))
    if len(found) != 1:
        return None
    best = found[0]
    enough = best.coverage >= MOST_WORDS and best.titled >= SEVERAL
    return best.session.id if enough or best.coverage >= WHOLE and best.titled and best.rarest == 1 else None
