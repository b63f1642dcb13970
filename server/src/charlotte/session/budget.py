"""The port to whoever watches the money.

For who opens calls:

- Before a call opens, ask `verdict(session)`. `ok`: any upstream may serve it. `degrade`: only what costs nothing, the
  embedded engine. `stop`: the organiser wants nothing served once the money is spent; refuse with `BudgetSpent`.
- While a call runs nothing needs to be asked: its events reach the budget through the record that follows its bus
  (`CallOpened.upstream` says whose prices hold). The moment the verdict changes, each call that may not go on
  is ended with the reason `budget`, by `Switchboard.live_call(session.id).end("budget")`. A relayed conversation then
  goes on in another call; over WebRTC the page is asked to open one. Either opens by the new verdict.
- A verdict other than `ok` stays until staff raise the budget, so calls do not flap between upstreams.
"""

from typing import Final, Literal, Protocol

from charlotte.errors import CharlotteError
from charlotte.session.identity import Session

Verdict = Literal["ok", "degrade", "stop"]

ENDED_BY_BUDGET: Final = "budget"
"""Reason of a call that ended because the money is spent."""


class BudgetSpent(CharlotteError):
    """The congress reached its spending limit, and its organiser wants nothing served then."""

    code, status = "budget_spent", 429


class Budget(Protocol):
    """Whatever knows what a conversation may still cost."""

    def verdict(self, session: Session) -> Verdict:
        """Return who may serve the conversation's next call."""
        ...
