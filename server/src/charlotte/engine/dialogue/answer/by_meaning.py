"""The session that a question speaks of in words of its own, found by meaning where no words of it are found."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from charlotte.congress.search.content import content_words
from charlotte.congress.search.folding import words
from charlotte.congress.search.function_words import FUNCTION_WORDS, HONORIFICS
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.answer import documents, of_role
from charlotte.engine.dialogue.answer.answering import Unusable, clauses_for, wording
from charlotte.engine.dialogue.answer.plan import calls_for
from charlotte.engine.dialogue.answer.practical import is_told
from charlotte.engine.dialogue.descriptions.span import described
from charlotte.engine.dialogue.goals import FACTS
from charlotte.engine.dialogue.question.focus import outputs
from charlotte.engine.dialogue.question.of_whom import may_be_of_somebody
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.question.sides import side_of
from charlotte.engine.dialogue.saying.details import DETAILS
from charlotte.engine.dialogue.wish import likely
from charlotte.engine.dialogue.wish.spoken_of import is_talk
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.knowledge.query import query_of
from charlotte.knowledge.quotes.kinds import asked

TOOL = "find_sessions"
LOST = frozenset(("not_understood", "which_one", "practical"))
"""Answers that say only that she does not know."""
SEVERAL = 2
TELLING = 5
"""Letters of a single word that may say what a session is about."""
LONGEST_NAME = 3
QUESTION_CHARACTERS = 300
_OF_SESSIONS = FACTS - {"who", "about"} | {"topic", "overlap", "earlier", "changed", "language"} | DETAILS
"""What sessions tell, or what is told of them."""
PAUSES = ("break", "social")
"""Kinds of which documents and lists of breaks know better."""


def found(  # noqa: PLR0913 - a question, and how sure an answer must be
    goal: goals.Goal,
    results: Sequence[Mapping[str, Any]],
    reading: Reading,
    prompt: Prompt,
    asked_at: int,
    *,
    or_nearest: bool = True,
) -> list[Say | Call]:
    """Return the call that looks for a session by meaning, or what it found, sure or else the nearest; or nothing."""
    if not _may_help(goal, results, reading, prompt.variables):
        return []
    match _pursue(reading, prompt, asked_at):
        case Call() as call:
            return [call]
        case (goals.Search() as wanted, result):
            more = _more_of_the_bearer(goal, result)
            return _told(wanted, result, reading, prompt, asked_at, more)
        case nearest:
            somebody = of_role.pursue(reading, prompt, asked_at) if may_be_of_somebody(reading) else None
            if isinstance(somebody, Call):
                return [somebody]
            if somebody is not None:
                return _of_somebody(somebody, reading, prompt)
            is_less = _has_a_word_alone(results) or not _may_tell_nearest(goal, reading)
            if or_nearest and nearest is not None and not is_less:
                return _told(*nearest, reading, prompt, asked_at)
    return []


def _has_a_word_alone(results: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether one title alone has a word that was asked for: that comes nearer than what is only like it."""
    first = results[0] if results else {}
    is_near = first.get("match") == "weak" and first.get("matched_by") == "topic"
    return is_near and len(first.get("alternatives") or ()) == 1


def _of_somebody(result: dict[str, Any], reading: Reading, prompt: Prompt) -> list[Say | Call]:
    """Return who it is, and of what; then when and where they speak."""
    say, somebody = wording([result], reading.language, prompt), result.get("speaker") or {}
    person, affiliation = str(somebody.get("name")), str(somebody.get("affiliation"))
    try:
        facts = clauses_for(goals.Speaker(person, reading.asks - {"affiliation"}), [result], say, ())
    except Unusable:
        return []
    lead = say("somebody_is", person=person, affiliation=affiliation) + " "
    return [Say(clause, reading.language) for clause in (lead, *facts)]


def before_documents(
    goal: goals.Goal, results: Sequence[Mapping[str, Any]], reading: Reading, prompt: Prompt, asked_at: int
) -> list[Say | Call]:
    """Return the call, or the session that is meant more likely than anything that documents say; else nothing."""
    of_a_talk = _is_of_a_talk(reading)
    if "practical" in reading.guards and not of_a_talk or not _may_help(goal, results, reading, prompt.variables):
        return []
    if may_be_of_somebody(reading) and "practical" not in reading.guards:
        return found(goal, results, reading, prompt, asked_at, or_nearest=False)
    if "practical" in reading.guards or not of_a_talk:
        return _sure(reading, prompt, asked_at, any_kind="practical" not in reading.guards)
    return found(goal, results, reading, prompt, asked_at, or_nearest=False)


def instead(goal: goals.Goal, reading: Reading, prompt: Prompt, asked_at: int) -> list[Say | Call]:
    """Return the call, or the session that words surely speak of beside what they were understood as; else nothing."""
    if isinstance(goal, goals.About) and goal.by_words:
        match _pursue(reading, prompt, asked_at):
            case Call() as call:
                return [call]
            case (goals.Search() as wanted, result):
                return _told(wanted, result, reading, prompt, asked_at)
            case (goals.Nearest() as wanted, result) if result["alternatives"][0].get("id") != goal.session_id:
                return _told(wanted, result, reading, prompt, asked_at)
        return []
    if _is_beside_something_described(goal, reading):
        return _sure(reading, prompt, asked_at, any_kind=True)
    of_many = isinstance(goal, goals.Break | goals.OfKind) or isinstance(goal, goals.Slice) and goal.language
    content = reading.wants.left if isinstance(goal, goals.Slice) else _content(reading)
    if not of_many or reading.guards or not is_talk(reading) or len(content) < SEVERAL:
        return []
    return _sure(reading, prompt, asked_at, any_kind=False)


def _sure(reading: Reading, prompt: Prompt, asked_at: int, *, any_kind: bool) -> list[Say | Call]:
    match _pursue(reading, prompt, asked_at):
        case Call() as call:
            return [call]
        case (goals.Search() as wanted, result) if any_kind or result["sessions"][0].get("kind") not in PAUSES:
            return _told(wanted, result, reading, prompt, asked_at)
    return []


def _told(  # noqa: PLR0913 - what was found, and of which question
    wanted: goals.Goal,
    result: dict[str, Any],
    reading: Reading,
    prompt: Prompt,
    asked_at: int,
    more: goals.Goal | None = None,
) -> list[Say | Call]:
    """Return what is told of the best session; or `more` that is wanted beside it, where that is given."""
    best = (result.get("sessions") or result.get("alternatives") or [{}])[0]
    told = [result]
    if _asks_what_no_session_tells(reading, str(best.get("title"))):
        return []
    if (beyond := more or _beyond(best, reading)) is not None:
        held = {(made.name, made.arguments): output for made, output in outputs(prompt.items[asked_at + 1 :])}
        calls = calls_for(beyond)
        if missing := [call for call in calls if (call.name, call.arguments) not in held]:
            return [missing[0]]
        results = [held[call.name, call.arguments] for call in calls]
        if not isinstance(beyond, goals.Counted) or results[0].get("sessions"):
            wanted, told = beyond, results
        elif reading.asks.isdisjoint(_OF_SESSIONS):
            return []  # how many there are of something that is no session: accidents in a year
    say = wording(told, reading.language, prompt)
    try:
        return [Say(clause, reading.language) for clause in clauses_for(wanted, told, say, ())]
    except Unusable:
        return []


def _asks_what_no_session_tells(reading: Reading, title: str) -> bool:
    """Return whether nothing is asked but what something costs, who pays for it, who plays or the like, of which the
    session found does not even speak: the fee for students, the money of a prize."""
    if not likely.may_be_practical(reading) or not reading.asks.isdisjoint(_OF_SESSIONS) or _is_of_a_talk(reading):
        return False
    query, told = query_of(reading.whole, reading.language), query_of(title)
    costs = frozenset(("price",)) if "price" in asked(reading.whole) else frozenset()
    wanted = query.concepts & documents.UNLISTED | costs
    return bool(wanted) and wanted.isdisjoint(told.concepts | told.expects)


def _more_of_the_bearer(goal: goals.Goal, result: Mapping[str, Any]) -> goals.Speaker | None:
    """Return what else somebody gives of whose name only a part was said, where the session found has one bearer of it:
    "whoever did the one on hedges, Ray I think, does he give another?"."""
    if not isinstance(goal, goals.Speaker) or not goal.everything:
        return None
    said = set(words(goal.name).tokens)
    people: Sequence[str] = (result.get("sessions") or [{}])[0].get("speakers") or ()
    bearers = [one for one in people if said <= set(words(one).tokens)]
    return replace(goal, name=bearers[0]) if len(bearers) == 1 else None


def _beyond(best: Mapping[str, Any], reading: Reading) -> goals.Goal | None:
    """Return what a question wants to know beside the session it speaks of: its parts, its neighbours, whose staff."""
    name, says = best.get("id"), reading.wants.says
    if not isinstance(name, str):
        return None
    if "count" in says:
        return goals.Counted(inside=name)
    if "affiliation" in reading.asks:
        speakers: Sequence[str] = best.get("speakers") or ()
        return goals.Speaker(speakers[0], frozenset({"affiliation"})) if len(speakers) == 1 else None
    side = side_of(reading)
    room = reading.room.name if reading.room else None
    return goals.Beside(side, (name,), reading.asks, room) if side is not None else None


def _is_beside_something_described(goal: goals.Goal, reading: Reading) -> bool:
    """Return whether something before, after or beside a session is asked for that no title names."""
    if not isinstance(goal, goals.Search | goals.Slice) or side_of(reading) is None or reading.sure_title:
        return False
    if reading.guards or reading.anchor or reading.breaks or reading.time or reading.people:
        return False
    room = words(reading.room.name).tokens if reading.room else ()
    said = content_words(words(described(reading.whole)).tokens)
    return any(len(word) >= TELLING and word not in room for word in said)


def _may_help(
    goal: goals.Goal, results: Sequence[Mapping[str, Any]], reading: Reading, told: Mapping[str, Any]
) -> bool:
    """Return whether a question that nothing answered so far may speak of a session all the same."""
    if reading.guards - {"practical"} or not _tells_something(reading) or _is_a_name(reading):
        return False
    if isinstance(goal, goals.Answer) and is_told(goal.phrase, reading.words.text, reading.language, told):
        return False
    is_unknown = all(result.get("match") in ("none", "weak") for result in results)
    match goal:
        case goals.Search():
            return is_unknown
        case goals.Speaker():  # whatever is like what is said beside the name
            return all(result.get("match") in ("none", "weak") for result in results[:1])
        case goals.Answer("practical"):
            asked = reading.asks & ({"when", "where", "who", "about", "duration", "topic", "affiliation"} | DETAILS)
            said = len(_content(reading))
            is_said = said > SEVERAL or said == SEVERAL and not query_of(reading.whole, reading.language).concepts
            return bool(asked) and (is_said or is_talk(reading))
        case goals.Answer(phrase):
            return phrase in LOST
    return False


def _may_tell_nearest(goal: goals.Goal, reading: Reading) -> bool:
    """Return whether a session that only comes nearest may be told; never for an unknown person or a service."""
    if isinstance(goal, goals.Speaker) or _is_all_names(reading) or likely.is_beside_it(reading):
        return False
    if "practical" in reading.guards:
        return _is_of_a_talk(reading)
    return is_talk(reading) or bool(reading.asks & FACTS)


def _is_all_names(reading: Reading) -> bool:
    """Return whether what is asked for is written as nothing but a name of several words: "when is Ida Holm on"."""
    written = reading.subject.written.split() if reading.subject is not None else []
    return len(written) >= SEVERAL and all(word[:1].isupper() for word in written)


def _is_of_a_talk(reading: Reading) -> bool:
    text, grammar = reading.words.text, reading.grammar
    return any(grammar.says("frame", key, text) for key in ("nouns", "speaks", "told"))


def _pursue(reading: Reading, prompt: Prompt, asked_at: int) -> Call | tuple[goals.Goal, dict[str, Any]] | None:
    """Return the call, or what it found with the goal that it answers; None where it found nothing."""
    if not any(tool.name == TOOL for tool in prompt.tools):
        return None
    whole = reading.whole.strip()[:QUESTION_CHARACTERS]
    question = (described(whole) or whole) if side_of(reading) is not None else whole
    arguments = json.dumps({"question": question}, ensure_ascii=False)
    since = prompt.items[asked_at + 1 :]
    found = next((result for call, result in outputs(since) if call.arguments == arguments), None)
    if found is None:
        return Call(TOOL, arguments)
    asks = reading.asks & FACTS
    if found.get("match") in ("exact", "close") and found.get("sessions"):
        return goals.Search(question, asks, is_topic=False, written=question, claim=reading.claim), found
    if found.get("match") == "weak" and found.get("alternatives"):
        return goals.Nearest(asks, reading.claim), found
    return None


def _content(reading: Reading) -> list[str]:
    known = reading.grammar.words | FUNCTION_WORDS | HONORIFICS
    return [word for word in reading.words.tokens if word not in known and not word.isdigit()]


def _tells_something(reading: Reading) -> bool:
    content = _content(reading)
    return len(content) >= SEVERAL or any(len(word) >= TELLING for word in content)


def _is_a_name(reading: Reading) -> bool:
    """Return whether somebody is asked for whom nobody knows: no session is about them."""
    subject = reading.subject
    if subject is None or not reading.person_is_meant or len(reading.sure_words) > LONGEST_NAME:
        return False
    written = subject.written.split()
    if reading.language == "de":  # where every noun begins so, only a name is nothing but such words, and asked when
        return all(word[:1].isupper() for word in written) and (len(written) > 1 or "who" not in reading.asks)
    names = [word for word in written if word.casefold() not in FUNCTION_WORDS]
    return bool(names) and all(word[:1].isupper() for word in names)
