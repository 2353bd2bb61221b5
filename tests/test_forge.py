"""Addresses of each forge, written by hand from its documentation, and what they do with long and odd texts."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sozialraum.model.handbuch import Ablage, Plattform
from sozialraum.site.forge import (
    FORGES,
    LONGEST_ADDRESS,
    LONGEST_MAIL,
    edit_address,
    issue_address,
    mail_address,
    new_address,
)

PATH = "ressourcen/café am markt.md"
ADDRESSES = {
    "gitlab": (
        "https://git.example.org/a/b/-/edit/main/records/ressourcen/caf%C3%A9%20am%20markt.md",
        "https://git.example.org/a/b/-/new/main/records/ressourcen?file_name=caf%C3%A9%20am%20markt.md",
        "https://git.example.org/a/b/-/issues/new?issue%5Btitle%5D=T%20%26%20R&issue%5Bdescription%5D=eins%0Azwei",
    ),
    "github": (
        "https://git.example.org/a/b/edit/main/records/ressourcen/caf%C3%A9%20am%20markt.md",
        "https://git.example.org/a/b/new/main/records/ressourcen?filename=caf%C3%A9%20am%20markt.md&value=a%3A%20b%0A",
        "https://git.example.org/a/b/issues/new?title=T%20%26%20R&body=eins%0Azwei",
    ),
    "forgejo": (
        "https://git.example.org/a/b/_edit/main/records/ressourcen/caf%C3%A9%20am%20markt.md",
        "https://git.example.org/a/b/_new/main/records/ressourcen?filename=caf%C3%A9%20am%20markt.md&value=a%3A%20b%0A",
        "https://git.example.org/a/b/issues/new?title=T%20%26%20R&body=eins%0Azwei",
    ),
    "keine": ("", "", ""),
}
ADDRESSES["gitea"] = ADDRESSES["forgejo"]


def ablage(plattform: str, **more: str) -> Ablage:
    """Return where a district lies."""
    return Ablage.model_validate({"plattform": plattform, "adresse": "https://git.example.org/a/b/", **more})


@pytest.mark.parametrize("plattform", list(Plattform))
def test_each_forge_is_addressed_in_its_own_way(plattform: str):
    """Editing, a new file with its content where the forge takes it, and a report, for every forge there is."""
    here = ablage(plattform)
    found = (
        edit_address(here, PATH),
        new_address(here, PATH, "a: b\n"),
        issue_address(here, "T & R", "eins\nzwei"),
    )
    assert found == ADDRESSES[plattform]


def test_every_forge_of_the_settings_has_a_row():
    """Only `keine` has no addresses."""
    assert {*FORGES} == {*Plattform} - {Plattform.keine}


def test_records_at_the_root_of_a_project_and_branches_with_slashes():
    """A folder "/" or "" leaves no empty step in the address; a branch keeps its slash."""
    here = ablage("gitlab", ordner="/", zweig="redaktion/neu")
    assert edit_address(here, "teams/a.md") == "https://git.example.org/a/b/-/edit/redaktion/neu/teams/a.md"


def test_a_forge_without_an_address_has_no_links():
    """Someone who names only the platform gets mails, not broken links."""
    assert edit_address(Ablage(plattform=Plattform.gitlab), "teams/a.md") == ""


def test_what_is_too_long_for_an_address_is_left_out():
    """The address without its content still leads to the right place."""
    here = ablage("github")
    assert new_address(here, "teams/a.md", "ü" * 2000) == new_address(here, "teams/a.md", "").removesuffix("&value=")
    assert issue_address(here, "T", "ü" * 2000) == issue_address(here, "T", "").removesuffix("&body=")
    assert mail_address("a@example.org", "T", "ü" * 400) == "mailto:a@example.org?subject=T"


def test_mails_have_the_line_ends_of_rfc_6068():
    """A question mark in a mailbox's name would begin the subject, were it not encoded."""
    assert mail_address("a?b@example.org", "T", "1\n2") == "mailto:a%3Fb@example.org?subject=T&body=1%0D%0A2"


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.text(max_size=300).map(repr))
def test_any_text_arrives_as_it_was_written(title: str, text: str):
    """Whatever someone writes, the forge reads it back, no address is too long, and nothing escapes its place."""
    for plattform in FORGES:
        address = issue_address(ablage(plattform), title, text)
        query = [*parse_qs(urlsplit(address).query, keep_blank_values=True).values()]
        assert query in ([[title], [text]], [[title]])
        assert len(address) <= LONGEST_ADDRESS
        assert address.isascii()
    mail = mail_address("a@example.org", title, text)
    assert len(mail) <= max(LONGEST_MAIL, len(mail_address("a@example.org", title, "")))
