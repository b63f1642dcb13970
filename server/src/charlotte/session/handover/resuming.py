"""How a new call is asked to finish what a broken one began: pure."""

from charlotte.protocol.client import ResponseCreate
from charlotte.protocol.config import PromptReference
from charlotte.protocol.ids import new_event_id
from charlotte.protocol.response import ResponseRequest
from charlotte.session.configuration.config import CallConfig
from charlotte.session.handover.unfinished import Unfinished

CONTINUE = """

# Now
The line broke while you were answering the visitor's last question. They have heard this much of your answer:
<heard>{said}</heard>
Go on from there. Do not repeat what they have heard, do not greet and do not apologise: that has been done for you.
"""
BEGIN = """

# Now
The line broke before you answered the visitor's last question. Answer it now, without greeting or apology.
"""


def resume(config: CallConfig, unfinished: Unfinished) -> ResponseCreate | None:
    """Return the request for the rest of an answer; None = nothing is owed."""
    if not unfinished.answer_owed:
        return None
    if config.embedded:
        # Our own dialogue reads no instructions; it is told what was heard and leaves that out.
        variables = {**config.variables, "heard": unfinished.said}
        request = ResponseRequest(prompt=PromptReference(id="charlotte", variables=variables))
    else:
        text = CONTINUE.format(said=unfinished.said) if unfinished.said else BEGIN
        request = ResponseRequest(instructions=(config.session().instructions or "") + text)
    return ResponseCreate(event_id=new_event_id(), response=request)
