"""The arguments of the congress tools: what a model may ask."""

from typing import Annotated, Literal

from pydantic import Field

from charlotte.congress.ceremonies import Ceremony
from charlotte.congress.model import Kind
from charlotte.tools.tool import Arguments

AnyKind = Literal[Kind, Ceremony]
"""One list for models: a choice between two lists would be read as the last one."""
Text = Annotated[str, Field(max_length=400)]

PartOfDay = Literal["morning", "midday", "afternoon", "evening", "night"]

Day = Annotated[
    Text | None,
    Field(
        description="Day of the event: today, tomorrow, yesterday, first, last, a weekday name, or YYYY-MM-DD. "
        "Leave it out for the whole event."
    ),
]
RoomName = Annotated[Text | None, Field(description="Room as the person said it, e.g. 'b2104' or 'sala Galilei'.")]


class FindSessions(Arguments):
    """Arguments of `find_sessions`; all that are given must hold."""

    query: Annotated[
        Text | None,
        Field(description="Words of the title or the topic as the person said them; misheard words are tolerated."),
    ] = None
    topic: Annotated[
        Text | None,
        Field(description="Words of a topic: gives all sessions about it, while `query` prefers the one so called."),
    ] = None
    question: Annotated[
        Text | None,
        Field(
            description="The whole question, to find by meaning the session it speaks of; what only comes "
            "nearest is among the alternatives, with match weak: say that it is not surely meant."
        ),
    ] = None
    speaker: Annotated[Text | None, Field(description="Name of a speaker, as heard.")] = None
    room: RoomName = None
    track: Annotated[Text | None, Field(description="Name of a track or category.")] = None
    day: Day = None
    part_of_day: PartOfDay | None = None
    language: Annotated[str | None, Field(max_length=35, description="Language of the session, ISO 639-1.")] = None
    inside: Annotated[
        Text | None, Field(description="Id of a session: gives the papers or talks that it consists of.")
    ] = None
    kind: Annotated[
        AnyKind | None, Field(description="Only sessions of this kind; awards: prize givings, however called.")
    ] = None
    limit: Annotated[int, Field(ge=1, le=50, description="At most this many sessions.")] = 5


class SessionDetails(Arguments):
    """Arguments of `session_details`."""

    session_id: Annotated[Text, Field(min_length=1, description="Id from an earlier result.")]


class WhatsOn(Arguments):
    """Arguments of `whats_on`."""

    when: Annotated[
        Text,
        Field(
            description="now, next, now_and_next, first, last, a time like 14:30, in 20 minutes, an ISO date and time, "
            "or a part of the day (morning, midday, after_lunch, afternoon, evening, night, all); rest: what is still "
            "to begin today; after 14:30 or before 14:30: what begins then, also after lunch, before dinner, during "
            "lunch, after coffee or before break; at_once 14:30: what begins at that very minute; "
            "after_break: what follows the break that is on or comes next."
        ),
    ] = "now"
    room: RoomName = None
    day: Day = None
    kind: Annotated[AnyKind | None, Field(description="Only sessions of this kind.")] = None
    track: Annotated[Text | None, Field(description="Only sessions of this track or devroom.")] = None
    language: Annotated[str | None, Field(max_length=35, description="Language of the session, ISO 639-1.")] = None
    since: Annotated[Text | None, Field(description="Only what begins at this time of day or later: 16:00.")] = None
    until: Annotated[Text | None, Field(description="Only what begins before this time of day.")] = None
    part_of_day: Annotated[PartOfDay | None, Field(description="Only what begins in this part of its day.")] = None
    before_closing: Annotated[bool, Field(description="Leave out the closing, and what is social.")] = False
    pick: Annotated[
        Literal["first", "last"] | None,
        Field(description="Of what fits only what begins first, or last: 'the last talk before dinner'."),
    ] = None
    talks_only: Annotated[bool | None, Field(description="Without breaks and social events.")] = None
    longer_than_minutes: Annotated[int | None, Field(ge=1, le=600, description="Only longer sessions.")] = None
    after_session_id: Annotated[
        Text | None,
        Field(description="Id of a session: gives what comes after it in its room, or in `room`; `when` is not used."),
    ] = None
    before_session_id: Annotated[
        Text | None,
        Field(description="Id of a session: gives what comes before it in the same room; `when` is then not used."),
    ] = None
    beside_session_id: Annotated[
        Text | None,
        Field(description="Id of a session: gives what else is on then, in `room` or everywhere."),
    ] = None
    limit: Annotated[int, Field(ge=1, le=100, description="At most this many sessions.")] = 20


class WhatsChanged(Arguments):
    """Arguments of `whats_changed`."""

    day: Day = None
    limit: Annotated[int, Field(ge=1, le=100, description="At most this many sessions.")] = 20


class FindSpeaker(Arguments):
    """Arguments of `find_speaker`."""

    name: Annotated[Text | None, Field(min_length=1, description="The name as heard, with or without a title.")] = None
    described: Annotated[
        Text | None,
        Field(
            min_length=1,
            description="Instead of a name, the question that asks for somebody by what they are, such as their "
            "profession, in any language.",
        ),
    ] = None
    affiliation: Annotated[
        Text | None,
        Field(
            min_length=1, description="Instead of a name, a company or institute: everybody of it is an alternative."
        ),
    ] = None
    colleagues: Annotated[
        bool, Field(description="Give as alternatives who else in the programme is of the same company or institute.")
    ] = False


class FindPlace(Arguments):
    """Arguments of `find_place`."""

    name: Annotated[Text, Field(min_length=1, description="Room or place as the person said it.")]


class SearchDocuments(Arguments):
    """Arguments of `search_documents`."""

    query: Annotated[Text, Field(min_length=1, description="The question as the person asked it, in any language.")]
    limit: Annotated[int, Field(ge=1, le=6, description="At most this many passages.")] = 3
