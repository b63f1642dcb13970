"""`charlotte COMMAND`: each command is imported only when it is asked for, so that help and the rest stay fast."""

import importlib
import sys

import click

from charlotte import __version__
from charlotte.errors import CharlotteError

COMMANDS = {
    "serve": "Serve everything: page, API and embedded engine.",
    "import": "Import a congress from a file or folder.",
    "documents": "List, add, replace or remove documents.",
    "registrations": "Load who is registered, for check-in.",
    "ask": "Ask one question through the embedded dialogue.",
    "answer": "Answer a batch of questions.",
    "say": "Speak a text into a WAV file.",
    "hear": "Recognise speech in a WAV or FLAC file.",
    "models": "List, pull or verify the speech models.",
    "doctor": "Say what is wrong and what to do.",
    "bench": "Measure latency and capacity.",
}


class Lazy(click.Group):
    """A group whose commands live in `charlotte.cli.<name>` (`import` in `import_`) as `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        if cmd_name not in COMMANDS:
            return None
        module = "import_" if cmd_name == "import" else cmd_name
        command = importlib.import_module(f"charlotte.cli.{module}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="charlotte")
def charlotte() -> None:
    """Charlotte, a real-time assistant for congresses."""


def main() -> None:
    """Run the command line; our own errors become one clear message and exit status 1."""
    try:
        charlotte(prog_name="charlotte", standalone_mode=False)
    except CharlotteError as error:
        click.secho(f"error: {error.message}", fg="red", err=True)
        if error.hint:
            click.echo(error.hint, err=True)
        sys.exit(1)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
