"""What the server knows about a conversation's congress: how its calls are configured and where its tools run."""

from collections.abc import Mapping
from typing import Any, Protocol

from charlotte.congress.changed import changes_in
from charlotte.congress.emergency_numbers import emergency_numbers_told
from charlotte.congress.programme import Programme
from charlotte.congress.vocabulary import recognition_vocabulary
from charlotte.session.configuration.brief import Brief, Briefs
from charlotte.session.configuration.config import CallConfig
from charlotte.session.configuration.taste import UpstreamTaste
from charlotte.session.event_time import EventClocks
from charlotte.session.identity import Session
from charlotte.session.turns.confirming import Confirming, OpenQuestions
from charlotte.session.turns.tool_turns import RunTool
from charlotte.tools.gateway import Gateway, Outcome, Overdue
from charlotte.tools.proposals import Agreed
from charlotte.tools.tool import Programmes, Tool, ToolContext


class Documents(Protocol):
    """Whatever knows what the organisers' documents say."""

    async def overview(self, event_id: str) -> tuple[str, ...]:
        """Return what they say about what is asked most."""
        ...

    async def places(self, event_id: str, told: Mapping[str, str]) -> dict[str, str]:
        """Return where they say what was told, by fact."""
        ...


class CongressDesk:
    """Configures calls from the programme and runs their tools."""

    def __init__(
        self, programmes: Programmes, clocks: EventClocks, gateway: Gateway, briefs: Briefs, documents: Documents
    ) -> None:
        self._programmes = programmes
        self._documents = documents
        self._briefs = briefs
        self._clocks = clocks
        self._gateway = gateway
        self._questions = OpenQuestions()

    async def config(self, session: Session, taste: UpstreamTaste) -> CallConfig:
        """Return the configuration for a conversation's next call, at an upstream of that taste."""
        return await self.drafted(session, await self._briefs.current(session.event_id), taste)

    async def drafted(self, session: Session, brief: Brief, taste: UpstreamTaste) -> CallConfig:
        """Return the configuration that a conversation would have with this brief."""
        programme = await self._programmes.programme(session.event_id)
        return CallConfig(
            tools=tuple([tool.definition() for tool in self._gateway.tools.values() if await _has(tool, programme)]),
            variables={**prompt_variables(programme), **brief.variables, **await self._standing(session, brief)},
            language=session.language,
            mode=session.mode,
            model=taste.model,
            voice=taste.voice_for(brief.voice),
            vocabulary=recognition_vocabulary(programme, self._clocks.of(programme).now()),
            transcription_model=taste.transcription_model,
            embedded=taste.embedded,
            brief=brief.version,
            taste=taste,
            # The embedded dialogue looks up what it needs and reads no instructions.
            retrieved=() if taste.embedded else await self._documents.overview(session.event_id),
        )

    async def _standing(self, session: Session, brief: Brief) -> dict[str, str]:
        """Return in which document each told fact stands, where it does."""
        places = await self._documents.places(session.event_id, brief.variables)
        return {f"{name}_source": place for name, place in places.items()}

    async def run_tool(self, session: Session, asked: RunTool, overdue: Overdue | None = None) -> Outcome:
        """Run a tool call on behalf of a conversation; what writes is only proposed."""
        programme = await self._programmes.programme(session.event_id)
        context = ToolContext(
            event_id=session.event_id,
            clock=self._clocks.of(programme),
            language=session.language,
            session_id=session.id,
            programmes=self._programmes,
        )
        return await self._gateway.run(
            context, call_id=asked.call_id, name=asked.name, arguments=asked.arguments, overdue=overdue
        )

    async def confirm(
        self, session_id: str, confirmation_id: str, *, yes: bool, agreed: Agreed, overdue: Overdue | None = None
    ) -> Outcome:
        """Do, or drop, what was proposed to the attendee. Raises `NothingToConfirm`."""
        return await self._gateway.confirm(session_id, confirmation_id, yes=yes, agreed=agreed, overdue=overdue)

    def confirming(self, session_id: str) -> Confirming:
        """Return what follows the question that a conversation waits with."""
        return self._questions.of(session_id)

    def forget(self, session_id: str) -> None:
        """Forget the answers given to a conversation, and what it was asked."""
        self._gateway.forget(session_id)
        self._questions.forget(session_id)


async def _has(tool: Tool[Any], programme: Programme) -> bool:
    return tool.offered is None or await tool.offered(programme.congress.id)


def prompt_variables(programme: Programme) -> dict[str, str]:
    """Return what a prompt is filled with; `event` is the id of the congress."""
    congress = programme.congress
    dates = [day.isoformat() for day in (congress.start_date, congress.end_date) if day]
    values = {
        "event": congress.id,
        "event_name": congress.name,
        "city": congress.city,
        "venue": congress.venue,
        "dates": " to ".join(dict.fromkeys(dates)),
        "timezone": congress.timezone,
        "emergency_number": emergency_numbers_told(congress.timezone),
        "languages": ", ".join(congress.languages),
        "changes": "\n".join(changes_in(programme)),
    }
    return {name: value for name, value in values.items() if value}
