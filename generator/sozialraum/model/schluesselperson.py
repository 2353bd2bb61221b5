"""Schluesselperson: people who open doors, and what they agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from sozialraum.fields.choice import Choice, Sichtbarkeit
from sozialraum.fields.dates import Datum
from sozialraum.fields.kind import Teil, angabe
from sozialraum.fields.language import Sprache
from sozialraum.fields.link import verweis, wort
from sozialraum.fields.text import Monate, Titel, Zeile
from sozialraum.model.part import Part
from sozialraum.model.record import Record, Typ

if TYPE_CHECKING:
    from collections.abc import Mapping


class Personenstatus(Choice):
    """Whether someone can be asked at the moment."""

    aktiv = "aktiv", "aktiv"
    pausiert = "pausiert", "macht Pause"
    beendet = "beendet", "beendet"


class Anzeige(Choice):
    """How a person appears in the handbook."""

    nur_funktion = "nur_funktion", "nur mit der Funktion"
    mit_namen = "name", "mit Namen, soweit die Einwilligung reicht"


class Einwilligungsstatus(Choice):
    """How the consent stands."""

    erteilt = "erteilt", "erteilt"
    angefragt = "angefragt", "angefragt"
    widerrufen = "widerrufen", "widerrufen"
    abgelaufen = "abgelaufen", "abgelaufen"
    nicht_erforderlich = "nicht_erforderlich", "nicht erforderlich"


class Einwilligungsform(Choice):
    """In which form the consent was given."""

    schriftlich = "schriftlich", "schriftlich"
    textform = "textform", "in Textform (zum Beispiel E-Mail)"


class Umfang(Choice):
    """What the consent covers."""

    namen = "name", "Name"
    funktion = "funktion", "Funktion"
    telefon = "telefon", "Telefon"
    mail = "mail", "E-Mail"
    foto = "foto", "Foto"
    karte = "karte", "Ort, an dem man sich trifft"


NEEDED_FOR_A_NAME = frozenset({Umfang.namen, Umfang.funktion})
"""What a consent covers at least, so that a person may appear by name: a page shows both."""


class Einwilligung(Part):
    """Was die Person erlaubt hat (Art. 7 DSGVO): freiwillig, nachweisbar, jederzeit widerrufbar."""

    status: Annotated[Einwilligungsstatus, angabe("Stand")]
    """Erteilt, angefragt, widerrufen, abgelaufen oder nicht erforderlich."""
    am: Annotated[Datum | None, angabe("Erteilt am")] = None
    """Tag der Einwilligung."""
    form: Annotated[Einwilligungsform | None, angabe("Form")] = None
    """Schriftlich oder in Textform."""
    umfang: Annotated[tuple[Umfang, ...], angabe("Umfang")] = ()
    """Was gezeigt werden darf."""
    kreise: Annotated[tuple[Sichtbarkeit, ...], angabe("Für wen")] = ()
    """Wem es gezeigt werden darf."""
    zweck: Annotated[Zeile | None, angabe("Zweck", beispiel="Ansprechbar sein für alle, die mitmachen wollen.")] = None
    """Wozu die Angaben dienen."""
    gueltig_bis: Annotated[Datum | None, angabe("Gültig bis", beispiel="2028-05-12")] = None
    """Höchstens zwei Jahre, dann wird neu gefragt."""
    informiert_am: Annotated[Datum | None, angabe("Informiert am (Art. 13/14 DSGVO)")] = None
    """Wann die Person die Datenschutzinformation bekommen hat."""
    nachweis_ort: Annotated[
        Zeile | None, angabe("Nachweis liegt in", beispiel="Ordner Einwilligungen, Büro Team Stadt")
    ] = None
    """Wo das unterschriebene Blatt liegt, nicht das Blatt selbst."""
    widerrufen_am: Annotated[Datum | None, angabe("Widerrufen am")] = None
    """Tag des Widerrufs."""


class Schluesselperson(Record):
    """Jemand, der Türen öffnet, Menschen verbindet oder sich auskennt: mit Funktion, nie mit privaten Angaben."""

    typ: ClassVar[Typ] = Typ(
        "schluesselpersonen",
        "Schlüsselperson",
        "Schlüsselpersonen",
        Sichtbarkeit.jobcenter,
        wird_geprueft=True,
        artikel="eine",
    )
    anderswo: ClassVar[Mapping[str, str]] = {
        **Record.anderswo,
        **dict.fromkeys(
            (
                "name",
                "vorname",
                "nachname",
                "telefon",
                "tel",
                "handy",
                "email",
                "e_mail",
                "mail",
                "adresse",
                "anschrift",
                "kontakt",
            ),
            "Die Zeile löschen: Name, Nummer und Adresse einer Person stehen im Kontaktspeicher, nie im Eintrag.",
        ),
    }

    titel: Annotated[Titel, angabe("Titel", Teil.KOPF, suche=4, beispiel="Die Frau vom Kiosk an der Schule")]
    """Wie man die Person nach dem nennt, was sie tut: „Die Wirtin vom Stadtteilcafé“. Kein Name."""
    status: Annotated[Personenstatus, angabe("Status", Teil.PFLEGE)] = Personenstatus.aktiv
    """Ob man die Person zurzeit ansprechen kann."""
    funktion: Annotated[Zeile, angabe("Funktion", Teil.KOPF, suche=3, beispiel="Übungsleiterin im Sportverein")]
    """Was die Person tut: „Übungsleiterin im Sportverein“. Kein Name."""
    rollen: Annotated[
        tuple[Annotated[str, wort("rollen")], ...], angabe("Rollen", Teil.AUF_EINEN_BLICK, einzahl="Rolle", suche=1)
    ]
    """Was die Person für andere möglich macht."""
    sozialraeume: Annotated[
        tuple[Annotated[str, verweis("sozialraeume", rueck="Schlüsselpersonen hier")], ...],
        angabe("Sozialräume", Teil.AUF_EINEN_BLICK, einzahl="Sozialraum", suche=1),
    ]
    """Wo man die Person kennt, oder `landkreisweit`."""
    kennt_sich_aus_mit: Annotated[
        tuple[Annotated[str, wort("themen")], ...], angabe("Kennt sich aus mit", Teil.AUF_EINEN_BLICK, suche=2)
    ]
    """Stärken und Einsatzgebiete."""
    verantwortlich: Annotated[
        str, verweis("teams", rueck="Pflegt diese Einträge"), angabe("Kontakt über", Teil.AUF_EINEN_BLICK)
    ]
    """Das Team, das den Kontakt hält."""
    sprachen: Annotated[tuple[Sprache, ...], angabe("Sprachen", Teil.AUF_EINEN_BLICK, einzahl="Sprache", suche=1)] = ()
    """Welche Sprachen die Person anbietet."""
    organisation: Annotated[
        str | None, verweis("organisationen", rueck="Schlüsselpersonen"), angabe("Organisation", Teil.AUF_EINEN_BLICK)
    ] = None
    """Wo die Person tätig ist."""
    ansprache_tipp: Annotated[
        Zeile | None,
        angabe(
            "So spricht man sie am besten an",
            Teil.ZUGANG,
            tatsache=True,
            empfohlen=True,
            beispiel="Donnerstags nach dem Training, bei der Suppe.",
        ),
    ] = None
    """Wie und wann man auf die Person zugeht; kein Urteil über sie."""
    anzeige: Annotated[Anzeige, angabe("Erscheint", Teil.INTERN, nur_fuer="team")]
    """Mit Namen (dann mit Einwilligung) oder nur mit der Funktion."""
    einwilligung: Annotated[
        Einwilligung | None, angabe("Einwilligung", Teil.INTERN, nur_fuer="team", pflicht_ab="")
    ] = None
    """Was die Person erlaubt hat."""
    letzter_kontakt: Annotated[Datum | None, angabe("Letzter Kontakt", Teil.INTERN, nur_fuer="team")] = None
    """Wann das Team zuletzt Kontakt hatte."""
    kontaktpflege_monate: Annotated[
        Monate, angabe("Kontaktpflege alle (Monate)", Teil.INTERN, nur_fuer="team", beispiel="6")
    ] = 6
    """Nach wie vielen Monaten man sich wieder meldet."""
