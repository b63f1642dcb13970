"""Somebody of the staff, with a browser that signed in by a link."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from httpx2 import AsyncClient, Response

from support.house import EVENT, House


@dataclass
class StaffMember:
    """Speaks to `/api/staff` as the page does."""

    http: AsyncClient
    event: str = EVENT

    async def brief(self) -> dict[str, Any]:
        return await self.gets(f"/api/staff/events/{self.event}/brief")

    async def gets(self, path: str, **query: Any) -> dict[str, Any]:
        response = await self.http.get(path, params=query)
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found

    async def tries(self, base: int, voice: str | None = None, **variables: str) -> Response:
        body = {"base_version": base, "variables": variables, "voice": voice}
        return await self.http.put(f"/api/staff/events/{self.event}/brief", json=body)

    async def tells(self, voice: str | None = None, **variables: str) -> dict[str, Any]:
        response = await self.tries((await self.brief())["version"], voice, **variables)
        assert response.status_code == 200, response.text
        saved: dict[str, Any] = response.json()
        return saved

    async def sessions(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = (await self.gets("/api/staff/sessions", event=self.event))["sessions"]
        return rows


@asynccontextmanager
async def staff_member(here: House, name: str = "Anna") -> AsyncIterator[StaffMember]:
    """Sign somebody in with a link made for them."""
    code = here.installation.api.staff.new_link_code(name)
    async with AsyncClient(base_url=here.url, headers={"Origin": here.url}, trust_env=False) as http:
        signed_in = await http.get("/api/staff/sign-in", params={"code": code})
        assert (signed_in.status_code, signed_in.headers["location"]) == (303, "/staff/")
        assert re.search("HttpOnly", signed_in.headers["set-cookie"])
        yield StaffMember(http)
