"""Where quotes that a chat model's sentences lead to stand in the extractive answer."""

from __future__ import annotations

from assistant.answer import Citation, Shape, Statement, StatementKind
from assistant.draft import Draft, frame
from assistant.models.annex import annex


def quoted(
    text: str, kind: StatementKind = "sentence", *, label: str | None = None, section: str = "Mill"
) -> Statement:
    cited = Citation("mill.md", "Mill", (section,), None, 0, len(text), text, "", "evidence")
    return Statement(text, kind, "quoted", 1.0, (cited,), label=label)


def answer(*statements: Statement, shape: Shape = "sentence") -> Draft:
    return Draft("answered", shape, statements)


def test_a_quote_stands_behind_the_answer_once() -> None:
    built, sold = quoted("It was built."), quoted("It was sold.")
    assert annex(answer(built), [built, sold]) == (built, sold)


def test_a_quote_comes_right_behind_the_context_that_the_answer_holds() -> None:
    built, burned = quoted("The mill was built."), quoted("The mill burned.")
    context, sold = quoted("The mill was built.", "context"), quoted("It was sold.")
    assert annex(answer(built, burned), [context, sold]) == (built, sold, burned)


def test_a_context_that_the_answer_lacks_comes_with_its_quote() -> None:
    burned, context, sold = (
        quoted("The mill burned."),
        quoted("The mill was built.", "context"),
        quoted("It was sold."),
    )
    assert annex(answer(burned), [context, sold]) == (burned, context, sold)


def test_a_quote_of_a_groups_section_ends_the_group_as_one_of_it() -> None:
    wheel = quoted("The wheel is old.", "item", label="Wheel", section="Wheel")
    roof = quoted("The roof is new.", "item", label="Roof", section="Roof")
    oak = quoted("The wheel is of oak.", section="Wheel")
    as_item = quoted("The wheel is of oak.", "item", label="Wheel", section="Wheel")
    given = annex(answer(wheel, roof, shape="groups"), [oak])
    assert given == (wheel, as_item, roof)


def test_a_counted_group_is_left_as_it_was_counted() -> None:
    counted = frame("Wheel: 1 sentence.")
    wheel = quoted("The wheel is old.", "item", label="Wheel", section="Wheel")
    oak = quoted("The wheel is of oak.", section="Wheel")
    assert annex(answer(counted, wheel, shape="groups"), [oak]) == (counted, wheel, oak)
