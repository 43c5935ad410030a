"""Questions wait in a fair line."""

from __future__ import annotations

import pytest

from corpus.errors import LineFull
from ui.waiting import Line


async def test_owners_take_turns_however_many_questions_one_has() -> None:
    line = Line(at_once=1, most=10)
    names = ["ada1", "ada2", "ada3", "bob1", "cy1"]
    tickets = {name: line.join(name[:-1]) for name in names}
    order = []
    while waiting := [name for name in tickets if tickets[name].is_called]:
        (name,) = waiting
        order.append(name)
        tickets.pop(name).leave()
    assert order == ["ada1", "ada2", "bob1", "cy1", "ada3"]


async def test_everyone_knows_how_many_come_before() -> None:
    line = Line(at_once=1, most=10)
    tickets = [line.join(owner) for owner in ("ada", "ada", "ada", "bob")]
    assert [ticket.ahead for ticket in tickets] == [0, 1, 3, 2]


async def test_a_place_left_is_no_longer_waited_for() -> None:
    line = Line(at_once=2, most=10)
    first, second, third, fourth = (line.join(str(n)) for n in range(4))
    third.leave()
    third.leave()
    assert fourth.ahead == 2
    first.leave()
    assert [ticket.is_called for ticket in (second, fourth)] == [True, True]
    assert await fourth.turn(0.01) is True


async def test_a_turn_that_does_not_come_is_waited_for_in_pieces() -> None:
    line = Line(at_once=1, most=10)
    line.join("ada")
    assert await line.join("bob").turn(0.01) is False


async def test_a_full_line_says_so_in_a_sentence() -> None:
    line = Line(at_once=1, most=2)
    for owner in ("ada", "bob", "cy"):
        line.join(owner)
    with pytest.raises(LineFull, match=r"^the line is full: 2 waiting already; try again"):
        line.join("dan")


async def test_a_turn_is_given_back_whatever_happens() -> None:
    line = Line(at_once=1, most=1)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            async with line.turn("ada"):
                raise ZeroDivisionError
    assert line.join("bob").is_called is True
