"""The fast voice's own process: SVOX Pico holds the interpreter's lock while it speaks, and may hang on odd text.

Reads a JSON object per line, `{id, text, voice, speed}`; answers with id and length (8 bytes, big-endian) and PCM.
"""

import json
import struct
import sys

from py_nanotts import NanoTTS

HEADER = struct.Struct(">II")


def main() -> None:
    """Speak until the other side closes the pipe."""
    pico = NanoTTS()
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        try:
            pcm = pico.speak(asked["text"], voice=asked["voice"], speed=asked["speed"])
        except RuntimeError:
            pcm = b""
        sys.stdout.buffer.write(HEADER.pack(asked["id"], len(pcm)) + pcm)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
