"""What is held at once, and says only that: "Parallele Foren", "Sessioni parallele"."""

import re

ONLY_PARALLEL = re.compile(
    r"(?:\w+\s+){0,2}\w*(?:parallel\w*|parall[èe]l\w*|paralel\w*|simult[aá]n\w*|contemporane\w*|gleichzeitig\w*)(?:\s+\w+){0,3}",
    re.IGNORECASE,
)
"""What a slot is called that holds several sessions: "Parallele Foren", "Sessioni parallele"."""
