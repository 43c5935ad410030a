"""A question typed without capitals, with those of the names in the documents."""

from __future__ import annotations

from collections import Counter

from assistant.reading import capitalised, is_common
from assistant.view import View
from index.words import tokens

_SEARCHED = 10


def with_capitals(text: str, view: View) -> str:
    """``text`` with the names that the passages nearest to it write with a capital within a
    sentence, and nowhere without; as it stands where it holds a capital itself.
    """
    if text != text.lower():
        return text
    texts = [passage.chunk.text for passage in view.search(text, k=_SEARCHED).passages]
    found = list(tokens(text))
    words = {token.surface: token.term for token in found if token.term}
    common = {word for word, term in words.items() if is_common(word, term, view.index)}
    own = capitalised(words, texts, common)
    named = [token for token in found if token.surface in own]
    if not named:
        return text
    forms: dict[str, Counter[str]] = {token.surface: Counter() for token in named}
    for one in texts:
        for token in tokens(one):
            if token.surface in forms:
                forms[token.surface][one[token.start : token.end]] += 1
    for token in reversed(named):
        best = forms[token.surface].most_common(1)
        if best and best[0][0].lower() == text[token.start : token.end].lower():
            text = f"{text[: token.start]}{best[0][0]}{text[token.end :]}"
    return text
