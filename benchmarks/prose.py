"""Plausible German for records nobody wrote: places, sentences, hours, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

_FIRST = (
    "Alt", "Neu", "Ober", "Unter", "Nord", "Süd", "Linden", "Birken", "Eichen", "Erlen", "Auen", "Moor", "Heide",
    "Mühl", "Kirch", "Stein", "Wald", "Wiesen", "Bach", "See", "Berg", "Tal", "Sand", "Schön", "Lang", "Breiten",
)  # fmt: skip
_LAST = (
    "au", "bach", "berg", "brück", "dorf", "feld", "furt", "grund", "hagen", "heim", "hof", "horst", "kamp",
    "mark", "moor", "rode", "see", "stedt", "tal", "winkel", "werder", "wiesen", "hang", "thal", "büttel", "siel",
)  # fmt: skip
PLACES = tuple(first + last for last in _LAST for first in _FIRST if first.lower() != last)
"""Names for districts and municipalities."""

STREETS = tuple(
    first + last
    for first in (
        "Linden",
        "Mühlen",
        "Garten",
        "Schul",
        "Kirch",
        "Markt",
        "Ufer",
        "Wiesen",
        "Bahnhof",
        "Rosen",
        "Feld",
        "Post",
    )
    for last in ("straße", "weg", "platz", "allee", "gasse")
)

_WHO = (
    "zwei Rentnerinnen aus der Nachbarschaft", "zwei Tischler im Ruhestand", "einige vom Sportverein",
    "Leute aus dem Chor", "Eltern mit Kinderwagen", "die Frauen aus der Bäckerei", "Nachbarinnen und Nachbarn",
    "Schülerinnen der Oberstufe", "Busfahrer nach der Schicht", "die Kolleginnen aus der Bücherei",
)  # fmt: skip
_WHAT = (
    "Werkzeug, Garn und gute Laune", "große Tische und viele Stühle", "Kaffee aus der blauen Kanne",
    "Bücher, Spiele und eine Werkbank", "frisches Brot aus dem eigenen Ofen", "Fahrräder in jeder Größe",
    "Kräuter und Gemüse aus den Hochbeeten", "Stoffe, Knöpfe und drei Nähmaschinen", "ein Klavier und ein Schachbrett",
)  # fmt: skip
_WHEN = (
    "am frühen Abend", "gleich nach dem Markt", "an Regentagen", "in den Ferien", "am ersten Samstag", "kurz nach neun",
    "wenn die Schule aus ist", "im Sommer draußen", "im Winter am Ofen", "zwischen zehn und elf",
)  # fmt: skip
_WHERE = (
    "im hellen Raum zum Hof", "neben der alten Mühle", "im Erdgeschoss links", "hinter der Turnhalle", "am Ende der Gasse",
    "über der Bücherei", "im ehemaligen Bahnhof", "gegenüber der Haltestelle", "im Pavillon am Ufer",
)  # fmt: skip
_SENTENCES = (
    "{when} ist hier am meisten los, und {who} rücken zusammen, damit alle einen Platz finden.",
    "Wer zum ersten Mal kommt, wird begrüßt und findet {where} {what}.",
    "Es gibt {what}, und wer möchte, bringt etwas Eigenes mit oder nimmt etwas nach Hause.",
    "Angefangen hat es mit einer Idee am Küchentisch; heute helfen {who} regelmäßig mit.",
    "{where} ist es ruhig genug für ein Gespräch, das länger dauert als geplant.",
    "{who} kümmern sich um die Schlüssel, und {when} steht die Tür offen.",
    "Man muss nichts können und nichts mitbringen, auch {what} und eine freundliche Begrüßung warten schon.",
    "Wer Hilfe beim Tragen braucht, ruft vorher an, und {who} kommen entgegen.",
    "{when} lohnt sich der Weg besonders, weil dann {who} da sind und erzählen.",
    "Das Schönste ist der Blick aus dem Fenster {where}, sagen {who}.",
    "Vieles entsteht nebenbei: ein Rezept, eine Verabredung, eine Fahrgemeinschaft für die Woche.",
    "{what}: Das kam im letzten Jahr dazu, gespendet von Menschen aus dem Ort.",
    "Auch wer noch wenig Deutsch spricht, kommt zurecht, denn gezeigt ist schneller als erklärt.",
    "{when} wird gemeinsam aufgeräumt, und wer mag, bleibt danach noch auf einen Tee.",
    "Kinder sind willkommen; {where} steht eine Kiste mit Spielen.",
    "Manche kommen jede Woche, manche nur einmal im Jahr, und beides ist richtig.",
)
_LINKING = (
    "Oft geht es danach weiter zu [[{id}]].",
    "Eng verbunden ist der Ort mit [[{id}]], dort hilft man sich mit Räumen und Stühlen aus.",
    "Wer mehr sucht, findet es bei [[{id}|den Nachbarn nebenan]].",
    "Das Fest im Sommer richten alle gemeinsam mit [[{id}]] aus.",
)

_DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "Mo-Fr", "Mo-Do", "Di-Fr", "Mo, Mi", "Di, Do")
_AREA_CODES = ("030 23125", "069 90009", "040 66969", "0221 4710", "089 99998")
"""Numbers the Bundesnetzagentur keeps free for films and examples, each with 000 to 999."""


def sentence(rnd: Random) -> str:
    """Return one sentence of about 15 words."""
    choices = {"who": _WHO, "what": _WHAT, "when": _WHEN, "where": _WHERE}
    text = rnd.choice(_SENTENCES).format(**{name: rnd.choice(words) for name, words in choices.items()})
    return text[:1].upper() + text[1:]


def paragraph(rnd: Random, sentences: int) -> str:
    """Return some sentences."""
    return " ".join(sentence(rnd) for _ in range(sentences))


def body(rnd: Random, linked: Sequence[str]) -> str:
    """Return a body of about 120 words with two headings, a list and a link to each of `linked`."""
    points = "\n".join(f"- {sentence(rnd)}" for _ in range(2))
    links = " ".join(rnd.choice(_LINKING).format(id=id_) for id_ in linked)
    return (
        f"{paragraph(rnd, 3)}\n\n## Wie es dort ist\n\n{points}\n\n## Gut zu wissen\n\n{sentence(rnd)} {links}".strip()
    )


def hours(rnd: Random) -> str:
    """Return opening hours of one to three rules."""
    rules = []
    for day in rnd.sample(_DAYS[:6], rnd.randint(1, 3)) if rnd.random() < 0.6 else [rnd.choice(_DAYS[6:])]:
        start = rnd.randrange(8 * 4, 18 * 4)
        end = start + rnd.randrange(4, 16)
        rules.append(f"{day} {_clock(start)}-{_clock(end)}")
    return "; ".join(rules)


def phone(rnd: Random) -> str:
    """Return a telephone number that nobody has."""
    return f"{rnd.choice(_AREA_CODES)} {rnd.randrange(1000):03}"


def street(rnd: Random) -> str:
    """Return a street and house number."""
    return f"{rnd.choice(STREETS)} {rnd.randint(1, 90)}"


def _clock(quarters: int) -> str:
    return f"{quarters // 4:02}:{quarters % 4 * 15:02}"
