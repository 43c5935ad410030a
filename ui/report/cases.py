"""The cases of a report: a line each that opens on the answer, its citations and the gold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.evaluation.verdict import Verdict, judge
from ui import messages
from ui.report.markup import Markup, element, join
from ui.report.quotes import render_citation, render_gold

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.evaluation.comparison import ChangedCase, Comparison
    from assistant.evaluation.evaluation import Evaluation, ScoredCase

RIGHT, WRONG, UNMEASURED = "right", "wrong", "not measured"
ORDER = (WRONG, UNMEASURED, RIGHT)
N_PASSAGES = 5


@dataclass(frozen=True, slots=True)
class ReportCase:
    """A case with what a reader is told of it."""

    scored: ScoredCase
    verdict: Verdict
    changed: ChangedCase | None

    @property
    def result(self) -> str:
        if self.verdict.right is None:
            return UNMEASURED
        return RIGHT if self.verdict.right else WRONG


def report_cases(evaluation: Evaluation, comparison: Comparison | None) -> tuple[ReportCase, ...]:
    """Every case, the wrong ones first, otherwise in the order of the question set."""
    changed = {case.id: case for case in comparison.cases} if comparison else {}
    cases = [
        ReportCase(scored, judge(scored), changed.get(scored.case.id))
        for scored in evaluation.cases
    ]
    return tuple(sorted(cases, key=lambda case: ORDER.index(case.result)))


def render_cases(cases: Sequence[ReportCase]) -> Markup:
    """The filters, which show only where scripts run, and the cases."""
    tags = sorted({tag for case in cases for tag in case.scored.case.tags})
    changes = [change for change in messages.CHANGES if _any_changed(cases, change)]
    filters = element(
        "form",
        _label("Find", element("input", type="search", id="find", autocomplete="off")),
        _label("Result", _select("result", [r for r in ORDER if _any_result(cases, r)])),
        _label("Tag", _select("tag", tags)) if tags else None,
        _label("Since the earlier run", _select("change", changes)) if changes else None,
        element("output", f"{len(cases)} of {len(cases)}", id="count", aria_live="polite"),
        id="filters",
        hidden=True,
    )
    listed = [_case(case) for case in cases]
    heads = [element("span", name) for name in ("Result", "Question", "Tags", "Confidence")]
    head = element("div", *heads, class_="heads", aria_hidden="true")
    return join(filters, head, element("div", *listed, id="cases"))


def _any_result(cases: Sequence[ReportCase], result: str) -> bool:
    return any(case.result == result for case in cases)


def _any_changed(cases: Sequence[ReportCase], change: str) -> bool:
    return any(case.changed is not None and case.changed.change == change for case in cases)


def _label(name: str, field: Markup) -> Markup:
    return element("label", element("span", name), field)


def _select(name: str, values: Sequence[str]) -> Markup:
    chosen = [element("option", "all", value="")]
    chosen += [element("option", value, value=value) for value in values]
    return element("select", *chosen, id=name)


def _case(case: ReportCase) -> Markup:
    own = case.scored.case
    confidence = f"{case.scored.answer.confidence:.2f}" if case.scored.answer else ""
    badge = element("span", case.result, class_=f"badge {case.result.split()[0]}")
    change = case.changed.change if case.changed else ""
    summary = element(
        "summary",
        badge,
        element("span", own.question, class_="question"),
        element("span", *_tags(case, change), class_="tags"),
        element("span", confidence, class_="confidence", title="confidence"),
    )
    return element(
        "details",
        summary,
        element("div", *_details(case), class_="case"),
        data_result=case.result,
        data_tags="\n".join(own.tags),
        data_change=change,
    )


def _tags(case: ReportCase, change: str) -> Iterator[Markup]:
    if change:
        yield element("span", change, class_=f"tag {change}")
    for tag in case.scored.case.tags:
        yield element("span", tag, class_="tag")


def _details(case: ReportCase) -> Iterator[Markup | None]:
    own, answer = case.scored.case, case.scored.answer
    yield element("p", "case ", element("code", own.id), class_="soft")
    for turn in own.history:
        yield element("p", f"{turn.role}: {turn.content}", class_="turn")
    if case.verdict.reasons:
        reasons = [element("li", reason) for reason in case.verdict.reasons]
        yield element("ul", *reasons, class_=f"why {case.result.split()[0]}")
    if answer is not None:
        yield element("div", _ours(case, answer), _expected(case, answer), class_="sides")
        yield _passages(answer)


def _ours(case: ReportCase, answer: Answer) -> Markup:
    outcome = answer.outcome.replace("_", " ")
    before = None
    if case.changed is not None:
        text = case.changed.before or "(nothing)"
        before = join(element("h4", "Answer before"), element("p", text, class_="answer"))
    quotes = [
        render_citation(answer.number_of(citation), citation, case.scored.gold)
        for citation in answer.citations
    ]
    return element(
        "section",
        element("h4", "Answer ", element("span", f"{outcome}, {answer.shape}", class_="soft")),
        element("p", answer.text, class_="answer"),
        before,
        element("h4", "Cited") if quotes else None,
        *quotes,
    )


def _expected(case: ReportCase, answer: Answer) -> Markup:
    own = case.scored.case
    facts = [element("li", " / ".join(fact)) for fact in own.facts]
    said = None if facts else element("p", _wanted(own.answerable, own.outcome))
    quotes = [(evidence.document, evidence.quote) for evidence in own.evidence]
    forbidden = [element("li", wrong) for wrong in own.forbidden]
    return element(
        "section",
        element("h4", "Expected"),
        element("ul", *facts, class_="facts") if facts else said,
        element("h4", "Must not say") if forbidden else None,
        element("ul", *forbidden, class_="facts") if forbidden else None,
        element("h4", "Expected quotes") if quotes else None,
        *(render_gold(case.scored.gold, answer, quotes)),
    )


def _wanted(answerable: bool, outcome: str | None) -> str:
    if answerable:
        return "An answer."
    return f"A refusal ({outcome.replace('_', ' ')})." if outcome else "A refusal."


def _passages(answer: Answer) -> Markup | None:
    """The places of the first passages, so that a wrong choice can be followed."""
    if not answer.passages:
        return None
    listed = [
        element("li", " > ".join((passage.chunk.document, *passage.chunk.heading)))
        for passage in answer.passages[:N_PASSAGES]
    ]
    return join(element("h4", "First passages"), element("ol", *listed, class_="passages"))
