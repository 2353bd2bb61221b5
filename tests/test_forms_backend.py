"""How the forms reach each forge: the table of programs and backends, by hand."""

from __future__ import annotations

from typing import Any

import pytest
from districts import MINIMAL, District
from sozialraum.forms.backend import BACKENDS, needs_application
from sozialraum.forms.config import configuration
from sozialraum.model.handbuch import Ablage, Plattform
from sozialraum.site.form_editor import PROGRAMS

FORGE = "ablage: {{plattform: {}, adresse: https://git.example.org/gruppe/probe, formular: ja, anwendung: k1}}\n"
GITLAB = {
    "name": "gitlab",
    "base_url": "https://git.example.org",
    "api_root": "https://git.example.org/api/v4",
    "repo": "gruppe/probe",
    "branch": "main",
    "auth_type": "pkce",
    "app_id": "k1",
}
GITHUB = {
    "name": "github",
    "repo": "gruppe/probe",
    "branch": "main",
    "auth_methods": ["token"],
    "api_root": "https://git.example.org/api/v3",
}
FORGEJO = {
    "name": "forgejo",
    "base_url": "https://git.example.org",
    "api_root": "https://git.example.org/api/v1",
    "repo": "gruppe/probe",
    "branch": "main",
    "app_id": "k1",
}


def forms(district: District, plattform: str) -> dict[str, Any]:
    """Return the configuration of the small district on a forge."""
    district.write("handbuch.yml", MINIMAL["handbuch.yml"] + FORGE.format(plattform))
    return configuration(district.read())


def test_every_forge_has_its_program_and_its_backend():
    """GitLab and GitHub get Sveltia, Forgejo and Gitea Decap; without a forge there are no forms."""
    assert {str(forge): str(program) for forge, program in PROGRAMS.items()} == {
        "gitlab": "sveltia",
        "github": "sveltia",
        "forgejo": "decap",
        "gitea": "decap",
    }
    assert set(BACKENDS) == set(PROGRAMS) == set(Plattform) - {Plattform.keine}


def test_without_a_forge_there_is_no_configuration(district: District):
    """A district that works by mail has nothing to configure."""
    district.write("handbuch.yml", MINIMAL["handbuch.yml"])
    assert configuration(district.read()) == {}


@pytest.mark.parametrize(
    ("plattform", "backend"), [("gitlab", GITLAB), ("github", GITHUB), ("forgejo", FORGEJO), ("gitea", FORGEJO)]
)
def test_a_backend_is_made_from_the_settings(district: District, plattform: str, backend: dict[str, Any]):
    """Address, branch and application of handbuch.yml are all a forge needs; every change becomes a proposal."""
    found = forms(district, plattform)
    assert found["backend"] == backend
    assert found["publish_mode"] == "editorial_workflow"


def test_signing_in_without_an_application():
    """Sveltia takes a token of one's own instead, Decap cannot."""
    address = "https://git.example.org/a/b"
    needed = {
        plattform
        for plattform in PROGRAMS
        if needs_application(Ablage.model_validate({"plattform": str(plattform), "adresse": address}))
    }
    assert needed == {Plattform.forgejo, Plattform.gitea}
