"""What a voice is given to say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charlotte.engine.speaking.verbalise import spoken_form

LANGUAGES = ("it", "en", "fr", "de", "es")


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("it", "Alle 14:30, in Sala Verdi.", "Alle quattordici e trenta, in Sala Verdi."),
        ("it", "alle 1:05", "all'una e cinque"),
        ("it", "dalle 9:00 alle 10:00", "dalle nove alle dieci"),
        ("en", "At 14:30, in the Main Hall.", "At two thirty p.m., in the Main Hall."),
        ("en", "at 9:05 am", "at nine oh five a.m."),
        ("en", "at 12:00", "at noon"),
        ("en", "In Room A, at 14:30.", "In Room A, at two thirty p.m."),
        ("fr", "à 14:30", "à quatorze heures trente"),
        ("fr", "à 17:50", "à dix sept heures cinquante"),
        ("fr", "à 21:00", "à vingt et une heures"),
        ("de", "um 14:30 Uhr", "um vierzehn Uhr dreißig"),
        ("de", "um 1:00 Uhr", "um ein Uhr"),
        ("es", "a las 14:30", "a las catorce y treinta"),
        ("es", "a las 1:10", "a la una y diez"),
        ("it", "09:30–10:15", "nove e trenta alle dieci e quindici"),
    ],
)
def test_times_are_said_as_people_say_them(language: str, written: str, said: str) -> None:
    assert spoken_form(written, language) == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("it", "sabato 1 novembre", "sabato primo novembre"),
        ("it", "venerdì 8 novembre 2024", "venerdì otto novembre duemilaventiquattro"),
        ("en", "Saturday, February 1", "Saturday, February first"),
        ("fr", "samedi 1er février", "samedi premier février"),
        ("de", "am Samstag, den 8. November", "am Samstag, den achten November"),
        ("es", "sábado 8 de noviembre", "sábado ocho de noviembre"),
    ],
)
def test_dates_have_spoken_days(language: str, written: str, said: str) -> None:
    assert spoken_form(written, language) == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "K.4.401", "K, four, four zero one"),
        ("en", "UD2.218A", "U D, two, two eighteen A"),
        ("it", "U6-39", "U, sei, trentanove"),
        ("it", "K.1.105", "K, uno, centocinque"),
        ("de", "H.2214", "H, zweiundzwanzig, vierzehn"),
        ("es", "H.1302", "H, trece, cero dos"),
        ("en", "3rd floor, Room 12", "third floor, Room twelve"),
        ("it", "3° piano", "terzo piano"),
        ("fr", "au 1er étage", "au premier étage"),
        ("de", "im 2. Stock, Raum 3", "im zweiten Stock, Raum drei"),
        ("es", "3ª planta", "tercera planta"),
        ("it", "in H.1302 (Depage)", "in H, tredici, zero due (Depage)"),
        ("de", "V4 (C118a)", "V, vier (C, einhundertachtzehn A)"),
        ("fr", "Amphi B", "Amphi B"),
    ],
)
def test_room_codes_are_spelt(language: str, written: str, said: str) -> None:
    assert spoken_form(written, language) == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("it", "Dr. Rossi & Prof. Bianchi", "dottor Rossi e professor Bianchi"),
        ("en", "mypy 1.0 vs. 3 others", "mypy one point zero versus three others"),
        ("en", "🧰 «Tools» \u2260 magic", "Tools is not magic"),
        ("de", "K\u0336u\u0336r\u0336z\u0336 und 5 Tage", "und fünf Tage"),
        ("es", "Sala 3, 20 minutos", "Sala tres, veinte minutos"),
    ],
)
def test_signs_and_abbreviations_become_words(language: str, written: str, said: str) -> None:
    assert spoken_form(written, language) == said


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_any_text_can_be_said_without_digits_left(text: str, language: str) -> None:
    said = spoken_form(text, language)
    assert not any(c.isascii() and c.isdigit() for c in said)
