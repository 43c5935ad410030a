"""What makes a sentence come near a question where it stands, beyond the words it repeats."""

from __future__ import annotations

import pytest

from assistant.candidates import FEATURES, Candidate
from assistant.closeness import PARTS, closeness, describe
from assistant.reading import Reading
from tests.assistant.passages import passage, read_plainly, scored

NEAR = {"corri": 0.1, "built": 0.9}


def parts(reading: Reading, candidate: Candidate) -> dict[str, float]:
    return dict(zip(PARTS, describe(reading, candidate, 2.0, NEAR), strict=True))


def under(heading: str, candidate: Candidate) -> Candidate:
    placed = passage(candidate.text, heading=(heading,))
    return Candidate(placed, 0, candidate.text, "", candidate.features)


@pytest.fixture
def reading() -> Reading:
    return read_plainly("Where was the Corrie built?")


def test_the_words_of_a_sentence_count_by_how_near_they_come(reading: Reading) -> None:
    candidate = scored("She was built at Leith.", 0.0, has_type=1.0).candidate
    assert parts(reading, candidate) == pytest.approx(
        {
            "score": 2.0,
            "nearness": 0.5,
            "mean_nearness": 0.5,
            "predicate": 0.9,
            "kind": 1.0,
            "above": 0.0,
        }
    )


def test_a_name_that_stands_above_is_spoken_of(reading: Reading) -> None:
    candidate = scored("The hull was built at Leith.", 0.0).candidate
    told = parts(reading, under("The Corrie", candidate))
    assert told["nearness"] == pytest.approx(0.85)
    assert told["above"] == 0.5
    assert parts(reading, under("Harbours", candidate))["nearness"] == pytest.approx(0.5)


def test_a_pronoun_leads_on_from_the_sentence_before(reading: Reading) -> None:
    before = "The Corrie carried tallow."
    leaning = scored("She was built at Leith.", 0.0, previous=before).candidate
    other = scored("Ships were built at Leith.", 0.0, previous=before).candidate
    assert parts(reading, leaning)["nearness"] == pytest.approx(0.85)
    assert parts(reading, other)["nearness"] == pytest.approx(0.5)


def test_closeness_grows_with_every_part(reading: Reading) -> None:
    base = scored("Ships were built at Leith.", 0.0).candidate
    typed = scored("Ships were built at Leith.", 0.0, has_type=1.0).candidate
    plain = closeness(reading, base, 2.0, NEAR)
    assert closeness(reading, base, 3.0, NEAR) > plain
    assert closeness(reading, base, 2.0, NEAR | {"corri": 0.4}) > plain
    assert closeness(reading, typed, 2.0, NEAR) > plain
    assert closeness(reading, under("The Corrie", base), 2.0, NEAR) > plain
    assert len(base.features) == len(FEATURES)
