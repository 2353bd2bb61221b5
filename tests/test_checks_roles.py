"""Whoever writes a name where a Dienstkürzel belongs is told so, and the name is repeated nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from districts import District

BERATUNG = """\
---
titel: Beratung
status: durchgefuehrt
angelegt_am: 2026-01-20
variante: einzelfall
datum: 2026-01-20
team: team-nord
sozialraeume: [landkreisweit]
rollen:
  moderation: {moderation}
  protokoll: {protokoll}
  falleinbringend: [{falleinbringend}]
  beratende: [{beratende}]
---
"""
NAME = "Frau Birnenkuchen"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"moderation": NAME}, "kein_dienstkuerzel"),
        ({"beratende": NAME}, "zu_wenig_beratende"),
        ({"moderation": NAME, "falleinbringend": NAME}, "moderation_bringt_ein"),
        ({"protokoll": NAME, "falleinbringend": NAME}, "protokoll_bringt_ein"),
        ({"moderation": NAME, "protokoll": NAME}, "moderation_schreibt_mit"),
        ({"falleinbringend": NAME, "beratende": f"K1, {NAME}"}, "beratende_bringt_ein"),
    ],
)
def test_no_message_repeats_a_name(district: District, changes: dict[str, str], code: str) -> None:
    """Messages end up in logs that are kept; the place must do."""
    roles = {"moderation": "K1", "protokoll": "K2", "falleinbringend": "K3", "beratende": "K4, K5", **changes}
    head, body = (district.records / "teams/team-nord.md").read_text("utf-8").rsplit("---\n", 1)
    district.write("teams/team-nord.md", f"{head}kuerzel: [K1, K2, K3, K4, K5, K6]\n---\n{body}")
    district.write("beratungen/beratung.md", BERATUNG.format(**roles))

    found = district.check()

    assert code in {each.code for each in found}
    assert not any("Birnenkuchen" in f"{each.message} {each.remedy}" for each in found)


@pytest.mark.parametrize(
    ("sign", "like_a_name"),
    [
        ("Meier", True),
        ("meier", True),
        ("Anna Birnenkuchen", True),
        ("A. Birnenkuchen", True),
        ("Łucz", True),
        ("Mei", False),
        ("FMST", False),
        ("K 1", False),
        ("Nord-3", False),
        ("Teamleitung", False),
    ],
)
def test_what_looks_like_a_name(district: District, sign: str, *, like_a_name: bool) -> None:
    """A Dienstkürzel is short or has a digit, or is the word for a function; what is not may be a name, which no message repeats."""
    district.replace("teams/team-nord.md", "[K1, K2, FM-1, FM-2, FM-3]", f"[K1, {sign}]")

    found = district.check()

    assert [each.code for each in found] == ["dienstkuerzel_wie_name"] * like_a_name
    assert not any(sign in f"{each.message} {each.remedy}" for each in found)
