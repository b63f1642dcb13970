"""Questions that neither the programme nor staff answer, looked up in the documents and answered in their own words."""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from importlib import resources
from typing import Any

from pydantic import ValidationError

from charlotte.congress.search.folding import words
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.answer import further
from charlotte.engine.dialogue.answer.further import TOOL
from charlotte.engine.dialogue.answer.gloss import glosses, is_yes_or_no, opens_with
from charlotte.engine.dialogue.answer.opening import opening_of
from charlotte.engine.dialogue.answer.practical import is_told
from charlotte.engine.dialogue.answer.told_days import told_days
from charlotte.engine.dialogue.goals import FACTS
from charlotte.engine.dialogue.question.clauses import SEVERAL, asks_several, clauses_of
from charlotte.engine.dialogue.question.focus import outputs
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.wish import likely
from charlotte.engine.dialogue.wish.thing_asked import thing_asked
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.knowledge.answer_kinds import days_of, held
from charlotte.knowledge.passage import STAFF
from charlotte.knowledge.query import Query, query_of, text_of
from charlotte.knowledge.quotes.subjects import ALLERGY, EATEN
from charlotte.knowledge.units import ITEM
from charlotte.knowledge.wording import pattern
from charlotte.protocol.items import FunctionCall, Item
from charlotte.session.turns.agreement import answer_of
from charlotte.tools.results import PassageCard, PassagesResult
from charlotte.tools.search_documents import DIET

OPEN = frozenset(("practical", "not_understood", "which_one"))
"""Answers that say only that she does not know."""
SURE = frozenset(("exact", "close"))
CERTAIN = frozenset(("exact",))
UNLISTED = DIET | frozenset(
    "price free payment voucher ticket registration refund transfer age student apprentice member non_member senior"
    " unemployed carer journalist dress_code bus shuttle return_trip departure station recording slides certificate"
    " credits animals menu music sponsor accessibility lift stairs badge interpretation sign_language bad_weather"
    " arrival".split()
)
"""What a programme does not say of a session or a meal that it lists."""
HANDED_OUT = frozenset(("recording", "slides", "streaming"))
"""What is left of a talk, which no programme tells of."""
QUESTION_CHARACTERS = 300
WHOLE_PASSAGE = 320
"""Characters of a passage that is quoted whole where several things are asked."""


def go_on(reading: Reading, prompt: Prompt) -> bool:
    """Return whether a question leans on one that documents answer: "and for students?" speaks of no talk."""
    return _may_tell(reading, prompt) and further.leans_on_the_house(reading, prompt.items)


def come_first(goal: goals.Goal, reading: Reading, prompt: Prompt) -> bool:
    """Return whether the documents are asked before anything else is said."""
    if not _may_tell(reading, prompt):
        return False
    if further.goes_on(reading, prompt.items):
        return True
    match goal:
        case goals.Answer(phrase) if phrase in OPEN:
            return not is_told(phrase, reading.words.text, reading.language, prompt.variables)
        case goals.Search() if is_practical(reading):
            return not (goal.is_topic and likely.asks_for_a_topic(reading))  # "something on coeliacs, gluten-free"
        case goals.About(by_words=True):
            return likely.is_practical(reading)
        case goals.Speaker() if not reading.people:  # "I give a talk: which plugs are there?" names nobody
            return likely.is_practical(reading)
        case goals.Place(seats=True):  # a fact of the place
            return False
        case goals.Slice() | goals.Place() | goals.Search():
            return "practical" in reading.guards and not reading.sure_title
    return False


def stand_beside(goal: goals.Goal, reading: Reading, prompt: Prompt) -> bool:
    """Return whether something is asked of what the programme lists that no programme says: its price, who may come."""
    query = query_of(reading.whole, reading.language)
    if not _may_tell(reading, prompt):
        return False
    if isinstance(goal, goals.Search) and not (_asks_leave(query, reading) or _asks_for_it_later(query, reading)):
        return False
    if isinstance(goal, goals.Speaker):  # whether somebody's slides are to be had
        return bool(query.concepts & HANDED_OUT) and reading.asks.isdisjoint(FACTS - {"where"})
    if not isinstance(goal, goals.About | goals.Break | goals.OfKind | goals.Slice | goals.Search):
        return False
    if isinstance(goal, goals.Break) and is_about_diets(reading):
        return True
    if reading.sure_title and reading.subject is not None:  # a talk may be about prices
        title = query_of(reading.subject.fits[0].session.title)
        counts = "number" in query.expects and reading.asks.isdisjoint(FACTS)  # how many may come, not how many minutes
        costs = "price" in query.expects - title.expects
        return bool(query.concepts & UNLISTED - title.concepts) or counts or costs
    return bool(query.concepts & UNLISTED) or "price" in query.expects


def only_asks_beside(goal: goals.Goal, reading: Reading, prompt: Prompt) -> bool:
    """Return whether nothing else is asked of what the programme lists: no time or room answers what it costs."""
    return reading.asks.isdisjoint(FACTS) and stand_beside(goal, reading, prompt)


def _asks_leave(query: Query, reading: Reading) -> bool:
    """Return whether words that name no session ask a price, or who may come and how: things of no programme."""
    if "price" in query.expects and "practical" in reading.guards:
        return True
    asked = [term for term in query.terms if term.concepts and not term.is_modifier]
    return len(asked) > 1 and reading.asks.isdisjoint(("topic", "who", "about"))


def _asks_for_it_later(query: Query, reading: Reading) -> bool:
    """Return whether of what is nearly a title it is asked what is left of it: whether one can watch it again."""
    subject, wanted = reading.subject, query.concepts & HANDED_OUT
    if not wanted or subject is None or not subject.fits or not reading.family.wants("yes_no", above=likely.SAID):
        return False
    return all(wanted.isdisjoint(query_of(fit.session.title).concepts) for fit in subject.fits)


def is_about_diets(reading: Reading) -> bool:
    """Return whether of a meal nothing is asked but what somebody can eat there."""
    concepts = query_of(reading.whole, reading.language).concepts
    served = "food" in concepts and "what" in reading.asks and reading.asks.isdisjoint(FACTS)
    return not asks_both(reading) and (served or bool(concepts & (DIET | {"menu"})))


def caution(reading: Reading) -> str:
    """Return that only people vouch for what somebody can eat, where that is asked; else nothing."""
    concepts = query_of(reading.whole, reading.language).concepts
    about = concepts & DIET if concepts & EATEN else concepts & DIET - {ALLERGY}
    caution: str = _texts()[reading.language]["diet"]
    return caution if about else ""


def asks_both(reading: Reading) -> bool:
    """Return whether a question that documents answer asks for facts of the programme in another clause."""
    return asks_several(reading.whole) and not reading.asks.isdisjoint(FACTS)


def is_practical(reading: Reading) -> bool:
    """Return whether words that name nothing of the programme for sure are about what visitors need."""
    if "practical" in reading.guards:
        return True
    if reading.sure_title or "topic" in reading.asks:
        return False
    query = query_of(reading.whole, reading.language)
    if reading.room:  # "how much is a beer in the tent?": no programme of a room tells a price
        return "price" in query.expects or bool(query.concepts & UNLISTED)
    return likely.is_practical(reading) or query.is_practical


def come_last(goal: goals.Goal, results: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether the documents are asked because the programme holds nothing."""
    looked = isinstance(goal, goals.Search | goals.Break | goals.Place | goals.OfKind)
    looked = looked or isinstance(goal, goals.Slice) and goal.is_span
    looked = looked and not (isinstance(goal, goals.Place) and goal.seats)  # looked up by the room's name
    return looked and all(_is_empty(result) for result in results)


def pursue(reading: Reading, prompt: Prompt, asked_at: int, *, sure: Set[str] = SURE) -> list[Say | Call]:
    """Return the tool's call, or what it gave as an answer; nothing when the documents do not surely say it.

    `sure` names the matches that count as such.
    """
    if not _may_tell(reading, prompt):
        return []
    least = CERTAIN if _asks_which(reading) else sure
    for question in further.questions(reading, prompt.items):
        match asked_of(question[-QUESTION_CHARACTERS:], prompt.items[asked_at + 1 :]):
            case Call() as call:
                return [call]
            case PassagesResult() as result if _is_sure(result, query_of(question, reading.language), least):
                if _is_of_another_session(result.passages[0], reading, query_of(question, reading.language)):
                    continue
                return list(_told(result, question, reading, prompt))
    return []


def _asks_which(reading: Reading) -> bool:
    """Return whether a thing is asked for by its name, as which band plays: what is told of music need not say."""
    thing = thing_asked(reading)
    is_one = thing is not None and thing.noun is not None and not thing.is_any
    return is_one and likely.may_be_beyond(reading) and not likely.may_be_practical(reading)


def enough(reading: Reading) -> Set[str]:
    """Return which matches answer where the programme holds what is alike: certain ones, unless needs are likelier."""
    return SURE if likely.is_rather_practical(reading) else CERTAIN


def asked_of(question: str, since: Sequence[Item]) -> Call | PassagesResult | None:
    """Return the call that asks the documents, or what it gave."""
    arguments = json.dumps({"query": question, "limit": 1}, ensure_ascii=False)
    made = [item for item in since if isinstance(item, FunctionCall) and item.arguments == arguments]
    if not made:
        return Call(TOOL, arguments)
    output = next((result for call, result in outputs(since) if call.call_id == made[-1].call_id), {})
    try:
        return PassagesResult.model_validate(output)
    except ValidationError:
        return None


def _is_sure(result: PassagesResult, query: Query, sure: Set[str]) -> bool:
    """Return whether a passage surely answers: of a price or an hour, it says one, or that there is none."""
    best = next(iter(result.passages), None)
    if best is None or best.match not in sure or not best.quote:
        return False
    return is_of_kind(best.quote, query)


def _is_of_another_session(best: PassageCard, reading: Reading, query: Query) -> bool:
    """Return whether it is asked what a session costs that is called by its title, of which a passage names no word."""
    if "price" not in query.expects or not reading.sure_title or reading.subject is None or not reading.subject.fits:
        return False
    title = set(text_of(reading.subject.fits[0].session.title).stems) - FUNCTION_WORDS
    return title.isdisjoint(text_of(" ".join((best.quote, *best.headings[-1:]))).stems)


def is_of_kind(quote: str, query: Query) -> bool:
    """Return whether a quote holds a fact of the kind that is asked for; what there is not has no price and no hour."""
    wanted = query.expects & {"price", "time"}
    if "price" in wanted:
        quote = _without_what_costs_more(quote)
    folded = words(quote).text
    on_days = "time" in wanted and bool(days_of(folded))
    return not wanted or bool(held(wanted, quote)) or on_days or pattern("denial", "any").search(folded) is not None


def _without_what_costs_more(quote: str) -> str:
    """Return a quote without words that something is not included: that is no price, nor that it costs nothing."""
    said = words(quote)
    for found in reversed(list(pattern("denial", "of_its_own").finditer(said.text))):
        first, last = said.span(*found.span())
        quote = quote[: said.places[first][0]] + quote[said.places[last - 1][1] :]
    return quote


def _told(result: PassagesResult, question: str, reading: Reading, prompt: Prompt) -> Iterator[Say]:
    best = result.passages[0]
    confirm = any(note.code == "confirm_with_staff" for note in result.notes)
    if not prompt.spoken and len(best.text) <= WHOLE_PASSAGE and _wants_several(reading):
        best = best.model_copy(update={"quote": _in_a_line(best.text)})  # one sentence answers one question
    return quoted(best, query_of(question[-QUESTION_CHARACTERS:], reading.language), prompt, confirm=confirm)


def _wants_several(reading: Reading) -> bool:
    """Return whether several clauses ask for something; "she is small" only says it of the dog."""
    asking = (query_of(clause, reading.language) for clause in clauses_of(reading.whole))
    return sum(1 for query in asking if query.concepts or query.expects) >= SEVERAL


def quoted(
    passage: PassageCard, query: Query, prompt: Prompt, *, confirm: bool = False, is_near: bool = False
) -> Iterator[Say]:
    """Yield what a passage says as an answer, and where it stands; `confirm` = staff must be asked as well, `is_near` =
    it is only what comes nearest."""
    language = query.language
    texts = _texts()[language]
    if passage.document == STAFF:
        if passage.language != language:
            known = texts["languages"].get(passage.language, passage.language)
            yield Say(texts["staff_in"].replace("{language}", known), language)
        yield Say(passage.quote, passage.language)
        return
    is_foreign = passage.language != language
    opening = None if is_near else opening_of(passage, query)
    if opening is not None and (is_foreign or opens_with(passage.quote, language) is None):
        yield Say(texts[opening], language)
    if not is_foreign:
        yield Say(texts["near" if is_near else "says"], language)
    else:
        known = texts["languages"].get(passage.language, passage.language)
        yield Say(texts["near_in" if is_near else "says_in"].replace("{language}", known), language)
    quote: str = texts["quoted"].replace("{quote}", passage.quote)
    yield Say(quote if prompt.spoken else f"{quote} ({_source(passage, texts)}).", passage.language)
    if is_foreign:
        polar = is_yes_or_no(query.original, language)
        # Of "Why is there no lunch break?" the answer does not say again that there is none.
        asked = next((heading for heading in passage.headings[-1:] if heading.endswith("?")), "")
        for word, meaning in glosses(
            f"{passage.quote} {asked}", passage.language, query, is_yes_or_no=polar or bool(asked)
        ):
            yield Say(texts["means"].replace("{word}", word).replace("{meaning}", meaning), language)
        for written, meaning in told_days(passage.quote, passage.language, language):
            yield Say(texts["means"].replace("{word}", written).replace("{meaning}", meaning), language)
    if confirm:
        yield Say(texts["diet"], language)


def is_only_near(said: str, language: str) -> bool:
    """Return whether an answer only quotes what comes nearest."""
    leads = (_texts()[language][key].partition("{")[0].strip() for key in ("near", "near_in"))
    return any(said.startswith(lead) for lead in leads)


def certain(language: str) -> str:
    """Return where one is told for certain what is only near."""
    said: str = _texts()[language]["certain"]
    return said


def _in_a_line(text: str) -> str:
    """Return lines and items as what can be read in one go."""
    lines = [ITEM.sub("", line).strip() for line in text.split("\n")]
    return " ".join(line if line.endswith((".", "!", "?", "…", ":", ";")) else f"{line};" for line in lines).rstrip(";")


def _source(passage: PassageCard, texts: Mapping[str, Any]) -> str:
    """Return where it stands, as a reader looks for it."""
    heading = passage.headings[-1] if passage.headings else None
    page = texts["page"].replace("{page}", str(passage.page)) if passage.page else None
    return ", ".join(part for part in (passage.title, heading, page) if part)


def _may_tell(reading: Reading, prompt: Prompt) -> bool:
    """Tell whether they can be asked, and something is: a yes or a no is no question, to staff neither."""
    return any(tool.name == TOOL for tool in prompt.tools) and answer_of(reading.whole) is None


def _is_empty(result: Mapping[str, Any]) -> bool:
    """Return whether a result of the programme holds nothing that was asked for."""
    if result.get("error"):
        return False
    place = result.get("place") or {}
    tells_where = any(place.get(name) for name in ("building", "level", "description"))
    return not result.get("sessions") and not tells_where or result.get("match") == "none"


@lru_cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("documents.toml").read_text("utf-8"))
