"""The page: the static export beside the package, with a policy that lets only its own scripts run."""

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
FOREVER = "public, max-age=31536000, immutable"

POLICY = (
    "default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; connect-src 'self' ws: wss:{providers}; worker-src 'self' blob:; font-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
"""Inline scripts of the export are allowed by their hashes, styles inline because libraries set them on elements."""

MISSING = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Charlotte</title>
<body><main><h1>Charlotte is running, but her page has not been built</h1>
<p>Run <code>./charlotte</code> in the repository, or <code>python server/build_page.py</code>, then reload.</p>
<p>The API works without it: see <a href="/openapi.json">/openapi.json</a>.</p></main></body></html>"""


class Page(StaticFiles):
    """Serves the export; `providers` are the origins it may call directly."""

    def __init__(self, folder: Path, providers: tuple[str, ...]) -> None:
        super().__init__(directory=folder, html=True)
        self._providers = "".join(f" {origin}" for origin in providers)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, with its policy and how long it may be kept."""
        response = await super().get_response(path, scope)
        file = getattr(response, "path", None)
        if file is not None and str(file).endswith(".html"):
            scripts = script_hashes(Path(file), response.headers.get("etag", ""))
            response.headers["Content-Security-Policy"] = POLICY.format(scripts=scripts, providers=self._providers)
            response.headers["Cache-Control"] = "no-cache"
        elif path.startswith("_next/static/") and response.status_code == 200:
            response.headers["Cache-Control"] = FOREVER
        return response


class MissingPage:
    """Says how to build the page."""

    async def __call__(self, scope: Scope, receive: object, send: object) -> None:
        """Serve one request."""
        await HTMLResponse(MISSING, 200 if scope["path"] == "/" else 404)(scope, receive, send)  # type: ignore[arg-type]


def page(folder: Path, providers: tuple[str, ...] = ()) -> Page | MissingPage:
    """Return what to mount at the root."""
    return Page(folder, providers) if (folder / "index.html").is_file() else MissingPage()


@lru_cache(maxsize=64)
def script_hashes(file: Path, _etag: str) -> str:
    """Return the policy's sources for the inline scripts of one page."""
    digests = (hashlib.sha256(script).digest() for script in INLINE_SCRIPT.findall(file.read_bytes()) if script)
    return " ".join(dict.fromkeys(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests))
