"""Questions in other words."""

from __future__ import annotations

import random
from pathlib import Path

from bench.wording import in_other_words, load_synonyms

VECTORS = """bought 1 0 0
purchased 0.99 0.1 0
bought's 1 0 0
mill 0 1 0
mills 0 1 -0.01
factory 0 0.9 0.4
owner 0 0 1
zyx 1 0 0
"""


def test_words_of_the_sentence_are_replaced_by_near_common_ones(tmp_path: Path) -> None:
    path = tmp_path / "vectors.txt"
    path.write_text(VECTORS, "utf-8")
    synonyms = load_synonyms(path, lambda word: word != "zyx")
    assert synonyms == {
        "bought": ["purchased"],
        "purchased": ["bought"],
        "mill": ["factory"],
        "mills": ["factory"],
        "factory": ["mill", "mills"],
    }
    asked, told = "Who bought the mill?", "The mill was bought by Ada."
    found = {in_other_words(asked, told, synonyms, random.Random(i)) for i in range(40)}
    assert found == {
        asked,
        "Who purchased the mill?",
        "Who bought the factory?",
        "Who purchased the factory?",
    }
    assert in_other_words(asked, "Ada owns it.", synonyms, random.Random(1)) == asked
