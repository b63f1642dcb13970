"""`/api/staff…`: signing in."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from charlotte.access.cookies import STAFF_COOKIE, STAFF_HOURS
from charlotte.wire.api.parts import parts_of, staff_only
from charlotte.wire.api.problems import PROBLEMS

router = APIRouter(prefix="/api/staff", tags=["staff"], responses=PROBLEMS)


class Me(BaseModel):
    """Who is signed in."""

    staff: bool


@router.get("/sign-in", summary="Use a sign-in link", response_class=RedirectResponse, status_code=303)
async def sign_in(code: str, request: Request) -> Response:
    """Turn the one-time code of the link the server printed into a cookie."""
    parts = parts_of(request)
    cookie = parts.staff.sign_in(code)
    response = RedirectResponse("/", 303)
    response.set_cookie(
        STAFF_COOKIE,
        cookie,
        max_age=STAFF_HOURS * 3600,
        path="/api",
        secure=request.url.scheme == "https" or (parts.public_url or "").startswith("https://"),
        httponly=True,
        samesite="strict",
    )
    return response


@router.get("/me", summary="Who am I")
async def me(request: Request) -> Me:
    """Say whether the caller is staff; 401 otherwise."""
    staff_only(request)
    return Me(staff=True)


@router.post("/sign-out", status_code=204, summary="Sign out")
async def sign_out(request: Request) -> Response:
    """Forget the cookie."""
    staff_only(request)
    response = Response(status_code=204)
    response.delete_cookie(STAFF_COOKIE, path="/api")
    return response
