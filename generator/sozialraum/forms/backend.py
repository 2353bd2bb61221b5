"""How the forms reach a forge: who signs in where, and where a proposal goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sozialraum.model.handbuch import Plattform

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sozialraum.model.handbuch import Ablage

_FORGEJO = {"name": "forgejo", "base_url": "{ursprung}", "api_root": "{ursprung}/api/v1"}

BACKENDS: Mapping[Plattform, dict[str, Any]] = {
    Plattform.gitlab: {"name": "gitlab", "base_url": "{ursprung}", "api_root": "{ursprung}/api/v4"},
    Plattform.github: {"name": "github"},
    Plattform.forgejo: _FORGEJO,
    Plattform.gitea: _FORGEJO,
}
"""Forge → what its program is told, `{ursprung}` stands for scheme and host.

Decap's backend for Gitea has no proposals for review; Forgejo grew out of Gitea and speaks its interface.
"""

_GITHUB = "github.com"
_BY_TOKEN = {"auth_methods": ["token"]}
"""Signing in with a token of one's own needs no service besides the forge."""


def backend(ablage: Ablage) -> dict[str, Any]:
    """Return the backend of a district whose records lie on a forge.

    An own GitHub has its interface below its own address. GitHub signs nobody in without a server that keeps a secret.
    """
    address = urlsplit(ablage.adresse or "")
    origin = f"{address.scheme}://{address.netloc}"
    made = {name: value.replace("{ursprung}", origin) for name, value in BACKENDS[ablage.plattform].items()}
    made |= {"repo": address.path.strip("/").removesuffix(".git"), "branch": ablage.zweig}
    if ablage.plattform is Plattform.github:
        return made | _BY_TOKEN | ({"api_root": f"{origin}/api/v3"} if address.netloc != _GITHUB else {})
    if ablage.plattform is Plattform.gitlab:
        return made | ({"auth_type": "pkce", "app_id": ablage.anwendung} if ablage.anwendung else _BY_TOKEN)
    return made | ({"app_id": ablage.anwendung} if ablage.anwendung else {})


def needs_application(ablage: Ablage) -> bool:
    """Whether nobody could sign in: Decap knows no tokens, only applications the forge has been told of."""
    return ablage.plattform in (Plattform.forgejo, Plattform.gitea) and not ablage.anwendung
