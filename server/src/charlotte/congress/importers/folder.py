"""From a path to an agenda."""

from pathlib import Path

from charlotte.congress.importers.material import gather
from charlotte.congress.importers.programme_read import Reading
from charlotte.congress.importers.reading import read_material, read_programme, read_tables
from charlotte.congress.importers.shapes.columns.mapping import FieldMapping

__all__ = ["Reading", "read_path", "read_programme", "read_tables"]


def read_path(path: Path, event_id: str | None = None, mapping: FieldMapping | None = None) -> Reading:
    """Read a programme from a file or a folder. Raises a `BadInput` that says what to do; writes nothing."""
    return read_material(gather(path), event_id, mapping)
