"""What the index knows of English: function words, the stemmer, abbreviations that take a stop."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

# fmt: off
STOP_WORDS = frozenset(
    ["a", "about", "above", "after", "again", "against", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "could", "did", "do", "does", "doing", "done", "down", "during", "each", "either", "else", "ever", "every", "few", "for", "from", "further", "get", "had", "has", "have", "having", "he", "her", "here", "hers", "herself", "him", "himself", "his", "how", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "let", "many", "may", "me", "might", "more", "most", "much", "must", "my", "myself", "neither", "no", "nor", "not", "now", "of", "off", "often", "on", "once", "only", "onto", "or", "other", "our", "ours", "ourselves", "out", "over", "own", "per", "please", "quite", "rather", "same", "shall", "she", "should", "since", "so", "some", "such", "than", "that", "the", "their", "theirs", "them", "themselves", "then", "there", "these", "they", "this", "those", "through", "thus", "to", "too", "toward", "towards", "under", "until", "up", "upon", "us", "used", "using", "very", "via", "was", "we", "were", "what", "whatever", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "yet", "you", "your", "yours", "yourself", "yourselves"]
)

TITLES_BEFORE_NAMES = frozenset(
    ["st", "mt", "ft", "no", "nos", "vol", "fig", "figs", "gen", "col", "lt", "sgt", "capt", "maj", "adm", "gov", "sen", "rep", "rev", "hon", "prof", "dr", "mr", "mrs", "ms", "messrs", "mme", "mlle", "jr", "sr", "ch", "sec", "art", "pp", "ca", "approx", "est", "vs", "cf", "viz"]
)
# fmt: on
"""Abbreviations after which a sentence goes on even if the next word has a capital."""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The Snowball English stem (Porter 2) of a lower-case word."""
    stemmed: str = _stemmer().stemWord(word)
    return stemmed


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")
