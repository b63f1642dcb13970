"""`/api/staff/…`: signing in and out, and links for colleagues."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from charlotte.access.cookies import STAFF_COOKIE, STAFF_HOURS
from charlotte.access.problem import PROBLEMS
from charlotte.access.staff import LINK_SECONDS, NAME_CHARS, NotStaff
from charlotte.dashboard.parts import DashboardParts, parts_of, staff_reads, staff_writes

router = APIRouter(prefix="/api/staff", tags=["staff"], responses=PROBLEMS)

PAGE = "/staff/"


class Me(BaseModel):
    """Who is signed in."""

    staff: bool
    name: str = Field(description="As it stands in the history of changes.")


class NewLink(BaseModel):
    """Whom a sign-in link is for."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=NAME_CHARS)


class Link(BaseModel):
    """A sign-in link that works once."""

    url: str
    hours: int


@router.get("/sign-in", summary="Use a sign-in link", response_class=RedirectResponse, status_code=303)
async def sign_in(code: str, request: Request) -> Response:
    """Turn the one-time code of a link into a cookie, and go to the staff page."""
    parts = parts_of(request)
    try:
        cookie = parts.staff.sign_in(code)
    except NotStaff:
        if "text/html" not in request.headers.get("accept", ""):
            raise
        return RedirectResponse(f"{PAGE}?link=old", 303)
    response = RedirectResponse(PAGE, 303)
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
    """Say who of the staff the caller is; 401 otherwise."""
    return Me(staff=True, name=staff_reads(request).name)


@router.post("/sign-out", status_code=204, summary="Sign out")
async def sign_out(request: Request) -> Response:
    """Forget the cookie."""
    staff_writes(request)
    response = Response(status_code=204)
    response.delete_cookie(STAFF_COOKIE, path="/api")
    return response


@router.post("/links", status_code=201, summary="Make a sign-in link for a colleague")
async def new_link(body: NewLink, request: Request) -> Link:
    """Return a link that signs one person in, under the name given."""
    parts, member = parts_of(request), staff_writes(request)
    await parts.log.add(member, "link_made", name=body.name)
    code = parts.staff.new_link_code(body.name)
    return Link(url=f"{_address(parts, request)}/api/staff/sign-in?code={code}", hours=LINK_SECONDS // 3600)


def _address(parts: DashboardParts, request: Request) -> str:
    return parts.public_url or str(request.base_url).rstrip("/")
