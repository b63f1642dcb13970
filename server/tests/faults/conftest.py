"""These tests go by limits of seconds, which must not be those of a busy machine."""

from support.own_time import anyio_backend

__all__ = ["anyio_backend"]
