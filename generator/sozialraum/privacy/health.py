"""Diagnoses: codes and words (Art. 9 DSGVO)."""

from __future__ import annotations

import re

from sozialraum.privacy.hit import Hit
from sozialraum.privacy.words import Phrase, Words, stems
from sozialraum.sieve import Sieve

DIAGNOSE, GESUNDHEIT = "eine Diagnose", "eine Angabe zur Gesundheit"

_CODE = re.compile(
    r"[A-Zf](?<![\w.-].)(?:[0-9]{2}(?:[.,][0-9]{1,2}[GVAZ]?(?![\w.]|\s?(?:Uhr|Euro|€|%))|(?=\)))| [0-9]{2}\.[0-9](?![\w.]| ?Uhr))"
)
_MAY_HOLD_CODES = Sieve(_CODE)
_RIGHT_CODE = re.compile(r"[A-TV-Z][0-9]{2}\.|U0[0-9]\.|[Ff][0-9]{2}[.,]|F [0-9]|F[0-9]{2}\Z")
"""F stands for what people are most ashamed of; it counts in every spelling, other letters may be rooms and modules."""
_NO_DIAGNOSIS = re.compile(r"(?:Raum|Haus|Block|Trakt|Modul|Linie|Zimmer|Gebäude)\s\Z")
_CODE_IN_CONTEXT = Phrase(
    re.compile(
        r"(?:ICD(?:-?1[01])?(?:-GM)?(?:-Code)?|[Dd]iagn(?:\.|os(?:e|en|tiziert|eschlüssel))|V\.\s?a\.|Verdacht auf|Z\.\s?n\.|[ck]odiert|AU|[Kk]rankgeschrieben|[Ll]eidet|[Ee]rkrankt)"
        r"[\s:(„\"]{0,4}(?:von\s|mit\s|als\s|an\s|wegen\s|unter\s|nach\s)?[A-TV-Z] ?\d{2}(?:[.,]\d{1,2})?(?!\w)"
        r"|ICD-?11[\s:(]{1,3}[0-9A-HJ-NP-Z][A-HJ-NP-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,2})?(?!\w)|F[0-9]\d\s*-?\s?(?:Diagnose|gesichert)|F-Diagnose"
    ),
    stems(
        "ICD ICD10 ICD11 Diagnose Diagn diagnostiziert V Verdacht Z codiert kodiert AU Krankgeschrieben krankgeschrieben leidet Leidet erkrankt Erkrankt F"
    )
    | {f"F{number:02d}" for number in range(100)},
)
_WORDS = Phrase(
    re.compile(
        r"(?:[Dd]epressi(?:on(?!s?gruppe|szeit)(?:en)?|v\w*)\b|Psychosen?\b|psychotisch\w*|Schizophreni\w*|schizophren\w*|Borderline\w*|"
        r"AD(?:H)?S\b|Epilep\w*|epilept\w*|HIV\b|Aids\b|AIDS\b|(?:Brust|Lungen|Darm|Haut|Prostata|Magen|Leber)?[Kk]rebs(?:erkrank\w*|leiden|patient\w*|diagnose)?\b|"
        r"Tumor\w*|Burn-?[Oo]ut|Angststörung\w*|Panikattack\w*|Zwangsstörung\w*|Essstörung\w*|Magersucht|Bulimie|Bipolar\w*|bipolar\w*|"
        r"[Tt]raumatisier\w*|Autis\w*|autistisch\w*|Diabet\w*|Multiple Sklerose|MS-Erkrankung|Demenz\b|dement(?:e[nrms]?)?\b|"
        r"(?:[Aa]lkohol|[Dd]rogen|[Ss]piel|[Mm]edikamenten|[Hh]eroin)(?:sucht|süchtig\w*|abhängig\w*|krank\w*|problem\w*)|suchtkrank\w*|Suchterkrankung|süchtig\w*|"
        r"Alkoholiker\w*|[Mm]agersüchtig\w*|(?:[Cc]annabis|[Kk]okain|[Nn]ikotin)(?:sucht|süchtig\w*|abhängig\w*)|Bandscheiben\w+|Schlaganf[aä]ll\w*|Herzinfarkt\w*|"
        r"Parkinson\b|Rheuma\b|[Rr]heumatisch\w*|Asthma\b|PTBS\b|[Pp]osttraumatisch\w*|Long[ -]?[Cc]ovid\b|Post[ -]?[Cc]ovid\b|ME/CFS|Zwangserkrank\w*|Leukämie\w*|Hepatitis\b|"
        r"(?:[Hh]irn|[Dd]arm)tumor\w*|Persönlichkeitsstörung\w*|Angstzust\w+|Lernbehinderung\w*|geistige[nr]? Behinderung|[Ss]chwerbehindert(?!envertret|enausw)\w*|"
        r"(?:in|der|die) Psychiatrie\b|in psychiatrischer \w+|[Ss]tationäre[nr]? Therapie|Psychotherapie\b|Entzug(?:s\w+)?\b|Dialyse\b|Insulin\b|Fehlgeburt\w*|"
        r"[Kk]rankgeschrieben\w*|[Aa]rbeitsunfähig\w*|[Ee]rwerbsgemindert\w*|Erwerbsminderung\b|chronisch krank\w*|chronische[nr]? Erkrankung\w*|[Ee]rkrankt\b|[Ss]chwerhörig\w*|[Gg]ehörlos\w*|im Rollstuhl\b|"
        r"[Ss]chwanger(?:e[nrms]?|schaft)?\b|GdB\b|Grad der Behinderung|Pflegegrad(?:\s?[1-5])?\b|Merkzeichen\b|Schwerbehindertenausweis\w*|"
        r"Schwerbehinderung|[Ss]uizid\w*|[Ss]elbstmord\w*|psychisch krank\w*|psychische Erkrankung\w*|Entgiftung\w*|Methadon\w*|Substitution\w*)"
    ),
    stems(
        "Depression depressiv Psychose psychotisch psychisch Schizo schizo Borderline ADS ADHS Epilepsie epileptisch HIV Aids AIDS "
        "Brust Lunge Darm Haut Prostata Magen Leber Krebs krebs Tumor Burn Angst Panik Zwang Essst Bulimie Bipolar bipolar Trauma "
        "trauma Autis autis Diabetes diabet Multi MS Demenz dement Alkohol alkohol Drogen drogen Spiel spiel Medikament medikament "
        "Heroin heroin Sucht sucht süchtig Schwanger schwanger Schwer GdB Grad Pflege Merkzeichen Suizid suizid Selbstmord "
        "selbstmord Entgiftung Methadon Substitution magersüchtig Cannabis cannabis Kokain kokain Nikotin nikotin Bandscheibe "
        "Schlaganfall Herzinfarkt Parkinson Rheuma rheumatisch Asthma PTBS Posttraumatisch posttraumatisch Long Post ME Leukämie "
        "Hepatitis Hirntumor hirn Persönlichkeit Lernbehinderung geistig schwer in der die stationär Psycho Entzug Dialyse Insulin "
        "Fehlgeburt Krankgeschrieben krankgeschrieben Arbeitsunfähig arbeitsunfähig Erwerbs erwerbs chronisch Erkrankt erkrankt "
        "Schwerhörig schwerhörig Gehörlos gehörlos im"
    ),
)


def find_diagnoses(words: Words) -> list[Hit]:
    """Return codes of the ICD: with a point, or after a word that says so. „A23“ alone may be a motorway."""
    codes = _CODE.finditer(words.text) if _MAY_HOLD_CODES(words.text) else ()
    found = [*(each for each in codes if _is_code(words.text, each)), *words.find(_CODE_IN_CONTEXT)]
    return [Hit(DIAGNOSE, each.start(), each.end()) for each in found]


def _is_code(text: str, found: re.Match[str]) -> bool:
    in_brackets = text[max(0, found.start() - 1) : found.start()] == "("
    whole = "." in found[0] or "," in found[0] or in_brackets
    before = max(0, found.start() - 10)
    return whole and bool(_RIGHT_CODE.match(found[0])) and not _NO_DIAGNOSIS.search(text, before, found.start())


def find_health(words: Words) -> list[Hit]:
    """Return words that say what somebody suffers from; names of services such as „Suchtberatung“ are none."""
    return [Hit(GESUNDHEIT, each.start(), each.end()) for each in words.find(_WORDS)]
