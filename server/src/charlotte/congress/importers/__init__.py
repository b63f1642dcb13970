"""From an organiser's files to an `Agenda`: one file a format, recognised by content."""
