"""Ressource: what people in a district can use, join or borrow."""

from __future__ import annotations

from typing import Annotated, ClassVar

from sozialraum.fields.choice import Choice, Sichtbarkeit
from sozialraum.fields.kind import Teil, angabe
from sozialraum.fields.language import Sprache
from sozialraum.fields.link import verweis, wort
from sozialraum.fields.text import Zeile
from sozialraum.fields.times import Oeffnungszeiten
from sozialraum.model.contact import Barrierefreiheit, Erreichbarkeit, Kontakt, Kontaktnotiz, Ort
from sozialraum.model.record import Record, Typ


class Ressourcenstatus(Choice):
    """How things stand with a Ressource."""

    neu_entdeckt = "neu_entdeckt", "neu entdeckt"
    aktiv = "aktiv", "aktiv"
    pausiert = "pausiert", "macht Pause"
    ungeprueft = "ungeprueft", "noch nicht geprüft"
    beendet = "beendet", "beendet"


class Ressourcenart(Choice):
    """Potentials of a place: „materielle und infrastrukturelle sowie personenbezogene“ (Godehardt-Bestmann)."""

    materiell = "materiell", "materiell (Dinge, Geld, Räume)"
    infrastrukturell = "infrastrukturell", "infrastrukturell (Orte, Wege, Einrichtungen)"
    personenbezogen = "personenbezogen", "personenbezogen (Menschen, Können, Zeit)"


class Herkunft(Choice):
    """Where support comes from; the life-world stands before professional services."""

    lebensweltlich = "lebensweltlich", "aus der Lebenswelt"
    professionell = "professionell", "vom Fachdienst"


class Kosten(Choice):
    """What it costs those who come."""

    kostenfrei = "kostenfrei", "kostet nichts"
    gering = "gering", "kostet wenig"
    einkommensabhaengig = "einkommensabhaengig", "richtet sich nach dem Einkommen"
    gutschein = "gutschein", "mit Gutschein oder Bewilligung"
    kostenpflichtig = "kostenpflichtig", "kostet etwas"
    unbekannt = "unbekannt", "Kosten noch nicht bekannt"


WAYS = frozenset({"kontakt", "schluesselpersonen", "zugang_tipp"})
"""Fields of which a Ressource needs at least one, so that people find the way in."""


class Ressource(Record):
    """Etwas, das Menschen im Sozialraum nutzen können: ein Treff, ein Kurs, ein Raum, eine Beratung, ein Bus."""

    typ: ClassVar[Typ] = Typ(
        "ressourcen", "Ressource", "Ressourcen", Sichtbarkeit.kooperation, wird_geprueft=True, artikel="eine"
    )

    status: Annotated[Ressourcenstatus, angabe("Status", Teil.PFLEGE)]
    """Wie es um das Angebot steht."""
    kurz: Annotated[
        Zeile, angabe("Kurz gesagt", Teil.KOPF, suche=2, beispiel="Offener Treff mit Kaffee und Zeit zum Reden.")
    ]
    """Ein Satz, der am Telefon genügt: Was ist das?"""
    sozialraeume: Annotated[
        tuple[Annotated[str, verweis("sozialraeume", rueck="Ressourcen hier")], ...],
        angabe("Sozialräume", Teil.AUF_EINEN_BLICK, einzahl="Sozialraum", suche=1),
    ]
    """Wo es das gibt, oder `landkreisweit`."""
    themen: Annotated[
        tuple[Annotated[str, wort("themen")], ...], angabe("Themen", Teil.AUF_EINEN_BLICK, einzahl="Thema", suche=2)
    ]
    """Wobei es hilft, nicht für wen es gedacht ist."""
    verantwortlich: Annotated[str, verweis("teams", rueck="Pflegt diese Einträge"), angabe("Gepflegt von", Teil.PFLEGE)]
    """Das Team, das den Eintrag aktuell hält."""
    art: Annotated[tuple[Ressourcenart, ...], angabe("Art der Ressource")]
    """Materiell, infrastrukturell, personenbezogen; mehrere sind möglich."""
    herkunft: Annotated[Herkunft, angabe("Herkunft", Teil.KOPF)]
    """Kommt die Unterstützung aus der Lebenswelt oder von einem Fachdienst?"""
    format: Annotated[str, wort("formate"), angabe("Format", Teil.KOPF, suche=1)]
    """Was für eine Form es hat: Treffpunkt, Kurs, Werkstatt …"""
    zeiten: Annotated[Oeffnungszeiten | None, angabe("Zeiten", Teil.AUF_EINEN_BLICK, tatsache=True, empfohlen=True)] = (
        None
    )
    """Wann es offen ist oder stattfindet."""
    zeiten_hinweis: Annotated[
        Zeile | None,
        angabe(
            "Hinweis zu den Zeiten",
            Teil.AUF_EINEN_BLICK,
            tatsache=True,
            beispiel="In den Ferien draußen am Vereinsheim.",
        ),
    ] = None
    """Was man zu den Zeiten wissen sollte."""
    ort: Annotated[Ort | None, angabe("Wo", Teil.AUF_EINEN_BLICK, tatsache=True)] = None
    """Wo es stattfindet. Bei geschützten Orten bleibt diese Angabe leer."""
    kosten: Annotated[Kosten, angabe("Kosten", Teil.AUF_EINEN_BLICK, tatsache=True)]
    """Was es die kostet, die kommen."""
    kosten_hinweis: Annotated[
        Zeile | None,
        angabe(
            "Hinweis zu den Kosten", Teil.AUF_EINEN_BLICK, tatsache=True, beispiel="Dreimal ausprobieren kostet nichts."
        ),
    ] = None
    """Ein Satz zu den Kosten."""
    sprachen: Annotated[tuple[Sprache, ...], angabe("Sprachen", Teil.AUF_EINEN_BLICK, einzahl="Sprache", suche=1)] = ()
    """Welche Sprachen dort gesprochen werden."""
    zugang_tipp: Annotated[
        Zeile | None, angabe("So klappt der Einstieg", Teil.ZUGANG, tatsache=True, suche=1, gefragt=True)
    ] = None
    """Wie man wirklich hineinkommt: der Tipp, den man einer Freundin geben würde."""
    zugangsvoraussetzung: Annotated[
        Zeile | None, angabe("Das braucht man dafür", Teil.ZUGANG, tatsache=True, beispiel="Ein Antrag beim Jugendamt")
    ] = None
    """Nur, was sachlich oder rechtlich nötig ist: Termin, Gutschein, Bescheinigung."""
    barrierefreiheit: Annotated[Barrierefreiheit | None, angabe("Barrierefreiheit", Teil.ZUGANG, tatsache=True)] = None
    """Was den Zugang erleichtert."""
    erreichbarkeit: Annotated[Erreichbarkeit | None, angabe("Hinkommen", Teil.ZUGANG, tatsache=True)] = None
    """Haltestelle, Weg, online."""
    mitmachen: Annotated[
        Zeile | None, angabe("Mitmachen", Teil.ZUGANG, suche=1, beispiel="Kuchen mitbringen oder beim Abwasch helfen.")
    ] = None
    """Was man hier selbst beitragen kann (Frage 7: Was will ich selbst für andere beitragen?)."""
    gegenseitigkeit: Annotated[
        Zeile | None,
        angabe("Was man hier brauchen kann", Teil.ZUGANG, beispiel="Sucht jemanden, der gern Stühle leimt."),
    ] = None
    """Was die Menschen dort ihrerseits suchen, auch vom Jobcenter."""
    kontakt: Annotated[Kontakt | None, angabe("Kontakt", Teil.KONTAKT, tatsache=True, gefragt=True)] = None
    """Wie man die Stelle erreicht."""
    traeger: Annotated[
        str | None, verweis("organisationen", rueck="Angebote"), angabe("Träger", Teil.KONTAKT, suche=1, gefragt=True)
    ] = None
    """Die Organisation dahinter."""
    schluesselpersonen: Annotated[
        tuple[Annotated[str, verweis("schluesselpersonen", rueck="Kennt sich hier aus")], ...],
        angabe("Wer sich auskennt", Teil.KONTAKT),
    ] = ()
    """Schlüsselpersonen, die den Weg ebnen können."""
    auch_bekannt_als: Annotated[
        tuple[Zeile, ...], angabe("Auch bekannt als", suche=3, beispiel="das Café am Wasser")
    ] = ()
    """Namen, die man im Alltag hört."""
    entstanden_aus: Annotated[str | None, verweis("vorhaben", rueck="Daraus entstanden"), angabe("Entstanden aus")] = (
        None
    )
    """Das Vorhaben, aus dem dieses Angebot geworden ist."""
    kontakte: Annotated[tuple[Kontaktnotiz, ...], angabe("Kontakte des Teams", Teil.INTERN, nur_fuer="team")] = ()
    """Besuche, Anrufe, Gespräche: Beziehungsarbeit zum Sozialraum."""
