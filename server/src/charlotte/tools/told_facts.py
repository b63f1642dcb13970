"""`practical_facts`: what the organisers told by hand about the place, with where in their documents it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, Protocol, TypeAlias, get_args

from pydantic import Field

from charlotte.tools.results import FactCard, FactsResult, Note
from charlotte.tools.tool import Arguments, Tool, ToolContext

Topic: TypeAlias = Literal[
    "opening_hours",
    "desk",
    "registration",
    "wifi",
    "toilets",
    "food",
    "cloakroom",
    "lost_and_found",
    "transport",
    "accessibility",
    "certificates",
    "first_aid",
]
TOPICS: tuple[Topic, ...] = get_args(Topic)


@dataclass(frozen=True)
class ToldFact:
    """What organisers told about one thing."""

    value: str
    place: str | None = None
    """Document, heading and page, where a document says the same; None = none does."""


class Told(Protocol):
    """Whatever knows what organisers told."""

    async def of(self, event_id: str) -> Mapping[str, ToldFact]:
        """Return what was told about an event, by fact."""
        ...


class PracticalFacts(Arguments):
    """Arguments of `practical_facts`."""

    topics: Annotated[list[Topic], Field(min_length=1, max_length=4, description="What is asked about.")]


def practical_facts(told: Told) -> Tool[PracticalFacts]:
    """Return the tool; it is offered where something told stands in a document, which it names."""

    async def run(context: ToolContext, arguments: PracticalFacts) -> FactsResult:
        view, _ = await context.look()
        known = await told.of(context.event_id)
        facts = [
            FactCard(topic=topic, value=known[topic].value, place=known[topic].place)
            for topic in dict.fromkeys(arguments.topics)
            if topic in known
        ]
        missing = [] if facts else [Note(code="not_told", text="The organisers have not told anything about that.")]
        return FactsResult(**view.frame("exact" if facts else "none"), notes=missing, facts=facts)

    async def offered(event_id: str) -> bool:
        known = await told.of(event_id)
        return any(topic in known and known[topic].place for topic in TOPICS)

    return Tool(
        name="practical_facts",
        description="What the organisers told by hand about practical things, in their words, and in `place` the "
        "document and heading where it stands. Use it when you answer such a question from Context, so that the page "
        "shows it; say the place too.",
        arguments=PracticalFacts,
        function=run,
        offered=offered,
    )
