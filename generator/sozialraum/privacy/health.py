"""Diagnoses: codes and words (Art. 9 DSGVO)."""

from __future__ import annotations

import re

from sozialraum.privacy.hit import Hit
from sozialraum.privacy.words import Phrase, Words, stems

DIAGNOSE, GESUNDHEIT = "eine Diagnose", "eine Angabe zur Gesundheit"

_CODE = re.compile(r"[A-TV-Z](?<![\w.-][A-Z])[0-9]{2}\.[0-9]{1,2}[GVAZ]?(?![\w.]|\s?Uhr)")
_CODE_IN_CONTEXT = Phrase(
    re.compile(
        r"(?:ICD(?:-?1[01])?(?:-GM)?(?:-Code)?|[Dd]iagnos(?:e|en|tiziert)|V\.\s?a\.|Verdacht auf|Z\.\s?n\.)[\s:(„\"]{0,4}"
        r"(?:von\s|mit\s|als\s)?[A-TV-Z]\d{2}(?:\.\d{1,2})?(?!\w)|F[0-9]\d\s*-?\s?Diagnose"
    ),
    stems("ICD ICD10 Diagnose diagnostiziert V Verdacht Z") | {f"F{number:02d}" for number in range(100)},
)
_WORDS = Phrase(
    re.compile(
        r"(?:[Dd]epressi(?:on(?!s?gruppe|szeit)(?:en)?|v\w*)\b|Psychosen?\b|psychotisch\w*|Schizophreni\w*|schizophren\w*|Borderline\w*|"
        r"AD(?:H)?S\b|Epilep\w*|epilept\w*|HIV\b|Aids\b|AIDS\b|(?:Brust|Lungen|Darm|Haut|Prostata|Magen|Leber)?[Kk]rebs(?:erkrank\w*|leiden|patient\w*|diagnose)?\b|"
        r"Tumor\w*|Burn-?[Oo]ut|Angststörung\w*|Panikattack\w*|Zwangsstörung\w*|Essstörung\w*|Magersucht|Bulimie|Bipolar\w*|bipolar\w*|"
        r"[Tt]raumatisier\w*|Autis\w*|autistisch\w*|Diabet\w*|Multiple Sklerose|MS-Erkrankung|Demenz\b|dement(?:e[nrms]?)?\b|"
        r"(?:[Aa]lkohol|[Dd]rogen|[Ss]piel|[Mm]edikamenten|[Hh]eroin)(?:sucht|süchtig\w*|abhängig\w*|krank\w*|problem\w*)|suchtkrank\w*|Suchterkrankung|süchtig\w*|"
        r"[Ss]chwanger(?:e[nrms]?|schaft)?\b|GdB\b|Grad der Behinderung|Pflegegrad(?:\s?[1-5])?\b|Merkzeichen\b|Schwerbehindertenausweis\w*|"
        r"Schwerbehinderung|[Ss]uizid\w*|[Ss]elbstmord\w*|psychisch krank\w*|psychische Erkrankung\w*|Entgiftung\w*|Methadon\w*|Substitution\w*)"
    ),
    stems(
        "Depression depressiv Psychose psychotisch psychisch Schizo schizo Borderline ADS ADHS Epilepsie epileptisch HIV Aids AIDS "
        "Brust Lunge Darm Haut Prostata Magen Leber Krebs krebs Tumor Burn Angst Panik Zwang Essst Bulimie Bipolar bipolar Trauma "
        "trauma Autis autis Diabetes diabet Multi MS Demenz dement Alkohol alkohol Drogen drogen Spiel spiel Medikament medikament "
        "Heroin heroin Sucht sucht süchtig Schwanger schwanger Schwer GdB Grad Pflege Merkzeichen Suizid suizid Selbstmord "
        "selbstmord Entgiftung Methadon Substitution"
    ),
)


def find_diagnoses(words: Words) -> list[Hit]:
    """Return codes of the ICD: with a point, or after a word that says so. „A23“ alone may be a motorway."""
    found = [*_CODE.finditer(words.text), *words.find(_CODE_IN_CONTEXT)]
    return [Hit(DIAGNOSE, each.start(), each.end()) for each in found]


def find_health(words: Words) -> list[Hit]:
    """Return words that say what somebody suffers from; names of services such as „Suchtberatung“ are none."""
    return [Hit(GESUNDHEIT, each.start(), each.end()) for each in words.find(_WORDS)]
