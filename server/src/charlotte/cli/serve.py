"""`charlotte serve`: the page, the API and the embedded engine in one process."""

import asyncio
import gc
import ipaddress
import signal
from pathlib import Path

import click
import segno

from charlotte.access.local_authority import local_certificate, own_address
from charlotte.app import create_app
from charlotte.cli.configuration import read_settings
from charlotte.cli.models import line_printer
from charlotte.clock import SystemClock
from charlotte.engine.models.loading import Loaded
from charlotte.engine.models.progress import Report, Step
from charlotte.engine.speaking.shelf import Shelf
from charlotte.installation import Installation
from charlotte.ledger.logging_setup import configure_logging
from charlotte.serving import Tls, listen, serving
from charlotte.settings import Settings


@click.command("serve")
@click.option("--host", help="Address to listen on; 0.0.0.0 = the whole network.  [default: 127.0.0.1]")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on.  [default: 8000]")
@click.option("--tls", is_flag=True, default=None, help="HTTPS, with a certificate of this machine if none is set.")
@click.option("--now", metavar="ISO", help="Moment at which the congress's clock starts, such as 2026-03-14T10:30.")
@click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), help="Folder of all state.  [default: ./data]"
)
def command(host: str | None, port: int | None, tls: bool | None, now: str | None, data: Path | None) -> None:
    """Serve everything: page, API and embedded engine."""
    settings = read_settings(host=host, port=port, tls=tls, now=now, data=data)
    configure_logging(settings.log_level, style=settings.log_format, people=settings.log_people)
    asyncio.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    listener = listen(settings.host, settings.port)
    with listener:
        tls = _tls(settings)
        app = create_app(settings, voices=lambda notice: _voices(settings, notice))
        stop = asyncio.Event()
        async with serving(app, listener, tls=tls), asyncio.TaskGroup() as tasks:
            settling = tasks.create_task(_settle(app.state.installation), name="settling")
            for number in (signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, stop.set)
            _welcome(settings, app.state.installation)
            await stop.wait()
            settling.cancel()
            click.echo("Stopping: open conversations end, the journal is written.", err=True)


async def _settle(installation: Installation) -> None:
    """Have the collector of garbage leave alone what stays for good: each look at all of it holds every call up."""
    gc.freeze()
    await installation.prepared.wait()
    gc.collect()
    gc.freeze()


def _voices(settings: Settings, notice: Report) -> Loaded:
    printed = line_printer()

    def report(step: Step) -> None:
        printed(step)
        notice(step)

    shelf = Shelf(settings.data / "voice", settings.rehearsal_mb) if settings.rehearsal_mb else None
    return Loaded(settings.models, report, threads=settings.worker_threads, shelf=shelf)


def _tls(settings: Settings) -> Tls | None:
    if not settings.tls:
        return None
    if settings.tls_cert and settings.tls_key:
        return Tls(settings.tls_cert, settings.tls_key)
    made = local_certificate(settings.data / "tls", settings.host, SystemClock())
    click.echo(
        f"HTTPS with this machine's own authority, {made.authority}. So that phones and kiosks trust it, once each:\n"
        "  Android  Settings > Security > Encryption & credentials > Install a certificate > CA certificate\n"
        "  iPhone   send yourself the file, Settings > Profile downloaded > Install, then\n"
        "           Settings > General > About > Certificate Trust Settings > switch it on\n"
        "  Chrome   chrome://certificate-manager > Custom > Trusted certificates > Import\n"
        f"  Debian   sudo cp {made.authority} /usr/local/share/ca-certificates/charlotte.crt\n"
        "           sudo update-ca-certificates"
    )
    return Tls(made.cert, made.key)


def _welcome(settings: Settings, installation: Installation) -> None:
    address = public_address(settings)
    code = installation.api.staff.new_link_code()
    click.echo(f"\nCharlotte is at            {address}/")
    click.echo(f"Staff sign in here (once)  {address}/api/staff/sign-in?code={code}")
    if is_loopback(settings.host):
        click.echo("Only this machine can reach her. For phones: --host 0.0.0.0 --tls")
        return
    if not settings.tls and not settings.public_url:
        click.secho("Without HTTPS browsers on other machines give no microphone; add --tls.", fg="yellow")
    click.echo("Try it on your phone:")
    segno.make(f"{address}/").terminal(compact=True)


def public_address(settings: Settings) -> str:
    """Return the address people type."""
    if settings.public_url:
        return settings.public_url
    host = settings.host
    if host in ("0.0.0.0", "::", ""):  # noqa: S104 - compared, not bound
        host = own_address() or "127.0.0.1"
    if ":" in host:
        host = f"[{host}]"
    scheme, usual = ("https", 443) if settings.tls else ("http", 80)
    return f"{scheme}://{host}" + ("" if settings.port == usual else f":{settings.port}")


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach an address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
