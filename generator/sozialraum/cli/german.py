"""click's own words in German.

click asks gettext for them, which goes by the language of the system; whoever keeps a handbook reads German there, too.
"""

from __future__ import annotations

import sys

WORDS = {
    "Usage:": "Aufruf:",
    "Options": "Optionen",
    "Positional arguments": "Angaben",
    "Commands": "Befehle",
    "Show this message and exit.": "Diese Hilfe zeigen.",
    "Show the version and exit.": "Die Version zeigen.",
    "default: {default}": "sonst {default}",
    "required": "nötig",
    "Error: {message}": "{message}",
    "Aborted!": "Abgebrochen.",
    "Try '{command} {option}' for help.": "Hilfe: {command} {option}",
    "Missing command.": "Es fehlt ein Befehl.",
    "Missing argument": "Es fehlt die Angabe",
    "Missing option": "Es fehlt die Option",
    "No such option {name!r}.": "Eine Option „{name}“ gibt es nicht.",
    "No such command {name!r}.": "Einen Befehl „{name}“ gibt es nicht.",
    "Did you mean {possibility}?": "Meinten Sie {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Meinten Sie eines von diesen: {possibilities}?",
    "Got unexpected extra argument ({args})": "Eine Angabe ist zu viel: {args}",
    "Got unexpected extra arguments ({args})": "Diese Angaben sind zu viel: {args}",
    "Option {name!r} does not take a value.": "Nach „{name}“ steht kein Wert.",
    "Option {name!r} requires an argument.": "Nach „{name}“ fehlt der Wert.",
    "Invalid value: {message}": "{message}",
    "Invalid value for {param_hint}: {message}": "Falscher Wert für {param_hint}: {message}",
    "{value!r} is not {choice}.": "„{value}“ gibt es hier nicht. Möglich ist {choice}.",
    "{value!r} is not one of {choices}.": "„{value}“ gibt es hier nicht. Möglich sind {choices}.",
    "Choose from:\n\t{choices}": "Möglich sind:\n\t{choices}",
    "{name} {filename!r} does not exist.": "„{filename}“ gibt es nicht.",
    "{name} {filename!r} is a file.": "„{filename}“ ist eine Datei; gebraucht wird ein Ordner.",
    "{name} {filename!r} is a directory.": "„{filename}“ ist ein Ordner; gebraucht wird eine Datei.",
    "{name} {filename!r} is not readable.": "„{filename}“ lässt sich nicht lesen (die Leserechte fehlen).",
    "{name} {filename!r} is not writable.": "„{filename}“ lässt sich nicht schreiben (die Schreibrechte fehlen).",
}
"""What click can say of the commands there are → the same in German."""


def german(text: str) -> str:
    """Return what click says in German."""
    return WORDS.get(text, text)


def german_of(one: str, several: str, count: int) -> str:
    """Return what click says of one thing or of several in German."""
    return german(one if count == 1 else several)


def speak_german() -> None:
    """Let every module of click look its words up here."""
    for name, module in [*sys.modules.items()]:
        if name.partition(".")[0] == "click":
            names = vars(module).keys() & {"_", "ngettext"}
            vars(module).update({each: german if each == "_" else german_of for each in names})
