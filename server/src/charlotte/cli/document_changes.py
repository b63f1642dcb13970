"""What a change of documents does, as a command prints it."""

import click

from charlotte.knowledge.document_changes import DocumentChanges
from charlotte.knowledge.passage import Passage

MOST_PASSAGES = 10
"""Of each document, and each way."""
LONGEST = 100


def print_document_changes(changes: DocumentChanges) -> None:
    """Print which documents are new, other or gone; of those that are other, what they say now and say no more."""
    for one in changes.documents:
        click.echo(f"  {one.kind}: {one.name}")
        if one.kind != "edited":
            continue
        for sign, passages in (("+", one.gains), ("-", one.loses)):
            for passage in passages[:MOST_PASSAGES]:
                click.echo(f"    {sign} {_line(passage)}")
            if len(passages) > MOST_PASSAGES:
                click.echo(f"    {sign} … and {len(passages) - MOST_PASSAGES} more")


def _line(passage: Passage) -> str:
    text = " ".join(passage.text.split())
    return f"{passage.heading}: {text if len(text) <= LONGEST else text[: LONGEST - 1] + '…'}"
