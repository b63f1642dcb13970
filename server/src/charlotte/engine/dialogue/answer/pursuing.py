"""From what a question wants to what is called and said: the sources in their order, then the programme's own words."""

from collections.abc import Sequence
from datetime import datetime

from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.answer import by_meaning, documents, nearly_told, of_its_parts, of_its_text
from charlotte.engine.dialogue.answer.answering import Unusable, clauses_for, names_two, wording
from charlotte.engine.dialogue.answer.plan import calls_for
from charlotte.engine.dialogue.answer.practical import is_told, told_food, with_told
from charlotte.engine.dialogue.answer.sources import Asked, Source, of_the_occasion, sources
from charlotte.engine.dialogue.answer.standing import look_up
from charlotte.engine.dialogue.answer.unsaid import unsaid
from charlotte.engine.dialogue.question.focus import earlier_answer, outputs
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.engine.dialogue.wish import likely
from charlotte.engine.dialogue.wish.spoken_of import is_talk
from charlotte.engine.dialogue.wish.thing_asked import thing_asked
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.protocol.items import FunctionCall, Item

Parts = list[Say | Call]
FIXED = {Source.HELP: "emergency", Source.NOT_KNOWN: "practical", Source.NOT_OURS: "out_of_scope"}
"""What is said where it is no source that holds something."""


def answers(wanted: Sequence[tuple[Reading, goals.Goal]], prompt: Prompt, asked_at: int) -> Parts:
    """Return the next call, or once all outputs are there the answers one after the other."""
    said: Parts = []
    for reading, goal in wanted:
        if said:
            said.append(Say(" ", reading.language))
        parts = _answered(goal, reading, prompt, asked_at)
        call = next((part for part in parts if isinstance(part, Call)), None)
        if call is not None:  # before it nothing is said, or it would be said again
            return [call]
        said += parts
    return said


def _answered(goal: goals.Goal, reading: Reading, prompt: Prompt, asked_at: int) -> Parts:
    said = of_its_parts.beside(goal, _of_sources(goal, reading, prompt, asked_at), reading, prompt, asked_at)
    return of_its_text.beside(goal, said, reading, prompt, asked_at)


def _of_sources(goal: goals.Goal, reading: Reading, prompt: Prompt, asked_at: int) -> Parts:
    if found := _elsewhere(Asked(goal, reading, prompt), asked_at):
        return found
    if (shown := look_up(goal, reading, prompt, prompt.items[asked_at + 1 :])) is not None:
        return [shown]
    if isinstance(goal, goals.Answer):
        return _unknown(goal, reading, prompt, asked_at)
    beside = documents.pursue(reading, prompt, asked_at) if documents.stand_beside(goal, reading, prompt) else []
    if beside and (isinstance(beside[0], Call) or not documents.asks_both(reading)):
        return beside
    if not beside and documents.stand_beside(goal, reading, prompt):
        beside = nearly_told.pursue(reading, prompt, asked_at)
        if beside and documents.only_asks_beside(goal, reading, prompt):
            return beside
    if (told := _of_meals(goal, reading, prompt, asked_at, is_told=bool(beside))) is not None:
        return [told]
    parts = _pursue(goal, reading, prompt, asked_at)
    is_said = any(isinstance(part, Call) or part in beside for part in parts)  # or not yet to be said
    return parts if is_said or not beside else [*parts, Say(" ", reading.language), *beside]


def _elsewhere(asked: Asked, asked_at: int) -> Parts:
    """Return the first call or answer of those that are asked beside the programme's words."""
    for source in sources(asked):
        if found := _from(source, asked, asked_at):
            return found
    return []


def _from(source: Source, asked: Asked, asked_at: int) -> Parts:
    goal, reading, prompt, results = asked.goal, asked.reading, asked.prompt, asked.results or ()
    match source:
        case Source.NEAR_DOCUMENTS:
            return by_meaning.before_documents(goal, results, reading, prompt, asked_at)
        case Source.DOCUMENTS:
            return documents.pursue(reading, prompt, asked_at)
        case Source.SURE_DOCUMENTS | Source.CERTAIN_DOCUMENTS:
            enough = documents.enough(reading) if source is Source.SURE_DOCUMENTS else documents.CERTAIN
            return documents.pursue(reading, prompt, asked_at, sure=enough)
        case Source.INSTEAD:
            return by_meaning.instead(goal, reading, prompt, asked_at)
        case Source.MEANING:
            return by_meaning.found(goal, results, reading, prompt, asked_at)
        case Source.MEANING_OF_THE_HOUSE:
            return by_meaning.found(goals.Answer("practical"), (), reading, prompt, asked_at)
        case Source.NEAR_IN_DOCUMENTS:
            return nearly_told.pursue(reading, prompt, asked_at)
        case Source.HELP | Source.NOT_KNOWN | Source.NOT_OURS:
            return [_said(goals.Answer(FIXED[source]), reading, prompt, asked_at)]


def _unknown(goal: goals.Answer, reading: Reading, prompt: Prompt, asked_at: int) -> Parts:
    """Return what comes nearest, of the house before of sessions where that is asked about; else the fixed words."""
    of_the_house = goal.phrase == "practical" and _near(goal, reading, prompt, asked_at)
    if found := of_the_house or by_meaning.found(goal, (), reading, prompt, asked_at):
        return found
    return _near(goal, reading, prompt, asked_at) or [_said(goal, reading, prompt, asked_at)]


def _near(goal: goals.Answer, reading: Reading, prompt: Prompt, asked_at: int) -> Parts:
    """Return what comes nearest in the documents, where the answer would say only that she does not know."""
    if goal.phrase not in documents.OPEN or likely.worded(goal, reading).phrase not in documents.OPEN:
        return []
    if is_told(goal.phrase, reading.words.text, reading.language, prompt.variables):
        return []
    return nearly_told.pursue(reading, prompt, asked_at)


def _of_meals(goal: goals.Goal, reading: Reading, prompt: Prompt, asked_at: int, *, is_told: bool) -> Say | None:
    """Return what staff told of food, or that nothing is known where diets are asked about; `is_told` by documents."""
    if not isinstance(goal, goals.Break):
        return None
    if not is_told and documents.is_about_diets(reading):  # when one eats is no answer to that
        return _said(goals.Answer("practical"), reading, prompt, asked_at)
    food = told_food(reading.words.text, reading.language, prompt.variables, spoken=prompt.spoken)
    return Say(food, reading.language) if food is not None else None


def _said(goal: goals.Answer, reading: Reading, prompt: Prompt, asked_at: int) -> Say:
    language, question = reading.language, reading.words.text
    goal = goal if is_told(goal.phrase, question, language, prompt.variables) else _worded(goal, reading)
    said = _fixed(goal, prompt.items[: max(asked_at, 0)], language, prompt.spoken)
    told = with_told(
        goal.phrase, said, question=question, language=language, variables=prompt.variables, spoken=prompt.spoken
    )
    return Say(f"{told}{documents.caution(reading)}", language)


def _pursue(goal: goals.Goal, reading: Reading, prompt: Prompt, asked_at: int) -> Parts:
    language = reading.language
    earlier, since = prompt.items[:asked_at], prompt.items[asked_at + 1 :]
    wanted = calls_for(goal)
    known = {tool.name for tool in prompt.tools}
    if any(call.name not in known for call in wanted):
        return [Say(Wording(language, prompt.spoken, datetime.min.date())("no_tools"), language)]
    made = {(item.name, item.arguments) for item in since if isinstance(item, FunctionCall)}
    missing = [call for call in wanted if (call.name, call.arguments) not in made]
    if missing:  # one at a time: a response ends with its first call
        return [missing[0]]
    # A tool that missed its time may have answered after all: the later answer to the same call counts.
    answers = {(made_call.name, made_call.arguments): result for made_call, result in outputs(since)}
    results = [answers[key] for call in wanted if (key := (call.name, call.arguments)) in answers]
    if (
        isinstance(goal, goals.Both)
        and goal.otherwise is not None
        and not names_two(goal, results, or_near=is_talk(reading))
    ):
        return _answered(goal.otherwise, reading, prompt, asked_at)
    if found := _elsewhere(Asked(goal, reading, prompt, results), asked_at):
        return found
    results = of_the_occasion(goal, results, reading)
    say = wording(results, language, prompt)
    try:
        clauses = clauses_for(goal, results, say, _break_words(goal))
    except Unusable:
        clauses = [say("lookup_failed")]
    if clauses == [say("not_understood")]:
        clauses = [_fixed(_worded(goals.Answer("not_understood"), reading), earlier, language, prompt.spoken)]
    heard = prompt.variables.get("heard")
    said = unsaid(clauses, heard) if isinstance(heard, str) else clauses
    return [Say(clause, language) for clause in said]


def _worded(goal: goals.Answer, reading: Reading) -> goals.Answer:
    """Return what to say where nothing answers; what was understood and is told nowhere is not what was not."""
    worded = likely.worded(goal, reading)
    is_clear = worded.phrase == "not_understood" and thing_asked(reading) is not None
    return goals.Answer("not_in_data") if is_clear else worded


def _fixed(goal: goals.Answer, earlier: Sequence[Item], language: str, spoken: bool) -> str:
    say = Wording(language, spoken, datetime.min.date())
    said = earlier_answer(earlier)
    if goal.phrase == "repeat":
        return said or say("repeat_nothing")
    if goal.phrase == "not_understood" and said == say("not_understood"):
        return say("not_understood_again")
    return say(goal.phrase)


def _break_words(goal: goals.Goal) -> Sequence[str]:
    """Return how lunches and coffees are called in programmes of any language."""
    if not isinstance(goal, goals.Break):
        return ()
    return {
        "lunch": (
            "lunch",
            "midday",
            "pranzo",
            "mezzogiorno",
            "mittag",
            "déjeuner",
            "dejeuner",
            "repas",
            "midi",
            "almuerzo",
            "comida",
            "mediodía",
        ),
        "coffee": (
            "coffee",
            "caff",
            "kaffee",
            "café",
            "cafe",
            "break",
            "pausa",
            "pause",
            "tea",
            "thé",
            "tee",
            "tè",
            "té",
        ),
    }.get(goal.sort, ())
