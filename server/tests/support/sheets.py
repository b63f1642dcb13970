"""Spreadsheets that mean harm."""

import io
import zipfile

from support.invented import as_xlsx

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ENTITY = f'<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet xmlns="{SHEET}">&e;</worksheet>'.encode()


def with_part(name: str, content: bytes) -> bytes:
    """Return a spreadsheet in which one part is replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_xlsx(["Title", "Start"], [["A", "9:00"]]))) as whole:
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as changed:
            for part in whole.namelist():
                changed.writestr(part, content if part == name else whole.read(part))
    return made.getvalue()
