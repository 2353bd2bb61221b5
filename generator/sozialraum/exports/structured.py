"""The district as JSON (everything) and GeoJSON (what has a place)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sozialraum.exports.flat import by_type, written
from sozialraum.model.describe import Form, felder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

    from sozialraum.fields.geometry import Flaeche
    from sozialraum.load.entries import Entry
    from sozialraum.project import Project

_DECIMALS = 6
"""Of a degree: ten centimetres."""


def as_json(project: Project, entries: Sequence[Entry], *, spoken: bool) -> tuple[bytes, int]:
    """Return `{"handbuch": name, "stand": day, "ressourcen": [{"id": …, …}], …}`, keys as in the records."""
    del spoken
    data: dict[str, Any] = {"handbuch": project.district.settings.name, "stand": project.today.isoformat()}
    for ordner, group in by_type(entries).items():
        data[ordner] = [{**_object(entry), "text": entry.document.body.strip()} for entry in group]
    return _bytes(data), len(entries)


def as_geojson(project: Project, entries: Sequence[Entry], *, spoken: bool) -> tuple[bytes, int]:
    """Return a FeatureCollection (RFC 7946, WGS84): places as points, Sozialräume as areas."""
    del spoken, project
    features = [feature for entry in entries if (feature := _feature(entry))]
    return _bytes({"type": "FeatureCollection", "features": features}), len(features)


def _object(entry: Entry) -> dict[str, Any]:
    return {"id": entry.id, **_values(entry.record)}


def _values(part: BaseModel) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in felder(type(part)):
        value = getattr(part, each.name)
        if value is None or value == ():
            continue
        if each.form is Form.GRUPPE:
            found[each.name] = _values(value)
        elif each.form is Form.GRUPPEN:
            found[each.name] = [_values(one) for one in value]
        elif each.form is Form.LISTE:
            found[each.name] = [_plain(one) for one in value]
        else:
            found[each.name] = _plain(value)
    return found


def _plain(value: Any) -> str | int:
    return value if isinstance(value, int) else written(value)


def _feature(entry: Entry) -> dict[str, Any] | None:
    geometry = _geometry(entry)
    if geometry is None:
        return None
    return {
        "type": "Feature",
        "id": entry.id,
        "geometry": geometry,
        "properties": {"art": entry.ordner, **_object(entry)},
    }


def _geometry(entry: Entry) -> dict[str, Any] | None:
    if entry.flaeche:
        return _area(entry.flaeche)
    point = entry.koordinaten or getattr(entry.record, "mittelpunkt", None)
    if point is None:
        return None
    return {"type": "Point", "coordinates": [round(point.lon, _DECIMALS), round(point.lat, _DECIMALS)]}


def _area(area: Flaeche) -> dict[str, Any]:
    polygons = [
        [[[round(lon, _DECIMALS), round(lat, _DECIMALS)] for lon, lat in ring] for ring in polygon]
        for polygon in area.polygone
    ]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _bytes(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
