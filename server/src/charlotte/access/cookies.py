"""Signed cookies: one that knows a device again, one that lets staff in."""

import secrets
from datetime import UTC, datetime

from itsdangerous import BadData, SignatureExpired, TimestampSigner

from charlotte.clock import Clock

DEVICE_COOKIE = "charlotte_device"
DEVICE_DAYS = 30
STAFF_COOKIE = "charlotte_staff"
STAFF_HOURS = 12


class CookieSigner(TimestampSigner):
    """Signs values with a purpose and a time, by the clock given."""

    def __init__(self, key: bytes, purpose: str, clock: Clock) -> None:
        super().__init__(key, salt=f"charlotte.{purpose}")
        self._clock = clock

    def get_timestamp(self) -> int:
        """Return the clock's seconds."""
        return int(self._clock.now().timestamp())

    def timestamp_to_datetime(self, ts: int) -> datetime:
        """Return the moment of a signature."""
        return datetime.fromtimestamp(ts, tz=UTC)

    def read(self, cookie: str | None, *, seconds: int) -> str | None:
        """Return the value of a cookie that is genuine and not older than `seconds`."""
        if not cookie:
            return None
        try:
            return self.unsign(cookie, max_age=seconds).decode()
        except (SignatureExpired, BadData):
            return None


class Devices:
    """Knows a browser again by a random pseudonym, nothing else."""

    def __init__(self, key: bytes, clock: Clock) -> None:
        self._signer = CookieSigner(key, "device", clock)

    def recognise(self, cookie: str | None) -> str | None:
        """Return the device's pseudonym."""
        return self._signer.read(cookie, seconds=DEVICE_DAYS * 86_400)

    def new(self) -> str:
        """Return a pseudonym for a device not seen before."""
        return secrets.token_urlsafe(16)

    def cookie(self, device_id: str) -> str:
        """Return the cookie's value."""
        return self._signer.sign(device_id).decode()
