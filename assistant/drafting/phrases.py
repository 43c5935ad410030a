"""Parts of a clause: what can be kept of it, what can be dropped, what names someone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import english_verbs as english
from assistant.drafting.clause import UNCLEAR, Vocabulary

MAX_CORE_WORDS, MAX_FACT_WORDS, MAX_REASON_WORDS = 14, 7, 12
MAX_ROLE_WORDS = 4
_CUT = re.compile(
    r",(?! (?:\d{4}\b|[A-Z][\w’']+(?:$| [a-z]|,)))"
    r"| (?:while|whereas|which|who|where|so that|although|though|but|because|unless|until it|until they)\b"
    r"| (?:when|after|before|since|as) (?:it|he|she|they|the|a|an|his|her|its|their)\b"
    r"| and (?:is|are|was|were|has|have|had|then|also|later|thus|so|it|they|he|she|will|can|may|did|does|no|not)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|that|whose|whom|if|can|will|would|could)\b"
)
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_JOINING = ("of", "and", "the", "de", "von", "van", "for", "&", "la", "du")


def core(rest: str) -> str | None:
    """What follows the verb up to the first break; None where that is long or holds a clause."""
    kept = _CUT.split(rest, maxsplit=1)[0].strip(" ,")
    words = kept.split()
    for i, word in enumerate(words[:-1]):
        if word == "and" and (words[i + 1] in english.BY_FORM or words[i + 1].endswith("ly")):
            words = words[:i]
            break
    kept = " ".join(words)
    unclear = _FINITE.search(kept) or UNCLEAR.search(kept)
    return None if unclear or len(words) > MAX_CORE_WORDS else kept


def stands_alone(subject: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Whether the subject says what it is of: it, or what is said of it, holds a name.

    "the Board" and "the committee" are known to the readers of the passage only, but where few
    documents leave no doubt which is meant.
    """
    words = subject.split()
    head = subject.split(" of ")[0].split()[-1].lower()
    if english.GENERIC_HEADS & {words[-1].lower(), head} or words[0].lower() in ("a", "an"):
        return False
    if words[0] == "the" and len(words) < 4 and words[-1] in vocabulary.single:
        return True
    if words[0] == "the" and len(words) == 2 and words[1].lower() in vocabulary.common:
        return False
    if vocabulary.names_something(subject):
        return True
    if words[0] == "the" and len(words) < 3:
        return False
    return vocabulary.names_something(core(rest) or "")


def is_general(subject: str) -> bool:
    """Whether the subject is a kind of thing: "public-private partnerships"."""
    words = subject.split()
    return (
        1 < len(words) <= 4
        and subject.islower()
        and words[0] not in (*english.DETERMINERS, "no")
        and words[-1] not in english.GENERIC_HEADS
    )


def actor(phrase: str, vocabulary: Vocabulary) -> str | None:
    """The name in "the Korean economist Ada Quillan"; None where the phrase is not just a name.

    Words before the name may only say what the named one is.
    """
    words = bare(phrase).split()
    lower = [i for i, word in enumerate(words) if word[0].islower() and word not in _JOINING]
    if lower:
        role, words = words[lower[-1]], words[lower[-1] + 1 :]
        if role.endswith("s") or lower[-1] > MAX_ROLE_WORDS or role in english.PREPOSITIONS:
            return None
    if not words or not vocabulary.is_name(words[0]):
        return None
    inner = all(vocabulary.is_name(word) or word in _JOINING for word in words)
    return " ".join(words) if inner and words[-1] not in _JOINING else None


def participle(rest: str) -> str | None:
    """The participle that ``rest`` begins with, adverbs aside."""
    words = rest.split()
    while words and (words[0] in english.ADVERBS or words[0].endswith("ly")):
        words = words[1:]
    if words and (words[0] in english.BY_PARTICIPLE or re.match(r"[a-z]{3,}ed$", words[0])):
        return words[0]
    return None


def without_adverbs(rest: str) -> str:
    """``rest`` without words such as "later" in front."""
    words = rest.split()
    while words and words[0] in english.DROPPED_ADVERBS:
        words = words[1:]
    return " ".join(words)


def without_article(words: Sequence[str]) -> list[str]:
    """The words of an object without its article or possessive."""
    if words and words[0].lower() in english.DETERMINERS:
        return list(words[1:])
    return list(words)


def objects(words: Sequence[str]) -> list[list[str]]:
    """The things that an object names, one or more, each without its article.

    What begins another verb ("... and identify Y") is left out.
    """
    found: list[list[str]] = []
    for part in " ".join(words).split(" and "):
        thing = without_article(part.split())
        while thing and (thing[-1].endswith("ly") or thing[-1] == "together"):
            thing = thing[:-1]
        if not thing or (found and thing[0] in english.BASES):
            break
        found.append(thing)
    return found


def is_thing(words: Sequence[str]) -> bool:
    """Whether the words are an object that an answer can be known by."""
    return (
        1 < len(words) <= MAX_FACT_WORDS
        and words[0] not in english.PARTICLES
        and words[-1].lower() not in english.GENERIC_HEADS
        and not any(
            word in english.BY_PARTICIPLE or word in ("to", "not", "more", "and", "or", "how")
            for word in (words[0], words[-1])
        )
        and not any(word in ("to", "not", "that") or word.endswith("ing,") for word in words)
    )


def bare(name: str) -> str:
    """A name without its article."""
    return _ARTICLE.sub("", name)
