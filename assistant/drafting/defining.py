"""Questions for what something is: definitions, attributes, superlatives, short forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant import english_verbs as english
from assistant.drafting import phrases
from assistant.drafting.clause import Clause, Vocabulary
from assistant.drafting.counting import list_items
from assistant.drafting.draft import Wording
from assistant.drafting.spelling import number_spellings

_COMPLEMENT = re.compile(r"^(?P<article>an?) (?P<phrase>[^,]+)", re.IGNORECASE)
_PHRASE_END = re.compile(
    r"\s(?:that|which|who|whose|where|when|with|for|in|on|at|by|from|to|and|or|whereby|used|known"
    r"|called|located|based|made|as|between|having|without|than|into|under|after|before|near|is"
    r"|are|was|were|meant|built|held|founded|about|against|among|within|through|\w+ing|greater"
    r"|nine|\d+|published|due|because|aimed|centered|west|east|north|south)\b.*$"
)
_VALUE = re.compile(
    rf"^(?:estimated (?:at|to be) )?{english.NUMBER}(?P<unit>(?: [\w%°]+){{0,3}})$"
    r"|^(?P<money>[$€£]\S+(?: (?:million|billion))?)$"
)
_SUPERLATIVE = re.compile(
    r"^the (?P<what>(?:(?:\w+-)?\w+est|first|only|last|main|most \w+|second \w+est|oldest|capital|seat)\b"
    r"(?: [\w’'-]+){0,6}? (?:of|in|on) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)(?: (?:since|from|in) .*)?$"
)
_OFFICE = re.compile(
    r"^the (?P<what>(?:[\w-]+ ){0,3}?(?P<noun>[a-z]+) of (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)(?: .*)?$"
)
_ENUMERATION = re.compile(r"^[^,]+(?:, [^,]+)+,? and [^,]+$")


def _definition(clause: Clause, vocabulary: Vocabulary) -> Iterator[Wording]:
    match = _COMPLEMENT.match(clause.rest)
    if clause.verb not in ("is", "was") or match is None or not _is_defined(clause, vocabulary):
        return
    phrase = head_phrase(match["phrase"])
    if phrase is None:
        return
    article = clause.subject.split()[0].lower() in ("a", "an", "the")
    is_person = bool(english.PERSON_NOUNS.search(phrase)) and not article
    who = "Who" if is_person and clause.subject[0].isupper() else "What"
    yield Wording("definition", f"{who} {clause.verb} {clause.subject}?", ((phrase,),))


def _is_defined(clause: Clause, vocabulary: Vocabulary) -> bool:
    """Whether the subject is what can be defined: a name, "a prime number", "oxygen"."""
    words = clause.subject.split()
    if len(words) > 5 or " of " in clause.subject or words[-1] in english.GENERIC_HEADS:
        return False
    if vocabulary.names_something(clause.subject):
        # "the Apollo program" is a name, "the Board's decision" is not one to be defined
        return (
            vocabulary.is_name(words[1 if words[0] == "the" else 0]) and "’s" not in clause.subject
        )
    return words[0] != "the" and len(words) <= 4


def head_phrase(phrase: str) -> str | None:
    """The words of a complement that say what something is.

    None where they end in a noun that says little: a fact is not drafted from it.

    >>> head_phrase("branch of mathematics that studies shapes")
    'branch of mathematics'
    >>> head_phrase("natural number greater than 1 that has no divisors") is None
    True
    """
    head = _PHRASE_END.sub("", f"{phrase} ").strip()
    first, _, last = head.partition(" of ")
    words = first.split()
    needs = bool(words) and words[-1] in english.GENERIC_HEADS | english.NEEDS_OF
    if needs and not last:
        return None
    if needs:
        words = [*words, "of", *last.split()]
    if (
        not words
        or len(words) > phrases.MAX_FACT_WORDS
        or words[-1] in (*english.GENERIC_HEADS, "of")
    ):
        return None
    return " ".join(words)


def _attribute(clause: Clause, vocabulary: Vocabulary) -> Iterator[Wording]:
    """From "The budget of X was $5 million", which tells what the budget of X was."""
    head, _, owner = clause.subject.partition(" of ")
    words = head.split()
    known = words[0].lower() == "the" and words[-1].lower() in english.ATTRIBUTES
    if clause.verb not in ("is", "was") or not known or not vocabulary.names_something(owner):
        return
    fact = _value(clause.rest, vocabulary)
    if fact is not None:
        who = "Who" if words[-1].lower() in english.OFFICES else "What"
        yield Wording("attribute", f"{who} {clause.verb} {clause.subject}?", (fact,))


def _value(rest: str, vocabulary: Vocabulary) -> tuple[str, ...] | None:
    core = phrases.core(rest)
    if core is None:
        return None
    if match := _VALUE.match(core):
        return (match["money"],) if match["money"] else number_spellings(match["number"])
    if core.startswith("to ") and len(core.split()) <= phrases.MAX_REASON_WORDS:
        return (core.removeprefix("to "),)
    is_name = phrases.actor(core, vocabulary) is not None
    return (phrases.bare(core),) if is_name else None


def _superlative(clause: Clause, vocabulary: Vocabulary) -> Iterator[Wording]:
    """From "X is the largest city of Y", which tells what the largest city of Y is."""
    core = phrases.core(clause.rest)
    match = _SUPERLATIVE.match(core) if core else None
    if match is None and core and (office := _OFFICE.match(core)):
        held = office["noun"] in english.OFFICES or english.PERSON_NOUNS.fullmatch(office["noun"])
        match = office if held else None
    if clause.verb not in ("is", "was") or match is None:
        return
    name = phrases.actor(clause.subject, vocabulary)
    if name is not None:
        is_person = match.re is _OFFICE or english.PERSON_NOUNS.search(match["what"])
        who = "Who" if is_person else "What"
        yield Wording("attribute", f"{who} {clause.verb} the {match['what']}?", ((name,),))


def _includes(clause: Clause, vocabulary: Vocabulary) -> Iterator[Wording]:
    """From "X comprises A, B and C", which tells what X comprises."""
    listing = clause.base in ("include", "comprise", "contain", "feature")
    if (
        not listing
        or clause.date
        or not phrases.stands_alone(clause.subject, clause.rest, vocabulary)
    ):
        return
    items = list_items(clause.rest) if _ENUMERATION.match(clause.rest) else ()
    if len(items) > 2:
        asked = f"What {clause.auxiliary} {clause.subject} {clause.base}?"
        yield Wording("list", asked, items)


MAKERS: tuple[Callable[[Clause, Vocabulary], Iterator[Wording]], ...] = (
    _definition,
    _attribute,
    _superlative,
    _includes,
)
