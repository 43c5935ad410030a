"""Our question sets say only what their documents say."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
Case = dict[str, Any]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A question file, the texts it asks about, and the fewest cases it may hold."""

    name: str
    prefix: str
    min_cases: int
    cases: tuple[Case, ...]
    texts: dict[str, str]


DOCUMENTS = {
    "partnerships": ROOT / "corpus" / "documents",
    "lighthouses": ROOT / "bench" / "lighthouses" / "documents",
    "xquad-a": ROOT / "bench" / "xquad-a" / "corpus",
    "mixed": ROOT / "bench" / "mixed" / "documents",
    "saltworks": ROOT / "bench" / "saltworks" / "documents",
    "railway": ROOT / "bench" / "railway" / "documents",
    "cabinets": ROOT / "bench" / "cabinets" / "documents",
    "foundry": ROOT / "bench" / "foundry" / "documents",
}


def load_lines(file: str) -> tuple[Case, ...]:
    lines = (ROOT / "bench" / file).read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def load_texts(name: str) -> dict[str, str]:
    files = sorted(DOCUMENTS[name].iterdir())
    return {path.name: path.read_text(encoding="utf-8") for path in files}


def load_set(name: str, prefix: str, min_cases: int, file: str) -> QuestionSet:
    return QuestionSet(name, prefix, min_cases, load_lines(file), load_texts(name))


PARTNERSHIPS = load_set("partnerships", "pm-{:03d}", 440, "partnerships/questions.jsonl")
LIGHTHOUSES = load_set("lighthouses", "lh-{:02d}", 170, "lighthouses/questions.jsonl")
GENRES = load_set("mixed", "mx-{:03d}", 240, "mixed/questions.jsonl")
SETS = (PARTNERSHIPS, LIGHTHOUSES)
MIXED_SETS = (
    load_set("partnerships", "pmh-{:03d}", 100, "partnerships/held-out.jsonl"),
    load_set("lighthouses", "lhh-{:02d}", 46, "lighthouses/held-out.jsonl"),
)
SHAPE_SETS = (
    load_set("partnerships", "pms-{:02d}", 15, "shapes/partnerships-held-out.jsonl"),
    load_set("lighthouses", "lhs-{:02d}", 15, "shapes/lighthouses-held-out.jsonl"),
    load_set("xquad-a", "xas-{:02d}", 15, "shapes/xquad-a-held-out.jsonl"),
)
NEWCOMERS_HELD_OUT = (
    load_set("xquad-a", "nxh-{:03d}", 30, "newcomers/xquad-a-held-out.jsonl"),
    load_set("mixed", "nmh-{:03d}", 11, "newcomers/mixed-held-out.jsonl"),
    load_set("partnerships", "nph-{:03d}", 9, "newcomers/partnerships-held-out.jsonl"),
)
NEWCOMERS = (
    load_set("xquad-a", "nx-{:03d}", 267, "newcomers/xquad-a-dev.jsonl"),
    load_set("mixed", "nm-{:03d}", 11, "newcomers/mixed-dev.jsonl"),
    load_set("partnerships", "np-{:03d}", 9, "newcomers/partnerships-dev.jsonl"),
)
HELD_OUT_SETS = (*MIXED_SETS, *SHAPE_SETS, *NEWCOMERS_HELD_OUT)
DEV_SHAPE_SETS = (
    load_set("partnerships", "sp-{:02d}", 484, "shapes/partnerships-dev.jsonl"),
    load_set("lighthouses", "sl-{:02d}", 434, "shapes/lighthouses-dev.jsonl"),
    load_set("xquad-a", "sx-{:02d}", 450, "shapes/xquad-a-dev.jsonl"),
    load_set("mixed", "sm-{:02d}", 104, "shapes/mixed-dev.jsonl"),
    load_set("saltworks", "ss-{:02d}", 150, "shapes/saltworks-dev.jsonl"),
    load_set("railway", "sr-{:02d}", 90, "shapes/railway-dev.jsonl"),
    load_set("cabinets", "sc-{:02d}", 90, "shapes/cabinets-dev.jsonl"),
    load_set("foundry", "sf-{:02d}", 70, "shapes/foundry-dev.jsonl"),
)
DEVELOPMENT_SETS = (*SETS, GENRES, *NEWCOMERS)
ARTICLES = load_lines("xquad-a/questions.jsonl")
EVERY = [(a_set, case) for a_set in (*DEVELOPMENT_SETS, *HELD_OUT_SETS) for case in a_set.cases]

SHAPES = {"sentence", "list", "table", "groups", "extract", "overview", "reply", None}
OUTCOMES: dict[bool, set[str | None]] = {
    True: {"answered"},
    False: {"not_answered", "not_covered", "about", None},
}
ABSENT = {
    "partnerships": {
        *("Sanofi", "Johnson & Johnson", "Regeneron", "Foundation Medicine", "AbbVie", "Bayer"),
        *("Gilead", "Thermo Fisher", "Eli Lilly", "CureVac", "Takeda"),
    },
    "lighthouses": {"Bishop Rock", "Grace Darling", "Flannan", "Eddystone"},
}
APART = [
    ("Moderna", "BioNTech"),
    ("Illumina", "23andMe"),
    ("Stanford", "Mayo Clinic"),
    ("Novartis", "Celgene"),
    ("Genentech", "Vertex"),
    ("NIH", "Kymriah"),
    ("Roche", "Notable Labs"),
    ("AstraZeneca", "Pfizer"),
    ("Merck", "Kymriah"),
    ("Gates Foundation", "Cancer Moonshot"),
    ("Amgen", "Genentech"),
    ("Verily", "Novartis"),
    ("UCSF", "Pfizer"),
    ("Illumina", "Stanford"),
    ("Novartis", "Moderna"),
    ("Roche", "BioNTech"),
]


def set_id(a_set: QuestionSet) -> str:
    return a_set.prefix.partition("-")[0]


per_set = pytest.mark.parametrize("a_set", SETS, ids=set_id)
per_mixed_set = pytest.mark.parametrize("a_set", [*SETS, *MIXED_SETS], ids=set_id)
per_held_out_set = pytest.mark.parametrize("a_set", HELD_OUT_SETS, ids=set_id)
per_development_set = pytest.mark.parametrize("a_set", DEVELOPMENT_SETS, ids=set_id)
per_any_set = pytest.mark.parametrize("a_set", [*DEVELOPMENT_SETS, *HELD_OUT_SETS], ids=set_id)
per_case = pytest.mark.parametrize(("a_set", "case"), EVERY, ids=[c["id"] for _, c in EVERY])


def fold(text: str) -> str:
    """Case, white space, quotes, dashes and hyphens made alike."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"[\u2010-\u2015\u2212-]", "-", text)
    return " ".join(re.sub("[\u2018\u2019\u201c\u201d\"']", "'", text).split())


def holds(text: str, spelling: str) -> bool:
    """Whether ``spelling`` begins at a word's start in ``text`` and, after a digit, ends a word."""
    spelling = fold(spelling)
    end = r"(?!\w)" if spelling[-1].isdigit() else ""
    return re.search(rf"(?<!\w){re.escape(spelling)}{end}", fold(text)) is not None


def missing_facts(case: Case, text: str) -> list[list[str]]:
    return [fact for fact in case["facts"] if not any(holds(text, s) for s in fact)]


def tagged(a_set: QuestionSet, tag: str) -> list[Case]:
    return [case for case in a_set.cases if tag in case["tags"]]


@per_any_set
def test_ids_are_numbered_in_order_and_no_question_is_asked_twice(a_set: QuestionSet) -> None:
    ids = [case["id"] for case in a_set.cases]
    assert ids == [a_set.prefix.format(n) for n in range(1, len(ids) + 1)]
    asked = Counter((fold(c["question"]), str(c.get("history"))) for c in a_set.cases)
    assert [question for question, count in asked.items() if count > 1] == []


@per_any_set
def test_the_set_is_large_enough(a_set: QuestionSet) -> None:
    assert len(a_set.cases) >= a_set.min_cases


@per_held_out_set
def test_every_case_of_a_held_out_file_is_held_out(a_set: QuestionSet) -> None:
    kinds = [(case["tags"][1], case["tags"][2]) for case in a_set.cases]
    words = ["answerable" if case["answerable"] else "unanswerable" for case in a_set.cases]
    assert kinds == [(word, "held-out") for word in words]


def test_no_held_out_question_stands_in_another_file() -> None:
    asked = Counter(
        (fold(case["question"]), str(case.get("history")))
        for cases in (
            *(s.cases for s in (*DEVELOPMENT_SETS, *HELD_OUT_SETS, *DEV_SHAPE_SETS)),
            ARTICLES,
        )
        for case in cases
    )
    held_out = [case for a_set in HELD_OUT_SETS for case in a_set.cases]
    keys = [(fold(case["question"]), str(case.get("history"))) for case in held_out]
    assert [key for key in keys if asked[key] > 1] == []


@pytest.mark.parametrize("a_set", DEV_SHAPE_SETS, ids=set_id)
def test_every_prompt_for_development_is_numbered_and_says_so(a_set: QuestionSet) -> None:
    ids = [case["id"] for case in a_set.cases]
    assert ids == [a_set.prefix.format(n) for n in range(1, a_set.min_cases + 1)]
    assert [case["id"] for case in a_set.cases if "dev" not in case["tags"]] == []
    assert [case["id"] for case in a_set.cases if "held-out" in case["tags"]] == []


@pytest.mark.parametrize("a_set", MIXED_SETS, ids=set_id)
def test_two_thirds_of_what_is_not_answered_are_near_misses(a_set: QuestionSet) -> None:
    unanswerable = tagged(a_set, "unanswerable")
    assert len(tagged(a_set, "near-miss")) >= len(unanswerable) * 2 / 3


@per_mixed_set
def test_about_a_third_is_not_answered(a_set: QuestionSet) -> None:
    unanswerable = [case for case in a_set.cases if not case["answerable"]]
    assert 0.28 <= len(unanswerable) / len(a_set.cases) <= 0.37


@per_development_set
def test_every_case_is_of_one_kind_and_for_development(a_set: QuestionSet) -> None:
    for case in a_set.cases:
        _, answerable, half, *_ = case["tags"]
        assert answerable == ("answerable" if case["answerable"] else "unanswerable")
        assert half == "dev", case["id"]


@per_case
def test_shape_outcome_and_history_are_well_formed(a_set: QuestionSet, case: Case) -> None:
    assert case.get("shape") in SHAPES
    assert case.get("outcome") in OUTCOMES[case["answerable"]]
    roles = [turn["role"] for turn in case.get("history", [])]
    assert roles == ["user", "assistant"] * (len(roles) // 2)
    assert roles != [] or not case["tags"][0].startswith("follow-up")


@per_case
def test_every_quote_stands_in_its_document_exactly_once(a_set: QuestionSet, case: Case) -> None:
    counts = [a_set.texts[item["document"]].count(item["quote"]) for item in case["evidence"]]
    assert counts == [1] * len(case["evidence"])


@per_case
def test_evidence_holds_every_fact_and_nothing_forbidden(a_set: QuestionSet, case: Case) -> None:
    quotes = "\n".join(item["quote"] for item in case["evidence"])
    assert missing_facts(case, quotes) == []
    assert [f for f in case.get("forbidden", []) if fold(f) in fold(quotes)] == []
    assert bool(case["facts"]) == bool(case["evidence"]) == case["answerable"]


@per_set
def test_absent_names_are_absent(a_set: QuestionSet) -> None:
    names = ABSENT[a_set.name]
    asked = [fold(case["question"]) for case in tagged(a_set, "absent-name")]
    assert [q for q in asked if not any(fold(name) in q for name in names)] == []
    corpus = "\n".join(a_set.texts.values())
    assert {name for name in names if fold(name) in fold(corpus)} == set()


def test_names_that_never_meet_share_no_section() -> None:
    questions = [case["question"] for case in tagged(PARTNERSHIPS, "never-together")]
    unmatched = [
        q
        for q, pair in zip(questions, APART, strict=True)
        if not all(fold(name) in fold(q) for name in pair)
    ]
    assert unmatched == []
    sections = [
        part for t in PARTNERSHIPS.texts.values() for part in re.split(r"^#+ ", t, flags=re.M)
    ]
    together = [pair for pair in APART for s in sections if all(holds(s, name) for name in pair)]
    assert together == []


def test_names_that_never_meet_share_no_paragraph() -> None:
    cases = [case for case in GENRES.cases if "apart" in case]
    assert [case["id"] for case in cases] == [c["id"] for c in tagged(GENRES, "never-together")]
    asked = [all(holds(case["question"], name) for name in case["apart"]) for case in cases]
    assert asked == [True] * 15
    paragraphs = [part for text in GENRES.texts.values() for part in text.split("\n\n")]
    together = [
        case["id"]
        for case in cases
        for part in paragraphs
        if all(holds(part, name) for name in case["apart"])
    ]
    assert together == []


def test_every_genre_is_asked_about_and_every_near_miss_says_how_it_misses() -> None:
    genres = Counter(case["tags"][-1] for case in GENRES.cases if case["evidence"])
    assert len(genres) == len(GENRES.texts) == 14
    assert min(genres.values()) >= 8
    misses = {"other-attribute", "other-person", "other-time", "other-relation"}
    misses |= {"other-quantity", "wrong-premise"}
    sorts = [case["tags"][3] in misses for case in tagged(GENRES, "near-miss")]
    assert sorts == [True] * 80


def test_every_fact_about_partnerships_also_stands_in_the_sources() -> None:
    folder = os.environ.get("SOURCES_DIR", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("SOURCES_DIR does not name the folder of the source texts")
    text = "\n".join(path.read_text("utf-8") for path in sorted(Path(folder).glob("*.txt")))
    asked_of_both = [a_set for a_set in (PARTNERSHIPS, *HELD_OUT_SETS) if a_set.prefix[0] == "p"]
    cases = [case for a_set in asked_of_both for case in a_set.cases]
    missing = {case["id"]: missing_facts(case, text) for case in cases}
    assert {case_id: facts for case_id, facts in missing.items() if facts} == {}
