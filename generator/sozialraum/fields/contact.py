"""Ways to reach someone: telephone, mail, web, a group of the forge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated
from urllib.parse import urlsplit

import phonenumbers
from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from sozialraum.diagnostics import Rule, Severity
from sozialraum.fields.kind import Kind, wrong
from sozialraum.fields.text import MAX_LINE, as_text, line

TELEFON = Rule(
    "keine_telefonnummer",
    Severity.FEHLER,
    "Das ist keine gültige Telefonnummer.\n\nMit Vorwahl schreiben, Leerzeichen nach Belieben: `030 23125 117` "
    "oder `+49 30 23125117`. Hinweise wie „vormittags“ gehören in ein anderes Feld.",
)
EMAIL = Rule(
    "keine_mailadresse",
    Severity.FEHLER,
    "Das ist keine gültige Mailadresse.\n\nEine Adresse der Stelle ist besser als die einer Person: "
    "`info@example.org`.",
)
URL = Rule(
    "keine_webadresse",
    Severity.FEHLER,
    "Das ist keine gültige Webadresse.\n\nErlaubt sind Adressen, die mit `https://`, `http://`, `mailto:` oder "
    "`tel:` beginnen.",
)

GRUPPE = Rule(
    "keine_forge_gruppe",
    Severity.FEHLER,
    "Das ist keine Gruppe der Plattform.\n\nGitLab, GitHub und Forgejo schreiben Gruppen mit einem @ und ohne "
    "Leerzeichen: `@auental/team-stadt`. Wie Ihre Gruppe heißt, steht in ihrer Adresse hinter dem Namen des Servers.",
)

RULES = (TELEFON, EMAIL, URL, GRUPPE)

SHORT_NUMBERS = {"110", "112", "115", "116117", "116016", "116123", "116111", "116006"}
"""Numbers without an area code that everyone in Germany may dial."""
_GERMANY = 49
"""The country code."""
_PLAIN_NUMBER = re.compile(r"0[1-9](?:[ /-]?[0-9]){3,13}\Z", re.ASCII)
MAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}\Z"
)
MAX_ADDRESS = 2000
_SCHEMES = {"http", "https", "mailto", "tel"}
FORGE_GROUP = r"@[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?:/[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)*"
"""What GitLab, GitHub and Forgejo all take for a name with `@`; nothing in it has a meaning in CODEOWNERS."""
_FORGE_GROUP = re.compile(rf"{FORGE_GROUP}\Z", re.ASCII)
_PLAIN_URL = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?:/[A-Za-z0-9/._~-]*)?\Z", re.ASCII)
"""What needs no taking apart to be seen as an address."""
_BARE_URL = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[A-Za-z0-9/._~-]*)?\Z", re.ASCII)
"""An address without its https://."""
_AT = re.compile(r"\s*[(\[{]\s*(?:at|ät|@)\s*[)\]}]\s*", re.IGNORECASE)
"""How people write @ so that programs do not find it."""
_AROUND_MAIL = re.compile(r"\Amailto:|\A[^<>]*<|>[^<>]*\Z|\s*\([^()]*\)\Z|[.,;:]\Z")
"""What mail programs and people write around an address: „Treff <info@example.org>“, „info@example.org (Büro)“."""
_SPACE = re.compile(r"[\s\x00-\x1f<>\"\\^`{|}]")

_SECOND = re.compile(r"[^\W\d_]|/\s*-|/\s*\d{1,2}\s*\Z")
"""What holds more than one number: the library dials letters („85 App. 12“) and other extensions („85-12/13“)."""
_BETWEEN_NUMBERS = re.compile(r"\s*(?:[/;,&]|\n|\boder\b|\bod?\.|\bbzw\.|\bund\b|\bu\.|(?=\(?[^\W\d_]))\s*")
"""What divides two numbers, or a number from the words behind it."""
_BETWEEN_MAILS = re.compile(r"[\s;,/|]+|\b(?:oder|und)\b")
_BEFORE_NUMBER = re.compile(
    r"[☎☏✆📞📱\ufe0f\s]*(?:(?:Tel(?:efon)?(?:nummer|-?Nr)?|Fon|T|Mobil|Handy|Büro|Zentrale)\b[.:]*\s*)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Telefonnummer:
    """A telephone number: as people read it, and as a device dials it (RFC 3966)."""

    national: str
    waehlbar: str

    def __str__(self) -> str:
        return self.national


@lru_cache(maxsize=65536)
def phone(text: str) -> Telefonnummer:
    """Return the number behind any usual German spelling."""
    digits = re.sub(r"[\s/-]", "", text)
    if digits in SHORT_NUMBERS:
        return Telefonnummer(text.strip(), digits)
    with_area_code = digits.lstrip("(").startswith(("0", "+")) and not _SECOND.search(text)
    parsed = (_plain_number(text, digits) or _any_number(re.sub(r"\s", " ", text))) if with_area_code else None
    if parsed is None:
        raise wrong(TELEFON, f"„{text[:60]}“ ist keine gültige Telefonnummer.", "Mit Vorwahl schreiben: 030 23125 117.")
    own = parsed.country_code == _GERMANY
    style = phonenumbers.PhoneNumberFormat.NATIONAL if own else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    shown = phonenumbers.format_number(parsed, style)
    return Telefonnummer(shown, f"+{parsed.country_code}{phonenumbers.national_significant_number(parsed)}")


def _plain_number(text: str, digits: str) -> phonenumbers.PhoneNumber | None:
    """Return a German number written with nothing but its `digits` and single signs between them, None for others.

    The library takes as long to see that there is nothing else as for all the rest.
    """
    if not _PLAIN_NUMBER.match(text):
        return None
    number = phonenumbers.PhoneNumber(country_code=_GERMANY, national_number=int(digits))
    return number if phonenumbers.is_valid_number(number) else None


def _any_number(text: str) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(text, "DE")
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def _phone(value: object) -> Telefonnummer:
    text = as_text(value)
    try:
        return phone(text)
    except PydanticCustomError:
        first = first_phone(text) if len(text) <= MAX_LINE else None
        if first is None:
            raise
        remedy = f"Eine Nummer schreiben und sonst nichts: {first[0]}"
        raise wrong(TELEFON, f"„{text[:60]}“ ist keine gültige Telefonnummer.", remedy) from None


def mail(value: object) -> str:
    """Return a mail address (the everyday subset of RFC 5321)."""
    text = line(value)
    if not MAIL.match(text):
        plain = _mail_meant(text)
        meant = f"Richtig ist: {plain}" if MAIL.match(plain) else "Richtig ist zum Beispiel: info@example.org."
        raise wrong(EMAIL, f"„{text[:60]}“ ist keine gültige Mailadresse.", meant)
    return text


def _mail_meant(text: str) -> str:
    """Return the address without what stands around it, its domain as every program knows it (xn--mller-kva.de)."""
    name, at, domain = _AROUND_MAIL.sub("", _AT.sub("@", text)).partition("@")
    try:
        return f"{name}{at}{domain.encode('idna').decode()}"
    except UnicodeError:
        return ""


def url(value: object) -> str:
    """Return an address a page may link to; no other scheme ever becomes a link."""
    text = line(value, MAX_ADDRESS)
    if _PLAIN_URL.match(text):
        return text
    try:
        parts = urlsplit(text)
        known = parts.scheme.lower() in _SCHEMES and (
            parts.netloc or (parts.path and parts.scheme in {"mailto", "tel"})
        )
    except ValueError:
        known = False
    if not known or _SPACE.search(text):
        remedy = "Richtig ist zum Beispiel: https://www.example.org/treff."
        if _BARE_URL.match(text):
            remedy = f"Richtig ist: https://{text}"
        raise wrong(URL, f"„{text[:60]}“ ist keine gültige Webadresse.", remedy)
    return text


def first_phone(text: str) -> tuple[str, str] | None:
    """Return the first number in a text, and what stands behind it; None where that is not certain.

    What it is called before it („Tel.:“) says nothing that the field does not say.
    """
    plain = _BEFORE_NUMBER.sub("", text.strip(), count=1)
    ends = [(sign.start(), sign.end()) for sign in _BETWEEN_NUMBERS.finditer(plain)]
    for end, begin in [*ends, (len(plain), len(plain))]:
        first, rest = plain[:end].strip(), plain[begin:].strip()
        try:
            phone(first)
        except PydanticCustomError:
            continue
        return (first, rest) if first != text.strip() else None
    return None


def first_mail(text: str) -> tuple[str, str] | None:
    """Return the first of several mail addresses in one text, and the others; None where it holds anything else."""
    first, *others = (each for each in _BETWEEN_MAILS.split(text.strip()) if each)
    return (first, ", ".join(others)) if others and all(map(MAIL.match, (first, *others))) else None


PHONE = Kind("Telefon", "mit Vorwahl", "030 23125 117")


def forge_group(value: object) -> str:
    """Return the name of a group of the forge, with its `@`."""
    text = line(value)
    if not _FORGE_GROUP.match(text):
        remedy = 'Richtig ist zum Beispiel: "@auental/team-stadt".'
        raise wrong(GRUPPE, f"„{text[:60]}“ ist keine Gruppe der Plattform.", remedy)
    return text


Telefon = Annotated[Telefonnummer, PlainValidator(_phone), PHONE]
POST = Kind("Mailadresse", "möglichst die einer Stelle", "info@example.org")
Email = Annotated[str, PlainValidator(mail), POST]
WEB = Kind("Webadresse", "mit https:// davor", "https://www.example.org")
Url = Annotated[str, PlainValidator(url), WEB]
Forgegruppe = Annotated[
    str,
    PlainValidator(forge_group),
    Kind("Gruppe der Plattform", "mit @ davor, in Anführungszeichen", "@auental/team-stadt"),
]
