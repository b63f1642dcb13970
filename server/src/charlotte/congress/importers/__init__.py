"""From an organiser's files to an `Agenda`: in formats that systems document (`known`), or in any shape (`shapes`).

`material` says which files are given, as they come (`files`); `reading` is the whole way, with what several files tell
together (`combining`) and what is made of the drafts (`assembling`). `confined` does it in a process of its own.
"""
