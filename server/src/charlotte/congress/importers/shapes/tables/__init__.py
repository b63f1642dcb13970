"""Tables that hold one thing in another or tell it by rows of their own: made so that a row is a session."""
