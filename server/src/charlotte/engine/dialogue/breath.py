"""Two things asked in one breath: the second is answered as if it had been asked once the first was answered."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.search.folding import folded, words
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.answer import documents
from charlotte.engine.dialogue.answer.pursuing import Parts, answers
from charlotte.engine.dialogue.goals import FACTS
from charlotte.engine.dialogue.question.focus import Focus, focus_of
from charlotte.engine.dialogue.question.halves import SHORTEST, cuts_of
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.question.recalled import QUOTED
from charlotte.engine.dialogue.question.sides import side_of
from charlotte.engine.dialogue.saying.details import DETAILS
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.engine.dialogue.wish import likely
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.knowledge.query import query_of
from charlotte.protocol.items import FunctionCall, FunctionCallOutput, InputText, Item, Message, OutputText

Meant = Callable[[str, str, Lexicon, Focus], Awaitable[tuple[Reading, goals.Goal]]]
"""What a question says and wants, after what was said before it."""

Half = tuple[Reading, goals.Goal]
_WHOLE = (goals.Both, goals.Changed, goals.Sizes, goals.Which, goals.Colleagues)
"""Goals that take a question as a whole."""
_SAID_APART = frozenset(("duration", "until", "about"))
"""Facts that are told only where they are asked for."""
_NOTHING = (
    "not_understood",
    "not_understood_again",
    "which_one",
    "practical",
    "not_in_data",
    "not_told",
    "not_found",
    "no_topic",
    "no_kind",
    "unknown_speaker",
    "unknown_room",
    "unknown_track",
    "did_you_mean",
    "nearest",
    "lookup_failed",
    "no_tools",
    "break_none",
    "social_none",
)
"""Texts that say that nothing was found."""


PASSAGE = 10
"""Words of a quote that is no title."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Breath:
    """A question that may be two."""

    said: str
    reading: Reading
    goal: goals.Goal
    lexicon: Lexicon
    prompt: Prompt
    asked_at: int


async def in_turn(asked: Breath, meant: Meant) -> Parts | None:
    """Return the next call, or the answers to both halves; None where the question is one, or is best taken as one."""
    if not _may_be_two(asked):
        return None
    before, language = focus_of(asked.prompt.items[: asked.asked_at], asked.lexicon), asked.reading.language
    for one, other in cuts_of(asked.said, language):
        if _cuts_a_title(asked.reading, one):
            continue
        reading, goal = await meant(one, language, asked.lexicon, before)
        if not _is_about_something(reading, before):
            continue
        if not (_asks(reading, goal) or _is_question(one, asked.said) and not isinstance(goal, goals.Answer)):
            continue
        alone, wanted = await meant(other, language, asked.lexicon, Focus(asked=(one,)))
        if _goes_with(alone, reading, goal):
            continue
        if _asks(alone, wanted) and _is_more((alone, wanted), (reading, goal), asked.goal):
            both = await _both(asked, (one, reading, goal), other, meant)
            return both or _alone((asked.reading, asked.goal), asked.prompt, asked.asked_at)[0]
    return None


async def _both(asked: Breath, first: tuple[str, Reading, goals.Goal], other: str, meant: Meant) -> Parts | None:
    """Return the next call or both answers; None where what was found answers the question better as one."""
    one, reading, goal = first
    language, prompt = reading.language, asked.prompt
    told, turn = _first(asked, one, reading, goal)
    if _calls(told):
        return told
    following, wanted = await meant(other, language, asked.lexicon, focus_of(turn, asked.lexicon))
    after = replace(prompt, items=(*turn, _message(other), *prompt.items[asked.asked_at + 1 :]))
    then = _second(following, wanted, after, len(turn), _text(told))
    if _calls(then):
        return then
    is_told, is_told_then = (not _says_nothing(part, language, prompt) for part in (told, then))
    if not (is_told and is_told_then) and _needs(reading) and _needs(following):
        return None  # documents tell of both at once
    is_fact = bool(following.asks & FACTS) and not _needs(following)  # in words that the whole question explains
    is_sure_then = is_told_then and not documents.is_only_near(_text(then), language)
    if not is_told and (not is_sure_then or not _needs(reading)) or not is_told_then and is_fact:
        return None
    if not is_told_then and wanted != goals.Answer("practical"):
        then = [Say(Wording(language, prompt.spoken, datetime.min.date())("not_told").strip(), language)]
    return told if _is_said(_text(then), _text(told)) else [*told, Say(" ", language), *then]


def _first(asked: Breath, one: str, reading: Reading, goal: goals.Goal) -> tuple[Parts, tuple[Item, ...]]:
    """Return the answer to the first half, or its next call; and the conversation as it is once that is answered."""
    at, items = asked.asked_at, asked.prompt.items
    prompt = replace(asked.prompt, items=(*items[:at], _message(one), *items[at + 1 :]))
    told, used = _alone((reading, goal), prompt, at)
    return told, (*prompt.items[: at + 1], *used, _message(_text(told), is_answer=True))


def _alone(half: Half, prompt: Prompt, asked_at: int) -> tuple[Parts, tuple[Item, ...]]:
    """Return an answer, or the next call, from what was looked up for it and nothing else; and what that was."""
    turn, since = prompt.items[: asked_at + 1], prompt.items[asked_at + 1 :]
    used: tuple[Item, ...] = ()
    while True:
        parts = answers([half], replace(prompt, items=(*turn, *used)), asked_at)
        call = next((part for part in parts if isinstance(part, Call)), None)
        found = _given(call, since) if call is not None else ()
        if not found or found[0] in used:
            return parts, used
        used = (*used, *found)


def _given(call: Call, since: Sequence[Item]) -> tuple[Item, ...]:
    """Return a call that was made with its output; of several the last, which may have come after its time."""
    made = [one for one in since if isinstance(one, FunctionCall)]
    alike = [one for one in made if (one.name, one.arguments) == (call.name, call.arguments)]
    for one in reversed(alike):
        given = [out for out in since if isinstance(out, FunctionCallOutput) and out.call_id == one.call_id]
        if given:
            return one, given[-1]
    return ()


def _second(reading: Reading, goal: goals.Goal, prompt: Prompt, asked_at: int, told: str) -> Parts:
    """Return the answer to the second half, or its next call; documents are asked of the session that was told too."""
    then, _ = _alone((reading, goal), prompt, asked_at)
    titles = QUOTED.findall(told)
    if _calls(then) or len(titles) != 1 or not _says_nothing(then, reading.language, prompt):
        return then
    of_it = replace(reading, asked=f"{titles[0]}: {reading.whole}")
    return documents.pursue(of_it, prompt, asked_at, sure=documents.CERTAIN) or then


def _may_be_two(asked: Breath) -> bool:
    goal, reading = asked.goal, asked.reading
    if isinstance(goal, _WHOLE) or reading.pair or reading.acts or reading.guards - {"practical"}:
        return False
    return not isinstance(goal, goals.Answer) or goal.phrase in documents.OPEN | {"not_in_data"}


def _cuts_a_title(whole: Reading, one: str) -> bool:
    """Return whether a cut behind `one` would go through what is surely the title of a session."""
    subject, at, tokens = whole.subject, len(folded(one)), whole.words.tokens
    if subject is None or not whole.sure_title or not subject.first < at < subject.last:
        return False
    title = folded(subject.fits[0].session.title)
    return tokens[at - 1] in title and any(token in title for token in tokens[at : at + 2])


def _is_about_something(reading: Reading, focus: Focus) -> bool:
    """Return whether a half says of what it asks, or may lean on what was spoken of: "where, and when is …" is one."""
    names = likely.names_something(reading) or reading.people or reading.breaks or reading.anchor or reading.wants.left
    leans = bool(focus.session_ids) and len(reading.words.tokens) > SHORTEST
    return bool(names or reading.time or reading.day or reading.kind or leans or _needs(reading))


def _goes_with(second: Reading, first: Reading, goal: goals.Goal) -> bool:
    """Return whether documents tell of both halves in one place: what it costs to park is told where parking is."""
    is_of_its_own = query_of(second.whole, second.language).is_practical
    is_listed = isinstance(goal, goals.About | goals.OfKind | goals.Speaker | goals.Slice)
    return not is_listed and _needs(first) and _needs(second) and not is_of_its_own


def _is_question(one: str, said: str) -> bool:
    """Return whether a half was written as a question of its own."""
    return said[len(one.rstrip(" ?")) :].lstrip().startswith("?")


def _asks(reading: Reading, goal: goals.Goal) -> bool:
    """Return whether a half asks for something, and for nothing that is declined."""
    if reading.guards - {"practical"} or reading.acts or isinstance(goal, goals.Both | goals.Changed):
        return False
    asks = reading.asks or any(reading.grammar.said("asks", words(reading.whole).text))
    return bool(asks or reading.breaks or _needs(reading) or query_of(reading.whole, reading.language).concepts)


def _needs(reading: Reading) -> bool:
    """Return whether a half asks for what visitors need, which only documents tell."""
    query = query_of(reading.whole, reading.language)
    return (
        "practical" in reading.guards
        or query.is_practical
        or "price" in query.expects
        or bool(query.concepts & documents.UNLISTED)
        or likely.is_beyond(reading)
    )


def _is_unlisted(reading: Reading) -> bool:
    """Return whether a half asks of a session what no programme says, in words that are known for it."""
    query = query_of(reading.whole, reading.language)
    return "price" in query.expects or bool(query.concepts & documents.UNLISTED)


def _is_more(second: Half, first_half: Half, whole: goals.Goal) -> bool:
    """Return whether a half asks for more than another fact of what the first half is about, or for one left out."""
    (reading, goal), (first, before) = second, first_half
    if isinstance(whole, goals.About | goals.Search) and reading.asks & _SAID_APART - whole.asks:
        return True
    if isinstance(goal, goals.Break) and goal.sort == "any" and isinstance(before, goals.Break):
        return False
    if _needs(reading) or reading.asks & DETAILS or isinstance(goal, goals.Slice) and goal.says_when:
        return True
    if isinstance(before, goals.About | goals.Search) and _is_unlisted(first) and reading.asks & FACTS:
        return True  # "is it recorded, and where is it?"
    names = likely.names_something(reading) or reading.breaks or reading.anchor or reading.time or reading.wants.left
    return bool(names) or side_of(reading) is not None


def _says_nothing(parts: Parts, language: str, prompt: Prompt) -> bool:
    """Return whether an answer only says that nothing was found."""
    say, said = Wording(language, prompt.spoken, datetime.min.date()), _text(parts).strip()
    return any(said.startswith(say.phrases.texts[key].partition("{")[0].strip()) for key in _NOTHING)


def _is_said(then: str, told: str) -> bool:
    """Return whether an answer tells nothing that the one before it has not told."""
    if set(folded(then)) <= set(folded(told)):
        return True
    quotes = QUOTED.findall(then)
    is_passage = any(len(quote.split()) >= PASSAGE for quote in quotes)
    numbers, known = (set(_NUMBER.findall(text)) for text in (then, told))
    return is_passage and all(quote in told for quote in quotes) and numbers <= known


def _calls(parts: Parts) -> bool:
    return any(isinstance(part, Call) for part in parts)


def _text(parts: Parts) -> str:
    return "".join(part.text for part in parts if isinstance(part, Say))


def _message(text: str, *, is_answer: bool = False) -> Message:
    """Return a turn that was not taken, as the conversation would hold it."""
    if is_answer:
        return Message(id="", status="completed", role="assistant", content=(OutputText(text=text),))
    return Message(id="", status="completed", role="user", content=(InputText(text=text),))
