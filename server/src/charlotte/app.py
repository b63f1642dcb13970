"""The whole application: the only place where its parts meet."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from pydantic import SecretStr

from charlotte import __version__
from charlotte.access.cookies import Devices
from charlotte.access.hang_ups import HangUps
from charlotte.access.origins import Origins
from charlotte.access.rates import PerMinute, Rates
from charlotte.access.staff import Staff
from charlotte.access.tickets import Tickets
from charlotte.access.webhooks import WebhookSignatures
from charlotte.broker.incoming import Incoming
from charlotte.broker.switchboard import Switchboard
from charlotte.clock import Clock, SystemClock
from charlotte.congress.congresses import Congresses
from charlotte.congress.demo import DEMO
from charlotte.congress.edits import Edits
from charlotte.dashboard.board import Board
from charlotte.dashboard.brief_store import BriefStore
from charlotte.dashboard.import_drafts import ImportDrafts
from charlotte.dashboard.parts import DashboardParts
from charlotte.dashboard.routes import ROUTERS as STAFF_ROUTERS
from charlotte.database import connect
from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.dialogue.families.learned import LearnedFamilies
from charlotte.engine.dialogue.grasp import names_of
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.engine.dialogue.script import ProgrammeScript
from charlotte.engine.mind import Mind
from charlotte.engine.models.loading import EMBEDDER, Loaded
from charlotte.engine.models.progress import Report
from charlotte.engine.speaking.rehearsal import Rehearsal
from charlotte.hosting import embedder_of, http_client, mind_of, upstreams_of, warn_of_retirements
from charlotte.installation import Installation
from charlotte.keyring import open_keyring
from charlotte.knowledge.library import Library
from charlotte.knowledge.practical_facts import PracticalFacts
from charlotte.knowledge.session_meaning import SessionMeanings
from charlotte.knowledge.shelves import Shelves
from charlotte.knowledge.staff_answers import StaffAnswers
from charlotte.knowledge.vectors import passage_vectors, session_vectors
from charlotte.ledger.check_ins import CheckIns
from charlotte.ledger.deliveries import Deliveries
from charlotte.ledger.ledger import Ledger
from charlotte.ledger.metrics import Metrics
from charlotte.ledger.registration_lists import RegistrationLists
from charlotte.ledger.registry import ListRegistry
from charlotte.ledger.requests import Requests
from charlotte.ledger.staff_log import StaffLog
from charlotte.ledger.vault import Vault
from charlotte.ledger.writes import ToolWrites
from charlotte.session.desk import CongressDesk
from charlotte.session.event_time import EventClocks
from charlotte.session.guards.limits import Limits
from charlotte.session.own_names import OwnNames
from charlotte.session.own_tools import OwnTools
from charlotte.session.signals import Signals
from charlotte.session.told_facts import ToldFacts
from charlotte.settings import Settings
from charlotte.spending import budgets_of, meter_of
from charlotte.tools.ask_staff import ask_staff
from charlotte.tools.congress_tools import CONGRESS_TOOLS
from charlotte.tools.find_sessions import find_sessions_tool
from charlotte.tools.find_speaker import find_speaker_tool
from charlotte.tools.gateway import Gateway
from charlotte.tools.registration import registration_tools
from charlotte.tools.search_documents import search_documents
from charlotte.tools.told_facts import practical_facts
from charlotte.tools.tool import Tool
from charlotte.wire.api.bodies import BoundedBodies
from charlotte.wire.api.cors import OtherOrigins
from charlotte.wire.api.parts import ApiParts
from charlotte.wire.api.problems import nowhere, translate_errors
from charlotte.wire.api.routes import ROUTERS
from charlotte.wire.api.security import SecurityHeaders
from charlotte.wire.page import page
from charlotte.wire.v1.http import engine_router

STATIC = Path(__file__).parent / "static"


def create_app(
    settings: Settings,
    *,
    mind: Mind | None = None,
    tools: Mapping[str, Tool[Any]] | None = None,
    voices: Callable[[Report], Loaded] | None = None,
    clock: Clock | None = None,
) -> FastAPI:
    """Return the application; nothing runs before its lifespan does.

    `mind` None = the dialogue that ships; `tools` None = all that ship; `voices` None = no speech models, only text.
    """
    installation = _install(settings, mind, tools, voices, clock or SystemClock())

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        async with installation.running():
            yield

    app = FastAPI(
        title="Charlotte",
        version=__version__,
        description="Real-time voice and text assistant for congresses. `/api` is the attendee's and staff side; "
        "`/v1` is the embedded engine, compatible with the OpenAI Realtime API.",
        lifespan=lifespan,
        docs_url=None,  # its page would run scripts of a foreign host beside the staff cookie
        redoc_url=None,
    )
    app.state.installation = installation
    app.state.api = installation.api
    app.state.dashboard = installation.dashboard
    for router in (*ROUTERS, *STAFF_ROUTERS):
        app.include_router(router)
    app.include_router(engine_router(installation.engine, SecretStr(installation.keyring.api_key)))
    translate_errors(app)
    app.add_middleware(BoundedBodies)
    if settings.origins:
        app.add_middleware(OtherOrigins, origins=settings.origins)
    app.add_middleware(SecurityHeaders)
    app.include_router(nowhere)
    app.mount("/", page(STATIC, installation.api.upstreams.direct_origins), name="page")
    return app


def _install(
    settings: Settings,
    mind: Mind | None,
    tools: Mapping[str, Tool[Any]] | None,
    voices: Callable[[Report], Loaded] | None,
    clock: Clock,
) -> Installation:
    keyring = open_keyring(settings.data, api_key=_secret(settings.api_key), staff_token=_secret(settings.staff_token))
    database = connect(settings.data, _secret(settings.database_url))
    upstreams = upstreams_of(
        settings, embedded_key=keyring.api_key, embedded_url=lambda: installation.embedded_url or ""
    )
    warn_of_retirements(upstreams, clock)
    http = http_client()
    closing = AsyncExitStack()
    closing.push_async_callback(database.dispose)
    closing.push_async_callback(http.aclose)
    congresses = Congresses(database, clock)
    clocks = EventClocks(clock, starts_at=settings.now, demo_event=DEMO)
    vault = Vault(keyring.vault_key)
    requests = Requests(database, vault, clock)
    check_ins = CheckIns(database, vault, clock)
    registry = ListRegistry(database, vault, clock, check_ins)
    shelves = Shelves(database, clock)
    library = Library(
        shelves,
        passage_vectors(database),
        instead=embedder_of(settings, http),
        awaits=lambda: loaded is not None and loaded.states[EMBEDDER] != "failed",
    )
    meanings = SessionMeanings(session_vectors(database), instead=embedder_of(settings, http))
    briefs = BriefStore(database, clock)
    if tools is None:
        told = ToldFacts(briefs, library)
        looking, asking = search_documents(library, requests), ask_staff(requests)
        own: tuple[Tool[Any], ...] = (
            find_sessions_tool(meanings),
            find_speaker_tool(meanings),
            looking,
            asking,
            practical_facts(told),
            *registration_tools(registry, told),
        )
        tools = {**CONGRESS_TOOLS, **{tool.name: tool for tool in own}}
    gateway = Gateway(tools, timeout_s=settings.tool_seconds, writes=ToolWrites(database, clock))
    board = Board(clock)
    desk = CongressDesk(congresses, clocks, gateway, briefs, library)
    metrics = Metrics()
    budgets = budgets_of(settings, clock, metrics, live_call=lambda session_id: switchboard.live_call(session_id))
    ledger = Ledger(database, vault, clock, meter=meter_of(settings), budgets=budgets)
    limits = Limits(
        max_seconds=settings.session_seconds,
        idle_seconds=settings.idle_seconds,
        commits_per_minute=settings.commits_per_minute,
        responses_per_minute=settings.responses_per_minute,
    )
    own_tools = OwnTools(gateway, congresses, clocks, lambda: installation.default_event)
    parts = Parts(
        mind=mind or mind_of(settings, Dialogue(congresses, LearnedFamilies(lambda: library.embedder)), http),
        clock=clock,
        builtin_tools=own_tools,
        variables=lambda: {"event": installation.default_event} if installation.default_event else {},
        names=OwnNames(congresses, lambda: installation.default_event, names_of).of,
    )
    loaded = voices(lambda step: installation.hand_over()) if voices else None
    engine = Engine(parts)
    rehearsal = loaded.rehearsal(ProgrammeScript(congresses, clocks), settings.voice) if loaded else None
    if loaded is not None:
        closing.push_async_callback(loaded.close)
    signals = Signals()
    switchboard = Switchboard(
        upstreams,
        http,
        record=ledger,
        desk=desk,
        meter=metrics,
        board=board,
        clock=clock,
        limits=limits,
        max_live=settings.max_live_sessions,
        device_live=settings.device_sessions,
        signals=signals,
        budget=ledger.budgets,
        can_speak=lambda: parts.can_hear and parts.can_speak,
    )
    webhook_secrets = (settings.webhook_secret, settings.webhook_secret_old)
    api = ApiParts(
        clock=clock,
        tickets=Tickets(clock, seconds=settings.ticket_seconds),
        devices=Devices(keyring.cookie_key, clock),
        staff=Staff(keyring.staff_token, keyring.cookie_key, clock),
        origins=Origins(settings.origins, settings.public_url),
        hang_ups=HangUps(clock),
        rates=Rates(
            PerMinute(
                device=settings.device_tickets_per_minute,
                block=settings.block_tickets_per_minute,
                event=settings.event_tickets_per_minute,
            )
        ),
        ledger=ledger,
        requests=requests,
        staff_answers=StaffAnswers(database, clock),
        log=StaffLog(database, clock),
        metrics=metrics,
        congresses=congresses,
        clocks=clocks,
        desk=desk,
        signatures=WebhookSignatures(tuple(filter(None, map(_secret, webhook_secrets)))),
        deliveries=Deliveries(database, clock),
        incoming=Incoming(switchboard, http),
        phone_events=settings.phone_events,
        switchboard=switchboard,
        signals=signals,
        upstreams=upstreams,
        limits=limits,
        default_event=settings.event,
        public_url=settings.public_url,
        retention_days=settings.retention_days if settings.retention else 0,
        readiness=lambda: _readiness(bool(upstreams.hosted), parts, loaded, rehearsal),
    )
    dashboard = DashboardParts(
        clock=clock,
        staff=api.staff,
        origins=api.origins,
        hang_ups=api.hang_ups,
        congresses=congresses,
        clocks=clocks,
        edits=Edits(database, clock),
        imports=ImportDrafts(congresses, shelves, clock),
        shelves=shelves,
        answers=api.staff_answers,
        registration_lists=RegistrationLists(database, vault, clock),
        check_ins=check_ins,
        registry=registry,
        facts=PracticalFacts(library, database),
        desk=desk,
        briefs=briefs,
        board=board,
        log=api.log,
        costs=ledger.costs,
        switchboard=switchboard,
        upstreams=upstreams,
        public_url=settings.public_url,
    )
    installation = Installation(
        settings=settings,
        keyring=keyring,
        engine=engine,
        ledger=ledger,
        congresses=congresses,
        shelves=shelves,
        library=library,
        meanings=meanings,
        switchboard=switchboard,
        api=api,
        dashboard=dashboard,
        database=database,
        voices=loaded,
        rehearsal=rehearsal,
        closing=closing,
    )
    return installation


def _readiness(hosted: bool, parts: Parts, loaded: Loaded | None, rehearsal: Rehearsal | None) -> Mapping[str, Any]:
    return {
        "text": True,
        "voice": hosted or (parts.can_hear and parts.can_speak),
        "models": dict(loaded.states) if loaded else {},
        "rehearsed": vars(rehearsal.progress) if rehearsal else None,
    }


def _secret(value: SecretStr | None) -> str | None:
    return value.get_secret_value() if value else None
