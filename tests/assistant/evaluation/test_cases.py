from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Turn
from assistant.evaluation.cases import Case, Evidence, load_cases
from corpus.errors import QuestionSetMalformed

XQUAD = Path(__file__).parents[3] / "bench" / "xquad-a" / "questions.jsonl"
FULL: dict[str, Any] = {
    "id": "a1",
    "question": "And its price?",
    "answerable": True,
    "facts": [["12", "twelve"], ["euro"]],
    "evidence": [{"document": "d.md", "quote": "e\u0301 12\r\neuro\x00", "start": 7, "note": "n"}],
    "forbidden": ["dollar"],
    "history": [
        {"role": "user", "content": "What is it?", "when": 1},
        {"role": "assistant", "content": "A kiwi."},
    ],
    "outcome": "answered",
    "shape": "sentence",
    "tags": ["price"],
    "meta": {"by": [1, None]},
}
LEAST: dict[str, Any] = {
    "id": "a2",
    "question": "Who?",
    "answerable": False,
    "facts": [],
    "evidence": [],
}


def write(path: Path, *lines: object) -> Path:
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return path


def test_a_case_has_every_key_and_quotes_are_normalised_as_documents_are(tmp_path: Path) -> None:
    cases = load_cases(write(tmp_path / "q.jsonl", FULL, "", LEAST))
    assert cases == (
        Case(
            id="a1",
            question="And its price?",
            answerable=True,
            facts=(("12", "twelve"), ("euro",)),
            evidence=(Evidence("d.md", "é 12\neuro", 7),),
            forbidden=("dollar",),
            history=(Turn("user", "What is it?"), Turn("assistant", "A kiwi.")),
            outcome="answered",
            shape="sentence",
            tags=("price",),
        ),
        Case(id="a2", question="Who?", answerable=False),
    )


def test_a_case_gives_its_line_back_with_unknown_keys_at_every_level(tmp_path: Path) -> None:
    cases = load_cases(write(tmp_path / "q.jsonl", FULL, LEAST))
    assert [case.to_json() for case in cases] == [FULL, LEAST]


def test_a_byte_order_mark_windows_line_ends_and_odd_separators_do_not_matter(
    tmp_path: Path,
) -> None:
    path = tmp_path / "q.jsonl"
    text = json.dumps({**LEAST, "question": "A\u2028B\x85C?"}, ensure_ascii=False)
    path.write_bytes(b"\xef\xbb\xbf" + text.encode() + b"\r\n\r\n")
    assert [case.question for case in load_cases(path)] == ["A\u2028B\x85C?"]


MALFORMED = [
    # what stands on line 2, and what the message says after "FILE, line 2"
    ('{"id": ', ", column 8: is not JSON (Expecting value)"),
    ("[1]", ": is not a JSON object; write one case a line"),
    ('{"id": "\\ud800"}', ": is not UTF-8 text; save the file as UTF-8"),
    ("[" * 100_000, ": is not JSON that can be read"),
    ({k: v for k, v in LEAST.items() if k != "question"}, ", question: field required"),
    ({k: v for k, v in LEAST.items() if k != "facts"}, ", facts: field required"),
    ({**LEAST, "id": "x", "answerable": "yes"}, ", answerable: input should be a valid boolean"),
    ({**LEAST, "id": "x", "answerable": 1}, ", answerable: input should be a valid boolean"),
    ({**LEAST, "id": 7}, ", id: input should be a valid string"),
    ({**LEAST, "question": " "}, ", question: must not be empty"),
    ({**LEAST, "facts": ["GSK"]}, ", facts[0]: input should be a valid list"),
    ({**LEAST, "facts": [["GSK"], []]}, ", facts[1]: a fact needs at least one spelling"),
    ({**LEAST, "facts": [["GSK", ""]]}, ", facts[0][1]: must not be empty"),
    ({**LEAST, "forbidden": [""]}, ", forbidden[0]: must not be empty"),
    ({**LEAST, "evidence": [{"document": "d"}]}, ", evidence[0].quote: field required"),
    (
        {**LEAST, "evidence": [{"document": "d", "quote": "\x00"}]},
        ", evidence[0].quote: must not be empty",
    ),
    (
        {**LEAST, "evidence": [{"document": "d", "quote": "q", "start": -1}]},
        ", evidence[0].start: input should be greater than or equal to 0",
    ),
    (
        {**LEAST, "history": [{"role": "system", "content": ""}]},
        ", history[0].role: input should be 'user' or 'assistant'",
    ),
    (
        {**LEAST, "outcome": "refused"},
        ", outcome: input should be 'answered', 'not_answered', 'not_covered' or 'about'",
    ),
    ({**LEAST, "tags": "price"}, ", tags: input should be a valid list"),
    (FULL, ", id: 'a1' stands twice"),
]


@pytest.mark.parametrize(("line", "said"), MALFORMED, ids=[said for _, said in MALFORMED])
def test_a_malformed_line_is_named_with_file_line_and_field(
    tmp_path: Path, line: object, said: str
) -> None:
    path = write(tmp_path / "q.jsonl", FULL, line)
    with pytest.raises(QuestionSetMalformed) as caught:
        load_cases(path)
    assert str(caught.value) == f"{path}, line 2{said}"


def test_a_file_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_bytes(json.dumps(LEAST).encode() + b'\n{"id": "\xe9"}\n')
    with pytest.raises(QuestionSetMalformed) as caught:
        load_cases(path)
    assert str(caught.value) == f"{path}, line 2: is not UTF-8 text; save the file as UTF-8"


def test_a_file_that_is_missing_or_empty_is_named(tmp_path: Path) -> None:
    missing, empty = tmp_path / "no.jsonl", write(tmp_path / "empty.jsonl", "", " ")
    messages = []
    for path in (missing, empty):
        with pytest.raises(QuestionSetMalformed) as caught:
            load_cases(path)
        messages.append(str(caught.value))
    assert messages == [
        f"{missing}: cannot be read (No such file or directory); name a file",
        f"{empty}: holds no case; write one JSON object a line",
    ]


def test_the_set_in_the_repository_loads_whole() -> None:
    cases = load_cases(XQUAD)
    assert (len(cases), sum(case.answerable for case in cases)) == (612, 522)
    assert [case.to_json() for case in cases] == [
        json.loads(line) for line in XQUAD.read_text(encoding="utf-8").splitlines()
    ]
