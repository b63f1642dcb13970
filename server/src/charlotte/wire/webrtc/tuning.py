"""What aiortc 1.16 leaves to be tuned, all of it private to the library: checked by a test against its version."""

import queue
from collections.abc import Callable
from typing import Any

PREFETCH = 1
"""Packets the jitter buffer waits for; aiortc's 4 delay every word by 80 ms."""
SCTP_WINDOW_BYTES = 512 * 1024
"""Unfinished messages of one peer; aiortc announces a window but does not keep to it."""


class InlinePackets(queue.Queue[Any]):
    """Stands in for the decoder thread's queue: packets go straight on, only the end reaches the thread."""

    def __init__(self, take: Callable[[bytes, int], None]) -> None:
        super().__init__()
        self._take = take

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
        """Hand on a packet, or wake the thread to end."""
        if item is None:
            super().put(None)
        else:
            _codec, frame = item
            self._take(frame.data, frame.timestamp)


def receive_inline(receiver: Any, take: Callable[[bytes, int], None]) -> None:
    """Give each encoded packet of an `RTCRtpReceiver` to `take`, with little delay and no decoder thread at work."""
    receiver._RTCRtpReceiver__decoder_queue = InlinePackets(take)
    receiver._RTCRtpReceiver__jitter_buffer._prefetch = PREFETCH


def bound_sctp(transport: Any, on_flood: Callable[[], None]) -> None:
    """Stop taking data from a peer that leaves more than the window unfinished."""
    transport._advertised_rwnd = SCTP_WINDOW_BYTES
    receive = transport._receive_data_chunk

    async def bounded(chunk: Any) -> None:
        if transport._advertised_rwnd < len(chunk.user_data):
            on_flood()
            return
        await receive(chunk)

    transport._receive_data_chunk = bounded
