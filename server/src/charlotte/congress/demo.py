"""The congress that ships with the product, so that there is something to talk about at the first start."""

from importlib.resources import as_file, files

from charlotte.congress.congresses import Congresses
from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Congress

DEMO = "devfest-pisa-2026"


async def load_demo(congresses: Congresses) -> Congress | None:
    """Import the demo congress when no congress is loaded; return it, or None when there was one."""
    if await congresses.all():
        return None
    with as_file(files("charlotte") / "demo" / DEMO) as folder:
        reading = read_path(folder)
    return (await congresses.save(reading)).congress
