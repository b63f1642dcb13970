"""When a call is too long, too idle, too busy, or dead."""
