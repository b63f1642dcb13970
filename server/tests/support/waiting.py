"""Waiting for what happens by itself soon after."""

import asyncio
from collections.abc import Callable


async def eventually(condition: Callable[[], bool], within_s: float = 30.0) -> None:
    """Return once the condition holds. Raises `TimeoutError` when it never does."""
    async with asyncio.timeout(within_s):
        while not condition():  # noqa: ASYNC110 - conditions of the server have no event of their own
            await asyncio.sleep(0.01)
