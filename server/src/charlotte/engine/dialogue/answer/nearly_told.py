"""What comes nearest in the documents to a question that nothing answers, told as no more than that."""

from charlotte.engine.dialogue.answer import documents, further
from charlotte.engine.dialogue.answer.practical import to_the_desk
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.knowledge.query import Query, query_of, text_of
from charlotte.tools.results import PassageCard

NEAR = ("weak", "close")
"""Matches that may answer; what is close was not close enough for what was asked."""
LONG = 4
"""Letters of a word that says what is asked about."""
ANY_PRICE = frozenset(("payment", "ticket"))
"""What is told of one price and is told of every other."""


def pursue(reading: Reading, prompt: Prompt, asked_at: int) -> list[Say | Call]:
    """Return the passage that may answer and where one is told for certain; nothing where none comes near.

    The documents were asked before; a question that they were not asked is none of theirs.
    """
    for question in further.questions(reading, prompt.items):
        result = documents.asked_of(question[-documents.QUESTION_CHARACTERS :], prompt.items[asked_at + 1 :])
        if result is None or isinstance(result, Call) or not result.passages:
            continue
        best, query = result.passages[0], query_of(question, reading.language)
        if best.match in NEAR and best.quote and documents.is_of_kind(best.quote, query) and speaks_of(best, query):
            said = list(documents.quoted(best, query, prompt, is_near=True))
            certain = to_the_desk(documents.certain(reading.language), reading.language, prompt.variables)
            return [*said, Say(certain, reading.language)]
    return []


def speaks_of(passage: PassageCard, query: Query) -> bool:
    """Return whether a passage or its heading names what is asked about: the thing, or where none is known a word."""
    told = text_of(" ".join((passage.quote, *passage.headings[-1:])))
    things = [term for term in query.terms if not term.is_modifier and term.concepts - ANY_PRICE]
    plain = [term for term in query.terms if not term.concepts and len(term.written) >= LONG]
    return any(term.is_in(told) for term in things or plain)
