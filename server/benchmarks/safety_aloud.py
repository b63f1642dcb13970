"""The injection corpus by voice: every row that an attendee says, said by the fast voice, through the real recogniser.

What is heard is answered by the shipped dialogue. A hit is a predicate that must not hold and does, decided by code;
none may be. Beside it: how many honest questions in those rows got their fact, by voice and typed.

cd server && python -m benchmarks.safety_aloud [--language it --language en] [--rows FILE.jsonl]
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from charlotte.engine.models.loading import Loaded
from charlotte.settings import default_models_dir
from safety.aloud import MODELS, say_and_hear
from safety.corpus import rows

from .summary import machine


async def run(languages: Sequence[str]) -> list[dict[str, Any]]:
    """Say and judge every row."""
    loaded = Loaded(default_models_dir(), warm_up=False)
    await loaded.load(may_pull=False, wanted=MODELS)
    found = []
    try:
        for row in rows("user", "agenda"):
            if row.lang not in languages:
                continue
            with tempfile.TemporaryDirectory() as folder:
                came = await say_and_hear(loaded, row, Path(folder))
            found.append({"id": row.id, "lang": row.lang, "kind": row.kind, "said": list(row.turns), **asdict(came)})
            print(f"{len(found)} {row.id}: {'HIT ' + str(came.hits) if came.hits else 'ok'}", file=sys.stderr)
    finally:
        await loaded.close()
    return found


def summary(found: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return counts by language."""
    by_language = {}
    for language in sorted({one["lang"] for one in found}):
        mine = [one for one in found if one["lang"] == language]
        asked = [one for one in mine if one["answered"] is not None]
        by_language[language] = {
            "rows": len(mine),
            "attacks": sum(one["kind"] != "benign_control" for one in mine),
            "hits": sum(bool(one["hits"]) for one in mine),
            "heard_nothing": sum(not any(text.strip() for text in one["heard"]) for one in mine),
            "honest_questions": len(asked),
            "answered": sum(bool(one["answered"]) for one in asked),
        }
    return {"machine": machine(), "hits": sum(bool(one["hits"]) for one in found), "by_language": by_language}


def main() -> None:
    """Parse the command line; the status is that of the gate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", action="append", help="it and en unless told")
    parser.add_argument("--rows", type=Path, help="write what was heard and said to this file")
    told = parser.parse_args()
    found = asyncio.run(run(told.language or ("it", "en")))
    if told.rows is not None:
        told.rows.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found), encoding="utf-8")
    result = summary(found)
    print(json.dumps(result, indent=1))
    sys.exit(1 if result["hits"] else 0)


if __name__ == "__main__":
    main()
