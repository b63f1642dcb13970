"""What a tagged text of InDesign is known by."""

import re

TAGGED = re.compile(r"<(UNICODE|ASCII|ANSI|SJIS|BIG5|GB18030|KSC5601)-(WIN|MAC)>")


def is_tagged(opening: str) -> bool:
    """Return whether a text is written for InDesign, in its tags."""
    return TAGGED.match(opening) is not None
