"""From which day on a record is to be erased (Art. 5 (1) e and Art. 17 GDPR, § 84 SGB X; domain.md 4.8).

The months stand in handbuch.yml under `loeschfristen`. A record that names a
day of its own under `loeschen_ab` is erased on the earlier of the two. From
that day on no build shows it, whether the file is still there or not.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sozialraum.fields.dates import add_months
from sozialraum.model.bedarfslage import Bedarfslage
from sozialraum.model.beratung import Beratung, Beratungsstatus, Variante
from sozialraum.model.netzwerk import Netzwerk
from sozialraum.model.organisation import Organisation
from sozialraum.model.protokoll import Protokoll
from sozialraum.model.ressource import Ressource
from sozialraum.model.schluesselperson import Anzeige, Schluesselperson
from sozialraum.model.vorhaben import Vorhaben, Vorhabenstatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sozialraum.load.entries import District
    from sozialraum.model.handbuch import Loeschfristen
    from sozialraum.model.record import Record


_ENDED = frozenset({Vorhabenstatus.abgeschlossen, Vorhabenstatus.verstetigt, Vorhabenstatus.verworfen})


class Frist(NamedTuple):
    """The day a record is to be erased, and why then."""

    ab: date
    grund: str
    """A clause that goes on after „zu löschen, “."""
    key: str
    """The field the day follows from."""


def fristen(district: District) -> dict[str, Frist]:
    """Return the day of every record that has one, by id."""
    rules = district.settings.loeschfristen
    found: dict[str, Frist] = {}
    for entry in district.entries:
        frist = min(_of(entry.record, rules), default=None)
        if frist:
            found[entry.id] = frist
    for entry, beratung in district.of_type(Beratung):
        project = found.get(beratung.vorhaben or "")
        if beratung.variante is Variante.vorhaben and project:
            with_it = Frist(project.ab, "mit dem Vorhaben, um das es geht", "vorhaben")
            found[entry.id] = min(with_it, found.get(entry.id, with_it))
    return found


def overdue(district: District, today: date) -> dict[str, Frist]:
    """Return what is to be erased by `today`, by id."""
    return {id_: frist for id_, frist in fristen(district).items() if frist.ab <= today}


def _of(record: Record, rules: Loeschfristen) -> Iterator[Frist]:
    """Yield every rule's day for a record; the earliest counts."""
    own: date | None = getattr(record, "loeschen_ab", None)
    if own:
        yield Frist(own, "weil der Eintrag es so festlegt", "loeschen_ab")
    rule = _RULES.get(type(record))
    if rule:
        yield from rule(record, rules)


def _beratung(record: Beratung, rules: Loeschfristen) -> Iterator[Frist]:
    if record.variante is Variante.vorhaben:
        return
    longest = rules.einzelfall_laengstens
    yield Frist(add_months(record.datum, longest), f"{longest} Monate nach der Beratung", "datum")
    if record.status is Beratungsstatus.abgeschlossen:
        closed = max(record.datum, record.rueckkopplung.am) if record.rueckkopplung else record.datum
        months = rules.einzelfall_nach_abschluss
        key = "rueckkopplung" if record.rueckkopplung else "datum"
        yield Frist(add_months(closed, months), f"{months} Monate nach dem Abschluss", key)


def _protokoll(record: Protokoll, rules: Loeschfristen) -> Iterator[Frist]:
    yield Frist(add_months(record.datum, rules.protokolle), f"{rules.protokolle} Monate nach der Sitzung", "datum")


def _vorhaben(record: Vorhaben, rules: Loeschfristen) -> Iterator[Frist]:
    if record.status in _ENDED and record.verlauf:
        ended = max(step.am for step in record.verlauf)
        yield Frist(add_months(ended, rules.vorhaben), f"{rules.vorhaben} Monate nach dem Ende", "verlauf")


def _person(record: Schluesselperson, rules: Loeschfristen) -> Iterator[Frist]:
    """Only who appears by name has anything to erase; a function is no person."""
    if record.anzeige is not Anzeige.mit_namen:
        return
    consent = record.einwilligung
    if consent and consent.widerrufen_am:
        yield Frist(consent.widerrufen_am, "weil die Einwilligung widerrufen ist", "einwilligung")
    if consent and consent.gueltig_bis:
        yield Frist(consent.gueltig_bis + timedelta(days=1), "weil die Einwilligung endet", "einwilligung")
    if record.letzter_kontakt:
        months = rules.schluesselpersonen
        yield Frist(add_months(record.letzter_kontakt, months), f"{months} Monate ohne Kontakt", "letzter_kontakt")


def _ended(months: Callable[[Loeschfristen], int]) -> Callable[[Record, Loeschfristen], Iterator[Frist]]:
    def rule(record: Record, rules: Loeschfristen) -> Iterator[Frist]:
        if record.ist_beendet:
            last = record.letzte_pruefung
            name = "angelegt_am" if last is None else "geprueft" if last is record.geprueft else "geprueft_am"
            day = last.am if last else record.angelegt_am
            yield Frist(add_months(day, months(rules)), f"{months(rules)} Monate nach dem Ende", name)

    return rule


_RULES: Mapping[type[Record], Callable[..., Iterator[Frist]]] = {
    Beratung: _beratung,
    Protokoll: _protokoll,
    Vorhaben: _vorhaben,
    Schluesselperson: _person,
    Ressource: _ended(lambda rules: rules.ressourcen),
    Organisation: _ended(lambda rules: rules.ressourcen),
    Netzwerk: _ended(lambda rules: rules.ressourcen),
    Bedarfslage: _ended(lambda rules: rules.bedarfslagen),
}
"""Record type → its rule. Sozialräume and Teams stay."""
