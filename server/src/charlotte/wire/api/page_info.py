"""`GET /page.json`: what the page must say before anything is asked of the visitor."""

from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from charlotte.wire.api.parts import parts_of

router = APIRouter(tags=["talk"])


class PageInfo(BaseModel):
    """What the consent says; nothing here depends on who asks."""

    retention_days: int = Field(description="Days that words are kept after the conversation; 0 = erased with it.")
    processor: str | None = Field(description="Host of the provider that also processes what is said.")
    address: str | None = Field(description="Address under which phones reach this server, where it is known.")


@router.get("/page.json", summary="What the consent says")
async def page_info(request: Request) -> PageInfo:
    """Return the facts of the consent; outside of `/api`, so that no cookie ever comes with it."""
    parts = parts_of(request)
    upstream = parts.upstreams.preferred()
    return PageInfo(
        retention_days=parts.retention_days,
        processor=urlsplit(upstream.base_url).hostname if not upstream.embedded else None,
        address=parts.public_url,
    )
