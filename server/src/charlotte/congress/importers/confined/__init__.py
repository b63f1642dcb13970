"""A process of its own in which a programme is read, with bounded memory and time."""
