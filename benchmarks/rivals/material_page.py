"""One record as a Markdown page, as someone would write it who knows MkDocs and nothing of us."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sozialraum.fields.choice import Choice
from sozialraum.fields.contact import Telefonnummer
from sozialraum.fields.hours import Zeiten
from sozialraum.fields.hours_table import weekly_table
from sozialraum.fields.language import language_name
from sozialraum.model.describe import Feld, Form, felder
from sozialraum.site.view import LOWER, UPPER
from sozialraum.source.wikilinks import WIKILINK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel
    from sozialraum.load.entries import Entry
    from sozialraum.project import Project
    from sozialraum.site.cards import Card

MOST_LINKS = 60


class Pages:
    """Writes the pages of one project."""

    def __init__(self, project: Project, cards: Mapping[str, Card]) -> None:
        self.project = project
        self.cards = cards

    def page(self, entry: Entry) -> str:
        """Return the Markdown of a record's page."""
        card = self.cards[entry.id]
        lines = ["---", f"title: {json.dumps(card.titel, ensure_ascii=False)}"]
        if card.kurz:
            lines.append(f"description: {json.dumps(card.kurz, ensure_ascii=False)}")
        lines += [
            "---",
            f"# {card.titel}",
            "",
            f"{entry.record.typ.einzahl} · {' · '.join(card.merkmale)}",
            "",
            card.kurz,
            "",
        ]
        lines += [
            *self._parts(entry.record, UPPER),
            *self._body(entry),
            *self._parts(entry.record, LOWER),
            *self._backlinks(entry),
        ]
        return "\n".join(lines) + "\n"

    def card(self, id_: str) -> str:
        """Return a record as an item of a list on a page one folder deep."""
        card = self.cards[id_]
        about = " · ".join(part for part in (card.kurz, *card.merkmale) if part)
        return (
            f"- [{card.titel}]({self._page_of(id_)}): {about}" if about else f"- [{card.titel}]({self._page_of(id_)})"
        )

    def _page_of(self, id_: str) -> str:
        return f"../{self.project.graph.entries[id_].ordner}/{id_}.md"

    def _parts(self, record: BaseModel, wanted: tuple[Any, ...]) -> Iterator[str]:
        for teil in wanted:
            rows = [
                line
                for each in felder(type(record))
                if each.angabe.teil is teil
                for line in self._row(each, getattr(record, each.name))
            ]
            if rows:
                yield from (f"## {teil}", "", *rows)

    def _row(self, each: Feld, value: Any) -> Iterator[str]:
        if value in (None, ()):
            return
        yield each.angabe.label
        shown = self._value(each, value)
        yield f":   {shown.replace(chr(10), chr(10) + '    ')}"
        yield ""

    def _value(self, each: Feld, value: Any) -> str:
        if each.form is Form.GRUPPEN:
            return "\n".join(f"- {self._group(part)}" for part in value)
        if each.form is Form.GRUPPE:
            return self._group(value)
        if each.form is Form.LISTE:
            texts = [self._single(each, one) for one in value]
            short = each.ziel or each.choice or each.woerter or each.kind.name == "Sprache"
            return ", ".join(texts) if short else "\n".join(f"- {text}" for text in texts)
        return self._single(each, value)

    def _group(self, part: BaseModel) -> str:
        rows = ((each, getattr(part, each.name)) for each in felder(type(part)))
        return "; ".join(
            f"{each.angabe.label}: {self._value(each, value).replace(chr(10), ' ')}"
            for each, value in rows
            if value not in (None, ())
        )

    def _single(self, each: Feld, value: Any) -> str:
        if each.ziel:
            return f"[{self.cards[value].titel}]({self._page_of(value)})" if value in self.cards else str(value)
        if each.woerter:
            name = self.project.district.vokabular.name(each.woerter.vokabular, value)
            return name if each.woerter.vokabular == "rollen" else f"[{name}](../{each.woerter.vokabular}/{value}.md)"
        if isinstance(value, Choice):
            return value.label
        if isinstance(value, Zeiten):
            return "\n".join(f"- {day}: {times}" for day, times in weekly_table(value).rows) or value.text
        if isinstance(value, Telefonnummer):
            return f"[{value.national}](tel:{value.waehlbar})"
        kinds = {"Mailadresse": f"<{value}>", "Webadresse": f"<{value}>", "Sprache": language_name(str(value))}
        return kinds.get(each.kind.name, str(value))

    def _body(self, entry: Entry) -> Iterator[str]:
        if entry.document.body.strip():
            yield from (f"## {entry.record.typ.text_titel}", "")
            text = entry.document.body.replace("\n## ", "\n### ")
            yield WIKILINK.sub(
                lambda link: f"[{link[2] or self.cards[link[1]].titel}]({self._page_of(link[1])})", text
            ).strip()
            yield ""

    def _backlinks(self, entry: Entry) -> Iterator[str]:
        groups = self.project.graph.backlinks(entry.id)
        if groups:
            yield from ("## Verknüpft mit", "")
        for meaning, ids in groups.items():
            yield from (f"### {meaning}", "", *(self.card(id_) for id_ in ids[:MOST_LINKS]), "")
            if len(ids) > MOST_LINKS:
                yield from (f"Das sind {MOST_LINKS} von {len(ids)}.", "")
