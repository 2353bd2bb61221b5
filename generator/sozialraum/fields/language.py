"""Languages people speak: ISO 639 and BCP 47 codes with German names."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from babel import Locale
from babel.core import UnknownLocaleError
from pydantic import PlainValidator

from sozialraum.diagnostics import Rule, Severity
from sozialraum.fields.kind import Kind, wrong
from sozialraum.fields.link import UMLAUTS
from sozialraum.fields.text import as_text

SPRACHE = Rule(
    "keine_sprache",
    Severity.FEHLER,
    "Dieses Sprachkürzel ist nicht bekannt.\n\nSprachen werden mit dem üblichen Kürzel angegeben: `de` Deutsch, "
    "`uk` Ukrainisch, `ar` Arabisch, `tr` Türkisch, `fa` Persisch, `ku` Kurdisch, `gsg` oder `dgs` Deutsche "
    "Gebärdensprache, `leichte_sprache` Leichte Sprache.",
)

RULES = (SPRACHE,)

_OWN = {
    "leichte_sprache": "Leichte Sprache",
    "dgs": "Deutsche Gebärdensprache",
    "gsg": "Deutsche Gebärdensprache",
}
_EVERYDAY = {
    "dari": "fa-AF",
    "farsi": "fa",
    "friesisch": "frr",
    "gebaerdensprache": "dgs",
    "hocharabisch": "ar",
    "kurmandschi": "ku",
    "kurmanci": "ku",
    "kurmanji": "ku",
    "mandarin": "zh",
    "paschto": "ps",
    "plattdeutsch": "nds",
    "romanes": "rom",
    "serbokroatisch": "sh",
    "sorani": "ckb",
    "sorbisch": "hsb",
    "tigrinisch": "ti",
    "fa_af": "fa-AF",
    "kmr": "ku",
    "prs": "fa-AF",
    "ua": "uk",
}
"""What people call a language, or take for its code, where Babel has another word."""


@cache
def _names() -> dict[str, str]:
    return {code.replace("_", "-"): name for code, name in Locale("de").languages.items()}


@cache
def language_name(code: str) -> str:
    """Return the German name of a code, or "" where there is none."""
    if code in _OWN:
        return _OWN[code]
    names = _names()
    if code in names:
        return names[code]
    if "-" not in code:
        return ""
    try:
        return Locale.parse(code, sep="-").get_display_name("de") or ""
    except (ValueError, UnknownLocaleError):
        return ""


@cache
def _code_of(name: str) -> str:
    wanted = _spelled_out(name)
    if language_name(wanted):
        return wanted
    known = [*_OWN.items(), *_names().items()]
    return _EVERYDAY.get(wanted) or next((code for code, each in known if _spelled_out(each) == wanted), "")


def _spelled_out(name: str) -> str:
    return name.casefold().translate(UMLAUTS)


def language(value: object) -> str:
    """Return a language code that has a German name; `DE` would be a second name for `de`."""
    code = as_text(value).strip()
    if not language_name(code):
        meant = _code_of(code)
        remedy = f"Richtig ist: {meant}." if meant else "Richtig ist zum Beispiel: de, uk, ar, leichte_sprache."
        raise wrong(SPRACHE, f"„{code[:60]}“ ist kein bekanntes Sprachkürzel.", remedy)
    return code


Sprache = Annotated[str, PlainValidator(language), Kind("Sprache", "Kürzel nach ISO 639", "uk")]
