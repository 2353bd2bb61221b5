"""Filling in Sveltia's forms as a person does: by their labels, with mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PICKER = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
"""The browser's own file system stands for the folder one would choose."""

PUT = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const names = path.split("/");
    const name = names.pop();
    let folder = root;
    for (const each of names) folder = await folder.getDirectoryHandle(each, { create: true });
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
GET = """async () => {
  const files = {};
  const walk = async (folder, above) => {
    for await (const [name, each] of folder.entries()) {
      if (each.kind === "file") files[above + name] = await (await each.getFile()).text();
      else if (name !== ".git") await walk(each, `${above}${name}/`);
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return files;
}"""


def enter(page: Page, files: dict[str, str]) -> None:
    """Open the local folder, which holds `files`."""
    page.evaluate(PUT, files)
    page.get_by_role("button", name="Mit lokalem Repository arbeiten").click()
    page.get_by_role("treeitem").first.wait_for()


def create(page: Page, address: str, fields: list[dict[str, Any]], values: dict[str, Any]) -> None:
    """Fill in a new record and save it."""
    page.goto(f"{address}/new")
    page.locator('section[data-key-path="titel"]').wait_for()
    _fill(page, fields, values, "")
    _save(page)


def edit(page: Page, address: str, name: str, value: str) -> None:
    """Write something else into one field of a record and save it."""
    page.goto(address)
    _section(page, name).get_by_role("textbox").fill(value)
    _save(page)


def choose(page: Page, address: str, name: str, _value: str) -> None:
    """Choose a place on the map below one field of a record, with mouse and keyboard, and save it."""
    page.goto(address)
    on_the_map(page, _section(page, name))
    _save(page)


def on_the_map(page: Page, scope: Locator) -> None:
    """Open the map of a field, click on it, and move the pin by the arrow keys."""
    scope.get_by_role("button", name="Auf der Karte wählen").click()
    box = page.locator(".sr-ortskarte").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2 + 30, box["y"] + box["height"] / 2 + 20)
    page.locator(".sr-stecknadel").press("ArrowRight")
    page.locator(".sr-stecknadel").press("Shift+ArrowUp")


def text_of(page: Page, name: str) -> str:
    """Return what one field of the open form shows."""
    return _section(page, name).get_by_role("textbox").input_value()


def files(page: Page) -> dict[str, str]:
    """Return path → text of everything in the folder."""
    found: dict[str, str] = page.evaluate(GET)
    return found


def _save(page: Page) -> None:
    page.get_by_role("button", name="Speichern").click()
    page.get_by_role("button", name="Bearbeitung abbrechen").wait_for(state="hidden")


def _section(page: Page, path: str) -> Locator:
    return page.locator(f'section[data-key-path="{path}"]')


def _fill(page: Page, fields: list[dict[str, Any]], values: dict[str, Any], above: str) -> None:
    for field in fields:
        if field["name"] in values:
            _fill_one(page, field, values[field["name"]], f"{above}{field['name']}")


def _fill_one(page: Page, field: dict[str, Any], value: Any, path: str) -> None:
    section = _section(page, path)
    if field["widget"] == "object":
        adds = section.get_by_role("checkbox", name="hinzufügen")
        if adds.count() and not field["required"]:
            adds.first.check()
        _fill(page, field["fields"], value, f"{path}.")
    elif field["widget"] == "list":
        _fill_list(page, field, value, path)
    elif field["widget"] in ("select", "relation"):
        for each in value if isinstance(value, list) else [value]:
            _choose(page, section, label_of(field, each))
    else:
        section.get_by_role("textbox").fill(value)


def _fill_list(page: Page, field: dict[str, Any], values: list[Any], path: str) -> None:
    add = _section(page, path).locator("button", has_text=field["label"]).filter(has_text="hinzufügen").last
    for position, each in enumerate(values):
        add.click()
        if "fields" in field:
            _fill(page, field["fields"], each, f"{path}.{position}.")
        else:
            _section(page, f"{path}.{position}").get_by_role("textbox").fill(each)


def _choose(page: Page, section: Locator, label: str) -> None:
    box = section.get_by_role("combobox")
    if not box.count():
        section.get_by_label(label, exact=True).click()
        return
    box.click()
    page.get_by_role("option", name=label, exact=True).first.click()


def label_of(field: dict[str, Any], code: str) -> str:
    """Return what a person reads where a record says `code`."""
    titles: dict[str, str] = field.get("titles", {})
    labels = {option["value"]: option["label"] for option in field.get("options", ())}
    return labels.get(code) or titles.get(code) or code
