"""Links in both directions: what a record links to, and what its own page says of those that link to it."""

from __future__ import annotations

from districts import RESSOURCE, District
from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.graph import Graph


def graph(district: District) -> Graph:
    """Return the links as the team sees them."""
    return district.read(Sichtbarkeit.team).graph


def test_links_know_where_they_stand(district: District) -> None:
    """Each link has its place: the names that lead to the field, or the place in the text."""
    district.add(RESSOURCE, "kontakte: [{datum: 2026-05-01, art: pflege, durch: team-nord}]")
    district.replace(RESSOURCE, "Wer schrauben", "Am [[nordhang]]: Wer schrauben")
    links = [link for link in graph(district).links if link.source == "fahrradwerkstatt"]
    assert [(link.target, link.keys, link.offset, link.rueck) for link in links] == [
        ("nordhang", ("sozialraeume", 0), 0, "Ressourcen hier"),
        ("team-nord", ("verantwortlich",), 0, "Pflegt diese Einträge"),
        ("team-nord", ("kontakte", 0, "durch"), 0, "Hält Kontakt zu"),
        ("nordhang", (), 4, "Im Text erwähnt in"),
    ]


def test_seen_from_the_other_end(district: District) -> None:
    """A record's page groups those that link to it by what the link means."""
    assert graph(district).backlinks("nordhang") == {
        "Teams für diesen Ort": ("team-nord",),
        "Ressourcen hier": ("fahrradwerkstatt",),
    }
    assert graph(district).backlinks("team-nord") == {
        "Zuständig für": ("nordhang",),
        "Pflegt diese Einträge": ("fahrradwerkstatt",),
    }
    assert graph(district).backlinks("fahrradwerkstatt") == {}
    assert graph(district).backlinks("gibt-es-nicht") == {}


def test_said_once(district: District) -> None:
    """Two links with one meaning are one; a mention in a text counts only where no field says more."""
    text = (district.records / RESSOURCE).read_text("utf-8")
    elsewhere = text.replace("sozialraeume: [nordhang]", "sozialraeume: [landkreisweit]")
    district.write("ressourcen/lesebank.md", f"{elsewhere}\nAm [[nordhang]], genauer [[nordhang|hier]].\n")
    district.write(RESSOURCE, f"{text}\nAm [[nordhang]], gepflegt von [[team-nord]].\n")
    notes = "  - {datum: 2026-05-01, art: pflege, durch: team-nord}\n"
    district.add(RESSOURCE, f"kontakte:\n{notes}{notes}")

    assert graph(district).backlinks("nordhang") == {
        "Teams für diesen Ort": ("team-nord",),
        "Ressourcen hier": ("fahrradwerkstatt",),
        "Im Text erwähnt in": ("lesebank",),
    }
    assert graph(district).backlinks("team-nord") == {
        "Zuständig für": ("nordhang",),
        "Pflegt diese Einträge": ("fahrradwerkstatt", "lesebank"),
        "Hält Kontakt zu": ("fahrradwerkstatt",),
    }


def test_code_is_no_link(district: District) -> None:
    """What stands in code shows how a link is written: it links to nothing, and is missed by nobody."""
    code = "`[[nichts]]`\n\n    [[nichts]]\n\n```\n[[nichts]]\n```\n\n- x\n\n      [[nichts]]\n\n"
    district.replace(RESSOURCE, "Wer schrauben", f"{code}Am [[nordhang]]: Wer schrauben")
    assert [link.target for link in graph(district).links if not link.keys] == ["nordhang"]
    assert district.check() == []


def test_nobody_links_to_oneself(district: District) -> None:
    """A link of a record to itself is kept among its links, but not shown as coming from elsewhere."""
    district.replace(RESSOURCE, "Wer schrauben", "[[fahrradwerkstatt]]: Wer schrauben")
    assert graph(district).backlinks("fahrradwerkstatt") == {}
    assert ("fahrradwerkstatt", "fahrradwerkstatt") in {(link.source, link.target) for link in graph(district).links}


def test_everywhere_is_no_link(district: District) -> None:
    """`landkreisweit` stands for all places and links to none."""
    district.replace(RESSOURCE, "[nordhang]", "[landkreisweit]")
    assert "landkreisweit" not in {link.target for link in graph(district).links}
    assert "Ressourcen hier" not in graph(district).backlinks("nordhang")


def test_links_into_nothing_stay_links(district: District) -> None:
    """A link that leads nowhere is kept, so that a check can name it; nothing is reached by it."""
    district.replace(RESSOURCE, "Wer schrauben", "[[gibt-es-nicht]] Wer schrauben")
    assert "gibt-es-nicht" in {link.target for link in graph(district).links}
    assert "gibt-es-nicht" not in graph(district).entries
    assert graph(district).backlinks("gibt-es-nicht") == {}
