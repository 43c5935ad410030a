"""A name as the documents write it, however it was typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from assistant.matching import term_list
from index.words import tokens

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_BREAK = re.compile(r"[.,;:()\n]")
_VERBAL = re.compile(r" (?:to|and|or|is|was|has|had|will|would|as|that|who|which|when|by) ")
"""Joins no two words of one name."""
_LONGEST = 80


def without_article(name: str) -> str:
    """``name`` without "the" or "a" in front, if anything is left.

    >>> without_article("the Heron"), without_article("The")
    ('Heron', 'The')
    """
    return _ARTICLE.sub("", name) or name


def stands_in(name: str, text: str) -> bool:
    """Whether the words of ``name`` stand side by side in ``text``, in any form.

    >>> stands_in("Acme ship", "Acme's ships"), stands_in("Acme ship", "The ships of Acme")
    (True, False)
    """
    return next(iter(_forms(term_list(name), text)), None) is not None


def written_as(name: str, texts: Iterable[str]) -> str:
    """``name`` as ``texts`` write it, in the form that was typed where they have it, else in the
    one most often found; as it stands where none holds it.

    >>> written_as("the port SELLA", ["In Port Sella it rains.", "Port Sella's inn"])
    'Port Sella'
    >>> written_as("Quill's writings", ["This led Quill to write.", "Quill to writing turned."])
    "Quill's writings"
    """
    wanted = term_list(name)
    if not wanted:
        return _as_found(name, texts)
    forms = Counter(form for text in texts for form in _forms(wanted, text))
    if not forms:
        return without_article(name)
    typed = without_article(name)
    is_typed = {form: form.casefold() == typed.casefold() for form in forms}
    best = min(forms, key=lambda form: (not is_typed[form], -forms[form], form))
    return typed[0] + best[1:] if is_typed[best] and typed[0].isupper() else best


def _as_found(name: str, texts: Iterable[str]) -> str:
    """A name of function words alone, as the first text that holds it writes it."""
    words = re.compile(r"\s+".join(re.escape(word) for word in name.split()), re.IGNORECASE)
    return next((m.group() for text in texts if (m := words.search(text))), name)


def _forms(wanted: tuple[str, ...], text: str) -> Iterable[str]:
    """The name wherever its words stand side by side, with such between them as names have."""
    words = [token for token in tokens(text) if token.term]
    n = len(wanted)
    for i in range(len(words) - n + 1) if n else ():
        if tuple(word.term for word in words[i : i + n]) == wanted:
            form = _POSSESSIVE.sub("", text[words[i].start : words[i + n - 1].end])
            if words[i].start == 0 and form[1:] == form[1:].lower() and " " in form:
                form = form[0].lower() + form[1:]  # a capital only for opening the sentence
            if len(form) <= _LONGEST and not _BREAK.search(form) and not _VERBAL.search(form):
                yield form
