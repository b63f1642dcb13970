"""Files as they come: packed, sent by mail, in several parts, or called by a wrong name."""
