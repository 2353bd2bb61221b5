"""Who had which role in a consultation (KB-10 to KB-15)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.checks.consultation import free_signs, held
from sozialraum.checks.finding import Checked, Finding, gap
from sozialraum.diagnostics import Span
from sozialraum.model.team import Funktion, Team

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sozialraum.load.entries import Entry
    from sozialraum.model.beratung import Rollen

_NEEDED = {
    "moderation": "Moderation",
    "protokoll": "Protokoll",
    "falleinbringend": "Bringt ein",
    "beratende": "Beratende",
}
_SMALLEST_GROUP = 2
_FUNCTIONS = frozenset(word.casefold() for each in Funktion for word in (each.value, each.label))
_LIKE_A_NAME = re.compile(r"(?!.*\d).*(?:[^\W\d_]{5}|(?![A-ZÄÖÜ]{4})[^\W\d_]{4})", re.DOTALL)
"""No digit, and five letters in a row, or four that are not all capitals."""


def rolle_fehlt(checked: Checked) -> Iterator[Finding]:
    """Bei einer Beratung ist eine Rolle nicht besetzt.

    Zu einer Kollegialen Beratung gehören vier Rollen: Moderation, Protokoll, wer das Anliegen einbringt und die Gruppe,
    die berät. Eingetragen werden Dienstkürzel oder Funktionen, keine Namen.
    """
    for entry, beratung in held(checked):
        signs = free_signs(checked, beratung)
        if beratung.rollen is None:
            shown = (
                f"moderation: {signs[0]}, protokoll: {signs[1]}, falleinbringend: [{signs[2]}], "
                f"beratende: [{signs[3]}, {signs[4]}]"
            )
            message = "Es ist nicht festgehalten, wer welche Rolle hatte."
            yield Finding(gap(entry, "rollen"), message, f"Zum Beispiel: rollen: {{{shown}}}")
            continue
        for name, label in _NEEDED.items():
            if not getattr(beratung.rollen, name):
                shown = {"falleinbringend": f"[{signs[0]}]", "beratende": f"[{signs[0]}, {signs[1]}]"}.get(
                    name, signs[0]
                )
                message = f"„{label}“ ({name}) ist nicht besetzt."
                yield Finding(gap(entry, "rollen", name), message, f"Unter rollen ergänzen: {name}: {shown}")


def moderation_bringt_ein(checked: Checked) -> Iterator[Finding]:
    """Wer moderiert, bringt zugleich das Anliegen ein.

    Wer ein eigenes Anliegen mitbringt, soll sich ganz darauf einlassen können. Die Moderation führt durch die Phasen
    und achtet auf die Zeit; das übernimmt jemand anderes.
    """
    message = "Dieselbe Person moderiert und bringt zugleich das Anliegen ein."
    yield from _brings_in_too(checked, "moderation", message, "Jemand anderes moderiert.")


def protokoll_bringt_ein(checked: Checked) -> Iterator[Finding]:
    """Wer mitschreibt, bringt zugleich das Anliegen ein.

    Es hört sich leichter zu, wenn jemand anderes schreibt. Im kleinen Kreis geht es manchmal nicht anders.
    """
    message = "Dieselbe Person schreibt mit und bringt zugleich das Anliegen ein."
    yield from _brings_in_too(checked, "protokoll", message, "Besser schreibt jemand anderes mit.")


def moderation_schreibt_mit(checked: Checked) -> Iterator[Finding]:
    """Moderation und Protokoll liegen in einer Hand.

    In kleinen Teams geht es manchmal nicht anders. Wo es geht, teilen sich zwei die Aufgaben.
    """
    for entry, beratung in held(checked):
        roles = beratung.rollen
        if roles and roles.moderation and roles.moderation == roles.protokoll:
            message = "Dieselbe Person moderiert und schreibt zugleich mit."
            remedy = f"Wenn möglich, teilen sich das zwei. Unter rollen ersetzen: protokoll: {free_signs(checked, beratung)[0]}"
            yield Finding(entry.document.span(("rollen", "protokoll")), message, remedy)


def beratende_bringt_ein(checked: Checked) -> Iterator[Finding]:
    """Jemand berät und bringt zugleich das Anliegen ein.

    Die Gruppe schaut von außen auf das Anliegen. Wer es einbringt, hört in dieser Zeit zu.
    """
    for entry, beratung in held(checked):
        for position in _advising_themselves(beratung.rollen):
            message = "Wer das Anliegen einbringt, zählt nicht zu den Beratenden."
            remedy = f"Unter beratende jemand anderen nennen, zum Beispiel {free_signs(checked, beratung)[0]}."
            yield Finding(entry.document.span(("rollen", "beratende", position)), message, remedy)


def zu_wenig_beratende(checked: Checked) -> Iterator[Finding]:
    """Zu wenige haben mitberaten.

    Aus verschiedenen Blickwinkeln zu schauen, braucht eine Gruppe: mindestens zwei, die das Anliegen nicht selbst
    einbringen. Ein Team, das dafür zu klein ist, trägt in handbuch.yml unter `beratungen` ein: `kleines_team: ja`.
    """
    if checked.district.settings.beratungen.kleines_team != "ja":
        yield from _too_few(checked)


def eine_beratende_stimme(checked: Checked) -> Iterator[Finding]:
    """In einem kleinen Team hat nur eine Stimme mitberaten.

    Das Handbuch ist auf ein kleines Team eingestellt, deshalb hält es nichts auf. Vielleicht kommt beim nächsten Mal
    jemand aus einem anderen Team dazu.
    """
    if checked.district.settings.beratungen.kleines_team == "ja":
        yield from _too_few(checked)


def kein_dienstkuerzel(checked: Checked) -> Iterator[Finding]:
    """In einer Rolle steht kein Dienstkürzel und keine Funktion.

    Namen gehören nicht ins Handbuch. Welche Dienstkürzel es gibt, steht beim Team unter `kuerzel`; Funktionen sind zum
    Beispiel Fallmanagement, Teamleitung oder Eingangszone.
    """
    if not checked.all_read("teams"):
        return
    known = _FUNCTIONS | {sign.casefold() for sign in _all_signs(checked)}
    for entry, beratung in held(checked):
        unknown = [each for each in _signs(beratung.rollen) if each[1].casefold() not in known]
        team = checked.graph.entries.get(beratung.team)
        if not unknown or team is None:
            continue
        signs: tuple[str, ...] = getattr(team.record, "kuerzel", ())
        if not signs:
            yield _team_without_signs(entry, team)
            continue
        for keys, _written in unknown:
            message = "Hier steht weder ein Dienstkürzel aus einem Team noch eine Funktion."
            remedy = f"Eines davon eintragen: {', '.join(signs)}. Neue Kürzel kommen in {team.document.path} dazu."
            yield Finding(entry.document.span(("rollen", *keys)), message, remedy)


def dienstkuerzel_wie_name(checked: Checked) -> Iterator[Finding]:
    """Ein Dienstkürzel eines Teams sieht aus wie ein Name.

    Dienstkürzel stehen in Beratungen, Protokollen und Vereinbarungen; dort soll niemand mit Namen erscheinen. Ein Kürzel
    ist kurz oder hat eine Ziffer: `K1`, `FM-2`, `Nord-3`. Auch eine Funktion wie Teamleitung ist kein Name.
    """
    for entry, team in checked.of_type(Team):
        for position, sign in enumerate(team.kuerzel):
            if _LIKE_A_NAME.match(sign) and sign.casefold() not in _FUNCTIONS:
                message = "Dieses Dienstkürzel sieht aus wie ein Name."
                remedy = "Ein Kürzel aus wenigen Buchstaben oder mit einer Ziffer vergeben, zum Beispiel FM-1."
                yield Finding(entry.document.span(("kuerzel", position)), message, remedy)


def _brings_in_too(checked: Checked, role: str, message: str, better: str) -> Iterator[Finding]:
    for entry, beratung in held(checked):
        sign = getattr(beratung.rollen, role, None)
        if sign and beratung.rollen and sign in beratung.rollen.falleinbringend:
            remedy = f"{better} Unter rollen ersetzen: {role}: {free_signs(checked, beratung)[0]}"
            yield Finding(entry.document.span(("rollen", role)), message, remedy)


def _too_few(checked: Checked) -> Iterator[Finding]:
    for entry, beratung in held(checked):
        roles = beratung.rollen
        if roles is None or not roles.beratende or any(True for _each in _advising_themselves(roles)):
            continue
        if len({*roles.beratende}) < _SMALLEST_GROUP:
            message = "Mitberaten hat nur eine Person, es braucht mindestens zwei."
            free = free_signs(checked, beratung)
            first = roles.beratende[0] if roles.beratende[0] in _all_signs(checked) else free[1]
            shown = f"beratende: [{first}, {free[0]}]"
            yield Finding(
                entry.document.span(("rollen", "beratende")), message, f"Alle nennen. Unter rollen ersetzen: {shown}"
            )


def _all_signs(checked: Checked) -> set[str]:
    """Return every team's Dienstkürzel. A message repeats nothing else: somebody may have written a name."""
    return {sign for _entry, team in checked.of_type(Team) for sign in team.kuerzel}


def _advising_themselves(roles: Rollen | None) -> Iterator[int]:
    if roles and roles.falleinbringend:
        for position, sign in enumerate(roles.beratende):
            if sign in roles.falleinbringend:
                yield position


def _signs(roles: Rollen | None) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if roles is None:
        return
    for name in ("moderation", "protokoll"):
        if getattr(roles, name):
            yield (name,), getattr(roles, name)
    for name in ("falleinbringend", "beratende"):
        for position, sign in enumerate(getattr(roles, name)):
            yield (name, position), sign


def _team_without_signs(entry: Entry, team: Entry) -> Finding:
    message = (
        f"Beim Team „{team.record.titel}“ stehen noch keine Dienstkürzel, deshalb lassen sich die Rollen nicht prüfen."
    )
    remedy = f"In {team.document.path} ergänzen, wie in den Rollen geschrieben: kuerzel: [K1, K2]"
    return Finding(entry.document.key_span(("rollen",)), message, remedy, (Span(team.document.path),))
