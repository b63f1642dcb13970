"""How many questions about invented congresses are answered right, by kind and language.

    cd server && python -m benchmarks.congresses SCORER          ordinary questions
    cd server && python -m benchmarks.congresses SCORER --near   most of them told nowhere, however near the data come

`data/congresses` has a folder for each congress, as an organiser would drop it, and the questions about each in
`questions` and `near`. They are imported and answered by the command line, and told right by SCORER: a program that
takes `--questions` and `--answers`, files of JSON lines, and prints what it counted.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

DATA = Path(__file__).parent / "data" / "congresses"


def main() -> None:
    """Import the congresses, answer the questions, and let them be scored."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("scorer", type=Path, help="the program that scores answers")
    options.add_argument("--near", action="store_true", help="the questions of which most must be refused")
    given = options.parse_args()
    questions = sorted((DATA / ("near" if given.near else "questions")).glob("*.jsonl"))
    charlotte = (sys.executable, "-m", "charlotte")
    with tempfile.TemporaryDirectory() as folder:
        asked, answered, data = (Path(folder) / name for name in ("asked.jsonl", "answered.jsonl", "data"))
        asked.write_bytes(b"".join(path.read_bytes() for path in questions))
        for path in questions:
            subprocess.run([*charlotte, "import", DATA / path.stem, "--data", data], check=True, stdout=sys.stderr)
        subprocess.run([*charlotte, "answer", asked, "--out", answered, "--data", data], check=True)
        subprocess.run([sys.executable, given.scorer, "--questions", asked, "--answers", answered], check=True)


if __name__ == "__main__":
    main()
