"""`find_speaker`: a person and all that they do, however their name was heard."""

from charlotte.tools.arguments import FindSpeaker
from charlotte.tools.filters import alike
from charlotte.tools.results import Note, SpeakerResult
from charlotte.tools.tool import Tool, ToolContext


async def find_speaker(context: ToolContext, arguments: FindSpeaker) -> SpeakerResult:
    """Find a speaker; several who fit alike are all alternatives, so that the caller asks back."""
    view, search = await context.look()
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


FIND_SPEAKER = Tool(
    name="find_speaker",
    description="Find a speaker by name, also when it was misheard; gives their sessions with time and room.",
    arguments=FindSpeaker,
    function=find_speaker,
)
