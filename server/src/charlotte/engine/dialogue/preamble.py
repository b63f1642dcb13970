"""What people tell before they ask: "we have just arrived and had a coffee. Is the talk on … still on?"."""

import re

_SENTENCE_ENDS = re.compile(r"(?<=[.!…])\s+")


def question_after(said: str) -> str | None:
    """Return the question that follows sentences which ask nothing; None where nothing precedes it."""
    *told, asked = _SENTENCE_ENDS.split(said.strip())
    is_question = asked.rstrip(" \"'»”").endswith("?") and not any("?" in one for one in told)
    return asked if told and is_question and len(asked.split()) > 1 else None
