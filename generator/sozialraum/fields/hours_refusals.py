"""What is said of opening hours that nobody can read for sure: each a German sentence with a right example."""

from __future__ import annotations

EXAMPLE = "Mo-Do 9-12 Uhr; Fr 9-11 Uhr; feiertags geschlossen"


def not_understood(piece: str) -> str:
    """Return the sentence for a person, with what is wrong and a right example."""
    return (
        f"„{piece.strip()}“ ist als Öffnungszeit nicht verständlich; "
        f"richtig ist zum Beispiel „{EXAMPLE}“, Hinweise stehen in Klammern."
    )


def no_time(days: str) -> str:
    """Return the sentence for days without hours."""
    return f"Bei der Öffnungszeit „{days}“ fehlt eine Uhrzeit; richtig ist zum Beispiel „{EXAMPLE}“."


def which_weeks(chunk: str) -> str:
    """Return the sentence for "14-tägig"."""
    return (
        f"„{chunk.strip()}“ sagt nicht, in welchen Wochen; richtig ist „gerade Wochen Di 14-16 Uhr“ "
        "oder, wenn es wechselt, „Di 14-16 Uhr (alle zwei Wochen)“."
    )


def ambiguous(chunk: str) -> str:
    """Return the sentence for "jeden 2. Dienstag"."""
    return (
        f"„{chunk.strip()}“ kann zweierlei heißen; richtig ist „2. Di im Monat 14-16 Uhr“ "
        "oder „gerade Wochen Di 14-16 Uhr“."
    )
