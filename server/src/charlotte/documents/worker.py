"""The process that reads one document: bytes come in, blocks go out, and nothing else passes.

`python -I -m charlotte.documents.worker NAME MEMORY_BYTES CPU_S OUTPUT_BYTES < document > paper.json`
"""

import sys
import zipfile

from charlotte.documents.confine import Confined, confine
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.formats import reader_of
from charlotte.documents.paper import Paper


def main(name: str, memory_bytes: int, cpu_s: int, output_bytes: int) -> int:
    """Read the document on standard input and write it to standard output; 3 = it cannot be read, told instead."""
    raw = sys.stdin.buffer.read()
    read = reader_of(name)
    confine(memory_bytes=memory_bytes, cpu_s=cpu_s, output_bytes=output_bytes)
    try:
        paper: Paper = read(raw)
        told, status = paper.model_dump_json(exclude_defaults=True), 0
    except UnreadableDocument as fault:
        told, status = fault.message, 3
    except MemoryError:
        told, status = "needs more memory than a document may take", 3
    except RecursionError:
        told, status = "is nested too deeply", 3
    except zipfile.BadZipFile:
        told, status = "is damaged or cut off", 3
    except Confined as fault:
        told, status = f"tried what a document may not do ({fault})", 3
    except Exception as fault:  # noqa: BLE001 - parsers raise anything on damaged files
        told, status = f"is damaged: {type(fault).__name__}", 3
    sys.stdout.buffer.write(told.encode("utf-8", "replace"))
    sys.stdout.flush()
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:5])))
