"""Write `.env.example` from the settings (`--write`), or fail when it does not match them."""

import sys
import textwrap
from pathlib import Path

from charlotte.settings import Settings

EXAMPLE = Path(__file__).resolve().parents[2] / ".env.example"
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


def main(options: list[str]) -> int:
    """Write the file or compare it."""
    if options == ["--write"]:
        EXAMPLE.write_text(example(), encoding="utf-8")
        return 0
    if EXAMPLE.read_text(encoding="utf-8") == example():
        return 0
    print(".env.example does not match settings.py; run `make settings`")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
