"""Whatever a record says, its pages say it as words and do nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from districts import MINIMAL, RESSOURCE, District
from site_builds import Handbook, built, copy_of_site
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.site.shell import CONTENT, DESCRIPTION, NAME, TITLE, TOC_ID, TOC_TITLE

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "end of script": "</script></title></style><svg onload=alert(2)>",
    "attribute": '" onmouseover="alert(3)" x=\'',
    "template": "{{ config.site_name }} {% include 'main.html' %} {# weg #} ${7*7}",
    "tokens": f"{TITLE} {DESCRIPTION} {CONTENT} {NAME}",
    "tokens of the contents": f"{TOC_ID} {TOC_TITLE} QZVERZEICHNISQZ QZERSTERQZ",
    "links": "javascript:alert(4) data:text/html,x vbscript:x",
    "regex": r"\1 \g<0> $1 \\ \n %s %(a)s {0}",
    "entity": "&lt;b&gt; &amp; &#x3c;script&#62; &nbsp;",
    "comment": "<!-- <h1> --> <![CDATA[ ]]> <?php ?>",
    "right to left": "שלום עולם مرحبا بكم",
    "emoji": "👩🏽‍🦽 Rampe 🇩🇪 ❤️‍🔥 Ÿ Ǆ ﬁ",
    "signs": "Straße & Söhne „so“ ‚so‘ – … ½ ∑ \u00a0Ende",
}
"""What is tried → words that must come out as they went in."""

BODY = """\
# <img src=x onerror=alert(5)>

{words}

[Klick](javascript:alert(6)) <javascript:alert(7)> [Daten](data:text/html;base64,PHNjcmlwdD4=) [Bild][b]
![Bild](https://example.org/pixel.png) <iframe src="https://example.org"></iframe>
<a href="https://example.org" onclick="alert(8)">Weiter</a> [[<b>fett</b>]] [[fahrradwerkstatt|<i>schräg</i>]]

[Falsch](sozialraum:gibt-es-nicht) [Fort](sozialraum:../../x "Titel") `[[fahrradwerkstatt]]`

[b]: JaVaScRiPt:alert(9)

```
<script>alert(10)</script> {{{{ x }}}}
```

| a | b |
|---|---|
| <script>alert(11)</script> | `<script>` |
"""


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """A district with one resource for each attempt: in its title, its one line, its other names, its body."""
    handbook = copy_of_site(tmp_path_factory.mktemp("feindlich"))
    district = District.minimal(handbook.base)
    good = MINIMAL[RESSOURCE]
    for number, words in enumerate(HOSTILE.values()):
        text = good.replace("titel: Offene Fahrradwerkstatt", f"titel: {quoted(f'T{number} {words}')}")
        text = text.replace("kurz: Räder reparieren, gemeinsam und mit Werkzeug vom Verein.", f"kurz: {quoted(words)}")
        text = text.replace("zugang_tipp: Einfach mittwochs mit dem Rad vorbeikommen.", f"zugang_tipp: {quoted(words)}")
        head, _body = text.split("\n---\n", 1)
        more = f"auch_bekannt_als: [{quoted('N ' + words)}]\nmitmachen: {quoted(words)}\nnotiz_intern: {quoted(words)}"
        district.write(f"ressourcen/feind-{number}.md", f"{head}\n{more}\n---\n\n{BODY.format(words=words)}")
    return built(handbook, audience="team")


def record_pages(handbook: Handbook) -> dict[str, str]:
    """Return the page of each attempt, by its words."""
    return {
        words: (handbook.site / f"ressourcen/feind-{number}.html").read_text("utf-8")
        for number, words in enumerate(HOSTILE.values())
    }


def test_words_come_out_as_they_went_in(hostile: Handbook) -> None:
    """Title, one line and body say on the page, letter by letter, what was written."""
    for number, words in enumerate(HOSTILE.values()):
        page = hostile.page(f"ressourcen/feind-{number}.html")
        said = " ".join(words.split())
        assert page.headings[0].text == f"T{number} {said}"
        assert page.text.count(said) >= 4, words  # title, one line, way in, joining in


def test_no_page_gets_a_tag_from_a_record(hostile: Handbook) -> None:
    """No element, event or address on any page comes out of a record, however it was written; pictures are our own."""
    for path, page in hostile.pages().items():
        assert page.unbalanced == [], path
        for tag in page.tags:
            assert tag.name not in {"iframe", "object", "embed", "base"}, path
            own = path.startswith("mitarbeiten/") and tag.attributes.get("src", "").startswith("bilder/")
            assert tag.name != "img" or own, path
            assert not [name for name in tag.attributes if name.startswith("on")], (path, tag)
            address = tag.attributes.get("href", "") + tag.attributes.get("src", "")
            assert not re.match(r"\s*(?:javascript|vbscript|data:text)", address, re.IGNORECASE), (path, address)


def test_scripts_are_those_of_the_frame(hostile: Handbook) -> None:
    """A page of a hostile record has the scripts that every record's page has, and no other."""
    script = re.compile(r"<script.*?</script>", re.DOTALL)
    usual = script.findall((hostile.site / "ressourcen/fahrradwerkstatt.html").read_text("utf-8"))
    for words, html in record_pages(hostile).items():
        assert script.findall(html) == usual, words


def test_lists_and_search_are_as_careful(hostile: Handbook) -> None:
    """Lists show the titles as words, too; whoever reads the search's data finds text in it."""
    listed = hostile.page("ressourcen/index.html").text
    for number, words in enumerate(HOSTILE.values()):
        assert f"T{number} {' '.join(words.split())}" in listed
    assert [each.text for each in hostile.page("mitmachen/index.html").links if each.text.startswith("T0")] == [
        "T0 <script>alert(1)</script>"
    ]


def test_links_in_a_body_keep_their_words(hostile: Handbook) -> None:
    """A link that leads somewhere harmful or nowhere stays as words; one to a record or to the web works."""
    page = hostile.page("ressourcen/feind-0.html")
    assert "Klick" in page.text
    assert "Falsch Fort [[fahrradwerkstatt]]" in page.text
    assert not {"Klick", "Daten", "Bild", "Falsch", "Fort"} & {link.text for link in page.links}
    assert "[[<b>fett</b>]]" in page.text
    assert ("<i>schräg</i>", "../ressourcen/fahrradwerkstatt.html") in page.links
    assert {link.href for link in page.links if "example.org" in link.href} <= {"https://example.org/pixel.png"}


def test_settings_are_words_too(tmp_path: Path) -> None:
    """The district's own name and greeting are as untrusted as any record."""
    handbook = copy_of_site(tmp_path)
    district = District.minimal(tmp_path)
    evil = "<script>alert(1)</script> {{ x }}"
    district.replace(
        "handbuch.yml", "name: Sozialraum-Handbuch Probe", f"name: {quoted(evil)}\nbegruessung: {quoted(evil)}"
    )
    built(handbook, audience=str(Sichtbarkeit.jobcenter))
    for path, page in handbook.pages().items():
        assert "<script>alert(1)" not in page.html, path
    assert evil in handbook.page("index.html").text
