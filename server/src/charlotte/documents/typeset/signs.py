"""What the tagged texts of layout programs are known by."""

import re

TAGGED = re.compile(r"<(UNICODE|ASCII|ANSI|SJIS|BIG5|GB18030|KSC5601)-(WIN|MAC)>")
XPRESS = re.compile(r"\s*<v\d{1,2}\.\d{2}>\s*(?:<e\d>)?")
"""How the tags of QuarkXPress begin."""


def is_tagged(opening: str) -> bool:
    """Return whether a text is written for InDesign or QuarkXPress, in its tags."""
    return TAGGED.match(opening) is not None or XPRESS.match(opening) is not None
