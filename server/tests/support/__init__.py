"""Fakes of what we do not own, each at its port, and clients that talk to the real server."""
