"""What an opening pronoun may be told by: the subject of the sentence before, or the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.support import english_edits as english
from assistant.support.evidence import Evidence
from assistant.support.spelling import Token, read_tokens
from assistant.support.wording import has_verb, read_words


def named_by(pronoun: str, evidence: Evidence) -> Iterator[Sequence[Token]]:
    """The names that ``pronoun``, the first word of a sentence, may stand for, with and without an
    article before: the subject before it, or the title where no sentence stands before.
    """
    before = [line for line in evidence.antecedent.splitlines() if line.strip()]
    if before:
        name = _subject_of(before[0]) if _goes_back(before, pronoun) else ""
    else:
        name = evidence.above.partition("\n")[0]
    tokens = read_tokens(name)
    if tokens and _agrees(tokens, pronoun):
        bare = tokens[1:] if tokens[0].folded in english.ARTICLES else tokens
        yield from (tokens, bare, (*read_tokens("the"), *bare))


def _goes_back(before: Sequence[str], pronoun: str) -> bool:
    """Whether all sentences since the one that names it open with the same pronoun."""
    opened = [read_tokens(line)[:1] for line in before[1:]]
    return all(one and one[0].folded == pronoun for one in opened)


def _subject_of(text: str) -> str:
    """What stands before the verb of a sentence; nothing where a comma comes first."""
    words = read_words(text)
    at = next((i for i, word in enumerate(words) if i and has_verb([word])), 0)
    subject = text[: words[at].start].strip() if at else ""
    return "" if "," in subject else re.sub(r"\s*\([^)]*\)", "", subject)


def _agrees(name: Sequence[Token], pronoun: str) -> bool:
    last = name[-1].folded
    is_several = (last.endswith("s") and not last.endswith(("ss", "us", "is"))) or any(
        one.folded == "and" for one in name
    )
    if pronoun in english.PERSONAL:
        return not is_several and all(one.raw[:1].isupper() for one in name)
    return is_several == english.PRONOUNS[pronoun]
