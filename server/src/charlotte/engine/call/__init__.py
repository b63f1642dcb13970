"""One call of the embedded engine: configuration, conversation, turns, answers, playback."""
