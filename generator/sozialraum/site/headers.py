"""What a browser may do with a page, as one policy: in every page, and ready for the server that delivers it.

No script and no style stands in a page, so nothing needs an exception: neither
`unsafe-inline` nor a list of hashes that changes with every version. `data:`
is for the theme's signs, which are pictures inside its style sheets. A server
says more than a page can: who may frame it, and what it tells of its reader.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sozialraum.model.handbuch import Handbuch

_ORIGIN = re.compile(r"https?://[^/]+")
_INTRODUCTION = (
    "Was Browser mit den Seiten des Handbuchs dürfen. Geschrieben von: sozialraum kopfzeilen {server}",
    "Wer in handbuch.yml einen Kartendienst nennt, schreibt die Datei danach neu.",
)


def policy(settings: Handbuch) -> str:
    """Return the Content-Security-Policy of a district; its map tiles are the only thing that may come from elsewhere."""
    tiles = _ORIGIN.match(settings.karte.kacheln or "")
    pictures = " ".join(["'self'", "data:", *([tiles[0]] if tiles else [])])
    return f"default-src 'self'; img-src {pictures}; object-src 'none'; base-uri 'none'; form-action 'self'"


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
    return introduction + SERVERS[server](headers(settings))


def _nginx(wanted: Mapping[str, str]) -> str:
    """Write `always`, so that the page that says there is no such page has them too."""
    use = "# Im Block server einbinden: include /etc/nginx/handbuch.conf;\n"
    return use + "".join(f'add_header {name} "{value}" always;\n' for name, value in wanted.items())


def _apache(wanted: Mapping[str, str]) -> str:
    use = "# Im VirtualHost einbinden: Include /etc/apache2/handbuch.conf (vorher: a2enmod headers)\n"
    return use + "".join(f'Header always set {name} "{value}"\n' for name, value in wanted.items())


def _gitlab(wanted: Mapping[str, str]) -> str:
    """GitLab Pages takes headers from its administrator only, for all sites; the policy in each page holds without."""
    use = "# In /etc/gitlab/gitlab.rb; gilt für alle Pages der Instanz. Ohne das gilt, was in jeder Seite steht.\n"
    lines = "".join(f'  "{name}: {value}",\n' for name, value in wanted.items())
    return f"{use}gitlab_pages['headers'] = [\n{lines}]\n"


SERVERS: dict[str, Callable[[Mapping[str, str]], str]] = {
    "nginx": _nginx,
    "apache": _apache,
    "gitlab": _gitlab,
}
"""Name of a server → its way of writing headers."""
