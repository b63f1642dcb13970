"""One family of errors; the edge translates them once (HTTP problem, `error` event, log level)."""

from typing import ClassVar


class CharlotteError(Exception):
    """What went wrong, for the person who can act on it."""

    code: ClassVar[str] = "internal_error"
    status: ClassVar[int] = 500
    retryable: ClassVar[bool] = False

    def __init__(
        self, message: str, *, hint: str | None = None, param: str | None = None, who: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        """The one next step, in plain words."""
        self.param = param
        """Which field of the input is at fault, where one is."""
        self.who = who
        """Which of the staff was faster, where one was."""


class BadInput(CharlotteError):
    """The caller sent something we cannot use."""

    code, status = "bad_input", 422


class NotFound(CharlotteError):
    """The thing asked for is not here."""

    code, status = "not_found", 404


class Unauthorized(CharlotteError):
    """No credential, or one that is wrong, used up or expired."""

    code, status = "unauthorized", 401


class Forbidden(CharlotteError):
    """The credential is good but does not allow this."""

    code, status = "forbidden", 403


class Unavailable(CharlotteError):
    """It cannot be done right now; it may work again later."""

    code, status, retryable = "unavailable", 503, True
