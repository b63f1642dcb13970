"""Errors of our own API, translated once: problem+json with `code`, `message` and `hint`."""

import structlog
from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from charlotte.access.problem import MEDIA_TYPE, PROBLEMS, Problem
from charlotte.errors import CharlotteError, NotFound

__all__ = ["PROBLEMS", "nowhere", "problem", "translate_errors"]

log = structlog.get_logger(__name__)

RETRY_AFTER_S = 5

nowhere = APIRouter(include_in_schema=False)
"""Comes after every other route, so that a wrong address of an API is a problem and not the page."""


@nowhere.api_route("/api/{rest:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
@nowhere.api_route("/v1/{rest:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
async def no_such_thing(rest: str) -> None:
    """Say that nothing is here."""
    raise NotFound("There is nothing here for this method.", hint="The API is described at /openapi.json.")


def problem(failure: CharlotteError) -> JSONResponse:
    """Return the HTTP answer for a failure."""
    told = {name: getattr(failure, name) for name in ("code", "message", "hint", "param", "who")}
    body = Problem(**told)
    wait_s = getattr(failure, "retry_after_s", None) or RETRY_AFTER_S
    headers = {"Retry-After": str(round(wait_s))} if failure.retryable else {}
    if failure.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    headers["Cache-Control"] = "no-store"
    return JSONResponse(body.model_dump(exclude_none=True), failure.status, headers, media_type=MEDIA_TYPE)


def translate_errors(app: FastAPI) -> None:
    """Have the app answer every error as a problem."""

    async def ours(_request: Request, failure: Exception) -> JSONResponse:
        assert isinstance(failure, CharlotteError)
        if failure.status >= 500:
            log.warning("request.failed", code=failure.code)
        return problem(failure)

    async def invalid(_request: Request, failure: Exception) -> JSONResponse:
        assert isinstance(failure, RequestValidationError)
        first = failure.errors()[0]
        where = ".".join(str(part) for part in first["loc"] if part != "body")
        return _plain("bad_input", f"{where or 'body'}: {first['msg']}", 422, param=where or None)

    async def http(_request: Request, failure: Exception) -> JSONResponse:
        assert isinstance(failure, HTTPException)
        codes = {404: "not_found", 405: "method_not_allowed", 413: "request_too_large"}
        return _plain(codes.get(failure.status_code, "http_error"), str(failure.detail), failure.status_code)

    async def unexpected(_request: Request, _failure: Exception) -> JSONResponse:
        return _plain("internal_error", "Something went wrong on the server. It has been logged.", 500)

    app.add_exception_handler(CharlotteError, ours)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(Exception, unexpected)


def _plain(code: str, message: str, status: int, *, param: str | None = None) -> JSONResponse:
    body = Problem(code=code, message=message, param=param)
    return JSONResponse(
        body.model_dump(exclude_none=True), status, {"Cache-Control": "no-store"}, media_type=MEDIA_TYPE
    )
