"""`ask_staff`: leave a message for the information desk, or call somebody from there; only after the attendee's yes."""

from dataclasses import replace
from typing import Annotated, Literal, Protocol

from pydantic import Field

from charlotte.tools.results import Result
from charlotte.tools.tool import Arguments, Tool, ToolContext

QUESTIONS = {
    "it": "Devo dire al banco informazioni: «{message}»?",
    "en": "Shall I tell the information desk: “{message}”?",
    "fr": "Dois-je dire au point info : « {message} » ?",
    "de": "Soll ich dem Infopunkt sagen: „{message}“?",
    "es": "¿Le digo al punto de información: «{message}»?",
}


class AskStaff(Arguments):
    """Arguments of `ask_staff`."""

    message: Annotated[
        str, Field(min_length=1, max_length=300, description="What staff should know, in the person's own words.")
    ]
    place: Annotated[str | None, Field(max_length=100, description="Where the person is, if they said it.")] = None
    language: Annotated[
        Literal["it", "en", "fr", "de", "es"] | None, Field(description="Language of the conversation.")
    ] = None


class HelpRequested(Result):
    """`ask_staff`: the desk has it."""

    type: Literal["help_request"] = "help_request"
    request_id: str
    state: Literal["open"] = "open"


class HelpDesk(Protocol):
    """Whatever brings a request before the staff."""

    async def file(self, context: ToolContext, *, message: str, place: str | None) -> str:
        """Put a request where staff see it; return its id."""
        ...


def ask_staff(desk: HelpDesk) -> Tool[AskStaff]:
    """Return the tool, which puts its requests to `desk`."""

    async def run(context: ToolContext, arguments: AskStaff) -> HelpRequested:
        view, _ = await context.look()
        spoken = replace(context, language=context.language or arguments.language)
        request_id = await desk.file(spoken, message=arguments.message, place=arguments.place)
        return HelpRequested(**view.frame("exact"), request_id=request_id)

    return Tool(
        name="ask_staff",
        description="Leave a message for the information desk, or ask somebody from there to come: for what only "
        "people can do, such as lost things, help on the spot, or a question nobody here can answer. The visitor is "
        "asked first.",
        arguments=AskStaff,
        function=run,
        question=question,
    )


def question(arguments: AskStaff, language: str | None) -> str:
    """Return the question that the attendee answers with yes or no."""
    place = f" ({arguments.place})" if arguments.place else ""
    return QUESTIONS.get(language or arguments.language or "en", QUESTIONS["en"]).format(
        message=arguments.message + place
    )
