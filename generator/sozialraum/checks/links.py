"""Links lead somewhere, to the right kind of record, and to something that still exists."""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sozialraum.checks.finding import Checked, Finding
from sozialraum.diagnostics import MOST_OF_ONE_TEXT, alternatives
from sozialraum.fields.link import meant_everywhere
from sozialraum.model import RECORD_TYPES
from sozialraum.model.beratung import Beratung
from sozialraum.model.describe import feld
from sozialraum.source.wikilinks import links_not_shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.diagnostics import Span
    from sozialraum.graph import Link

_MAY_POINT_AT_ENDED = frozenset(
    {"belege", "entstandene_ressource", "entstanden_aus", "beratungen", "vernetzungsrunden"}
)
"""Fields that tell what was: evidence, origin, history."""


def verweis_ins_leere(checked: Checked) -> Iterator[Finding]:
    """Ein Verweis führt zu keinem Datensatz.

    Verwiesen wird mit der Kennung, also dem Dateinamen ohne `.md`. Vielleicht ist es ein Tippfehler, oder der
    Eintrag wurde umbenannt.
    """
    told: Counter[str] = Counter()
    for link in checked.graph.links:
        folders = link.ziel.ordner if link.ziel else ()
        if link.keys and not checked.may_exist(link.target, folders) and told[link.source] < MOST_OF_ONE_TEXT:
            told[link.source] += 1
            everywhere = meant_everywhere(link.target) if link.ziel and link.ziel.may_be_everywhere else ""
            remedy = everywhere or _meant(checked, link.target, folders)
            yield Finding(place_of(checked, link), f"Einen Eintrag „{link.target}“ gibt es nicht.", remedy)


def textverweis_ins_leere(checked: Checked) -> Iterator[Finding]:
    """Ein `[[Verweis]]` im freien Text führt zu keinem Datensatz.

    In den doppelten Klammern steht die Kennung eines Eintrags, auf Wunsch mit eigenem Wortlaut:
    `[[stadtteilcafe-auenblick|das Café]]`.
    """
    told: Counter[str] = Counter()
    for link in checked.graph.links:
        if not link.keys and not checked.may_exist(link.target, ()) and told[link.source] < MOST_OF_ONE_TEXT:
            told[link.source] += 1
            message = f"Einen Eintrag „{link.target}“ gibt es nicht."
            yield Finding(place_of(checked, link), message, _meant(checked, link.target, ()))


def link_wird_nicht_gezeigt(checked: Checked) -> Iterator[Finding]:
    """Im freien Text steht ein Link oder ein Bild, das keine Seite zeigt.

    Von Links bleiben nur solche ins Netz (`https://`), an eine Mailadresse oder eine Telefonnummer. Auf einen anderen
    Eintrag verweist `[[stadtteilcafe-auenblick]]`. Bilder zeigt das Handbuch nicht; in Worten findet sie auch die Suche.
    """
    for entry in checked.district.entries:
        if isinstance(entry.record, Beratung):  # `bild_oder_anhang` says more.
            continue
        for begin, end, address in islice(links_not_shown(entry.document.body), MOST_OF_ONE_TEXT):
            place = entry.document.body_span(begin, end - begin)
            if not address:
                yield Finding(place, "Dieses Bild wird nicht gezeigt.", "In Worten sagen, was darauf zu sehen ist.")
                continue
            id_ = PurePosixPath(address.partition("#")[0]).stem
            meant = f"[[{id_}]]" if id_ in checked.district.files else "[[kennung]]"
            remedy = f"Auf einen Eintrag so verweisen: {meant}, ins Netz mit https:// davor."
            yield Finding(place, "Dieser Link wird nicht gezeigt, nur seine Wörter.", remedy)


def verweis_falsche_art(checked: Checked) -> Iterator[Finding]:
    """Ein Verweis führt zu einem Eintrag der falschen Art.

    Als Träger kommt nur eine Organisation in Frage, als Team nur ein Team. Welche Art ein Feld erwartet, steht auf
    der Seite „Alle Felder“.
    """
    for link in checked.graph.links:
        folder = checked.district.files.get(link.target)
        if not link.ziel or not link.ziel.ordner or folder is None or folder in link.ziel.ordner:
            continue
        wanted = alternatives([RECORD_TYPES[name].typ.mit_artikel for name in link.ziel.ordner])
        message = f"„{link.target}“ ist {RECORD_TYPES[folder].typ.mit_artikel}, hier wird {wanted} erwartet."
        yield Finding(place_of(checked, link), message, _meant(checked, link.target, link.ziel.ordner))


def verweis_auf_beendetes(checked: Checked) -> Iterator[Finding]:
    """Ein Verweis führt zu einem Eintrag, den es so nicht mehr gibt.

    Der Eintrag bleibt lesbar, hilft aber niemandem mehr weiter. Den Verweis entfernen oder durch etwas ersetzen, das
    es heute gibt. Erzählt ein Text davon, wie es früher war, genügt der Name ohne Verweis.
    """
    entries = checked.graph.entries
    ended = {entry.id for entry in checked.district.entries if entry.record.ist_beendet}
    for link in checked.graph.links:
        if link.target not in ended or link.source in ended:
            continue
        if link.keys and link.keys[0] in _MAY_POINT_AT_ENDED:
            continue
        target = entries[link.target]
        message = f"„{target.record.titel}“ gibt es so nicht mehr (Status {target.record.status.label})."
        yield Finding(place_of(checked, link), message, "Den Verweis entfernen oder etwas Heutiges verlinken.")


def verwaist(checked: Checked) -> Iterator[Finding]:
    """Auf diesen Eintrag verweist nichts, und er verweist auf keinen Ort.

    Solche Einträge findet man nur über die Suche. Oft fehlt nur die Angabe `sozialraeume`.
    """
    linked = {link.target for link in checked.graph.links if link.target != link.source}
    linking = {link.source for link in checked.graph.links if link.keys and link.keys[0] != "verantwortlich"}
    for entry in checked.district.entries:
        field = feld(type(entry.record), "sozialraeume")
        unplaced = field and not field.pflicht and not getattr(entry.record, field.name)
        if unplaced and entry.id not in linked and entry.id not in linking:
            yield Finding(
                entry.document.span(),
                "Auf diesen Eintrag verweist nichts.",
                "Unter sozialraeume angeben, wo er hingehört.",
            )


def place_of(checked: Checked, link: Link) -> Span:
    """Return the place where a link is written."""
    document = checked.graph.entries[link.source].document
    if link.keys:
        return document.span(link.keys)
    return document.body_span(link.offset, len(link.target) + 4)


def _meant(checked: Checked, written: str, folders: tuple[str, ...]) -> str:
    candidates = [id_ for id_, folder in checked.district.files.items() if not folders or folder in folders]
    close = get_close_matches(written, candidates, n=1, cutoff=0.6)
    if close:
        return f"Meinten Sie „{close[0]}“?"
    if folders:
        return f"Die Kennung ist der Dateiname ohne .md in {alternatives([f'{each}/' for each in folders])}."
    return "Die Kennung ist der Dateiname ohne .md."
