import pytest

from bench.extracts import gains, load_kept


def test_every_sentence_to_keep_is_one_of_its_document() -> None:
    kept = list(load_kept())
    assert len(kept) == 60
    for one in kept:
        assert one.text.startswith("# ")
        assert len(set(one.keep)) == len(one.keep) >= 4
        assert min(one.keep) >= 1


@pytest.mark.parametrize(
    ("shown", "expected"),
    [((4, 1, 7), (1.0, 1.0)), ((4, 2), (1.5 / 3, 1 / 3)), ((9, 6), (1 / 3, 0.0)), ((), (0.0, 0.0))],
)
def test_what_is_kept_counts_by_how_much_it_is_needed(
    shown: tuple[int, ...], expected: tuple[float, float]
) -> None:
    assert gains(shown, (4, 1, 7, 3, 9, 2), 3) == pytest.approx(expected)
