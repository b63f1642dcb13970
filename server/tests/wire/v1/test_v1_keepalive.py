"""A connection is given up when nothing comes, not when a pong is late behind the sound that was sent before it."""

import pytest
import websockets
from pydantic import SecretStr

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.keepalive import AliveSocket
from charlotte.serving import listen, serving
from charlotte.wire.v1.app import engine_app
from support.minds import ScriptedMind
from support.mouths import ToneMouth
from support.served import KEY
from support.talker import talking


async def test_who_sends_is_alive_and_who_does_not_is_gone() -> None:
    app = engine_app(Engine(Parts(ScriptedMind(), mouth=ToneMouth())), SecretStr(KEY))
    with listen("127.0.0.1", 0) as listener:
        host, port = listener.getsockname()
        async with serving(app, listener) as server, talking(f"{host}:{port}") as talker:
            (connection,) = [each for each in server.server_state.connections if isinstance(each, AliveSocket)]
            connection.send_keepalive_ping()
            await talker.send("input_audio_buffer.clear")
            await talker.until("input_audio_buffer.cleared")
            connection.keepalive_timeout()
            assert (await talker.answer("Still there?"))["response"]["status"] == "completed"
            connection.send_keepalive_ping()
            connection.keepalive_timeout()  # nothing came in between
            with pytest.raises(websockets.ConnectionClosed) as closed:
                await talker.until("session.updated")
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 1011
