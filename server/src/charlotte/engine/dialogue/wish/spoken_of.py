"""The session that a question speaks of in its own words, where it names no title and no person that is known."""

import re
from dataclasses import replace

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.search.content import Spoken, standing_out
from charlotte.congress.search.folding import words
from charlotte.congress.search.function_words import HONORIFICS
from charlotte.congress.search.strength import CLOSE
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.families.family import UNKNOWN, Family
from charlotte.engine.dialogue.goals import FACTS
from charlotte.engine.dialogue.grammar import grammar_for
from charlotte.engine.dialogue.heard.by_ear import with_nearest
from charlotte.engine.dialogue.question.clauses import clauses_of
from charlotte.engine.dialogue.question.context import in_context
from charlotte.engine.dialogue.question.focus import Focus
from charlotte.engine.dialogue.question.preamble import (
    question_after,
    question_after_colon,
    question_after_comma,
    question_before,
)
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.question.sides import side_of
from charlotte.engine.dialogue.question.wanted import asks_only
from charlotte.engine.dialogue.wish.likely import asks_only_for_the_house, of_the_last, sounds_like_nobody
from charlotte.engine.dialogue.wish.peeled import is_of_no_house, peeled, wanted_of
from charlotte.engine.dialogue.wish.person_asked import unknown_person_asked
from charlotte.engine.dialogue.wish.two import both_of
from charlotte.engine.dialogue.wish.understanding import understood

_PAUSE = re.compile(r"\s*[,:;–—]\s+")
MUCH, SOME, LEAST = 0.45, 0.3, 0.25
"""So much of a sentence's words, by weight, a session must hold."""
TELLING = 5
"""Letters of a word that may name a session by itself."""
SLOT = 3
"""Words of a part of the day that stands before a comma; who gets up early says more."""
SEVERAL = 2
"""Words of a title that name it where one of them could be chance."""


def meant(
    said: str, language: str, lexicon: Lexicon, focus: Focus, family: Family = UNKNOWN
) -> tuple[Reading, goals.Goal]:
    """Return what a question says and wants; what its names do not find is looked for by all its words."""
    lexicon = lexicon.for_question(said, language)
    said = in_context(said, grammar_for(language), lexicon)
    reading, goal = _meant(said, language, lexicon, focus, family)
    return replace(reading, asked=said), goal


def _meant(said: str, language: str, lexicon: Lexicon, focus: Focus, family: Family) -> tuple[Reading, goals.Goal]:
    if (alone := _alone(said, language, lexicon, focus, family)) is not None:
        return alone
    reading, goal = understood(said, language, lexicon, focus, family)
    if focus.session_ids and asks_only_for_the_house(reading):  # of what was spoken of last
        return reading, goals.Answer("practical")
    if isinstance(goal, goals.Search) and (slot := _slot_alone(said, reading, lexicon, focus, family)) is not None:
        return slot
    goal = _of_its_kind(_without_afterthought(goal, reading, lexicon), reading, lexicon)
    goal = _of_what_it_is_on(goal, reading, lexicon)
    if goal == goals.Answer("emergency"):
        return reading, _of_a_talk(reading, lexicon) or goal
    both = both_of(said, reading, lexicon, focus)
    if both is None:
        return _found_otherwise(said, reading, goal, lexicon, focus)
    if isinstance(goal, goals.Both) and _is_sure(reading):
        return reading, replace(goal, asks=both.asks)
    of_one, wanted = _found_otherwise(said, reading, goal, lexicon, focus)
    return of_one, replace(both, otherwise=wanted)


def _alone(
    said: str, language: str, lexicon: Lexicon, focus: Focus, family: Family
) -> tuple[Reading, goals.Goal] | None:
    """Return what the question after a preamble, or before a remark, wants where it names something and they name
    nothing."""
    asked = question_after(said) or _asked_before_a_remark(said, language)
    if asked is None:
        asked, focus = _asked_after_comma(said, language), Focus()  # it says by itself what it asks of
    if asked is None:
        return None
    whole, _ = understood(said, language, lexicon, focus, family)
    if whole.guards - {"practical"}:
        return None
    if not _names_nothing(" ".join(said.split(asked)), language, lexicon):
        return None
    reading, goal = _meant(asked, language, lexicon, focus, family)
    is_named = isinstance(goal, goals.About | goals.Both | goals.Which | goals.Beside)
    is_of_now = not reading.scopes.isdisjoint(("now", "next")) and reading.asks == {"what"}
    is_named = is_named or isinstance(goal, goals.Slice) and is_of_now and reading.day is None
    is_named = is_named or isinstance(goal, goals.Speaker) and lexicon.finds_person(goal.name)
    if isinstance(goal, goals.Search):
        is_named = lexicon.finds_topic(goal.query) if goal.is_topic else lexicon.finds(goal.query)
    return (reading, goal) if is_named else None


def _asked_before_a_remark(said: str, language: str) -> str | None:
    """Return the question that a sentence follows which asks for nothing itself."""
    asked = question_before(said)
    if asked is None or any(grammar_for(language).said("asks", words(said[said.index(asked) + len(asked) :]).text)):
        return None
    return asked


def _asked_after_comma(said: str, language: str) -> str | None:
    """Return what follows the last comma where it asks for something, and nothing before it does."""
    grammar, asked = grammar_for(language), question_after_comma(said)
    if asked is None or not any(grammar.said("asks", words(asked).text)):
        return None
    return None if any(grammar.said("asks", words(said[: said.rindex(asked)]).text)) else asked


def _slot_alone(
    said: str, whole: Reading, lexicon: Lexicon, focus: Focus, family: Family
) -> tuple[Reading, goals.Goal] | None:
    """Return the stretch of the programme asked for behind a colon, where what is before it names nothing."""
    asked, language = question_after_colon(said), whole.language
    if asked is None or whole.sure_title or not _names_nothing(said[: said.rindex(asked)], language, lexicon):
        return None
    reading, goal = understood(asked, language, lexicon, focus, family)
    return (reading, goal) if isinstance(goal, goals.Slice) and goal.says_when else None


def _names_nothing(told: str, language: str, lexicon: Lexicon) -> bool:
    before, _ = understood(told, language, lexicon, Focus())
    is_slot = before.part is not None and len(told.split()) <= SLOT  # "after lunch, is there anything on …?"
    return not (before.sure_title or before.people or before.room or before.day or before.time or is_slot)


def _is_sure(reading: Reading) -> bool:
    """Return whether both titles of a pair were surely said."""
    return reading.pair is not None and all(subject.score >= CLOSE for subject in reading.pair)


def _found_otherwise(
    said: str, reading: Reading, goal: goals.Goal, lexicon: Lexicon, focus: Focus
) -> tuple[Reading, goals.Goal]:
    if not _is_lost(reading, goal, lexicon):
        return reading, goal
    if (found := _found(reading, lexicon)) is not None:
        return reading, found
    if (leaning := of_the_last(reading, focus)) is not None:
        return reading, leaning
    return (
        _of_nearest_name(reading, lexicon, focus)
        or _of_a_clause(said, reading, lexicon)
        or _as_described(reading, goal, lexicon, focus)
        or (reading, goal)
    )


def _as_described(
    reading: Reading, goal: goals.Goal, lexicon: Lexicon, focus: Focus
) -> tuple[Reading, goals.Goal] | None:
    """Return what a question wants of what it describes; where that is not found either, it is looked for further."""
    described = peeled(reading, lexicon)
    if described is None:
        return None
    anew = wanted_of(described, lexicon, focus)
    if _is_of_a_thing(anew) and not is_of_no_house(reading):
        return None
    if not _is_lost(described, anew, lexicon) and not _is_of_an_unknown_room(described, anew):
        return described, anew
    return (reading, anew) if isinstance(goal, goals.Search) and isinstance(anew, goals.Search) else None


def _is_of_a_thing(goal: goals.Goal) -> bool:
    """Return whether a search is for something that may be of the house as well as of the programme."""
    return isinstance(goal, goals.Search) and not goal.asks & {"when", "where", "who"}


def _is_of_an_unknown_room(reading: Reading, goal: goals.Goal) -> bool:
    is_of_a_room = isinstance(goal, goals.Place) or isinstance(goal, goals.Slice) and goal.room is not None
    return is_of_a_room and reading.room is None


def _of_nearest_name(reading: Reading, lexicon: Lexicon, focus: Focus) -> tuple[Reading, goals.Goal] | None:
    """Return what a question wants of the one person whose name some words of it sound nearly like."""
    if sounds_like_nobody(reading.family):
        return None
    asked = reading.words.original
    nearly = with_nearest(asked, reading.grammar, lexicon)
    if nearly == asked:
        return None
    of_name, goal = understood(nearly, reading.language, lexicon, focus, reading.family)
    return None if _is_lost(of_name, goal, lexicon) else (of_name, goal)


def _of_a_clause(said: str, whole: Reading, lexicon: Lexicon) -> tuple[Reading, goals.Goal] | None:
    """Return what the first clause that names something wants, with all that the question asks of it."""
    for clause in clauses_of(said):
        reading, goal = understood(clause, whole.language, lexicon, Focus())
        if reading.guards or _is_lost(reading, goal, lexicon):
            continue
        asks = reading.asks | whole.asks
        match goal:
            case goals.About() | goals.OfKind():
                return reading, replace(goal, asks=asks & FACTS)
            case goals.Speaker():
                return reading, replace(goal, asks=asks)
    return None


def _without_afterthought(goal: goals.Goal, reading: Reading, lexicon: Lexicon) -> goals.Goal:
    """Return the search for what stands before a comma, where that is something: "…, where do I have to go?"."""
    if isinstance(goal, goals.Search) and (head := _before_a_question(goal, reading)):
        goal = replace(goal, query=words(head).text, written=head)
    match goal:
        case goals.Search(written=written, is_topic=False) if "," in written and not reading.sure_title:
            head = written.partition(",")[0]
            nouns = reading.grammar.groups["frame"]["nouns"]
            named = nouns.sub(" ", words(head).text).split()
            # Of a title that was misheard the rest may follow the comma.
            if named and all(map(lexicon.knows, named)) and lexicon.finds(query := " ".join(named)):
                return replace(goal, query=query, written=head)
        case goals.Search(query, is_topic=True) if not lexicon.finds_topic(query):
            known = [word for word in _content(reading) if lexicon.mentions(word)]
            if len(known) == 1:
                return replace(goal, query=known[0], written=known[0])
    return goal


def _of_its_kind(goal: goals.Goal, reading: Reading, lexicon: Lexicon) -> goals.Goal:
    """Return the one session of the kind that is named whose title holds what else is said: "the pottery workshop"."""
    if not isinstance(goal, goals.Search) or goal.is_topic or reading.kind is None:
        return goal
    of_kind = [one for one in lexicon.spoken_of(list(reading.wants.left)) if one.session.kind == reading.kind.value]
    found = standing_out([one for one in of_kind if one.titled and one.coverage >= MUCH])
    return goals.About(found[0].session.id, goal.asks) if len(found) == 1 else goal


def _of_what_it_is_on(goal: goals.Goal, reading: Reading, lexicon: Lexicon) -> goals.Goal:
    """Return the search for the talk that is named beside a room and a time: what somebody was told may be old."""
    named = [word for word in reading.wants.left if len(word) >= TELLING and lexicon.finds(word)]
    is_told = isinstance(goal, goals.Slice) and goal.room is not None and goal.at is not None
    if not is_told or len(named) != 1 or not reading.grammar.says("frame", "nouns", reading.words.text):
        return goal
    return goals.Search(named[0], reading.asks & FACTS, False, named[0], claim=reading.claim)


def _before_a_question(goal: goals.Search, reading: Reading) -> str | None:
    """Return what stands before a mark that opens a question ("…, ¿a qué me apunto?"), or before what only asks."""
    before, mark, _ = goal.written.partition("¿")
    if mark and words(before).tokens:
        return before.strip(" ,;:.–—")
    return None if goal.is_topic else _before_what_only_asks(goal.written, reading)


def _before_what_only_asks(written: str, reading: Reading) -> str | None:
    """Return what stands before the first pause behind which nothing but asking follows: "…: where, and how long?"."""
    for pause in _PAUSE.finditer(written):
        rest = words(written[pause.end() :]).tokens
        if rest and all(asks_only(token, reading.grammar) for token in rest):
            return written[: pause.start()].strip() or None
    return None


def _is_lost(reading: Reading, goal: goals.Goal, lexicon: Lexicon) -> bool:
    if reading.room is not None or reading.pair is not None:
        return False
    match goal:
        case goals.Search(query, is_topic=True):
            return is_talk(reading) and not lexicon.finds_topic(query)
        case goals.Search(query):
            return not lexicon.finds(query)
        case goals.Speaker(name):
            return not lexicon.finds_person(name) and unknown_person_asked(reading) is None
        case goals.Answer(phrase):
            lost = phrase in ("which_one", "not_understood") or (phrase == "practical" and "who" in reading.asks)
            return lost and bool(reading.asks & FACTS) and is_talk(reading)
    return False


def is_talk(reading: Reading) -> bool:
    """Whether the words speak of something that is told or shown at a congress."""
    text, grammar = reading.words.text, reading.grammar
    return reading.asks_any("topic", "until", "chair") or any(
        grammar.says("frame", key, text) for key in ("nouns", "speaks", "told", "whos_that")
    )


def _content(reading: Reading) -> list[str]:
    """Return the words of a question that no way of asking holds."""
    text = reading.grammar.groups["frame"]["told"].sub(" ", reading.words.text)
    return [word for word in text.split() if word not in reading.grammar.words]


def _found(reading: Reading, lexicon: Lexicon) -> goals.Goal | None:
    if _names_a_stranger(reading):
        return None
    found = standing_out(lexicon.spoken_of(_content(reading)))
    if not found or not all(_is_enough(one, reading) for one in found):
        return None
    if len(found) > 1:
        return goals.Which(tuple(one.session.id for one in found))
    if (side := side_of(reading)) is not None:
        return goals.Beside(side, (found[0].session.id,), reading.asks, reading.room.name if reading.room else None)
    return goals.About(found[0].session.id, reading.asks & FACTS, by_words=True)


def _names_a_stranger(reading: Reading) -> bool:
    """Return whether nothing but somebody with a title is asked for: no word of a title is like the name by chance."""
    titled = any(token in HONORIFICS for token in reading.words.tokens)
    return titled and not reading.people and len([word for word in _content(reading) if word not in HONORIFICS]) == 1


def _is_enough(one: Spoken, reading: Reading) -> bool:
    told = is_talk(reading)
    if one.titled >= SEVERAL:
        return one.coverage >= (SOME if told else MUCH)
    if not told or not one.titled:
        return False
    if one.held >= SEVERAL:
        return one.coverage >= MUCH
    return one.rarest == 1 and one.coverage >= LEAST and _is_told(reading)


def _is_told(reading: Reading) -> bool:
    """Whether the words say that something is told, so that one rare word says of what."""
    text, grammar = reading.words.text, reading.grammar
    told = any(grammar.says("frame", key, text) for key in ("speaks", "told", "whos_that"))
    return told or "until" in reading.asks


def _of_a_talk(reading: Reading, lexicon: Lexicon) -> goals.Goal | None:
    """Return the session whose title a question holds beside a word of danger; whoever cries for help names none."""
    if not reading.grammar.says("frame", "entitled", reading.words.text) or not reading.asks & {"who", "when", "where"}:
        return None
    found = standing_out(lexicon.spoken_of(_content(reading)))
    if len(found) != 1 or found[0].titled < SEVERAL or found[0].coverage < SOME:
        return None
    return goals.About(found[0].session.id, reading.asks & FACTS)
