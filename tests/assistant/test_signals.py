from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.scoring import Scored
from assistant.signals import key_nearness, signals
from assistant.weights import SIGNALS
from index.passage import Passage, SearchResult
from tests.assistant.passages import found, passage, read_plainly, scored


def signal_of(
    question: str, *ranked: Scored, result: SearchResult | None = None
) -> dict[str, float]:
    result = result or found(*(s.candidate.passage for s in ranked))
    values = signals(read_plainly(question), result, ranked)
    return dict(zip(SIGNALS, values.tolist(), strict=True))


@pytest.mark.parametrize(
    ("question", "text", "lacks_type", "lacks_measure"),
    [
        ("When did the weir break?", "The weir broke in 1931.", 0.0, 0.0),
        ("When did the weir break?", "The weir broke.", 1.0, 1.0),
        ("Who mended the weir?", "The weir was mended.", 1.0, 0.0),
        ("Who mended the weir?", "Ada Quill mended it.", 0.0, 0.0),
        ("Why did the weir break?", "The weir broke.", 0.0, 0.0),
        ("What is a weir?", "The weir broke.", 0.0, 0.0),
    ],
)
def test_only_a_kind_of_answer_with_a_form_of_its_own_can_be_lacked(
    question: str, text: str, lacks_type: float, lacks_measure: float
) -> None:
    values = signal_of(question, scored(text, 6.0, names_in_context=1.0))
    assert (values["lacks_type"], values["lacks_measure"]) == (lacks_type, lacks_measure)


def test_a_measure_that_does_not_stand_by_the_names_counts_as_lacked() -> None:
    question, text = "When did Ada Quill die?", "The weir broke in 1931."
    far = signal_of(question, scored(text, 6.0, names_in_context=0.4))
    near = signal_of(question, scored(text, 6.0, names_in_context=0.6))
    assert (far["lacks_measure"], far["type_with_names"]) == (1.0, 0.0)
    assert near["lacks_measure"] == 0.0
    assert near["type_with_names"] == pytest.approx(0.6)


def test_what_is_asked_for_is_as_near_as_the_nearest_of_the_best_sentences() -> None:
    (grain,) = read_plainly("What grain does the mill sell?").question.keys[:1]
    assert grain == {"grain"}
    near, far = (replace(scored("Rye.", 1.0), keys={"grain": n, "rye": 0.8}) for n in (0.4, 0.3))
    assert key_nearness([far, near], [grain]) == 0.4
    assert key_nearness([far, far, far, near], [grain]) == 0.3
    assert key_nearness([near], [frozenset({"grain", "rye"})]) == pytest.approx(0.6)
    assert key_nearness([near], [frozenset({"rye"}), grain]) == 0.4
    assert key_nearness([near], []) == 1.0
    assert key_nearness([], [grain]) == 0.0


def test_nearness_is_taken_from_the_best_two_together() -> None:
    first = replace(scored("Rye.", 6.0), nearness={"mill": 0.9, "grind": 0.1, "stray": 1.0})
    second = replace(scored("Oats.", 5.0), nearness={"mill": 0.2, "grind": 0.5})
    third = replace(scored("Bran.", 4.0), nearness={"mill": 1.0, "grind": 1.0})
    values = signal_of("Does the mill grind?", first, second, third)
    assert values["nearness"] == pytest.approx(0.7)
    assert values["mean_nearness"] == pytest.approx(0.7)
    assert values["least_nearness"] == pytest.approx(0.5)
    assert values["predicate"] == pytest.approx(0.7)


def test_names_are_looked_for_in_the_whole_passage_and_none_is_neither_good_nor_bad() -> None:
    best = scored("She mended it.", 6.0, previous="Ada Quill came.")
    assert signal_of("Did Ada Quill mend it?", best)["names_in_passage"] == 1.0
    assert signal_of("Did Ada Reed mend it?", best)["names_in_passage"] == 0.5
    assert signal_of("Who mended it?", best)["names_in_passage"] == pytest.approx(0.7)


def test_without_a_candidate_every_signal_is_0() -> None:
    assert set(signal_of("Who mended the weir?").values()) == {0.0}


def test_passages_of_other_documents_do_not_change_a_score() -> None:
    """Confidence must not grow or fall with the corpus."""
    best = scored("Ada mended the weir.", 8.0, names_in_context=1.0)
    alone: Passage = best.candidate.passage
    more = found(alone, passage("Cheese ripens.", document="cheese.md"))
    assert signal_of("Who mended the weir?", best) == signal_of(
        "Who mended the weir?", best, result=more
    )


@pytest.mark.parametrize(
    ("scores", "leads"),
    [
        ((9.0,), (0.4, 0.4, 0.4)),
        ((9.0, 6.0), (0.5, 0.4, 0.4)),
        ((9.0, 9.0, 8.0, 4.75), (0.0, 0.5, 0.4)),
        ((20.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 6.0), (1.0, 1.0, 1.0)),
    ],
)
def test_a_lead_is_over_the_second_fourth_and_eighth_and_middling_without_them(
    scores: tuple[float, ...], leads: tuple[float, float, float]
) -> None:
    values = signal_of("Who mended it?", *(scored("Rye.", score) for score in scores))
    named = tuple(values[name] for name in ("lead", "lead_of_three", "lead_of_seven"))
    assert named == pytest.approx(leads)


def test_names_apart_are_those_of_the_reading() -> None:
    reading = replace(read_plainly("Did Ada meet Tom?"), apart=0.5)
    best = scored("Rye.", 1.0)
    values = signals(reading, found(best.candidate.passage), [best])
    assert values[SIGNALS.index("names_apart")] == 0.5


@pytest.mark.parametrize(
    ("text", "previous", "lacks"),
    [
        ("The hose is nine metres long.", "", 0.0),
        ("The drum is nine metres wide.", "", 1.0),
        ("It is nine metres long.", "A hose comes with it.", 0.0),
    ],
)
def test_a_number_beside_something_else_than_is_asked_about_counts_for_nothing(
    text: str, previous: str, lacks: float
) -> None:
    reading = read_plainly("How many metres long is the hose?", {"long": 0.2, "metr": 0.4})
    best = scored(text, 6.0, previous=previous, names_in_context=1.0)
    values = signals(reading, found(best.candidate.passage), [best])
    assert values[SIGNALS.index("lacks_measure")] == lacks
