from __future__ import annotations

import pytest

from bench.falsifying import CHANGES, Pool, falsify

POOL = Pool(
    names=("Bruno Kerr", "Dora Lind", "Lower Weir"),
    sentences=("The weir was rebuilt in stone.",),
    words=("barley", "garden", "painted", "walked"),
)
QUOTE = "Anton Feld built the mill at Ober in 1790 for 1,200 thalers, and Klara Winter sold it."


def changed(kind: str, sentence: str, seed: str = "a") -> str | None:
    return falsify(sentence, QUOTE, kind, POOL, seed)


@pytest.mark.parametrize("seed", "abcdef")
def test_each_kind_changes_one_thing_of_its_kind_and_the_same_seed_the_same(seed: str) -> None:
    sentence = "Anton Feld built the mill in 1790 for 1,200 thalers."
    number = changed("number", sentence, seed)
    assert number is not None
    before, _, after = sentence.partition("1,200")
    assert number.startswith(before)
    assert number.endswith(after)
    assert number != sentence
    date = changed("date", sentence, seed)
    assert date is not None
    assert date.replace(date[29:33], "1790", 1) == sentence
    assert date != sentence
    name = changed("name", sentence, seed)
    assert name in {sentence.replace("Anton Feld", other) for other in POOL.names}
    assert all(changed(kind, sentence, seed) == changed(kind, sentence, seed) for kind in CHANGES)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mill was built.", "The mill was not built."),
        ("The mill was not built.", "The mill was built."),
        ("Feld never built it.", "Feld built it."),
        ("The mill cannot be visited.", "The mill can be visited."),
        ("No mill burnt.", "A mill burnt."),
        ("Feld built it.", "Feld never built it."),
    ],
)
def test_a_negation_is_put_in_or_taken_out(sentence: str, expected: str) -> None:
    assert changed("negation", sentence) == expected


def test_roles_are_swapped_only_where_they_tell_something() -> None:
    assert (
        changed("swapped roles", "Anton Feld paid Klara Winter.") == "Klara Winter paid Anton Feld."
    )
    assert changed("swapped roles", "Anton Feld and Klara Winter met.") is None
    assert changed("swapped roles", "Anton Feld built it together with Klara Winter.") is None


def test_half_a_truth_ends_in_a_clause_from_elsewhere() -> None:
    assert changed("half-truth", "Feld built it.") == (
        "Feld built it, and the weir was rebuilt in stone."
    )


def test_a_word_is_replaced_by_one_of_its_ending() -> None:
    assert changed("word", "Feld owned it.") in {"Feld painted it.", "Feld walked it."}


@pytest.mark.parametrize("kind", ["number", "date", "name", "swapped roles"])
def test_what_holds_nothing_of_a_kind_is_left_out(kind: str) -> None:
    assert changed(kind, "The water was high.") is None
