"""What the routes of our own API are made of; handed in by the app, found in its state."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import HTTPConnection

from charlotte.access.cookies import DEVICE_COOKIE, STAFF_COOKIE, Devices
from charlotte.access.hang_ups import HangUps
from charlotte.access.origins import Origins
from charlotte.access.rates import Rates
from charlotte.access.staff import Member, Staff, may_change
from charlotte.access.tickets import Tickets
from charlotte.access.webhooks import WebhookSignatures
from charlotte.broker.incoming import Incoming
from charlotte.broker.switchboard import Switchboard
from charlotte.broker.upstreams import Upstreams
from charlotte.clock import Clock
from charlotte.congress.congresses import Congresses
from charlotte.errors import Forbidden, Unauthorized
from charlotte.knowledge.staff_answers import StaffAnswers
from charlotte.ledger.deliveries import Deliveries
from charlotte.ledger.ledger import Ledger
from charlotte.ledger.metrics import Metrics
from charlotte.ledger.requests import Requests
from charlotte.ledger.staff_log import StaffLog
from charlotte.session.desk import CongressDesk
from charlotte.session.event_time import EventClocks
from charlotte.session.guards.limits import Limits
from charlotte.session.identity import Session
from charlotte.session.signals import Signals

LANGUAGES = ("it", "en", "fr", "de", "es")
"""What Charlotte speaks."""


@dataclass(frozen=True)
class ApiParts:
    """Everything behind `/api`."""

    clock: Clock
    tickets: Tickets
    devices: Devices
    staff: Staff
    origins: Origins
    rates: Rates
    hang_ups: HangUps
    ledger: Ledger
    requests: Requests
    staff_answers: StaffAnswers
    log: StaffLog
    metrics: Metrics
    congresses: Congresses
    clocks: EventClocks
    desk: CongressDesk
    signatures: WebhookSignatures
    deliveries: Deliveries
    incoming: Incoming
    phone_events: Mapping[str, str]
    """Congress by number called."""
    switchboard: Switchboard
    signals: Signals
    upstreams: Upstreams
    limits: Limits
    default_event: str | None
    public_url: str | None
    retention_days: int
    """How long words are kept after a conversation; 0 erases them with it."""
    readiness: Callable[[], Mapping[str, Any]]


def parts_of(connection: HTTPConnection) -> ApiParts:
    """Return the parts of the app that serves a request or socket."""
    parts = connection.app.state.api
    assert isinstance(parts, ApiParts)
    return parts


def origin_of(connection: HTTPConnection) -> str | None:
    """Return the page's origin. Raises `ForeignOrigin` when it is another site's."""
    headers = connection.headers
    return parts_of(connection).origins.check(headers.get("origin"), headers.get("host"))


def device_of(connection: HTTPConnection) -> str | None:
    """Return the device's pseudonym from its cookie."""
    return parts_of(connection).devices.recognise(connection.cookies.get(DEVICE_COOKIE))


def staff_only(connection: HTTPConnection) -> Member:
    """Return who of the staff asks. Raises `NotStaff` otherwise."""
    origin_of(connection)
    return parts_of(connection).staff.check(
        authorization=connection.headers.get("authorization"), cookie=connection.cookies.get(STAFF_COOKIE)
    )


def staff_changes(connection: HTTPConnection) -> Member:
    """Return who of the staff changes something. Raises `NotStaff`, or `NoOrigin` where no page is named."""
    return may_change(staff_only(connection), connection.headers.get("origin"))


class NoDevice(Unauthorized):
    """The cookie that proves the device is missing."""

    code = "device_unknown"


class OtherDevice(Forbidden):
    """The conversation belongs to another device."""

    code = "session_elsewhere"


async def own_session(connection: HTTPConnection, session_id: str) -> Session:
    """Return a conversation of the device that asks. Raises `NoDevice`, `OtherDevice` or `NotFound`."""
    origin_of(connection)
    device_id = device_of(connection)
    if device_id is None:
        raise NoDevice("This device is not known.", hint="Send the cookie that came with the first ticket.")
    session = await parts_of(connection).ledger.find(session_id)
    if session.device_id != device_id:
        raise OtherDevice("This conversation belongs to another device.", hint="Start a new one here.")
    return session
