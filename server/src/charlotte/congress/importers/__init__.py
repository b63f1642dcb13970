"""From an organiser's files to an `Agenda`: in formats that systems document (`known`), or in any shape (`shapes`)."""
