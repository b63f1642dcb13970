"""Charlotte, a real-time voice and text assistant for congresses."""

__version__ = "0.1.0"
