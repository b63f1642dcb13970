"""What the server says in the upstream's place when a call breaks in the middle of an answer: pure."""

from charlotte.protocol.ids import new_event_id
from charlotte.protocol.items import Message, OutputAudio, OutputText
from charlotte.protocol.response import Response, StatusDetails
from charlotte.protocol.server import ItemDone, OutputAudioDone, ResponseDone, ServerEvent
from charlotte.session.handover.unfinished import Going, Unfinished


def closing(going: Going, left: Unfinished) -> list[ServerEvent]:
    """Return the events that end what is open: of an answer only what was heard stays, marked incomplete."""
    if not going.owed or going.response_id is None:
        return []
    events: list[ServerEvent] = []
    output: tuple[Message, ...] = ()
    if going.item_id is not None:
        said = left.said.removeprefix(going.before).strip()
        part = OutputAudio(transcript=said) if going.spoken else OutputText(text=said)
        output = (Message(id=going.item_id, role="assistant", status="incomplete", content=(part,)),)
        if going.spoken and not going.done:
            where = {"response_id": going.response_id, "item_id": going.item_id}
            events.append(OutputAudioDone(event_id=new_event_id(), output_index=0, content_index=0, **where))
        events.append(ItemDone(event_id=new_event_id(), item=output[0]))
    if going.done:
        return events  # made whole, and not heard whole
    response = Response(
        object="realtime.response",
        id=going.response_id,
        status="cancelled",
        status_details=StatusDetails(type="cancelled", reason="client_cancelled"),
        output=output,
    )
    return [*events, ResponseDone(event_id=new_event_id(), response=response)]
