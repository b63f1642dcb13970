"""What a session consists of, and who speaks in it where it names nobody itself: its papers and talks."""

from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.answer.answering import Unusable, clauses_for, wording
from charlotte.engine.dialogue.answer.plan import calls_for
from charlotte.engine.dialogue.question.focus import outputs
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.mind import Call, Prompt, Say

Parts = list[Say | Call]


def beside(goal: goals.Goal, said: Parts, reading: Reading, prompt: Prompt, asked_at: int) -> Parts:
    """Return what was said of a session, and behind it its parts with who speaks in each; else what was said."""
    if not isinstance(goal, goals.About | goals.Search) or "chair" in goal.asks or not said:
        return said
    asks_what = "what" in reading.asks and not goal.asks and isinstance(goal, goals.About)
    if "who" not in goal.asks and not asks_what:
        return said
    if any(isinstance(part, Call) for part in said):
        return said
    since = list(outputs(prompt.items[asked_at + 1 :]))
    found_first = (result.get("session") or next(iter(result.get("sessions") or ()), None) for _, result in since)
    card = next((one for one in found_first if one), None)
    if card is None or card.get("speakers") and not asks_what:
        return said
    wanted = goals.Counted(inside=card["id"])
    call = calls_for(wanted)[0]
    found = next((result for made, result in since if made.arguments == call.arguments), None)
    if found is None:
        return [call]
    inside = found.get("sessions") or ()
    if not inside or not asks_what and not any(one.get("speakers") for one in inside):
        return said
    try:
        told = clauses_for(wanted, [found], wording([found], reading.language, prompt), ())
    except Unusable:
        return said
    return [*said, Say(" ", reading.language), *(Say(clause, reading.language) for clause in told)]
