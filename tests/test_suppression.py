"""Figures about consultations: small ones are hidden, and nobody can work them out (domain.md 4.4)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from report_attacks import recovered, with_totals
from sozialraum.reports.report import Verdeckt
from sozialraum.reports.suppression import HIDDEN, WITHHELD, Count, protect

SMALL = Verdeckt("< 5")
TEAMS = frozenset({"team-nord", "team-sued"})


def count(number: int) -> Count:
    """Return consultations of two teams."""
    return Count(number, TEAMS)


def protected(table: list[list[int]], k: int = 5) -> list[list[object]]:
    return protect([[count(number) for number in row] for row in table], k)


def test_large_figures_are_shown_with_their_totals() -> None:
    """Where every cell has at least five, nothing is hidden."""
    assert protected([[5, 6], [7, 8]]) == [[5, 6, 11], [7, 8, 15], [12, 14, 26]]


def test_a_small_figure_takes_others_with_it() -> None:
    """A single small cell would follow from its row and its column: three more are hidden, the cheapest ones."""
    assert protected([[2, 6, 9], [7, 8, 9], [9, 9, 9]]) == [
        [SMALL, HIDDEN, 9, 17],
        [HIDDEN, HIDDEN, 9, 24],
        [9, 9, 9, 27],
        [18, 23, 27, 68],
    ]


def test_nobody_and_one_look_the_same() -> None:
    """Zero is small as well: who is not among the consulted is nobody's business either."""
    assert protected([[0]]) == protected([[1]]) == [[SMALL, SMALL], [SMALL, SMALL]]


def test_the_minimum_of_the_federal_agency_holds() -> None:
    """A setting below three counts as three."""
    assert protected([[2, 9], [9, 9]], k=1)[0][0] == Verdeckt("< 3")


def test_a_figure_of_one_team_needs_three_colleagues() -> None:
    """Behind a figure stand two teams, or three colleagues; who they are is shown nowhere."""
    one_team = frozenset({"team-nord"})
    few = Count(6, one_team, frozenset({"K1", "K2"}))
    enough = Count(6, one_team, frozenset({"K1", "K2", "K3"}))
    assert protect([[few]], 5)[0][0] == HIDDEN
    assert protect([[enough]], 5)[0][0] == 6


numbers = st.integers(0, 9)
shapes = st.tuples(st.integers(1, 3), st.integers(1, 3))
tables = shapes.flatmap(
    lambda shape: st.lists(
        st.lists(numbers, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
    )
)


@given(tables, st.integers(3, 6))
def test_no_hidden_figure_can_be_recovered(table: list[list[int]], k: int) -> None:
    """With rows, columns, totals and the rule, each hidden figure still has at least two possible values."""
    shown = protected(table, k)
    assert recovered(table, shown, k) == []
    for row, signs in zip(with_totals(table), shown, strict=True):
        for value, sign in zip(row, signs, strict=True):
            assert isinstance(sign, Verdeckt) or (sign == value and value >= k)


@given(tables, st.lists(st.booleans(), min_size=9, max_size=9))
def test_dominance_gives_nothing_away(table: list[list[int]], alone: list[bool]) -> None:
    """Also where some large figures are hidden because one team stands alone behind them."""
    spread = iter(alone)
    one_team = frozenset({"team-nord"})
    counts = [[Count(number, one_team if next(spread) else TEAMS) for number in row] for row in table]
    assert recovered(table, protect(counts, 5), 5) == []


def test_the_attacker_is_no_fool() -> None:
    """A table in which only the small cell is hidden is read at once: the property tests can fail."""
    naive = [[SMALL, 6, 8], [7, 8, 15], [9, 14, 23]]
    assert recovered([[2, 6], [7, 8]], naive, 5) == [(0, 0)]
    assert recovered([[2, 6], [7, 8]], [[WITHHELD] * 3] * 3, 5) == []
