"""The report as one file: nothing is fetched, and nothing but its own script can run."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ui import messages
from ui.report.cases import RIGHT, render_cases, report_cases
from ui.report.figures import render_figures
from ui.report.markup import Markup, element, join
from ui.report.tables import (
    render_baselines,
    render_comparison,
    render_headline,
    render_metrics,
    render_settings,
)

if TYPE_CHECKING:
    from assistant.evaluation.comparison import Comparison
    from assistant.evaluation.evaluation import Evaluation

ASSETS = Path(__file__).parents[1] / "assets"
DRAFT_TAG = "draft"
PARTIAL = "Stopped early: the figures cover only the questions asked until then."


def render_report(
    evaluation: Evaluation, comparison: Comparison | None = None, *, name: str, made: str
) -> str:
    """The whole page. ``name`` is of the question set; ``made`` says when.

    A policy in the page forbids every request and every script and style but its own, named by
    their hashes.
    """
    style = (ASSETS / "report.css").read_text(encoding="utf-8")
    script = (ASSETS / "report.js").read_text(encoding="utf-8")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", f"Evaluation: {name}"),
        element("style", Markup(style)),
    )
    body = element(
        "body",
        _main(evaluation, comparison, name, made),
        element("script", Markup(script)),
        data_again=messages.ASK_AGAIN,
    )
    return "<!doctype html>\n" + element("html", head, body, lang="en") + "\n"


def _policy(style: str, script: str) -> str:
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(source: str) -> str:
    return "sha256-" + b64encode(sha256(source.encode("utf-8")).digest()).decode("ascii")


def _main(evaluation: Evaluation, comparison: Comparison | None, name: str, made: str) -> Markup:
    cases = report_cases(evaluation, comparison)
    n_drafts = sum(DRAFT_TAG in case.scored.case.tags for case in cases)
    n_right = sum(case.result == RIGHT for case in cases)
    baselines = render_baselines(evaluation)
    intro = f"{len(cases)} cases, {n_right} right · {made}"
    return element(
        "main",
        element("h1", "Evaluation"),
        element("p", element("strong", name), f" · {intro}", class_="intro"),
        element("p", PARTIAL, class_="partial") if evaluation.partial else None,
        element("p", messages.DRAFTS_MEASURED.format(n=n_drafts), class_="notice")
        if n_drafts
        else None,
        render_headline(evaluation),
        _section("Since the earlier run", render_comparison(comparison)) if comparison else None,
        _section("Plots", render_figures(evaluation)),
        _section("Against simpler answers", element("p", BASELINES), baselines)
        if baselines
        else None,
        _section("Cases", render_cases(cases)),
        _section("All metrics", render_metrics(evaluation)),
        _section("Settings", render_settings(evaluation)),
    )


BASELINES = (
    "The same answerable questions, answered with the passage that was ranked first: whole, its "
    "first two sentences, or as many words of it as our answers have, from a random place. "
    "None of these ever refuses."
)


def _section(name: str, *children: Markup | None) -> Markup:
    return element("section", element("h2", name), join(*children))
