"""What the staff's routes are made of; handed in by the app, found in its state."""

from dataclasses import dataclass

from starlette.requests import HTTPConnection

from charlotte.access.cookies import STAFF_COOKIE
from charlotte.access.hang_ups import HangUps
from charlotte.access.origins import Origins
from charlotte.access.staff import Member, Staff
from charlotte.broker.switchboard import Switchboard
from charlotte.broker.upstreams import Upstreams
from charlotte.clock import Clock
from charlotte.congress.congresses import Congresses
from charlotte.dashboard.board import Board
from charlotte.dashboard.brief_store import BriefStore
from charlotte.dashboard.staff_log import StaffLog
from charlotte.errors import Forbidden
from charlotte.ledger.costs import Costs
from charlotte.session.desk import CongressDesk


@dataclass(frozen=True)
class DashboardParts:
    """Everything behind `/api/staff`."""

    clock: Clock
    staff: Staff
    origins: Origins
    hang_ups: HangUps
    congresses: Congresses
    desk: CongressDesk
    briefs: BriefStore
    board: Board
    log: StaffLog
    costs: Costs
    switchboard: Switchboard
    upstreams: Upstreams
    public_url: str | None


class NoOrigin(Forbidden):
    """A change that does not say which page it comes from."""

    code = "origin_missing"


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
    member = staff_reads(connection)
    if member.by_cookie and connection.headers.get("origin") is None:
        raise NoOrigin("This change does not come from the staff page.", hint="Use the page, or send the staff token.")
    return member
