from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from corpus.errors import ModelMissing
from index.model import open_model
from index.tokenizer import WordPieces


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces(open_model().folder)


def test_rarity_rises_from_the_commonest_word_to_words_without_a_piece_of_their_own(
    pieces: WordPieces,
) -> None:
    rarities = [pieces.rarity(word) for word in ("the", "river", "mill", "orchard", "sluice")]
    assert (rarities[0], rarities[-1]) == (0.0, 1.0)
    assert all(less < more for less, more in pairwise(rarities))


@pytest.mark.parametrize("word", ["", "zorblax", "two words", "!", "1931 and 1940"])
def test_what_is_no_single_known_word_is_as_rare_as_can_be(pieces: WordPieces, word: str) -> None:
    assert pieces.rarity(word) == 1.0


def test_case_does_not_make_a_word_rare(pieces: WordPieces) -> None:
    assert pieces.rarity("River") == pieces.rarity("river")


def test_a_folder_without_a_tokenizer_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=str(tmp_path)):
        WordPieces(tmp_path)
