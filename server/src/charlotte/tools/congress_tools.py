"""The tools that answer from the programme, by name."""

from collections.abc import Mapping
from typing import Any

from charlotte.tools.find_place import FIND_PLACE
from charlotte.tools.find_sessions import FIND_SESSIONS
from charlotte.tools.find_speaker import FIND_SPEAKER
from charlotte.tools.session_details import SESSION_DETAILS
from charlotte.tools.tool import Tool
from charlotte.tools.whats_changed import WHATS_CHANGED
from charlotte.tools.whats_on import WHATS_ON

CONGRESS_TOOLS: Mapping[str, Tool[Any]] = {
    tool.name: tool for tool in (FIND_SESSIONS, SESSION_DETAILS, WHATS_ON, WHATS_CHANGED, FIND_SPEAKER, FIND_PLACE)
}
