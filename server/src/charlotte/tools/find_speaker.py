"""`find_speaker`: a person and all that they do, however their name was heard, or by what they are."""

from typing import Protocol

from charlotte.congress.model import Person
from charlotte.congress.programme import Programme
from charlotte.congress.search.folding import folded
from charlotte.congress.search.search import Search
from charlotte.tools.arguments import FindSpeaker
from charlotte.tools.cards import View
from charlotte.tools.filters import alike
from charlotte.tools.results import Note, SpeakerResult
from charlotte.tools.tool import Tool, ToolContext


class Roles(Protocol):
    """Whatever knows what people are."""

    async def described(self, programme: Programme, question: str) -> Person | None:
        """Return who is meant by what a question says that they are."""
        ...


async def find_speaker(context: ToolContext, arguments: FindSpeaker, roles: Roles | None = None) -> SpeakerResult:
    """Find a speaker; several who fit alike are all alternatives, so that the caller asks back."""
    view, search = await context.look()
    if arguments.affiliation is not None and arguments.name is None:
        return _of_company(view, search, arguments.affiliation)
    if arguments.name is None:
        return await _described(view, search.programme, arguments.described or "", roles)
    hits = search.persons(arguments.name)
    if not hits:
        text = f"No speaker {arguments.name!r} is in the programme."
        note = Note(code="speaker_unknown", text=text, value=arguments.name)
        return SpeakerResult(**view.frame("none"), notes=[note], speaker=None)
    first = alike(hits)
    sure = len(first) == 1 and hits[0].strength in ("exact", "close")
    others = hits[1:] if sure else hits
    held = view.programme.by_speaker.get(hits[0].value.id, ()) if sure else ()
    if sure and arguments.colleagues:
        colleagues = view.programme.colleagues(hits[0].value)
        alternatives = [view.speaker(person, "exact") for person in colleagues]
    else:
        alternatives = [view.speaker(hit.value, hit.strength) for hit in others]
    return SpeakerResult(
        **view.frame(hits[0].strength if sure else "weak"),
        notes=view.notes(held),
        speaker=view.speaker(hits[0].value, hits[0].strength) if sure else None,
        alternatives=alternatives,
    )


def _of_company(view: View, search: Search, company: str) -> SpeakerResult:
    """Return everybody whose affiliation bears all the words that name a company."""
    said = folded(company)
    count, people = search.affiliations.at(said)
    if not people or count < len(said):
        note = Note(code="speaker_unknown", text=f"Nobody of {company!r} is in the programme.", value=company)
        return SpeakerResult(**view.frame("none"), notes=[note], speaker=None)
    held = [session for person in people for session in view.programme.by_speaker.get(person.id, ())]
    cards = [view.speaker(person, "exact") for person in people]
    return SpeakerResult(**view.frame("exact"), notes=view.notes(held), speaker=None, alternatives=cards)


async def _described(view: View, programme: Programme, question: str, roles: Roles | None) -> SpeakerResult:
    """Return who is meant by what they are, as nearly as meaning tells."""
    found = await roles.described(programme, question) if roles is not None else None
    if found is None:
        note = Note(code="speaker_unknown", text="Nobody of the programme is surely described so.", value=question)
        return SpeakerResult(**view.frame("none"), notes=[note], speaker=None)
    held = view.programme.by_speaker.get(found.id, ())
    return SpeakerResult(**view.frame("close"), notes=view.notes(held), speaker=view.speaker(found, "close"))


def find_speaker_tool(roles: Roles | None = None) -> Tool[FindSpeaker]:
    """Return the tool; with `roles`, people are also found by what they are."""

    async def run(context: ToolContext, arguments: FindSpeaker) -> SpeakerResult:
        return await find_speaker(context, arguments, roles)

    return Tool(
        name="find_speaker",
        description="Find a speaker by name, also when it was misheard, or by what they are; gives their sessions with "
        "time and room.",
        arguments=FindSpeaker,
        function=run,
    )


FIND_SPEAKER = find_speaker_tool()
