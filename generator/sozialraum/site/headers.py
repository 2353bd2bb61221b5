"""What a browser may do with a page, as one policy: in every page, and ready for the server that delivers it.

No script and no style stands in a page, so nothing needs an exception: neither
`unsafe-inline` nor a list of hashes that changes with every version. `data:`
is for the theme's signs, which are pictures inside its style sheets. A server
says more than a page can: who may frame it, and what it tells of its reader.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sozialraum.fields.choice import Sichtbarkeit
from sozialraum.fields.tiles import ARCHIVE
from sozialraum.site.form_editor import FOLDER, Program, has_forms, program_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sozialraum.model.handbuch import Handbuch

_ORIGIN = re.compile(r"https?://[^/]+")
_INTRODUCTION = (
    "Was Browser mit den Seiten des Handbuchs dürfen. Geschrieben von: sozialraum kopfzeilen {server}",
    "Wer in handbuch.yml einen Kartendienst oder Formulare nennt, schreibt die Datei danach neu.",
)


def policy(settings: Handbuch) -> str:
    """Return the Content-Security-Policy of a district; its map tiles are the only thing that may come from elsewhere."""
    pictures, read = _tiles(settings)
    connect = f" connect-src 'self'{read};" if read else ""
    return f"default-src 'self'; img-src 'self' data:{pictures};{connect} object-src 'none'; base-uri 'none'; form-action 'self'"


def _tiles(settings: Handbuch) -> tuple[str, str]:
    """Return what is to be added for pictures and for reading: an archive is read piece by piece, and drawn from that."""
    address = settings.karte.kacheln or ""
    origin = _ORIGIN.match(address)
    elsewhere = f" {origin[0]}" if origin else ""
    return ("", elsewhere) if address.endswith(ARCHIVE) else (elsewhere, "")


def form_policy(settings: Handbuch) -> str:
    """Return the policy of the forms: they bring their styles along, and speak to the forge and, for the map, as pages do.

    Decap compiles the rules of its forms, for which browsers know no narrower word than `unsafe-eval`.
    """
    forge = _ORIGIN.match(settings.ablage.adresse or "")
    there = f" {forge[0]}" if forge else ""
    interface = " https://api.github.com" if there == " https://github.com" else ""
    pictures, read = _tiles(settings)
    program = " 'unsafe-eval'" if program_of(settings.ablage) is Program.DECAP else ""
    return (
        f"default-src 'self'; script-src 'self'{program}; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
        f"img-src 'self' data: blob:{there}{pictures}; connect-src 'self' blob: data:{there}{interface}{read}; "
        "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'"
    )


def form_headers(settings: Handbuch) -> dict[str, str]:
    """Return the headers of the forms. The window in which one signs in has to find back to them."""
    sent = {**headers(settings), "Content-Security-Policy": f"{form_policy(settings)}; frame-ancestors 'self'"}
    del sent["Cross-Origin-Opener-Policy"]
    return sent


def headers(settings: Handbuch) -> dict[str, str]:
    """Return name and value of every header a server should send with the handbook."""
    return {
        "Content-Security-Policy": f"{policy(settings)}; frame-ancestors 'self'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def server_file(server: str, settings: Handbuch) -> str:
    """Return the piece of configuration for one of SERVERS."""
    introduction = "".join(f"# {line.format(server=server)}\n" for line in _INTRODUCTION)
    forms = form_headers(settings) if has_forms(settings, Sichtbarkeit.team) else {}
    return introduction + SERVERS[server](headers(settings), forms)


def _nginx(wanted: Mapping[str, str], forms: Mapping[str, str]) -> str:
    """Write `always`, so that the page that says there is no such page has them too."""
    use = "# Im Block server einbinden: include /etc/nginx/handbuch.conf;\n"
    line = 'add_header {} "{}" always;\n'
    text = use + _lines(line, wanted)
    return f"{text}location ~ /{FOLDER}/ {{\n{_lines('  ' + line, forms)}}}\n" if forms else text


def _apache(wanted: Mapping[str, str], forms: Mapping[str, str]) -> str:
    use = "# Im VirtualHost einbinden: Include /etc/apache2/handbuch.conf (vorher: a2enmod headers)\n"
    lines = _lines('Header always set {} "{}"\n', wanted)
    if not forms:
        return use + lines
    gone = _lines("  Header always unset {}\n", {name: "" for name in wanted if name not in forms})
    changed = _lines('  Header always set {} "{}"\n', forms)
    return f'{use}{lines}<LocationMatch "/{FOLDER}/">\n{changed}{gone}</LocationMatch>\n'


def _gitlab(wanted: Mapping[str, str], forms: Mapping[str, str]) -> str:
    """GitLab Pages takes headers from its administrator only, for all sites; the policy in each page holds without.

    They cannot differ by page: with forms, the server leaves to the pages what would hinder them.
    """
    use = "# In /etc/gitlab/gitlab.rb; gilt für alle Pages der Instanz. Ohne das gilt, was in jeder Seite steht.\n"
    if forms:
        use += "# Was die Formulare hindern würde, fehlt hier; jede Seite bringt es selbst mit.\n"
        wanted = {name: value for name, value in wanted.items() if forms.get(name) == value}
    lines = "".join(f'  "{name}: {value}",\n' for name, value in wanted.items())
    return f"{use}gitlab_pages['headers'] = [\n{lines}]\n"


def _lines(line: str, wanted: Mapping[str, str]) -> str:
    return "".join(line.format(name, value) for name, value in wanted.items())


SERVERS: dict[str, Callable[[Mapping[str, str], Mapping[str, str]], str]] = {
    "nginx": _nginx,
    "apache": _apache,
    "gitlab": _gitlab,
}
"""Name of a server → its way of writing headers: those of every page, and those of the forms where there are any."""
