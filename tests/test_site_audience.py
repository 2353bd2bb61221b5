"""What is above a build's audience is in none of its files: the canary test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from districts import District
from site_builds import REPOSITORY
from sozialraum.building import BuildRequest, build_site
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.load.entries import read_district

AUDIENCES = list(Sichtbarkeit)
TEXT_LINE = re.compile(r"^(\s*(?:- )?(?:[a-z_]+: )?)([A-ZÄÖÜ„][^\n\[\]:#]{4,})$", re.MULTILINE)
"""A line of front matter whose value is free text."""


def with_canaries(text: str, name: str) -> tuple[str, list[str]]:
    """Put a word of its own into every free text of a record, title and body included; return them too."""
    words: list[str] = []

    def marked(found: re.Match[str]) -> str:
        words.append(f"kanarie{name.replace('-', '')}{len(words)}x")
        return f"{found[1]}{found[2][:40]} {words[-1]}"

    _fence, front, body = text.split("---\n", 2)
    front = TEXT_LINE.sub(marked, front)
    words.append(f"kanarie{name.replace('-', '')}textx")
    return f"---\n{front}---\n{body}\n\n{words[-1]}\n", words


@pytest.fixture(scope="module")
def marked_district(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[Sichtbarkeit, list[str]]]:
    """The sample district with a word in every free text, and the words by the record's audience."""
    import shutil

    base = tmp_path_factory.mktemp("kanarien")
    shutil.copytree(REPOSITORY / "records", base / "records")
    shutil.copytree(REPOSITORY / "docs", base / "docs")
    shutil.copy(REPOSITORY / "mkdocs.yml", base)
    district, _found = read_district(base / "records")
    words: dict[Sichtbarkeit, list[str]] = {audience: [] for audience in AUDIENCES}
    for entry in district.entries:
        file = base / entry.document.path
        text, own = with_canaries(file.read_text("utf-8"), entry.id)
        file.write_text(text, "utf-8")
        words[entry.record.audience] += [*own, f"{entry.id}.html"]
    return base, words


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_word_of_a_hidden_record_is_built(marked_district, tmp_path: Path, audience: Sichtbarkeit) -> None:
    """No file of a build holds a word of a record above its audience, nor the name of its page."""
    base, words = marked_district
    said: list[str] = []
    request = BuildRequest(base / "records", tmp_path / "site", audience=audience, despite_errors=True)
    assert build_site(request, said.append) == 0, said
    hidden = [word for level, found in words.items() if level.rank < audience.rank for word in found]
    shown = [word for level, found in words.items() if level.rank >= audience.rank for word in found]
    built = b"\n".join(file.read_bytes() for file in sorted((tmp_path / "site").rglob("*")) if file.is_file()).decode(
        "utf-8", "replace"
    )
    assert [word for word in hidden if word in built] == []
    assert audience is Sichtbarkeit.oeffentlich or any(word in built for word in shown)
    if audience.rank > Sichtbarkeit.jobcenter.rank:
        assert not (tmp_path / "site" / "beratungen").exists()
        assert not (tmp_path / "site" / "protokolle").exists()
        assert "beratungen/index.html" not in built


def test_fields_for_the_team_stay_there(tmp_path: Path) -> None:
    """A note for the team is in the build for the team and in no other."""
    import shutil

    shutil.copytree(REPOSITORY / "docs", tmp_path / "docs")
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    district = District.minimal(tmp_path)
    record = next((district.records / "ressourcen").glob("*.md"))
    note = "notiz_intern: kanarienotiz\nkontakte:\n  - {datum: 2026-01-15, art: pflege, durch: team-nord, notiz: kanariekontakt}"
    before, after = record.read_text("utf-8").split("\n---\n", 1)
    record.write_text(f"{before}\n{note}\n---\n{after}", "utf-8")
    for audience in AUDIENCES:
        target = tmp_path / f"site-{audience}"
        assert build_site(BuildRequest(district.records, target, audience=audience), lambda _text: None) == 0
        built = b"".join(file.read_bytes() for file in target.rglob("*") if file.is_file())
        assert (b"kanarienotiz" in built) == (b"kanariekontakt" in built) == (audience is Sichtbarkeit.team)
