"""Write the announcements that the page keeps for when the line or the server fails, said by the fast voice."""

import asyncio
import sys
from pathlib import Path

import av
import numpy as np

from charlotte.engine.models.loading import Loaded
from charlotte.engine.mouth import RATE_HZ
from charlotte.settings import default_models_dir

CLIPS = Path(__file__).resolve().parents[1] / "web" / "public" / "clips"
BITS_PER_S = 32_000
GAP_S = 0.15
QUIET = 300
"""Of 32,768; the voice ends in a third of a second of less."""

TEXTS: dict[str, dict[str, str]] = {
    # Said in mid-answer, which waits for it: the page shows the rest of what there is to say.
    "bridge": {
        "en": "One moment.",
        "it": "Un attimo.",
        "fr": "Un instant.",
        "de": "Einen Moment.",
        "es": "Un momento.",
    },
    "moment": {
        "en": "One moment, please.",
        "it": "Un attimo, per favore.",
        "fr": "Un instant, s'il vous plaît.",
        "de": "Einen Moment, bitte.",
        "es": "Un momento, por favor.",
    },
    "again": {
        "en": "Sorry, I lost you for a moment. Please say that again.",
        "it": "Scusi, la linea è caduta per un attimo. Può ripetere, per favore?",
        "fr": "Pardon, la ligne a été coupée un instant. Pouvez-vous répéter, s'il vous plaît ?",
        "de": "Entschuldigung, die Leitung war kurz weg. Bitte sagen Sie das noch einmal.",
        "es": "Perdone, se ha cortado un momento. ¿Puede repetirlo, por favor?",
    },
    "down": {
        "en": "I am sorry, I cannot be reached at the moment. Please go to the information desk. I keep trying.",
        "it": "Mi dispiace, in questo momento non sono raggiungibile. Si rivolga al banco informazioni. "
        "Continuo a provare.",
        "fr": "Je suis désolée, je ne suis pas joignable pour le moment. Adressez-vous au point d'information. "
        "Je continue d'essayer.",
        "de": "Es tut mir leid, ich bin im Moment nicht erreichbar. Bitte gehen Sie zum Infostand. "
        "Ich versuche es weiter.",
        "es": "Lo siento, ahora mismo no estoy disponible. Acuda al punto de información. Sigo intentándolo.",
    },
    "stop": {
        "en": "I have to stop here. Please go to the information desk.",
        "it": "Devo fermarmi qui. Si rivolga al banco informazioni.",
        "fr": "Je dois m'arrêter ici. Adressez-vous au point d'information.",
        "de": "Ich muss hier aufhören. Bitte gehen Sie zum Infopunkt.",
        "es": "Tengo que parar aquí. Acuda al punto de información.",
    },
    "voice": {
        "en": "My voice is about to change. It is still me.",
        "it": "Tra poco cambio voce. Sono sempre io.",
        "fr": "Ma voix va changer. C'est toujours moi.",
        "de": "Meine Stimme ändert sich gleich. Ich bin es weiterhin.",
        "es": "Mi voz va a cambiar. Sigo siendo yo.",
    },
}


async def main() -> int:
    """Write every clip; print how long it is."""
    loaded = Loaded(default_models_dir(), warm_up=False)
    try:
        for name, texts in TEXTS.items():
            for language, text in texts.items():
                pieces = [pcm async for pcm in loaded.mouth.speak(text, language=language, voice="fast")]
                pcm = trimmed(np.frombuffer(b"".join(pieces), np.int16))
                file = CLIPS / language / f"{name}.mp3"
                file.parent.mkdir(parents=True, exist_ok=True)
                write(file, pcm)
                print(f"{file.relative_to(CLIPS)}: {len(pcm) / RATE_HZ:.2f} s, {file.stat().st_size} bytes")
    finally:
        await loaded.close()
    return 0


def trimmed(pcm: np.ndarray) -> np.ndarray:
    """Return sound without the silence after it."""
    return pcm[: np.flatnonzero(np.abs(pcm) > QUIET)[-1] + 1]


def write(file: Path, pcm: np.ndarray) -> None:
    """Write mono sound as MP3, which every browser plays."""
    quiet = np.zeros(int(GAP_S * RATE_HZ), np.int16)
    frame = av.AudioFrame.from_ndarray(np.concatenate([pcm, quiet]).reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate = RATE_HZ
    with av.open(str(file), "w") as target:
        stream = target.add_stream("mp3", rate=RATE_HZ, layout="mono")
        stream.bit_rate = BITS_PER_S
        resampler = av.AudioResampler(format=stream.format, layout="mono", rate=RATE_HZ, frame_size=stream.frame_size)
        for given in (frame, None):
            for part in resampler.resample(given):
                target.mux(stream.encode(part))
        target.mux(stream.encode(None))


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
