"""What the entry form does in the browser is what Python does: the same verdicts, the same text, the same addresses."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError
from sozialraum.fields import contact, dates, language, link, place, text, times
from sozialraum.fields.data_rules import DATA_RULES, EVERYWHERE
from sozialraum.load.folder import slugify
from sozialraum.model.handbuch import Ablage, Plattform
from sozialraum.site import forge
from sozialraum.source.write import nested, record_text

ASSETS = Path(__file__).parents[1] / "generator/sozialraum/site/assets"
NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="Node is not installed, so the scripts cannot be tried.")

QUICK = settings(
    max_examples=5,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
"""Each example starts Node once and holds many cases; nothing is shrunk, since cases are named one by one."""

KINDS = {
    "Titel": text.title,
    "Zeile": text.line,
    "Text": text.paragraphs,
    "Zahl": text.number,
    "Datum": dates._day,
    "Postleitzahl": place.plz,
    "Koordinaten": place._point,
    "Mailadresse": contact.mail,
    "Webadresse": contact.url,
    "Telefon": contact._phone,
    "Kennung": link.slug,
    "Sprache": language.language,
    "Zeiten": times.times,
}
"""Kind of value → what reads it in Python."""

ANY = st.text(
    st.characters(max_codepoint=0x2FFF, exclude_categories=["Cs", "Cn"]) | st.sampled_from("😀\ufeff\u2028\x1c\x85 \n"),
    max_size=40,
)
NEARLY = {
    "Titel": st.text("aü😀 ", min_size=85, max_size=95),
    "Zeile": st.text("aü😀\n ", min_size=295, max_size=305),
    "Zahl": st.text("0123456789. ", max_size=11),
    "Datum": st.from_regex(r"[12][0-9]{3}-[0-3][0-9]-[0-3][0-9]", fullmatch=True) | st.dates().map(str),
    "Postleitzahl": st.text("0123456789٣ ", min_size=4, max_size=6),
    "Koordinaten": st.tuples(st.floats(-100, 100), st.floats(-200, 200)).map(lambda p: f"{p[0]:.3f}, {p[1]:.2f}"),
    "Mailadresse": st.from_regex(r"[a-zü.]{1,8}@[a-z.-]{1,9}\.[a-z]{1,3}", fullmatch=True),
    "Webadresse": st.from_regex(r"(https?|HTTP|ftp|tel|mailto)://?[a-z.\[\]/? {]{0,12}", fullmatch=True),
    "Telefon": st.from_regex(r"[(+ /-]{0,3}[0-9][0-9 ()/-]{2,14}", fullmatch=True) | st.just("116 117"),
    "Kennung": st.text("ab-1Ä ", max_size=8),
    "Sprache": st.sampled_from(["de", "zh-Hant", "DE", "leichte_sprache", "d e", "xx"]),
    "Zeiten": st.sampled_from(["Di 14-17", "nach Vereinbarung", "irgendwann"]),
}
"""Texts that nearly are, or are, what a kind asks for."""


def browser(imports: str, expression: str, cases: list[Any]) -> list[Any]:
    """Return what a script makes of each case, called `x`."""
    code = (
        f"{imports}\nconst cases = {json.dumps(cases)};\nconsole.log(JSON.stringify(cases.map((x) => {expression})));"
    )
    command = [str(NODE), "--input-type=module", "-e", code]
    done = subprocess.run(command, capture_output=True, check=False, text=True, cwd=ASSETS)
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found


def taken(kind: str, written: str) -> bool:
    """Whether Python takes a text as a value of this kind."""
    try:
        KINDS[kind](written)
    except PydanticCustomError:
        return False
    return True


def test_every_kind_with_a_rule_is_compared():
    """A new rule needs its reader here."""
    assert {*KINDS} == {*DATA_RULES}


@QUICK
@given(st.data())
def test_rules_as_data_say_what_the_model_says(data: st.DataObject):
    """What a rule refuses the model refuses; where the rule has the last word, the model takes everything else."""
    cases = [
        (kind, written)
        for kind in DATA_RULES
        for written in data.draw(st.lists(ANY | NEARLY.get(kind, ANY), min_size=8, max_size=8))
        if written.strip()
    ]
    rules = {kind: rule._asdict() for kind, rule in DATA_RULES.items()}
    given_to_node = [[rules[kind], written, EVERYWHERE] for kind, written in cases]
    found = browser('import { complaint } from "./regeln.js";', "complaint(...x)", given_to_node)
    for (kind, written), sentence in zip(cases, found, strict=True):
        assert not (sentence and taken(kind, written)), (kind, written, sentence)
        if DATA_RULES[kind].genau:
            assert sentence or taken(kind, written), (kind, written)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("Datum", ["2024-02-29", "2026-12-31"], ["2026-02-29", "31.12.2026", "2026-00-10", "2226-01-01"]),
        ("Postleitzahl", ["01067"], ["1067", "010677", "0106a"]),
        ("Koordinaten", ["54.7892, 9.4331", "-90,180"], ["54,7892 9,4331", "90.1, 0", "0, 180.5"]),
        ("Mailadresse", ["info@example.org"], ["info@example", "ä@example.org", "a b@example.org"]),
        ("Webadresse", ["https://example.org", "tel:110"], ["www.example.org", "javascript:alert(1)"]),
        ("Telefon", ["030 23125 117", "116 117", "(030) 23125117"], ["23125 117", "vormittags"]),
        ("Titel", ["ü" * 90, "😀" * 90], ["ü" * 91, "a\nb", "a\u202eb"]),
    ],
)
def test_rules_by_example(kind: str, right: list[str], wrong: list[str]):
    """Each rule by hand: what the form takes, and what it asks to mend."""
    rule = DATA_RULES[kind]._asdict()
    cases = [[rule, each, EVERYWHERE] for each in [*right, *wrong]]
    found = browser('import { complaint } from "./regeln.js";', "complaint(...x)", cases)
    assert [bool(each) for each in found] == [False] * len(right) + [True] * len(wrong)
    assert [taken(kind, each) for each in [*right, *wrong]] == [True] * len(right) + [False] * len(wrong)


VALUES = st.recursive(
    ANY | st.sampled_from(["ja", "a: b", "- x", "1\n2", "ein #", '"', "it's \\", "a" * 30]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.from_regex("[a-z_]{1,6}", fullmatch=True), inner),
    max_leaves=6,
)


@QUICK
@given(st.lists(st.dictionaries(st.from_regex("[a-z_]{1,8}", fullmatch=True), VALUES), min_size=12, max_size=12), ANY)
def test_records_are_written_alike(records: list[dict[str, Any]], body: str):
    """The form shows a record letter by letter as `sozialraum new` writes it."""
    found = browser('import { recordText } from "./schreiben.js";', "recordText(...x)", [[r, body] for r in records])
    assert found == [record_text(each, body) for each in records]


def test_groups_and_file_names():
    """`kontakt.telefon` becomes a group; a name becomes an id as in Python."""
    named = {"titel": "a", "kontakt.telefon": "b", "ort.plz": "c", "kontakt.web": "d"}
    assert browser('import { nested } from "./schreiben.js";', "nested(x)", [[*named.items()]]) == [nested(named)]
    names = [
        "Café Süd",
        "ÄÖÜ ß",
        "  --  ",
        "Straße 17b",
        "Ｗide ½",
        "Łódź",
        "Børn–Æ",
        "A\u0308hre",
        "St. Johannis/Mitte",
    ]
    assert browser('import { slug } from "./schreiben.js";', "slug(x)", names) == [slugify(name) for name in names]


@settings(QUICK, max_examples=2)
@given(st.lists(st.tuples(ANY, ANY | ANY.map(lambda each: each * 60)), min_size=5, max_size=5))
def test_addresses_are_the_same(cases: list[tuple[str, str]]):
    """The browser fills the forge's addresses as Python does, and leaves out what does not fit."""
    for plattform in Plattform:
        ablage = Ablage.model_validate({"plattform": plattform, "adresse": "https://git.example.org/a"})
        told = forge.told(ablage, "a?b@example.org")
        names = 'import { editAddress, newAddress, issueAddress, mailAddress } from "./adressen.js";'
        made = "[editAddress(a, x[0]), newAddress(a, 'r/' + x[0], x[1]), issueAddress(a, ...x), mailAddress(a, ...x)]"
        found = browser(f"{names}\nconst a = {json.dumps(told)};", made, [list(case) for case in cases])
        assert found == [
            [
                forge.edit_address(ablage, first),
                forge.new_address(ablage, f"r/{first}", second),
                forge.issue_address(ablage, first, second),
                forge.mail_address("a?b@example.org", first, second),
            ]
            for first, second in cases
        ]
