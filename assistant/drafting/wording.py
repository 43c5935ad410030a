"""From a clause to the questions it answers, with the words in the order of a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant import english_verbs as english
from assistant.drafting import counting, defining, phrases
from assistant.drafting.clause import UNCLEAR, Clause, Vocabulary
from assistant.drafting.draft import Wording
from assistant.drafting.spelling import date_spellings

MIN_QUESTION_WORDS, MAX_QUESTION_WORDS = 3, 20
_AT_DATE = re.compile(
    rf"^(?P<rest>.*?),? ?\b(?:in|on|since|from|around) (?P<date>{english.DATE})(?P<tail>(?: .+)?)$"
)
_TAIL = re.compile(
    r"^ (?:to|by|and|with|as|during|at|in|for|when|after|before|under|on|from|until)\b"
)
_AGENT = re.compile(
    r"^(?P<verb>(?:\w+ly )?[\w-]+)(?P<pre>(?: (?!by )[\w’'-]+){0,6}) by (?P<agent>"
    r"(?:the )?(?:[a-z]+ )?[A-Z][\w.’'&-]*(?: (?:(?:of|the|de|von|van|and|&|la|du) )*[A-Z0-9&][\w.’'&-]*)*)"
    r"(?: (?:in|on|as|at|from|during|to|for|with|when) .+)?$"
)
_PLACE = re.compile(
    r"^(?P<rest>[\w-]+(?: [\w-]+){0,3}?) (?:in|at|on|near) (?P<place>(?:the )?[A-Z][\w.’'-]*"
    r"(?:(?:,)? (?:(?:of|the|de) )*[A-Z][\w.’'-]*)*)(?: .+)?$"
)
_BECAUSE = re.compile(r"^(?P<rest>.+?),? because (?P<reason>(?!of\b).+)$")
_EXAMPLE = re.compile(
    r"^(?P<what>an? (?:[\w-]+ ){0,2}(?:example|case|instance|part|member)) of (?P<of>.+)$"
)
_LINKED = re.compile(
    r"^(?P<link>(?:(?:widely|best|well|also|often|mainly|primarily|largely|commonly|closely) )?"
    r"(?:known (?:as|for)|called|named (?P<by>after|for)|composed of|made of|made up of|based on|used (?:for|as)"
    r"|divided into|famous for|derived from|home to|part of|related to|responsible for|bounded by|driven by"
    r"|meant for|crucial to|subject to|characterized by|followed by|replaced by|influenced by|caused by|supported by"
    r"|affected by|hit by|governed by|regulated by|produced by|covered by|formed by|inhabited by|connected to))"
    r" (?P<object>[^,]+)$"
)
_OBJECT_END = re.compile(
    r"\s(?:because|in|on|at|by|from|during|since|when|as|with|for|until|if|after|before)\b.*$"
)
_UNLINKED = re.compile(
    r"\b(?:he|she|it|they|him|them|his|her|its|their|this|these|those|such|another|other|others"
    r"|former|latter|same|above|below|following|we|our|us|you|your|so|respectively|previous|He|She|It|They)\b"
)


def word_questions(clause: Clause, vocabulary: Vocabulary) -> Iterator[Wording]:
    """Every question that ``clause`` answers and that can be understood without its passage."""
    makers = [*defining.MAKERS]
    if phrases.stands_alone(clause.subject, clause.rest, vocabulary):
        makers += _MAKERS
    elif phrases.is_general(clause.subject):
        makers += [_what, _why, _aim]
    for make in makers:
        yield from (wording for wording in make(clause, vocabulary) if is_fit(wording))


def is_fit(wording: Wording) -> bool:
    """Whether the question reads on its own and does not give its answer away."""
    words = wording.question.rstrip("?").split()
    asked = wording.question.lower()
    return (
        MIN_QUESTION_WORDS <= len(words) <= MAX_QUESTION_WORDS
        and not _UNLINKED.search(" ".join(words[1:]))
        and all(fact[0] and fact[0].lower() not in asked for fact in wording.facts)
        and words[-1].lower() not in ("the", "a", "an", "and", "or", "that", "which", "be")
        and not UNCLEAR.search(" ".join(words))
    )


def _when(clause: Clause, _: Vocabulary) -> Iterator[Wording]:
    core = phrases.core(clause.rest)
    found = _AT_DATE.match(core) if core else None
    date = clause.date or (found and found["date"])
    rest = found["rest"] if found else core
    if not date or rest is None or (found and (clause.date or not _may_drop(found["tail"]))):
        return
    rest = phrases.without_adverbs(rest)
    if re.search(english.DATE, rest):
        return
    if clause.tense == "be" and phrases.participle(rest):
        asked = f"When {clause.verb} {clause.subject} {rest}{_place(clause)}?"
    elif clause.tense == "past" and (rest or clause.base in english.INTRANSITIVE):
        asked = f"When did {clause.subject} {clause.base} {rest}".strip() + f"{_place(clause)}?"
    else:
        return
    yield Wording("when", asked, (date_spellings(date),))


def _place(clause: Clause) -> str:
    return f" {clause.setting}" if clause.setting else ""


def _may_drop(tail: str) -> bool:
    return not tail or _TAIL.match(tail) is not None


def _who(clause: Clause, vocabulary: Vocabulary) -> Iterator[Wording]:
    core = phrases.core(clause.rest)
    if core is None:
        return
    if clause.tense == "be" and (agent := _AGENT.match(core)):
        yield from _by_whom(clause, agent, vocabulary)
    elif clause.tense in ("past", "third") and clause.base in english.AGENTIVE:
        actor = phrases.actor(clause.subject, vocabulary)
        if actor and vocabulary.names_something(core) and core.split()[0] not in english.PARTICLES:
            yield Wording("who", f"Who {clause.verb} {core}{clause.ending}?", ((actor,),))


def _by_whom(clause: Clause, agent: re.Match[str], vocabulary: Vocabulary) -> Iterator[Wording]:
    adverb, _, participle = agent["verb"].rpartition(" ")
    verb = english.BY_PARTICIPLE.get(participle)
    actor = phrases.actor(agent["agent"], vocabulary)
    goes_on = re.search(r", and [A-Z]|, [A-Z][^,]+ and [A-Z]| and (?:the )?[A-Z]", clause.rest)
    if verb is None or verb.base not in english.AGENTIVE or actor is None or goes_on:
        return
    finite = verb.third if clause.verb in ("is", "are") else verb.past
    lead = f"{adverb} " if adverb and adverb not in english.DROPPED_ADVERBS else ""
    yield Wording("who", f"Who {lead}{finite} {clause.subject}{agent['pre']}?", ((actor,),))


def _where(clause: Clause, vocabulary: Vocabulary) -> Iterator[Wording]:
    if clause.tense != "be":
        return
    match = _PLACE.match(phrases.without_adverbs(clause.rest))
    if match is None or not vocabulary.is_name(match["place"].removeprefix("the ").split()[0]):
        return
    if match["rest"].split()[0] in english.PLACED and not re.search(english.DATE, match["place"]):
        asked = f"Where {clause.verb} {clause.subject} {match['rest']}?"
        yield Wording("where", asked, ((phrases.bare(match["place"]),),))


def _what(clause: Clause, vocabulary: Vocabulary) -> Iterator[Wording]:
    """From "X brings its data to Y", which tells what X brings to Y."""
    core = phrases.core(clause.rest)
    if clause.base not in english.TRANSITIVE or core is None or clause.is_further:
        return
    words = core.split()
    at = (i for i, word in enumerate(words) if word in english.PREPOSITIONS and word != "of")
    cut = next(at, len(words))
    things = phrases.objects(words[:cut])
    kept = _kept(words[cut:], vocabulary)
    if not things or not phrases.is_thing(things[0]) or _is_cut_short(words, cut, kept):
        return
    asked = f"What {clause.auxiliary} {clause.subject} {clause.base}{kept}"
    facts = tuple((" ".join(thing),) for thing in things)
    yield Wording("what", f"{asked}{clause.ending}?", facts)


def _is_cut_short(words: Sequence[str], cut: int, kept: str) -> bool:
    """Whether the object goes on behind its preposition: "expertise in law", a title "X on Y"."""
    if cut == len(words):
        return False
    is_title = words[cut - 1][:1].isupper() and words[-1][:1].isupper()
    return is_title or (not kept and words[cut - 1] in english.OPEN_NOUNS)


def _linked(clause: Clause, vocabulary: Vocabulary) -> Iterator[Wording]:
    """From "X led to Y", which tells what X led to."""
    core = phrases.core(clause.rest)
    link, _, thing = (core or "").partition(" ")
    if link not in english.LINKED_BY.get(clause.base, ()) or clause.is_further:
        return
    words = phrases.without_article(_OBJECT_END.sub("", thing).split())
    if not 0 < len(words) <= phrases.MAX_FACT_WORDS:
        return
    actor = phrases.actor(" ".join(words), vocabulary)
    who = "Who" if link == "with" and actor else "What"
    asked = f"{who} {clause.auxiliary} {clause.subject} {clause.base} {link}{clause.ending}?"
    yield Wording("what", asked, ((" ".join(words),),))


def _kept(words: Sequence[str], vocabulary: Vocabulary) -> str:
    """The part of what follows an object that goes with the verb: "to the partnership with Y"."""
    for i, word in enumerate(words):
        said = " ".join(words[i:])
        if word in ("to", "from", "with") and vocabulary.names_something(said):
            return f" {said}"
    return ""


def _aim(clause: Clause, _: Vocabulary) -> Iterator[Wording]:
    """From "X aims to find Y", which tells what X aims to do."""
    core = phrases.core(clause.rest)
    if core and clause.base in ("aim", "seek", "intend", "plan", "want") and core.startswith("to "):
        fact = core.removeprefix("to ")
        if 1 < len(fact.split()) <= phrases.MAX_REASON_WORDS:
            asked = f"What {clause.auxiliary} {clause.subject} {clause.base} to do?"
            yield Wording("what", asked, ((fact,),))


def _example(clause: Clause, _: Vocabulary) -> Iterator[Wording]:
    """From "X is an example of Y", which tells what X is an example of."""
    match = _EXAMPLE.match(clause.rest)
    core = phrases.core(match["of"]) if match else None
    if match and core and f"{core}," in match["of"] and " " not in core:
        return  # "clear, shared goals" was cut between its adjectives
    if clause.tense == "be" and match and core and len(core.split()) <= phrases.MAX_REASON_WORDS:
        asked = f"What {clause.verb} {clause.subject} {match['what']} of?"
        yield Wording("what", asked, ((phrases.bare(core),),))


def _known_for(clause: Clause, vocabulary: Vocabulary) -> Iterator[Wording]:
    """From "X is named after Y", which tells what X is named after."""
    core = phrases.core(phrases.without_adverbs(clause.rest))
    match = _LINKED.match(core) if core and clause.tense == "be" else None
    if match is None or (" by" in match["link"] and clause.date):
        return
    words = phrases.without_article(_OBJECT_END.sub("", match["object"]).split())
    if 0 < len(words) <= phrases.MAX_FACT_WORDS and words[0] not in ("to", "being"):
        who = "Who" if phrases.actor(" ".join(words), vocabulary) and match["by"] else "What"
        asked = f"{who} {clause.verb} {clause.subject} {match['link']}{clause.ending}?"
        yield Wording("what", asked, ((" ".join(words),),))


def _why(clause: Clause, _: Vocabulary) -> Iterator[Wording]:
    match = _BECAUSE.match(clause.rest)
    if match is None or phrases.core(match["rest"]) != match["rest"]:
        return
    reason = match["reason"].split(",")[0].split()
    fact = " ".join(reason[1:] if _UNLINKED.match(reason[0]) else reason)
    if not 2 <= len(fact.split()) <= phrases.MAX_REASON_WORDS:
        return
    if clause.tense == "be":
        asked = f"Why {clause.verb} {clause.subject} {match['rest']}?"
    else:
        asked = f"Why {clause.auxiliary} {clause.subject} {clause.base} {match['rest']}?"
    yield Wording("why", asked, ((fact,),))


_MAKERS: tuple[Callable[[Clause, Vocabulary], Iterator[Wording]], ...] = (
    _when,
    _who,
    _where,
    _what,
    _aim,
    _linked,
    _example,
    _known_for,
    _why,
    *counting.MAKERS,
)
