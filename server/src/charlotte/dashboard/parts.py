"""What the staff's routes are made of; handed in by the app, found in its state."""

from dataclasses import dataclass

from starlette.requests import HTTPConnection

from charlotte.access.cookies import STAFF_COOKIE
from charlotte.access.hang_ups import HangUps
from charlotte.access.origins import Origins
from charlotte.access.staff import Member, Staff, may_change
from charlotte.broker.switchboard import Switchboard
from charlotte.broker.upstreams import Upstreams
from charlotte.clock import Clock
from charlotte.congress.congresses import Congresses
from charlotte.congress.edits import Edits
from charlotte.dashboard.board import Board
from charlotte.dashboard.brief_store import BriefStore
from charlotte.dashboard.import_drafts import ImportDrafts
from charlotte.knowledge.practical_facts import PracticalFacts
from charlotte.knowledge.shelves import Shelves
from charlotte.knowledge.staff_answers import StaffAnswers
from charlotte.ledger.check_ins import CheckIns
from charlotte.ledger.costs import Costs
from charlotte.ledger.registration_lists import RegistrationLists
from charlotte.ledger.registry import ListRegistry
from charlotte.ledger.staff_log import StaffLog
from charlotte.session.desk import CongressDesk
from charlotte.session.event_time import EventClocks


@dataclass(frozen=True)
class DashboardParts:
    """Everything behind `/api/staff`."""

    clock: Clock
    staff: Staff
    origins: Origins
    hang_ups: HangUps
    congresses: Congresses
    clocks: EventClocks
    edits: Edits
    imports: ImportDrafts
    shelves: Shelves
    answers: StaffAnswers
    registration_lists: RegistrationLists
    check_ins: CheckIns
    registry: ListRegistry
    facts: PracticalFacts
    desk: CongressDesk
    briefs: BriefStore
    board: Board
    log: StaffLog
    costs: Costs
    switchboard: Switchboard
    upstreams: Upstreams
    public_url: str | None


def parts_of(connection: HTTPConnection) -> DashboardParts:
    """Return the parts of the app that serves a request."""
    parts = connection.app.state.dashboard
    assert isinstance(parts, DashboardParts)
    return parts


def staff_reads(connection: HTTPConnection) -> Member:
    """Return who of the staff asks. Raises `NotStaff` or `ForeignOrigin`."""
    parts = parts_of(connection)
    headers = connection.headers
    parts.origins.check(headers.get("origin"), headers.get("host"))
    return parts.staff.check(authorization=headers.get("authorization"), cookie=connection.cookies.get(STAFF_COOKIE))


def staff_writes(connection: HTTPConnection) -> Member:
    """Return who of the staff changes something; a browser must say that it is our own page that asks."""
    return may_change(staff_reads(connection), connection.headers.get("origin"))
