"""Records as attack: whatever they say, messages and files only say it, and nothing is written elsewhere."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import openpyxl
import pytest
import vobject
from attack_corpus import CORPUS, PRINTABLE, TEXTS, hostile, refused
from click.testing import CliRunner
from districts import HEUTE, District
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from sozialraum.cli import main
from sozialraum.editing.new import new_record
from sozialraum.exports.formats import EXPORTS, export
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.output import OUTPUTS
from test_output_formats import GITLAB, JUNIT, SARIF, order
from test_review import git


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> District:
    """A district whose records say every attack where text may stand. Never change it."""
    return hostile(tmp_path_factory.mktemp("feindlich"))


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> District:
    """A district whose records say every attack where it is wrong, in names of files too. Never change it."""
    return refused(tmp_path_factory.mktemp("falsch"))


def files(base: Path) -> dict[str, bytes]:
    """Return path → content of everything below a folder."""
    return {str(file.relative_to(base)): file.read_bytes() for file in sorted(base.rglob("*")) if file.is_file()}


def call(*arguments: str) -> str:
    """Call the command as a pipeline would; return everything it printed."""
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return done.stdout + done.stderr


def assert_steers_nothing(text: str, *, orders: frozenset[str] = frozenset()) -> None:
    """Fail where a log holds an order to a runner or anything but visible signs."""
    assert {sign for sign in text if not (sign.isprintable() or sign == "\n")} == set()
    assert {order(line) for line in text.split("\n")} - {""} <= orders


def test_the_corpus() -> None:
    """There are at least 200 different inputs, and some of every class."""
    assert len(set(TEXTS) | set(CORPUS["yaml"])) >= 300
    assert {name: len(texts) >= 20 for name, texts in CORPUS.items()} == dict.fromkeys(CORPUS, True)
    assert len(CORPUS) == 9


@pytest.mark.parametrize("format_", OUTPUTS)
def test_messages_give_no_orders(format_: str, wrong: District) -> None:
    """`check` names every wrong file, in each of its formats, and no log or parser obeys what stands in them."""
    before = files(wrong.base)
    text = call("check", str(wrong.records), "--format", format_, "--heute", str(HEUTE))
    assert_steers_nothing(text, orders=frozenset({"error", "warning", "notice"} if format_ == "github" else ()))
    assert text.count("feind-") >= len(TEXTS)
    if format_ == "sarif":
        SARIF.validate(json.loads(text))
    if format_ == "gitlab":
        GITLAB.validate(json.loads(text))
    if format_ == "junit":
        JUNIT.validate(text)
        assert len(list(next(iter(JUnitXml.fromstring(text.encode()))))) >= len(TEXTS)
    assert files(wrong.base) == before


def test_front_matter_does_nothing(wrong: District) -> None:
    """Each of the YAML attacks is refused at its place; none is followed, run or taken for a record."""
    named = {each.span.path for each in wrong.check()}
    assert {f"records/vorhaben/yaml-{number}.md" for number in range(len(CORPUS["yaml"]))} <= named


def test_what_may_be_said_is_said(said: District) -> None:
    """Text that only looks dangerous is text: it breaks no rule of weight."""
    assert [each for each in said.check() if each.severity.name == "FEHLER"] == []
    assert len(PRINTABLE) >= 230


def test_csv(said: District) -> None:
    """A CSV has one row for each record, as wide as its heading, and no cell that a spreadsheet would run."""
    content, count = export(said.read(Sichtbarkeit.team), "csv")
    heading, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert len(rows) == count == len(PRINTABLE) + 1
    assert {len(row) for row in rows} == {len(heading)}
    assert [cell for row in rows for cell in row if re.match(r"\s*[=+\-@＝＋－＠]", cell)] == []


def test_xlsx(said: District) -> None:
    """In a workbook every cell that holds words holds text: no formula, no address."""
    content, _count = export(said.read(Sichtbarkeit.team), "xlsx")
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(content)) for row in sheet for cell in row]
    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} == {"s"}
    assert [cell for cell in cells if cell.hyperlink] == []
    assert sum(str(cell.value).startswith("T") and "=1+1" in str(cell.value) for cell in cells)


def test_structured_exports(said: District) -> None:
    """JSON, GeoJSON and contacts read back to what was written, one for each record."""
    project = said.read(Sichtbarkeit.team)
    data = json.loads(export(project, "json")[0])
    assert {each.get("mitmachen", " ").strip() for each in data["ressourcen"]} >= {each.strip() for each in PRINTABLE}
    places = json.loads(export(project, "geojson")[0])["features"]
    assert len(places) == len(PRINTABLE)
    cards = [*vobject.readComponents(export(project, "vcf")[0].decode())]
    known = {
        "version",
        "fn",
        "n",
        "org",
        "adr",
        "note",
        "categories",
        "tel",
        "email",
        "url",
        "rev",
        "uid",
        "geo",
        "kind",
    }
    assert {name for card in cards for name in card.contents} <= known | {"prodid", "x-kind"}
    assert set(EXPORTS) == {"csv", "xlsx", "json", "geojson", "vcf"}


def test_format_keeps_to_its_files(tmp_path: Path) -> None:
    """`format` changes nothing but the form of records, says so without orders, and is done after one go."""
    for number, district in enumerate((hostile(tmp_path / "a"), refused(tmp_path / "b"))):
        before = files(tmp_path)
        names = {str(each.id): each.record for each in district.read(Sichtbarkeit.team).district.entries}
        assert_steers_nothing(call("format", str(district.records)))
        assert files(tmp_path).keys() == before.keys()
        assert {str(each.id): each.record for each in district.read(Sichtbarkeit.team).district.entries} == names
        once = files(tmp_path)
        call("format", str(district.records))
        assert files(tmp_path) == once, number


@pytest.mark.parametrize("lay", [hostile, refused])
def test_the_comment_on_a_change_is_words(lay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `vorschau` tells of hostile records has no link, picture, HTML or order of theirs in it."""
    district = District.minimal(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Anfang")
    lay(tmp_path)
    monkeypatch.chdir(tmp_path)
    text = call("vorschau", "--gegen", "main", "--heute", str(HEUTE), "--records", str(district.records))
    assert "T1 " in text or "records/ressourcen/" in text
    assert_steers_nothing(text)
    tokens = [
        inner
        for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text)
        for inner in [token, *(token.children or [])]
    ]
    html = [token.content.strip() for token in tokens if token.type in {"html_inline", "html_block"}]
    assert set(html) <= {"<!-- sozialraum-vorschau -->", "<details>", "</details>", "<summary>", "</summary>"}
    assert [token for token in tokens if token.type in {"link_open", "image"}] == []


def test_a_new_record_stays_in_its_folder(district: District) -> None:
    """Whatever a title says, the file it becomes lies in the folder of its type, with a name of letters and digits."""
    for words in TEXTS:
        new, _found = new_record(district.records, "ressourcen", {"titel": words}, HEUTE)
        assert new is not None
        assert re.fullmatch(r"ressourcen/[a-z0-9]+(-[a-z0-9]+)*\.md", new.path), words
