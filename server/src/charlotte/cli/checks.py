"""What `charlotte doctor` looks at; each check says what it found and, if something is wrong, what to do."""

import asyncio
import shutil
import socket
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from charlotte.cli.configuration import database_of
from charlotte.cli.finding import Finding
from charlotte.cli.price_checks import prices
from charlotte.cli.upstream_checks import CLOCK_SKEW_S, upstreams
from charlotte.clock import SystemClock
from charlotte.congress.congresses import Congresses
from charlotte.engine.models.failures import ModelDamaged, ModelMissing
from charlotte.engine.models.manifest import Model, models
from charlotte.engine.models.store import Store
from charlotte.errors import CharlotteError
from charlotte.keyring import open_keyring
from charlotte.serving import listen
from charlotte.settings import Settings

FREE_BYTES_NEEDED = 500 << 20
"""Enough for the journal of a congress."""
SECRET_FILES = ("api-key", "staff-token", "cookie-key", "vault-key")


def data_folder(settings: Settings) -> Iterator[Finding]:
    """Look at the folder of all state."""
    folder = settings.data
    parent = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    free = shutil.disk_usage(parent).free
    where = f"{folder.absolute()}, {free / 1e9:.1f} GB free"
    if free < FREE_BYTES_NEEDED:
        yield Finding("data", "wrong", where, "Free some space, or choose another folder with --data.")
    else:
        yield Finding("data", "ok", where if folder.exists() else f"{where}; it is made at the first start")


def keys(settings: Settings) -> Iterator[Finding]:
    """Look at the keys: that they are there, good and private. Values are never shown, only where they are."""
    folder = settings.data / "keys"
    if not folder.exists():
        yield Finding("keys", "ok", "made at the first start")
        return
    exposed = [
        name for name in SECRET_FILES if (path := folder / name).exists() and stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    if exposed:
        yield Finding("keys", "wrong", f"others can read {', '.join(exposed)}", f"chmod 600 {folder}/*")
    try:
        open_keyring(settings.data)
    except CharlotteError as failure:
        yield Finding("keys", "wrong", failure.message, failure.hint)
        return
    if not exposed:
        yield Finding("keys", "ok", f"in {folder}: {', '.join(SECRET_FILES)}")
    for name, given, variable in (
        ("staff token", settings.staff_token, "CHARLOTTE_STAFF_TOKEN"),
        ("API key", settings.api_key, "CHARLOTTE_API_KEY"),
    ):
        source = f"from {variable}" if given else f"in {folder / name.lower().replace(' ', '-')}"
        yield Finding(name, "ok", source)


def port(settings: Settings) -> Iterator[Finding]:
    """Try to listen."""
    try:
        listen(settings.host, settings.port).close()
    except CharlotteError as failure:
        yield Finding("port", "wrong", failure.message, failure.hint)
    else:
        yield Finding("port", "ok", f"{settings.host}:{settings.port} is free")


def origin(settings: Settings) -> Iterator[Finding]:
    """Look whether browsers will give the page a microphone."""
    local = settings.host in ("127.0.0.1", "localhost", "::1")
    secure = settings.tls or (settings.public_url or "").startswith("https://")
    if secure:
        yield Finding("secure origin", "ok", "HTTPS: phones and kiosks get a microphone")
    elif local:
        yield Finding("secure origin", "ok", "this machine's browser gets a microphone; others can't reach the server")
    else:
        advice = "Serve with --tls, or behind a proxy with HTTPS and CHARLOTTE_PUBLIC_URL."
        yield Finding("secure origin", "wrong", "other machines get no microphone over plain HTTP", advice)
    for file in (settings.tls_cert, settings.tls_key):
        if file and not file.is_file():
            yield Finding("certificate", "wrong", f"{file} is not there", "Check CHARLOTTE_TLS_CERT and _KEY.")


def weights(settings: Settings) -> Iterator[Finding]:
    """Look at the speech models, reading every byte."""
    store = Store(settings.models)
    for model in models():
        yield _model(store, model)
    espeak = shutil.which("espeak-ng")
    found = f"{espeak}" if espeak else "not installed: the natural voice may be missing, the fast one is not affected"
    yield Finding("espeak-ng", "ok" if espeak else "note", found, None if espeak else "apt-get install espeak-ng")


def _model(store: Store, model: Model) -> Finding:
    try:
        store.verified(model)
    except ModelMissing:
        advice = "It is fetched at the first `charlotte serve`; or run `charlotte models pull`."
        return Finding(model.name, "note", f"not here yet ({model.size / 1e6:.0f} MB)", advice)
    except ModelDamaged as failure:
        return Finding(model.name, "wrong", failure.message, failure.hint or "Run `charlotte models pull`.")
    return Finding(model.name, "ok", f"complete, {model.purpose}")


def clock(_settings: Settings) -> Iterator[Finding]:
    """Look whether the machine's clock can be right at all."""
    now = SystemClock().now()
    newest = datetime.fromtimestamp(Path(__file__).stat().st_mtime, UTC)
    if (newest - now).total_seconds() > CLOCK_SKEW_S:
        text = f"{now:%Y-%m-%d %H:%M} UTC is before this program was installed"
        yield Finding("clock", "wrong", text, "Set the clock; turn on time sync (NTP).")
    else:
        yield Finding("clock", "ok", f"{now:%Y-%m-%d %H:%M} UTC")


def congresses(settings: Settings) -> Iterator[Finding]:
    """Look at what there is to talk about."""
    if not (settings.data / "charlotte.sqlite").exists() and settings.database_url is None:
        yield Finding("congresses", "ok", "none yet; the demo is loaded at the first start")
        return
    try:
        names = asyncio.run(_congress_ids(settings))
    except Exception as failure:  # noqa: BLE001 - whatever is wrong with the database is the finding
        advice = "Restore the data folder from a backup, or move it away to start anew."
        yield Finding("congresses", "wrong", f"the database cannot be read ({type(failure).__name__})", advice)
        return
    if settings.event and settings.event not in names:
        advice = f"Import it with `charlotte import`, or set CHARLOTTE_EVENT to one of: {', '.join(names)}."
        yield Finding("congresses", "wrong", f"CHARLOTTE_EVENT={settings.event} is not loaded", advice)
    else:
        yield Finding("congresses", "ok", ", ".join(names) or "none; the demo is loaded at the next start")


async def _congress_ids(settings: Settings) -> list[str]:
    database = database_of(settings)
    try:
        known = Congresses(database, SystemClock())
        await known.create_tables()
        return [congress.id for congress in await known.all()]
    finally:
        await database.dispose()


def address(settings: Settings) -> Iterator[Finding]:
    """Look whether this machine knows its own name; slow name lookups make a start hang."""
    try:
        socket.getaddrinfo(settings.host, settings.port)
    except OSError as failure:
        yield Finding("address", "wrong", f"{settings.host} cannot be resolved: {failure}", "Use an IP address.")


CHECKS = (data_folder, clock, keys, address, port, origin, congresses, upstreams, prices, weights)
