"""Write `.env.example` and the configuration reference from the settings (`--write`), or fail when they differ."""

import sys
import textwrap
import types
import typing
from pathlib import Path

from pydantic.fields import FieldInfo

from charlotte.settings import Settings
from charlotte.upstream_entry import UpstreamEntry

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / ".env.example"
REFERENCE = ROOT / "docs" / "configuration.md"
HEAD = (
    "Every setting, with its default. Copy to `.env` in the folder where Charlotte is started, or set the environment."
)


def comment(text: str) -> str:
    """Return a text as comment lines."""
    return "\n".join(textwrap.wrap(text, 118, initial_indent="# ", subsequent_indent="# "))


def example() -> str:
    """Return the whole file."""
    blocks = [comment(HEAD)]
    for name, field in Settings.model_fields.items():
        default = "" if field.default_factory or field.default in (None, ()) else field.default
        value = str(default).lower() if isinstance(default, bool) else str(default)
        blocks.append(f"{comment(field.description or '')}\n#CHARLOTTE_{name.upper()}={value}")
    return "\n\n".join(blocks) + "\n"


SECTIONS = {
    "data": "State",
    "host": "Network",
    "api_key": "Keys of this server",
    "upstream": "Who speaks",
    "voice": "The embedded engine",
    "event": "Congress",
    "ticket_seconds": "Limits",
    "retention": "Privacy",
    "log_level": "Logs",
}
"""The first setting of each section; what is added between belongs to the section it stands in."""

REFERENCE_HEAD = """\
# Configuration

Written from the code by `make settings`; do not edit. Each setting is a variable of the environment or a line of `.env`
in the folder where Charlotte is started ([.env.example](../.env.example) has them all). What a command's option says
wins over both. `charlotte doctor` tells what is wrong with them and what to do.
"""

UPSTREAMS_HEAD = """
## The file of further upstreams

`CHARLOTTE_UPSTREAMS` names a TOML file of `[[upstream]]` tables. They are tried in order after the provider that the
variables above describe (if any) and before the embedded engine, which is always last. A key is never written into this
file: `key_file` names the file that holds it.

    [[upstream]]
    name = "second"
    kind = "realtime"
    url = "https://realtime.example/v1"
    key_file = "/run/secrets/second"
    model = "their-model"

| field | default | what |
|---|---|---|
"""


def choices(field: FieldInfo) -> str:
    """Return the values a field takes, where they are few and fixed."""
    kinds = typing.get_args(field.annotation) if isinstance(field.annotation, types.UnionType) else (field.annotation,)
    values = [value for kind in kinds if typing.get_origin(kind) is typing.Literal for value in typing.get_args(kind)]
    return f" One of {', '.join(f'`{value}`' for value in values)}." if values else ""


def row(name: str, field: FieldInfo) -> str:
    """Return a field as a line of a table."""
    default = field.default
    if field.is_required():
        shown = "needed"
    elif field.default_factory or default in (None, (), ""):
        shown = ""
    else:
        shown = f"`{str(default).lower() if isinstance(default, bool) else default}`"
    text = " ".join((field.description or "").split()).replace("|", "\\|")
    return f"| `{name}` | {shown} | {text}{choices(field)} |"


def reference() -> str:
    """Return the whole configuration reference."""
    text = REFERENCE_HEAD
    for name, field in Settings.model_fields.items():
        if name in SECTIONS:
            text += f"\n## {SECTIONS[name]}\n\n| variable | default | what |\n|---|---|---|\n"
        text += row(f"CHARLOTTE_{name.upper()}", field) + "\n"
    entry = "\n".join(row(name, field) for name, field in UpstreamEntry.model_fields.items() if name != "key")
    return text + UPSTREAMS_HEAD + entry + "\n"


WRITTEN = {EXAMPLE: example, REFERENCE: reference}


def main(options: list[str]) -> int:
    """Write the files or compare them."""
    stale = [file for file, text in WRITTEN.items() if not file.exists() or file.read_text(encoding="utf-8") != text()]
    for file in stale:
        if options == ["--write"]:
            file.write_text(WRITTEN[file](), encoding="utf-8")
        else:
            print(f"{file.relative_to(ROOT)} does not match settings.py; run `make settings`")
    return 1 if stale and options != ["--write"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
