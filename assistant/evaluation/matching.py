"""Whether a text says a fact: spellings, folded and matched at word boundaries."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

_SOFT_HYPHEN = "\u00ad"
_QUOTES = "\"'`´‘’‚‛“”„‟‹›«»′″‵‶「」『』〝〞〟＂＇"
# Dashes that Unicode does not file under "Pd": hyphen bullet, minus sign, modifier minus.
_DASHES_BY_NAME = "\u2043\u2212\u02d7\u207b\u208b"
_LIST_DASH = re.compile(r"^- ", re.MULTILINE)

# First and last code points of the scripts written without spaces between words.
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x109F),  # Tibetan, Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x1950, 0x19FF),  # Tai Le, New Tai Lue, Khmer symbols
    (0x1A20, 0x1AAF),  # Tai Tham
    (0x1B00, 0x1B7F),  # Balinese
    (0x2E80, 0x2FDF),  # Han radicals
    (0x3005, 0x3007),  # Han iteration marks
    (0x3040, 0x312F),  # Hiragana, Katakana, Bopomofo
    (0x31A0, 0x31FF),  # Bopomofo, Katakana extensions
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0xA4CF),  # Han, Yi
    (0xA980, 0xA9FF),  # Javanese, Myanmar extensions
    (0xAA60, 0xAA7F),  # Myanmar extensions
    (0xF900, 0xFAFF),  # Han compatibility
    (0x1B000, 0x1B16F),  # Kana extensions
    (0x20000, 0x3FFFF),  # Han extensions
)
_UNSPACED_STARTS = [first for first, _ in _UNSPACED]


def _marks() -> dict[int, str]:
    """What each quote and dash is replaced by, before NFKC, which would tear some of them apart."""
    dashes = [chr(n) for n in range(0x11000) if unicodedata.category(chr(n)) == "Pd"]
    folded = dict.fromkeys([*dashes, *_DASHES_BY_NAME], "-")
    folded.update(dict.fromkeys(_QUOTES, "'"))
    folded[_SOFT_HYPHEN] = ""
    return {ord(mark): plain for mark, plain in folded.items()}


_MARKS = _marks()


def fold(text: str) -> str:
    r"""``text`` as spellings are compared: NFKC, case, white space, quotes and dashes folded.

    White space is one space between words and none at the ends; every quote is ``'``, every dash
    or hyphen ``-``; a soft hyphen is gone.

    >>> fold("  The “Big—Bang”\n ５ ")
    "the 'big-bang' 5"
    """
    plain = unicodedata.normalize("NFKC", text.translate(_MARKS)).casefold()
    return " ".join(unicodedata.normalize("NFKC", plain).translate(_MARKS).split())


_fold_again = lru_cache(maxsize=10_000)(fold)  # leave-out looks for a spelling in every passage


def find_spelling(folded_text: str, spelling: str) -> int | None:
    """Where ``spelling`` first matches in a text that ``fold`` returned, or None.

    It matches at a word's start (anywhere in scripts written without spaces) and, if it ends in a
    digit, at a word's end. A number goes on over a point or comma between digits: "308" is not
    found in "1,308".
    """
    wanted = _fold_again(spelling)
    at = folded_text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if _is_boundary(folded_text, at) and (
            not wanted[-1].isdigit() or _is_boundary(folded_text, end)
        ):
            return at
        at = folded_text.find(wanted, at + 1)
    return None


def holds_spelling(folded_text: str, spellings: Sequence[str]) -> bool:
    """Whether any of a fact's spellings matches in a text that ``fold`` returned."""
    return any(find_spelling(folded_text, spelling) is not None for spelling in spellings)


def holds_forbidden(text: str, forbidden: Sequence[str]) -> bool:
    """Whether any forbidden string stands anywhere in ``text``, both folded."""
    folded = fold(text)
    return any(fold(wrong) in folded for wrong in forbidden)


def share_of_facts(text: str, facts: Sequence[Sequence[str]]) -> float:
    """The share of ``facts`` of which ``text`` holds a spelling.

    Raises:
        ValueError: there are no facts.
    """
    if not facts:
        raise ValueError("no facts to look for")
    folded = fold(text)
    return sum(holds_spelling(folded, spellings) for spellings in facts) / len(facts)


def answer_words(text: str) -> int:
    r"""How many words, split at white space, ``text`` has; the dashes of list items aside.

    >>> answer_words("Two:\n- GSK\n- 23andMe")
    3
    """
    return len(_LIST_DASH.sub("", text).split())


def words_to_fact(text: str, facts: Sequence[Sequence[str]]) -> int | None:
    """How many words stand before the first fact in ``text``; None where it holds no fact."""
    folded = fold(_LIST_DASH.sub("", text))
    found = [find_spelling(folded, spelling) for fact in facts for spelling in fact]
    places = [at for at in found if at is not None]
    if not places:
        return None
    before = folded[: min(places)]
    # A fact that starts inside a word ("19" in "COVID-19") does not count that word.
    return len(before.split()) - (not before.endswith(" ") and before != "")


def _is_boundary(text: str, at: int) -> bool:
    """Whether no word goes on over place ``at``."""
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    if _is_unspaced(before) or _is_unspaced(after):
        return True
    if _is_word(before) and _is_word(after):
        return False
    return not (_is_inside_number(text, at - 1) or _is_inside_number(text, at))


def _is_inside_number(text: str, at: int) -> bool:
    return (
        text[at] in ".,"
        and 0 < at < len(text) - 1
        and text[at - 1].isdigit()
        and text[at + 1].isdigit()
    )


def _is_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")


def _is_unspaced(character: str) -> bool:
    index = bisect_right(_UNSPACED_STARTS, ord(character)) - 1
    return index >= 0 and ord(character) <= _UNSPACED[index][1]
