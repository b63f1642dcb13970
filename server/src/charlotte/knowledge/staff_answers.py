"""What staff answered by hand: kept apart from the documents, so that an import leaves it, and searched with them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from charlotte.clock import Clock
from charlotte.database import writing
from charlotte.errors import BadInput, NotFound
from charlotte.knowledge.passage import STAFF, Passage
from charlotte.knowledge.tables import ANSWER, SHELF
from charlotte.protocol.ids import new_id

LONGEST_QUESTION, LONGEST_ANSWER = 300, 600
MOST = 500


@dataclass(frozen=True)
class StaffAnswer:
    """One question and its answer, in the answer's language (ISO 639-1)."""

    id: str
    question: str
    answer: str
    language: str
    who: str
    at: datetime

    def passage(self) -> Passage:
        """Return it as it is searched."""
        return Passage(f"{STAFF}#{self.id}", STAFF, self.question, (self.question,), None, self.language, self.answer)


class StaffAnswers:
    """The answers of all congresses."""

    def __init__(self, engine: AsyncEngine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock

    async def all(self, event_id: str) -> list[StaffAnswer]:
        """Return what staff answered, the latest first."""
        async with self._engine.connect() as connection:
            return await answers_of(connection, event_id)

    async def add(self, event_id: str, *, question: str, answer: str, language: str, who: str) -> str:
        """Keep an answer; running conversations find it at once. Return its id. Raises `BadInput`."""
        question, answer = " ".join(question.split()), " ".join(answer.split())
        if not question or not answer:
            raise BadInput("A question and an answer are needed.")
        if len(question) > LONGEST_QUESTION or len(answer) > LONGEST_ANSWER:
            raise BadInput(
                f"A question has at most {LONGEST_QUESTION} characters, an answer {LONGEST_ANSWER}.",
                hint="Say the fact in one or two sentences; it will be read out.",
            )
        answer_id, now = new_id("answer"), self._clock.now()
        async with writing(self._engine) as connection:
            if len(await answers_of(connection, event_id)) >= MOST:
                raise BadInput(f"There are {MOST} answers already.", hint="Put them into a document and import it.")
            await connection.execute(
                insert(ANSWER).values(
                    congress_id=event_id,
                    id=answer_id,
                    question=question,
                    answer=answer,
                    language=language,
                    who=who,
                    at=now,
                )
            )
            await _next_version(connection, event_id, now)
        return answer_id

    async def remove(self, event_id: str, answer_id: str) -> None:
        """Take an answer back. Raises `NotFound`."""
        async with writing(self._engine) as connection:
            gone = await connection.execute(
                delete(ANSWER).where(ANSWER.c.congress_id == event_id, ANSWER.c.id == answer_id)
            )
            if gone.rowcount == 0:
                raise NotFound("There is no such answer.")
            await _next_version(connection, event_id, self._clock.now())


async def answers_of(connection: AsyncConnection, event_id: str) -> list[StaffAnswer]:
    """Return a congress's answers within somebody's transaction, the latest first."""
    wanted = select(ANSWER).where(ANSWER.c.congress_id == event_id).order_by(ANSWER.c.at.desc(), ANSWER.c.id)
    names = ("id", "question", "answer", "language", "who", "at")
    return [StaffAnswer(**{name: row[name] for name in names}) for row in (await connection.execute(wanted)).mappings()]


async def _next_version(connection: AsyncConnection, event_id: str, now: datetime) -> None:
    here = SHELF.c.congress_id == event_id
    version = await connection.scalar(select(SHELF.c.version).where(here))
    if version is None:
        await connection.execute(insert(SHELF).values(congress_id=event_id, version=1, imported_at=now, warnings=[]))
    else:
        await connection.execute(update(SHELF).where(here).values(version=version + 1))
