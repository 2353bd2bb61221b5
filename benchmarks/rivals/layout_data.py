"""What Hugo's layouts need to know of our model.

The facts of each part of each record type become a partial in straight lines,
`{{ with .Params.kosten }}…{{ end }}`, as someone who writes a Hugo theme for
this model would type it: a layout that loops over a description of the fields
took twice as long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sozialraum.fields.kind import Teil
from sozialraum.fields.language import language_name
from sozialraum.model import RECORD_TYPES
from sozialraum.model.describe import Feld, Form, felder
from sozialraum.site.view import LOWER, UPPER, anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel
    from sozialraum.model.record import Record
    from sozialraum.project import Project

_HEAD = "{{- $k := .karten -}}{{- $n := site.Data.namen -}}{{- $s := .seite -}}{{- with .seite.Params -}}"
"""Names every partial uses: the cards by id, the names of words, the page."""
_FLAT = ("kontakt", "erreichbarkeit")
_INLINE = {
    "Telefon": '<a href="tel:{{ replace . " " "" }}">{{ . }}</a>',
    "Mailadresse": '<a href="mailto:{{ . }}">{{ . }}</a>',
    "Webadresse": '<a href="{{ . }}" rel="noopener noreferrer">{{ strings.TrimPrefix "https://" . }}</a>',
    "Datum": '<time datetime="{{ . }}">{{ . }}</time>',
    "Text": "<p>{{ . }}</p>",
    "Sprache": "{{ index $n.sprachen . }}",
    "Zeiten": '{{ template "zeiten" $s.Params }}',
}
_ADDRESS = "<address>{{ with .name }}{{ . }}<br>{{ end }}{{ with .strasse }}{{ . }}<br>{{ end }}{{ .plz }} {{ .ort }}</address>"
_HOURS = """{{ define "zeiten" }}<p class="sr-heute" data-zeiten="{{ .zeiten_browser }}" hidden></p>
<table class="sr-zeiten">
<caption class="sr-nur-vorlesen">Öffnungszeiten in der Woche</caption>
<tbody>
{{ range .wochentafel }}<tr><th scope="row">{{ .tag }}</th><td>{{ .uhr }}</td></tr>
{{ end }}</tbody>
</table>{{ end -}}
"""


def data_files(project: Project) -> dict[str, Any]:
    """Return Hugo's data files by name."""
    languages = {code for entry in project.district.entries for code in getattr(entry.record, "sprachen", ())}
    names: dict[str, Any] = {
        name: {code: word.name for code, word in words.items()}
        for name, words in project.district.vokabular.woerter.items()
    }
    names["sprachen"] = {code: language_name(code) for code in sorted(languages)}
    names["orte"] = {
        entry.id: entry.record.titel for entry in project.district.entries if entry.ordner == "sozialraeume"
    }
    for model in RECORD_TYPES.values():
        names |= _choices(model)
    return {"namen": names, "felder": {ordner: _type(model) for ordner, model in RECORD_TYPES.items()}}


def partials() -> dict[str, str]:
    """Return the partial of each part of each record type by its file name."""
    found = {}
    for ordner, model in RECORD_TYPES.items():
        for teil in (*UPPER, *LOWER):
            rows = "".join(_row(each) for each in _fields(model, teil))
            if rows:
                hours = _HOURS if '"zeiten"' in rows else ""
                found[f"{ordner}-{anchor(teil)}.html"] = f"{hours}{_HEAD}{rows}{{{{- end -}}}}"
    return found


def _type(model: type[Record]) -> dict[str, Any]:
    upper, lower = (
        [{"id": anchor(teil), "titel": str(teil)} for teil in some if _fields(model, teil)] for some in (UPPER, LOWER)
    )
    return {
        "einzahl": model.typ.einzahl,
        "mehrzahl": model.typ.mehrzahl,
        "text": model.typ.text_titel,
        "oben": upper,
        "unten": lower,
    }


def _fields(model: type[BaseModel], teil: Teil) -> list[Feld]:
    return [each for each in felder(model) if each.angabe.teil is teil]


def _choices(model: type[BaseModel]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for each in felder(model):
        if each.choice:
            found[each.choice.__name__] = {code.value: code.label for code in each.choice}
        if each.part:
            found |= _choices(each.part)
    return found


def _row(each: Feld) -> str:
    if each.part and each.name in _FLAT:
        return f"{{{{ with .{each.name} }}}}{''.join(_inner(each.part))}{{{{ end }}}}"
    return f"{{{{ with .{each.name} }}}}<div><dt>{each.angabe.label}</dt><dd>{_value(each)}</dd></div>\n{{{{ end }}}}"


def _inner(part: type[BaseModel]) -> Iterator[str]:
    return (_row(each) for each in felder(part))


def _value(each: Feld) -> str:
    if each.part and each.name == "ort":
        return _ADDRESS
    if each.part:
        group = f'<dl class="sr-angaben">\n{"".join(_inner(each.part))}</dl>'
        many = each.form is Form.GRUPPEN
        return f'<ul class="sr-gruppen">{{{{ range . }}}}<li>{group}</li>{{{{ end }}}}</ul>' if many else group
    one = _single(each)
    if each.form is not Form.LISTE:
        return one
    if each.choice or each.woerter or each.ziel or each.kind.name == "Sprache":
        return f"{{{{ range $i, $w := . }}}}{{{{ if $i }}}}, {{{{ end }}}}{one}{{{{ end }}}}"
    return f"<ul>{{{{ range . }}}}<li>{one}</li>{{{{ end }}}}</ul>"


def _single(each: Feld) -> str:
    if each.ziel:
        return '{{ with $k.Get . }}<a href="{{ .url }}">{{ .titel }}</a>{{ else }}{{ . }}{{ end }}'
    if each.woerter:
        name = each.woerter.vokabular
        return f'<a href="/{name}/{{{{ . }}}}.html">{{{{ index $n.{name} . }}}}</a>'
    if each.choice:
        return f"{{{{ index $n.{each.choice.__name__} . }}}}"
    return _INLINE.get(each.kind.name, "{{ . }}")
