"""Whether a question that speaks of a session asks for what lies before, after or beside it."""

from charlotte.engine.dialogue.question.reading import Reading

LISTED = 0.5
"""With more than this likelihood what is on is asked for, and nothing of the session itself."""

TOPIC = 0.5
"""And with more than this sessions about something."""


def side_of(reading: Reading) -> str | None:
    """Return `before`, `after` or `beside`; None where the session itself is asked for."""
    family = reading.family
    if not family.wants("list", above=LISTED) or family.is_surely("topic", above=TOPIC) or reading.part:
        return None
    says = reading.wants.says
    if "beside" in says:
        return "beside"
    if "before_it" in says:
        return "before"
    return "after" if "after_it" in says or "after" in reading.scopes else None
