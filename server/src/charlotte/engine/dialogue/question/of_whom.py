"""Whether a question may be about somebody whom it does not name."""

from charlotte.engine.dialogue.question.reading import Reading
from charlotte.knowledge.query import query_of

PERSON = 0.3
"""From here on a question is likely to be about somebody."""


def may_be_of_somebody(reading: Reading) -> bool:
    """Return whether a question that names nobody who is known may ask for somebody."""
    if any(spotted.whole for spotted in reading.people):
        return False
    if (
        "who" not in reading.asks and query_of(reading.whole, reading.language).is_practical
    ):  # "when does the bus leave"
        return False
    asks = "who" in reading.asks or "person_it" in reading.wants.says or reading.person_is_meant
    return asks or reading.family.chance("person") >= PERSON
