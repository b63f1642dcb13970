"""Conversation items: messages, function calls and their outputs, and what MCP adds."""

from typing import Annotated, Any, Literal, TypeAlias

from charlotte.protocol.base import Frame, OpenUnion

ItemStatus: TypeAlias = str  # in_progress | completed | incomplete


class InputText(Frame):
    """Text of a user or system message."""

    type: Literal["input_text"] = "input_text"
    text: str


class InputAudio(Frame):
    """Speech of a user message; `transcript` is always written, null until it is known."""

    type: Literal["input_audio"] = "input_audio"
    audio: str | None = None
    transcript: str | None = None


class InputImage(Frame):
    """A picture a user sent, as a data URI."""

    type: Literal["input_image"] = "input_image"
    image_url: str | None = None
    detail: str | None = None


class OutputText(Frame):
    """Text of an assistant message."""

    type: Literal["output_text"] = "output_text"
    text: str | None = None


class OutputAudio(Frame):
    """Speech of an assistant message and its words."""

    type: Literal["output_audio"] = "output_audio"
    audio: str | None = None
    transcript: str | None = None


class UnknownContent(Frame):
    """Content of a kind this version does not know."""

    type: str | None = None


Content: TypeAlias = Annotated[
    InputText | InputAudio | InputImage | OutputText | OutputAudio | UnknownContent,
    OpenUnion(),
]


class Message(Frame):
    """What the user, the assistant or the system said."""

    type: Literal["message"] = "message"
    id: str | None = None
    object: str | None = None
    status: ItemStatus | None = None
    role: str
    content: tuple[Content, ...] = ()
    phase: str | None = None


class FunctionCall(Frame):
    """The model asks for a tool; `arguments` is JSON text."""

    type: Literal["function_call"] = "function_call"
    id: str | None = None
    object: str | None = None
    status: ItemStatus | None = None
    name: str
    call_id: str | None = None
    arguments: str = ""


class FunctionCallOutput(Frame):
    """What the tool answered, as text (JSON by convention)."""

    type: Literal["function_call_output"] = "function_call_output"
    id: str | None = None
    object: str | None = None
    status: ItemStatus | None = None
    call_id: str
    output: str


class McpListTools(Frame):
    """The tools an MCP server offers."""

    type: Literal["mcp_list_tools"] = "mcp_list_tools"
    id: str | None = None
    server_label: str
    tools: tuple[dict[str, Any], ...] = ()


class McpCall(Frame):
    """A tool the provider itself ran on an MCP server."""

    type: Literal["mcp_call"] = "mcp_call"
    id: str | None = None
    server_label: str
    name: str
    arguments: str = ""
    output: str | None = None
    error: dict[str, Any] | None = None
    approval_request_id: str | None = None


class McpApprovalRequest(Frame):
    """The provider asks whether an MCP tool may run."""

    type: Literal["mcp_approval_request"] = "mcp_approval_request"
    id: str | None = None
    server_label: str
    name: str
    arguments: str = ""


class McpApprovalResponse(Frame):
    """The answer to an `McpApprovalRequest`."""

    type: Literal["mcp_approval_response"] = "mcp_approval_response"
    id: str | None = None
    approval_request_id: str
    approve: bool
    reason: str | None = None


class ItemReference(Frame):
    """Points at an item of the conversation; only in `response.create.response.input`."""

    type: Literal["item_reference"] = "item_reference"
    id: str


class UnknownItem(Frame):
    """An item of a kind this version does not know; it is passed on as it came."""

    type: str | None = None
    id: str | None = None


Item: TypeAlias = Annotated[
    Message
    | FunctionCall
    | FunctionCallOutput
    | McpListTools
    | McpCall
    | McpApprovalRequest
    | McpApprovalResponse
    | ItemReference
    | UnknownItem,
    OpenUnion(),
]
