"""Which workbook a file is, by its content: exports are often called .xls whatever they are."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.shapes.sheets import ods, xls, xlsx, xml_sheet
from charlotte.congress.importers.shapes.sheets.cells import Grid

ZIP = b"PK\x03\x04"


def grids_in(document: Document) -> tuple[Grid, ...] | None:
    """Return the visible sheets, none when it is no workbook. Raises `UnreadableFile`."""
    name = document.name.casefold()
    if document.raw.startswith(ZIP):
        if name.endswith(xls.ENDINGS):
            xlsx.check_archive(document)
            return xls.grids_in(document)
        return ods.grids_in(document) if name.endswith(ods.ENDINGS) else xlsx.grids_in(document)
    if document.raw.startswith(xls.OLD_OFFICE):
        return xls.grids_in(document)
    return xml_sheet.grids_in(document) if xml_sheet.is_sheet(document) else None
