"""Every line in the assistant's own voice, counted again from the index."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.evaluation.cases import load_cases
from tests.assistant.recount import Collection, unfounded

ROOT = Path(__file__).parents[2]
SETS = {
    "partnerships": ROOT / "corpus" / "documents",
    "lighthouses": ROOT / "bench" / "lighthouses" / "documents",
    "xquad-a": ROOT / "bench" / "xquad-a" / "corpus",
}
MORE = {
    "partnerships": (
        "Tell me about Merck",
        "Tell me about Pfizer",
        "What are the benefits of strategic partnerships?",
        "Where is Moderna based?",
        "Who is the CEO of Celgene?",
        "How do UCSF and Pfizer work together?",
        "How much did Roche pay for Genentech?",
        "Compare Tesla and Merck",
        "What is the weather today?",
        "What are the steps to foster partnerships?",
        "Summarise the second text",
        "precision medicine",
        "Which documents mention Notable Labs?",
    ),
    "lighthouses": (
        "Tell me about Tolm Rock",
        "Tell me about Low Ness",
        "Port Anselm",
        "Who is Atlantis Smith?",
        "What are the duties of a keeper?",
        "When did the Harbour Guild meet Piet Solberg?",
        "When did Jonas Brandt die?",
        "Gibt es einen Leuchtturm auf Tolm Rock?",
        "Summarise visiting.md",
        "What subjects did a keeper learn?",
        "Compare Skerrin Head and Atlantis",
        "In which of these texts does Jonas Brandt come up?",
    ),
    "xquad-a": (
        "Tell me about Luther",
        "ABC",
        "Tell me about the IPCC",
        "Who is Zorblax?",
        "hello",
        "When did the Normans and the Mongols meet?",
        "Summarise the third document",
        "Jacksonville",
        "which articles mention satellites?",
    ),
}


@pytest.fixture(scope="module", params=SETS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def assistant(name: str, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return Assistant.open(str(SETS[name]), str(tmp_path_factory.mktemp(name) / "index"))


@pytest.mark.slow
def test_every_frame_line_is_borne_out_by_a_recount(name: str, assistant: Assistant) -> None:
    own = Collection(assistant)
    cases = load_cases(ROOT / "bench" / "shapes" / f"{name}-dev.jsonl")
    asked = [(case.question, [Turn(t.role, t.content) for t in case.history]) for case in cases]
    asked += [(question, []) for question in MORE[name]]
    answers = [(question, assistant.ask(question, history)) for question, history in asked]
    wrong = {q: lines for q, answer in answers if (lines := unfounded(answer, own))}
    assert wrong == {}
    frames = [s for _, answer in answers for s in answer.statements if s.kind == "frame"]
    assert len(frames) > 20


@pytest.mark.slow
def test_suggested_questions_are_answered(assistant: Assistant) -> None:
    suggested = assistant.ask("What is in here?").suggestions
    assert len(suggested) == 3
    assert assistant.ask("hello").suggestions == suggested
    for question in suggested:
        answer = assistant.ask(question)
        assert (answer.outcome, bool(answer.citations)) == ("answered", True)
