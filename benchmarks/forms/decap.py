"""Filling in Decap's forms as a person does: by their labels, with mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.forms.sveltia import label_of, on_the_map

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def enter(page: Page) -> None:
    """Sign in at decap-server, which asks for nothing."""
    page.get_by_role("button", name="Login").click()
    page.get_by_role("link", name="Ressourcen").wait_for()


def create(page: Page, address: str, fields: list[dict[str, Any]], values: dict[str, Any]) -> None:
    """Fill in a new record and save it as a draft, which is a branch of its own."""
    page.goto(f"{address}/new")
    _control(page.locator("body"), "titel").wait_for()
    page.wait_for_load_state("networkidle")
    _fill(page, page.locator("body"), fields, values)
    _save(page)


def edit(page: Page, address: str, name: str, value: str) -> None:
    """Write something else into one field of a record and save it."""
    page.goto(address)
    control = _control(page.locator("body"), name)
    control.wait_for()
    page.wait_for_load_state("networkidle")
    control.fill(value)
    _save(page)


def choose(page: Page, address: str, name: str, _value: str) -> None:
    """Choose a place on the map below one field of a record, with mouse and keyboard, and save it."""
    page.goto(address)
    control = _control(page.locator("body"), name)
    control.wait_for()
    page.wait_for_load_state("networkidle")
    on_the_map(page, control.locator("xpath=.."))
    _save(page)


def text_of(page: Page, name: str) -> str:
    """Return what one field of the open form shows."""
    return _control(page.locator("body"), name).input_value()


def _save(page: Page) -> None:
    page.get_by_role("button", name="Speichern", exact=True).click()
    page.get_by_text("Beitrag gespeichert").wait_for()
    page.wait_for_load_state("networkidle")
    page.goto("about:blank")


def _control(scope: Locator, name: str) -> Locator:
    return scope.locator(f'[id^="{name}-field-"]').first


def _fill(page: Page, scope: Locator, fields: list[dict[str, Any]], values: dict[str, Any]) -> None:
    for field in fields:
        if field["name"] in values:
            _fill_one(page, scope, field, values[field["name"]])


def _fill_one(page: Page, scope: Locator, field: dict[str, Any], value: Any) -> None:
    control = _control(scope, field["name"])
    if field["widget"] == "object":
        if field["collapsed"]:
            control.get_by_test_id("expand-button").first.click()
        _fill(page, control, field["fields"], value)
    elif field["widget"] == "list":
        _fill_list(page, control, field, value)
    elif field["widget"] in ("select", "relation"):
        for each in value if isinstance(value, list) else [value]:
            control.click()
            control.fill(label_of(field, each)[:30])
            page.get_by_role("option", name=label_of(field, each), exact=True).first.click()
    elif field["widget"] == "markdown":
        scope.locator("[data-slate-editor]").last.click()
        page.keyboard.insert_text(value)
    else:
        control.fill(value)


def _fill_list(page: Page, control: Locator, field: dict[str, Any], values: list[Any]) -> None:
    for position, each in enumerate(values):
        control.locator("button", has_text="hinzufügen").first.click()
        if "fields" in field:
            first = field["fields"][0]["name"]
            item = control.locator(f'[id^="{first}-field-"]').nth(position)
            _fill(page, _item_of(item), field["fields"], each)
        else:
            control.locator('[id^="eintrag-field-"]').nth(position).fill(each)


def _item_of(control: Locator) -> Locator:
    """Return the item of a list in which a control stands."""
    return control.locator("xpath=ancestor::*[contains(@class, 'SortableListItem')][1]")
