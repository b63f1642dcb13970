"""Tables that tell of each other or hold one thing in another: made so that a row is a session."""
