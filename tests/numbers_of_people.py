"""Numbers that pass their check digit and belong to nobody, in every usual spelling, for tests and benchmarks.

The check digits are found by trying all ten, not by computing them again.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from sozialraum.privacy.check_digits import is_document_number, is_kvnr, is_rvnr
from stdnum import iban
from stdnum.de import idnr

if TYPE_CHECKING:
    from collections.abc import Callable

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DOCUMENT_SIGNS = "CFGHJKLMNPRTVWXYZ0123456789"

PUBLISHED = {
    "eine BG-Nummer": ["35502BG0012345", "35502 BG 0012345", "07402//0094744", "07402 // 0094744"],
    "eine Kundennummer der Bundesagentur": ["123D456789"],
    "eine Rentenversicherungsnummer": ["65 170839 J 003", "15070649C103", "65170839J003", "99010100Z004"],
    "eine Krankenversichertennummer": ["A000500015", "A 123 456 780", "Z999999997"],
    "eine Steuer-Identifikationsnummer": ["86 095 742 719", "47036892816"],
    "eine IBAN": ["DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "DE36 0000 0000 0000 0000 00"],
    "eine Ausweisnummer": ["L01X00T471", "T220001293", "Personalausweis-Nr. L01X00T47", "Reisepass C01X00T47"],
    "ein Aktenzeichen": ["Az.: 50.2-1234/26", "Aktenzeichen 4711-2026", "Fall-Nr. 2026/118", "Kundennummer 4711/08"],
    "ein Geburtsdatum": ["geb. 12.03.1984", "geboren am 3. März 1984", "*12.03.1984", "Geburtsdatum: 1984-03-12"],
    "ein Alter": ["Jahrgang 1984", "37-jährige Frau", "37 Jahre alt", "(42 J.)"],
    "eine Telefonnummer": ["0461 4802176", "+49 461 4802176", "(0461) 480 21 76", "0171 2345678", "0461/4802176"],
    "eine Mailadresse": ["erika@posteo.de", "m.mustermann@gmx.net", "erika (at) posteo.de"],
    "eine Anschrift": ["Lindenstraße 14", "Dorfstr. 5a", "Am Deich 12", "Alte Dorfstraße 3"],
    "eine Diagnose": ["F32.1", "Z59.0", "Diagnose F32", "V. a. F20"],
    "ein Autokennzeichen": ["NF-AB 123", "AUE-X 42"],
    "ein Name": ["Frau Petersen", "Herrn Dr. Müller-Lüdenscheidt", "Familie Yilmaz", "geb. Müller"],
    "eine Angabe zur Gesundheit": ["GdB von 80", "Pflegegrad 3", "Merkzeichen aG", "Depressionen", "suchtkrank"],
}
"""Kind → vectors of domain.md 4.6 and of the sources it names; a hit has to cover them or a part of them."""

TRAPS = [
    "nach dem SGB II 2023 geändert",
    "§ 16a SGB II",
    "A23 Richtung Hamburg",
    "Raum E14",
    "Bus X85",
    "U25",
    "Ü25",
    "B 14 AS 7/19 R",
    "L 7 AS 48/13",
    "DOI 10.5771/9783748951537-133",
    "S. 193-201",
    "35-45 Minuten",
    "Di und Do 10–12 Uhr, Raum 2.14",
    "Fr. 9–12 Uhr",
    "Frau & Beruf",
    "Frau und Beruf",
    "Familie und Beruf",
    "Familienzentrum",
    "Person P-2026-014",
    "KB-2026-014",
    "VH-2026-003",
    "ISBN 978-3-8487-1234-5",
    "Beschluss vom 12.03.2024",
    "54.4721, 9.0512",
    "Gemeinde geb. 1970 gegründet",
    "25-jähriges Bestehen",
    "25 Jahre Stadtteilzentrum",
    "3-jährige Ausbildung",
    "Kinder ab 3 Jahre",
    "10.000 Euro",
    "EU 2016/679",
    "WCAG 2.2",
    "EN 301 549",
    "BG 12",
    "USt-IdNr. DE123456789",
    "BG123456789",
    "Formular HA Stand 07.2026",
    "Linie 1047, Abfahrt 07.15",
    "Abfahrt 07.15 08.15 09.15",
    "Am 12. März",
    "Am Montag 3",
    "Im Mai 2026",
    "Zum 1. Juli",
    "Im Juni 12 Termine",
    "M-V 2026",
    "SH-Nord 3",
    "JC-NF 2026",
    "Ausbildung A1",
    "GER B1",
    "Sprachkurs B2.1",
    "Telc A2.2",
    "Modul C1.1",
    "Haus B 12.3",
    "Ring 2",
    "Weg 1",
    "Platz 1 im Wettbewerb",
    "Haushaltsstelle 05.31.20.10-53180000",
    "Tel. 116 117",
    "0800 1110111",
    "030 23125 117",
    "2026-01-15, 2026-02-15",
    "info@example.org",
    "*12.03.2026 ab 15 Uhr*",
    "spricht Arabisch und Türkisch",
    "Familie Und Freunde",
    "Auf der Bundesstraße 5",
    "Koordinaten: 54.4721187, 9.0512233",
    "NJW-RR 2006, 1555",
    "EU-Verordnung 883/2004",
    "Kompass 20000",
    "Sportpass 2026",
    "BG 2026",
    "Vorgang vom 12.03.2026",
    "VIII ZR 12/20",
    "Az. B 14 AS 7/19 R",
    "im Juli 1950 gegründet",
    "Geburtstag feiern am 12. März",
    "0,50 Euro und 1,20 Euro",
    "06.30 – 08.15 Uhr",
    "Tel. erreichbar 9 bis 12 Uhr",
    "Montag 15 / 17 / 19 Uhr",
    "Ende 2026",
    "Anfang 20 Uhr",
    "an der Bushaltestelle Bussteig 2",
    "Straße des Ehrenamts",
    "Raum F 32.1",
    "Tante Emma Laden",
    "Mutter und Kind",
    "Das Angebot heißt Treffpunkt",
    "Familien und Nachbarn",
    "Herr und Frau",
]
"""What looks alike and is nothing of the kind."""


def phrasings(*, found: bool) -> list[tuple[str, str]]:
    """Return kind and wording of each line of `phrasings.txt` that is to be found, or of those that are not."""
    lines = (Path(__file__).parent / "phrasings.txt").read_text("utf-8").split("\n\n")[1:]
    kinds = [section.strip().split("\n") for section in lines if section.strip()]
    every = [(kind.removesuffix(":"), words) for kind, *texts in kinds for words in texts]
    return [(kind, words.removeprefix("nicht: ")) for kind, words in every if words.startswith("nicht: ") is not found]


def generated(kind: str, count: int, seed: int = 20260630) -> list[str]:
    """Return `count` right numbers of a kind, without any spacing."""
    random = Random(f"{kind}{seed}")
    return [_MAKERS[kind](random) for _number in range(count)]


def spellings(kind: str, number: str) -> list[str]:
    """Return a number as people, programs and tricksters write it."""
    groups = _grouped(number, _GROUPS[kind])
    joined = [sign.join(groups) for sign in (" ", "\u00a0", "\u2009", ".", "-", "\n  ")]
    digits = number.translate({ord("0") + value: ord("\u0660") + value for value in range(10)})
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in number)
    hidden = "\u200b".join(number)
    alike = number.translate(str.maketrans("ABCEHIKMNOPTXYZ", "АВСЕНІКМΝОРТХΥΖ"))
    return [
        number,
        number.lower(),
        *joined,
        "\u00ad".join(groups),
        "%20".join(groups),
        "&nbsp;".join(groups),
        digits,
        wide,
        hidden,
        alike,
    ]


def _digits(random: Random, count: int) -> str:
    return "".join(random.choice("0123456789") for _digit in range(count))


def _with_check(start: str, right: Callable[[str], bool], end: str = "") -> str | None:
    return next((f"{start}{digit}{end}" for digit in range(10) if right(f"{start}{digit}{end}")), None)


def _rvnr(random: Random) -> str:
    day, month = random.choice(["00", "07", "31", "45", "88"]), f"{random.randrange(13):02d}"
    start = f"{random.randrange(2, 90):02d}{day}{month}{_digits(random, 2)}{random.choice(LETTERS)}{_digits(random, 2)}"
    return _with_check(start, is_rvnr) or _rvnr(random)


def _kvnr(random: Random) -> str:
    return _with_check(random.choice(LETTERS) + _digits(random, 8), is_kvnr) or _kvnr(random)


def _idnr(random: Random) -> str:
    signs = random.sample("0123456789", 9)
    signs.insert(random.randrange(10), random.choice(signs))
    start = "".join(signs)
    return (None if start[0] == "0" else _with_check(start, idnr.is_valid)) or _idnr(random)


def _iban(random: Random) -> str:
    account = _digits(random, 18)
    return f"DE{iban.calc_check_digits(f'DE00{account}')}{account}"


def _document(random: Random) -> str:
    authority = random.choice("CFGHJKLMNPRTVWXYZ") + _digits(random, 2) + random.choice(DOCUMENT_SIGNS)
    start = authority + "".join(random.choice(DOCUMENT_SIGNS) for _sign in range(5))
    return _with_check(start, is_document_number) or _document(random)


def _grouped(number: str, sizes: tuple[int, ...]) -> list[str]:
    groups, at = [], 0
    for size in sizes:
        groups.append(number[at : at + size])
        at += size
    return groups


_MAKERS: dict[str, Callable[[Random], str]] = {
    "eine Rentenversicherungsnummer": _rvnr,
    "eine Krankenversichertennummer": _kvnr,
    "eine Steuer-Identifikationsnummer": _idnr,
    "eine IBAN": _iban,
    "eine Ausweisnummer": _document,
}
CHECKSUMMED = tuple(_MAKERS)
_GROUPS = {
    "eine Rentenversicherungsnummer": (2, 6, 1, 3),
    "eine Krankenversichertennummer": (1, 3, 3, 3),
    "eine Steuer-Identifikationsnummer": (2, 3, 3, 3),
    "eine IBAN": (4, 4, 4, 4, 4, 2),
    "eine Ausweisnummer": (10,),
}
