"""The report of an evaluation: complete, offline, and safe whatever the texts hold."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.answer import Answer, Turn
from assistant.evaluation.cases import Case, Evidence
from assistant.evaluation.comparison import compare_runs
from assistant.evaluation.earlier import Run
from assistant.evaluation.evaluation import Evaluation
from assistant.evaluation.run import Examinee, evaluation_steps, last_of
from tests.assistant.evaluation import small
from ui.report import render_report
from ui.report.markup import Markup, element, join
from ui.report.plots import bars, histogram

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOSTILE = (
    "<script>window.hacked=1</script><img src=x onerror='window.hacked=2'>"
    "</style></script>{{constructor}}${hacked}\"' javascript:alert(1) \ud800 \0"
)
CASES = (
    Case(
        "penn",
        "With whom did Novartis develop Kymriah?",
        True,
        (("Penn",),),
        (Evidence("drugs.md", "developed Kymriah with Penn"),),
        tags=("who",),
        source={"id": "penn", "question": "p", "answerable": True, "evidence": []},
    ),
    Case(
        "hostile",
        f"When was Kymriah approved? {HOSTILE}",
        True,
        ((f"1999 {HOSTILE}",),),
        tags=(HOSTILE, "date"),
        source={"id": "hostile", "question": "h", "answerable": True},
    ),
    Case(
        "price",
        "What does a ticket cost?",
        False,
        tags=("price",),
        source={"id": "price", "question": "c", "answerable": False},
    ),
)


def ask(question: str, history: Sequence[Turn], hidden: Container[str]) -> Answer:
    if "<script>" not in question:
        return small.ask(question, history, hidden)
    statement = replace(small.quoted("drugs.md", "Kymriah was approved in 2017."), text=HOSTILE)
    return small.answer([statement], [small.passage(small.CHUNKS["drugs.md"][0])])


def evaluated(cases: Sequence[Case] = CASES) -> Evaluation:
    examinee = Examinee(ask, small.read_text, small.CHUNKS, {"threshold": 0.5, "model": HOSTILE})
    return last_of(evaluation_steps(examinee, cases))


@pytest.fixture(scope="module")
def page() -> str:
    return render_report(evaluated(), name=f"{HOSTILE}.jsonl", made="today")


class Elements(HTMLParser):
    """Collects what a browser would see: tags, attributes, and the text of style and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.sources: dict[str, str] = {}
        self.open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open = tag
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        if self.open in ("style", "script"):
            self.sources[self.open] = self.sources.get(self.open, "") + data

    def handle_endtag(self, tag: str) -> None:
        self.open = ""


def test_nothing_in_a_text_becomes_an_element_or_a_handler(page: str) -> None:
    seen = Elements(page)
    assert seen.tags.count("script") == seen.tags.count("style") == 1
    assert "img" not in seen.tags
    names = {name for name, _ in seen.attributes}
    assert not {name for name in names if name.startswith("on")}
    assert not names & {"href", "src", "style", "xlink:href", "action", "formaction"}
    page.encode("utf-8")
    assert "\0" not in page


UNITS = {"answer_words": "words", "words_to_fact": "words", "seconds_p50": "s", "seconds_p95": "s"}


def test_every_figure_stands_with_its_unit(page: str) -> None:
    row = (
        r'<th scope="row"><code>([a-z_@0-9]+)</code></th><td>([^<]*)</td><td>([^<]*)</td><td class'
    )
    found = re.findall(row, page)
    assert len(found) > 20
    for name, value, interval in found:
        unit = UNITS.get(name, "%")
        assert re.fullmatch(rf"-|\d+\.\d+ {unit}", value), (name, value)
        assert re.fullmatch(rf"-|\d+\.\d+ to \d+\.\d+ {unit}", interval), (name, interval)


def test_the_policy_allows_only_the_pages_own_style_and_script(page: str) -> None:
    seen = Elements(page)
    hashes = {
        kind: b64encode(sha256(source.encode("utf-8")).digest()).decode()
        for kind, source in seen.sources.items()
    }
    (policy,) = [
        value for name, value in seen.attributes if name == "content" and "src" in (value or "")
    ]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; "
        f"script-src 'sha256-{hashes['script']}'; base-uri 'none'; form-action 'none'"
    )
    assert re.findall(r"url\(|@import|https?://", page) == []


def test_each_case_shows_why_it_is_wrong_and_marks_the_overlap(page: str) -> None:
    assert "It does not say “1999 &lt;script&gt;" in page
    assert (
        "<blockquote><p>Novartis <mark>developed Kymriah with Penn</mark>.</p>"
        "<cite>[1] drugs.md:31-68</cite></blockquote>"
    ) in page
    order = re.findall(r'data-result="([a-z ]+)"', page)
    assert order == ["wrong", "right", "right"]


def test_the_page_tells_settings_baselines_and_every_metric(page: str) -> None:
    evaluation = evaluated()
    for name in evaluation.metrics:
        assert f"<code>{name}</code>" in page
    for baseline in evaluation.baselines:
        assert f'<th scope="row">{baseline.name}</th>' in page
    assert '<th scope="row"><code>threshold</code></th><td>0.5</td>' in page
    assert page.count("<svg ") == 4


def test_a_comparison_shows_what_changed() -> None:
    now = evaluated()
    before = Run.of(last_of(evaluation_steps(replace(EXAMINEE, ask=refuse), CASES)))
    page = render_report(now, compare_runs(before, Run.of(now)), name="set", made="today")
    assert "1 wrong before and right now" in page
    assert re.findall(r'data-change="([a-z]*)"', page) == ["changed", "fixed", "changed"]
    assert '<span class="better">' in page


def refuse(question: str, history: Sequence[Turn], hidden: Container[str]) -> Answer:
    return replace(small.ask(question, history, hidden), outcome="not_answered", statements=())


EXAMINEE = Examinee(ask, small.read_text, small.CHUNKS, {})


def test_a_report_on_drafts_says_that_they_are_drafts(page: str) -> None:
    drafts = replace(CASES[0], tags=("draft", "who"))
    drafted = render_report(evaluated([drafts, CASES[2]]), name="set", made="today")
    assert '<p class="notice">1 of the cases are drafts.' in drafted
    assert 'class="notice"' not in page


def test_a_run_stopped_early_and_one_of_unmeasured_cases_make_a_page() -> None:
    empty = replace(evaluated(CASES[:0]), partial=True)
    assert "Stopped early" in render_report(empty, name="set", made="today")
    hidden = Case("h", "Who?", True, (("nowhere",),))
    found = last_of(evaluation_steps(EXAMINEE, [hidden], leave_out=True))
    assert 'data-result="not measured"' in render_report(found, name="set", made="today")


def test_an_element_escapes_text_and_attributes() -> None:
    assert element("a", "<b>", element("br"), title='"&') == (
        '<a title="&quot;&amp;">&lt;b&gt;<br></a>'
    )
    assert join("<", Markup("<i/>"), None) == "&lt;<i/>"


def test_plots_of_a_single_value_have_no_division_by_zero() -> None:
    assert "<svg" in histogram([0.0], title="t", axis="a", marks=[("half", 0.0)])
    assert "<svg" in bars([], title="t")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from tests.ui.chromium import launched

    yield from launched()


@pytest.mark.browser
def test_in_a_browser_nothing_runs_nothing_is_fetched_and_filters_work(
    browser: Browser, page: str, tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    report.write_text(page, encoding="utf-8")
    tab = browser.new_page(viewport={"width": 390, "height": 844})
    requests: list[str] = []
    faults: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.on("console", lambda message: faults.append(message.text))
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.goto(report.as_uri())
    assert tab.evaluate("window.hacked") is None
    cases = tab.locator("#cases > details")
    assert tab.locator("#count").inner_text() == "3 of 3"
    tab.select_option("#result", "wrong")
    assert tab.locator("#count").inner_text() == "1 of 3"
    assert cases.first.is_visible()
    assert not cases.last.is_visible()
    cases.first.locator("summary").click()
    assert "It does not say" in cases.first.inner_text()
    tab.select_option("#result", "")
    tab.fill("#find", "novartis whom")
    assert tab.locator("#cases > details:visible .question").all_inner_texts() == [
        "With whom did Novartis develop Kymriah?"
    ]
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    assert (requests, faults) == ([report.as_uri()], [])
    tab.close()


@pytest.mark.browser
def test_without_scripts_every_case_can_be_read(
    browser: Browser, page: str, tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    report.write_text(page, encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(report.as_uri())
    assert not tab.locator("#filters").is_visible()
    tab.locator("#cases > details summary").last.click()
    assert tab.locator("#cases > details .case").last.is_visible()
    context.close()
