"""Prometheus metrics of conversations; they hold no ids and no words."""

from dataclasses import replace

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from charlotte.ledger import entries
from charlotte.ledger.money import NANO
from charlotte.ledger.turns import Turn, Turns, type_of
from charlotte.session.bus import Reader

LATENCY_S = (0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1.0, 1.2, 1.5, 2.0, 3.0, 5.0, 10.0)


class Metrics:
    """What the server counts, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.live = Gauge("charlotte_calls_live", "Calls open now", registry=self.registry)
        self.tickets = Counter("charlotte_tickets", "Tickets asked for", ["outcome"], registry=self.registry)
        self.calls = Counter("charlotte_calls", "Calls ended", ["transport", "reason"], registry=self.registry)
        self.turns = Counter("charlotte_turns", "Turns answered", ["kind", "status"], registry=self.registry)
        self.errors = Counter("charlotte_errors", "Error events in calls", registry=self.registry)
        self.cost = Counter("charlotte_cost_usd", "Dollars charged", ["upstream", "model"], registry=self.registry)
        self.tools = Counter("charlotte_tool_calls", "Tool calls", ["name"], registry=self.registry)
        self.first_audio = self._latency("first_audio", "End of the visitor's words to first sound of the answer")
        self.first_text = self._latency("first_text", "End of the visitor's words to first text of the answer")
        self.tool_time = self._latency("tools", "Time a turn spent in tools")

    def _latency(self, name: str, text: str) -> Histogram:
        return Histogram(f"charlotte_turn_{name}_seconds", text, ["kind"], buckets=LATENCY_S, registry=self.registry)

    async def follow(self, reader: Reader) -> None:
        """Count one call, to its end."""
        turns = Turns()
        self.live.inc()
        try:
            async for happened in reader:
                if happened.source == "replay":
                    continue
                turns = turns.observe(type_of(happened), happened.seconds, entries.facts(happened.event))
                for turn in turns.done:
                    self._count(turn)
                turns = replace(turns, done=())
        finally:
            self.live.dec()
            for turn in turns.end().done:
                self._count(turn)
            self.errors.inc(turns.errors)

    def call_ended(self, transport: str, reason: str) -> None:
        """Count a call that ended."""
        self.calls.labels(transport, reason).inc()

    def charged(self, upstream: str, model: str, nano_usd: int) -> None:
        """Count money."""
        self.cost.labels(upstream, model).inc(nano_usd / NANO)

    def exposition(self) -> bytes:
        """Return everything in Prometheus' text format."""
        return generate_latest(self.registry)

    def _count(self, turn: Turn) -> None:
        kind = "spoken" if turn.spoken else "typed"
        self.turns.labels(kind, turn.status or "unanswered").inc()
        for name in turn.tools:
            self.tools.labels(name).inc()
        for histogram, ms in (
            (self.first_audio, turn.first_audio_ms),
            (self.first_text, turn.first_text_ms),
            (self.tool_time, turn.tool_ms if turn.tool_calls else None),
        ):
            if ms is not None:
                histogram.labels(kind).observe(ms / 1000)
