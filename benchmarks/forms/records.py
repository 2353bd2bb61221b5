"""What is typed into the forms: a new record of every type, and one field of a record that is there already."""

from __future__ import annotations

from typing import Any, NamedTuple

Values = dict[str, Any]


class Trial(NamedTuple):
    """One form: the collection, the new record (field → value), and the change of an old one."""

    collection: str
    new: Values
    entry: str
    field: str
    """In which the text `value` is written instead of what stood there."""
    value: str


STEP = {"was": "Fragt im Dorfhaus nach dem Schlüssel", "wer": "FM-4", "bis": "2026-07-14", "bezug": "ressource_nutzen"}
CONSULTED = {
    "datum": "2026-06-29",
    "team": "team-land",
    "sozialraeume": ["seebrueck"],
    "themen": ["begegnung"],
    "dauer_minuten": "40",
    "rollen": {"moderation": "K4", "protokoll": "K5", "falleinbringend": ["FM-4"], "beratende": ["FM-5", "FM-6"]},
    "falleingabe": "Am Steg steht ein alter Schuppen, der im Winter leer ist. Mehrere haben gefragt, ob man ihn nutzen kann.",
    "fragestellung": "Was könnte in dem Schuppen entstehen, das auch im Februar noch Freude macht?",
}

TRIALS = (
    Trial(
        "sozialraeume",
        {
            "titel": "Südviertel",
            "art": "quartier",
            "kurz": "Kleine Gärten, kurze Wege: ein Viertel, in dem man sich kennt.",
            "team": "team-stadt",
            "einwohner_ca": "1200",
            "staerken": ["Man hilft sich, auch am Sonntag", "Der Bach: im Sommer ein Treffpunkt"],
            "praesenzorte": [{"ort": "stadtteilcafe-auenblick", "zeiten": "Di 10:00-12:00"}],
            "mittelpunkt": "54.2991, 9.6102",
            "body": "Hinter dem Bahnhof beginnt das Südviertel.\n\nSiehe auch [[stadtteilcafe-auenblick]].",
        },
        *("seebrueck", "oepnv", "Bus 31 jede Stunde, letzte Fahrt um 21 Uhr."),
    ),
    Trial(
        "teams",
        {
            "titel": "Team Süd",
            "sozialraeume": ["auenstadt-mitte", "auenstadt-nordhang"],
            "sitzungsrhythmus": "vierzehntaegig",
            "funktionen": ["fallmanagement", "eingangszone"],
            "kuerzel": ["K11", "FM-11"],
            "telefon": "030 23125 190",
            "email": "team-sued@example.org",
        },
        *("team-land", "telefon", "030 23125 131"),
    ),
    Trial(
        "organisationen",
        {
            "titel": "Bachverein",
            "art": "verein",
            "kurz": "Kümmert sich um den Bach: Putztage, Feste, Führungen.",
            "sozialraeume": ["landkreisweit"],
            "themen": ["umwelt_raum", "engagement"],
            "verantwortlich": "team-stadt",
            "zeiten": "Mo-Fr 09:00-12:00; Do 14:00-17:00",
            "ort": {"strasse": "Bachweg 2", "plz": "00410", "ort": "Auenstadt", "koordinaten": "54.2989, 9.6044"},
            "kontakt": {"telefon": "030 23125 155", "web": "https://bachverein.example.org/"},
            "barrierefreiheit": {"stufenlos": "nein", "wc": "unbekannt"},
        },
        *("tischlerei-brandner", "kurz", "Baut Treppen und Tische: wer zusehen will, darf herein."),
    ),
    Trial(
        "ressourcen",
        {
            "titel": "Nähtreff am Bach",
            "kurz": "Gemeinsam nähen: Stoff und Maschinen sind da.",
            "sozialraeume": ["auenstadt-mitte"],
            "themen": ["begegnung"],
            "verantwortlich": "team-stadt",
            "art": ["materiell", "infrastrukturell"],
            "herkunft": "lebensweltlich",
            "format": "treffpunkt",
            "zeiten": "1. Di im Monat 15:00-17:00",
            "ort": {"strasse": "Bachweg 2", "plz": "00410", "ort": "Auenstadt"},
            "kosten": "kostenfrei",
            "sprachen": ["de", "uk"],
            "zugang_tipp": "Einfach kommen: auch ohne Stoff.",
            "kontakt": {"stelle": "Empfang", "telefon": "030 23125 156"},
            "traeger": "wohnbau-auen",
            "schluesselpersonen": ["cafe-wirtin", "kiosk"],
            "auch_bekannt_als": ["die Nadel, vorn am Bach"],
            "kontakte": [{"datum": "2026-06-29", "art": "erkundung", "durch": "team-stadt", "notiz": "Tee getrunken."}],
            "body": "Wer kommt, bringt mit: *Zeit* und vielleicht Kuchen.",
        },
        *("stadtteilcafe-auenblick", "zeiten", "Di 15:00-17:00"),
    ),
    Trial(
        "schluesselpersonen",
        {
            "titel": "Der Wart vom Bachverein",
            "funktion": "Wart im Bachverein",
            "rollen": ["kennt_alle"],
            "sozialraeume": ["auenstadt-mitte"],
            "kennt_sich_aus_mit": ["umwelt_raum"],
            "verantwortlich": "team-stadt",
            "sprachen": ["de"],
            "ansprache_tipp": "Samstags am Wehr: er hat dann Zeit.",
            "anzeige": "name",
            "einwilligung": {
                "status": "erteilt",
                "am": "2026-06-20",
                "form": "schriftlich",
                "umfang": ["name", "funktion"],
                "kreise": ["team", "jobcenter"],
                "zweck": "Ansprechbar sein für alle, die am Bach mitmachen wollen.",
                "gueltig_bis": "2028-06-19",
                "informiert_am": "2026-06-20",
                "nachweis_ort": "Ordner Einwilligungen, Büro Team Stadt",
            },
            "letzter_kontakt": "2026-06-20",
            "body": "Er kennt jede Stelle am Bach.",
        },
        *("kiosk", "ansprache_tipp", "Am besten vor zehn: dann ist es ruhig."),
    ),
    Trial(
        "netzwerke",
        {
            "titel": "Runde am Bach",
            "reichweite": "extern",
            "kurz": "Alle, die am Bach etwas vorhaben.",
            "turnus": "vierteljährlich, mittwochs um 17 Uhr",
            "sozialraeume": ["auenstadt-mitte"],
            "verantwortlich": "team-stadt",
            "federfuehrung": "stadt-auenstadt",
            "mitglieder": ["wohnbau-auen", "vhs-auental"],
            "vernetzungsrunden": [
                {
                    "datum": "2026-06-17",
                    "teilnahme_durch": "team-stadt",
                    "ergebnisse": ["Putztag im Oktober, mit Suppe", "Die Stadt stellt Handschuhe"],
                    "neue_ressourcen": ["fahrradwerkstatt-nordhang"],
                    "naechster_termin": "2026-09-16",
                }
            ],
        },
        *("stadtteilrunde-nordhang", "turnus", "monatlich, dienstags um 17 Uhr im Pavillon der Grundschule"),
    ),
    Trial(
        "bedarfslagen",
        {
            "titel": "Am Bach gibt es abends kein Licht",
            "sozialraeume": ["auenstadt-mitte"],
            "themen": ["mobilitaet"],
            "verantwortlich": "team-stadt",
            "beschreibung": "Der Weg am Bach ist nach 17 Uhr dunkel.\n\nDer Umweg dauert zwölf Minuten.",
            "was_es_erschwert": "Der Heimweg von der Bahn.",
            "seit": "2026-05-26",
            "belege": ["team-stadt-2026-05-26"],
            "luecke": "ja",
            "weitergeleitet": [{"an": "Stadt, Tiefbau", "am": "2026-06-02"}],
            "bedingungsebene": ["organisation", "finanzierung"],
        },
        *("treffpunkt-jung-seebrueck", "was_es_erschwert", "Sich abends zu treffen, ohne etwas zu kaufen."),
    ),
    Trial(
        "vorhaben",
        {
            "titel": "Bank am Bach",
            "kurz": "Eine Bank, an der man ins Gespräch kommt.",
            "sozialraeume": ["auenstadt-mitte"],
            "themen": ["begegnung"],
            "verantwortlich": "team-stadt",
            "anlass": "Am Bach gibt es keinen Ort zum Sitzen.",
            "ressourcen": ["fahrradwerkstatt-nordhang"],
            "beteiligte": ["wohnbau-auen", "stadtteilrunde-nordhang"],
            "vorhabentyp": "dauerhaft",
            "verlauf": [{"status": "idee", "am": "2026-06-29"}],
        },
        *("tauschregal-bahnhof", "kurz", "Ein Regal, in das man stellt, was andere brauchen können: am Bahnhof."),
    ),
    Trial(
        "beratungen-vorhaben",
        {"titel": "Der Schuppen am Steg", "vorhaben": "repaircafe-seebrueck", **CONSULTED, "naechste_schritte": [STEP]},
        *("beratung-2026-007", "lernen_fuers_team", "Erst aufschreiben, was man nicht teilt: dann wird es leicht."),
    ),
    Trial(
        "beratungen-einzelfall",
        {
            "titel": "Wieder unter Leute kommen",
            **CONSULTED,
            "sozialraeume": ["landkreisweit"],
            "wille": "„Ich will wieder unter Leute, aber nicht gleich unter viele.“",
            "loeschen_ab": "2026-12-29",
        },
        *("beratung-2026-004", "eigenbeitrag", "Fährt bei trockenem Wetter Rad: und fragt, wer mitfährt."),
    ),
    Trial(
        "beratungen-pkb",
        {
            "titel": "Gemeinsam am Tisch",
            **CONSULTED,
            "sozialraeume": ["landkreisweit"],
            "einwilligung_pkb": {
                "erteilt": "ja",
                "am": "2026-06-28",
                "umfang": "die Frage und was daraus wurde",
                "nachweis_ort": "Ordner Einwilligungen, Büro Team Land",
            },
            "wille": "„Ich will einen Grund haben, morgens aufzustehen.“",
            "loeschen_ab": "2026-12-29",
        },
        *("beratung-2026-005", "lernen_fuers_team", "Am runden Tisch redet es sich leichter: das merken wir uns."),
    ),
    Trial(
        "protokolle",
        {
            "titel": "Teamsitzung Land am 29. Juni 2026",
            "status": "offen",
            "team": "team-land",
            "datum": "2026-06-29",
            "anwesend_anzahl": "4",
            "ausgangslage": ["a", "b"],
            "top_einzelfallunspezifisch": {
                "dauer_minuten": "15",
                "aufgefallen_neuigkeiten": [
                    {
                        "text": "Am Steg steht ein Schuppen leer: er hat sogar Licht.",
                        "themen": ["begegnung"],
                        "sozialraum": "seebrueck",
                        "links": ["angelverein-seebrueck", "treffpunkt-jung-seebrueck"],
                    },
                    {"text": "Der Bus hält jetzt näher."},
                ],
                "vernetzungsrunden": {"extern": [{"text": "Die Runde trifft sich im Herbst."}]},
                "nichts_neues": "ja",
            },
            "vereinbarungen": [STEP, {**STEP, "was": "Ruft bei der Stadt an", "wer": "FM-5"}],
        },
        *("team-land-2026-06-16", "anwesend_anzahl", "6"),
    ),
)
"""Every type of record; consultations once for each variant."""

ON_THE_MAP = Trial("sozialraeume", {}, "moorwinkel", "mittelpunkt", "")
"""Nothing is typed: the place is chosen on the map."""
VERIFIED = Trial("ressourcen", {}, "buecherei-auenstadt", "zeiten", "Di-Fr 10:00-16:00")
"""A fact changes beside a proof that no form shows: it stays, and the verification lapses."""
