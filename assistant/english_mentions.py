"""How English asks which documents speak of something, as patterns.

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

import re

_TEXTS = r"documents|docs|texts|files|papers|articles|sources"
_DOCUMENTS = rf"(?:{_TEXTS}|notes|pages|records|reports|pieces|writings|entries)"
_PLACES = rf"(?:{_DOCUMENTS}|places?|passages?|spots?)"
_ONE = r"(?:document|doc|text|file|paper|article|source|collection|corpus|folder|archive|library|pile|set)s?"
_OF = r"(?:(?:of|the|these|those|this|your|my|our|all|any|every|uploaded|given|other|own|various)\s+)*"
_SOME = rf"{_OF}(?:[a-z-]+\s+)?{_DOCUMENTS}(?:\s+(?:here|in (?:here|this {_ONE}|the {_ONE}|your {_ONE})|(?:do |have |can )?(?:you|we|i) (?:have|hold|got|find|read)(?: here)?|of (?:yours|mine|ours)))?"
_WHICH = rf"(?:(?:which|how many)|what(?!\s+(?:the|these|those|this|your|my|our)\b))\s+{_SOME}"
_LIST = rf"(?:(?:please|list|show|me|us|give|find|name|tell|get|i want|i need|all|every|each|(?:is|are) there|(?:do )?you have|have you|got|any|the|of|out)\s+)*{_SOME}"
_DO = r"(?:(?:that|which|who|do|does|did|would|will|actually|also|even|all|ever|explicitly|specifically|really|of them)\s+)*"
_LIGHT = r"(?:\s+(?:something|anything|information|info|details?|facts|some|any|more|a lot|much|a word|in|them|it|there|to|say|passages?|sentences?|parts?|mention|back|mainly|mostly|briefly|explicitly|directly|at all|else|made))*"
_NAMES = rf"(?:(?:mention|name|cite|discuss|cover|describe|reference|feature|quote|concern|treat|bring up|touch (?:up)?on)s?|(?:mentioning|naming|citing|discussing|covering|describing|featuring|concerning|quoting)|(?:talk|speak|tell|write|report|say|deal|refer|are|is|be|have|has|hold|holds|give|make|go|inform|told|talking|speaking|writing|reporting|dealing|referring|with)s?{_LIGHT}\s+(?:of|about|on|with|to|into|regarding|concerning)|(?:about|on|regarding|concerning))"
_CONTAINS = r"(?:contain|include|have|hold|give|state|set out|lay down|offer)s?"
_COMES = r"(?:come|turn|show|pop|crop)(?:s|ing)? up|mentioned|named|discussed|described|referred to|talked about|spoken of|written about|talked of|cited|quoted|brought up|dealt with|found|appears?|appearing|occurs?|occurring|features?|figures?"
_BE = r"(?:is|are|was|were|do|does|did|has|have|can|could|would|will|might)"
_SEEN = r"(?:(?:i|we|you|one)\s+(?:find|read about|read of|learn about|see|hear of|hear about)(?: (?:something|anything))?(?: (?:about|on|of))?|there (?:something|anything|a mention|mention|talk)(?: (?:about|on|of))?)"
_WHERE_COMES = r"(?:(?:come|turn|pop|crop)s? up|show up|mentioned|referred to|talked about|spoken of|discussed|cited|brought up|occurs?|appears?)"
_BEHIND = rf"(?:\s+(?:here|anywhere|at all|by name|exactly|in {_OF}{_ONE}))*"
_END = r"[\s?.!]*$"

WHICH_DOCUMENTS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"^(?:(?:and|so|but|now|then|also|well|ok|okay),?\s+)*{pattern}{_END}", re.IGNORECASE)
    for pattern in (
        rf"(?:in|from|through|throughout|across)\s+{_WHICH}\s+(?:{_BE}\s+)?{_SEEN}\s+(?P<name>.+?)",
        rf"(?:in|from|through|throughout|across)\s+{_WHICH}\s+(?:{_BE}\s+)?(?P<name>.+?)\s+(?:get |gets |being |been |be )?(?:{_COMES}){_BEHIND}",
        rf"{_WHICH}\s+{_BE}\s+(?P<name>.+?)\s+(?:(?:get |gets |being |been |be )?(?:{_COMES})\s+)?in",
        rf"{_WHICH}\s+{_DO}{_NAMES}\s+(?P<name>.+?)",
        rf"{_LIST.replace(_DOCUMENTS, _PLACES)}\s+(?:where|in which)\s+(?P<name>.+?)\s+(?:is |are |was |were |gets? )?(?:{_COMES}){_BEHIND}",
        rf"{_LIST}\s+{_DO}{_NAMES}\s+(?P<name>.+?)",
        rf"(?:which|what|how many)\s+{_OF}(?:{_TEXTS})\s+{_DO}{_CONTAINS}\s+(?P<name>.+?)",
        rf"{_LIST}\s+(?:(?:that|which)\s+{_DO}{_CONTAINS}|containing|including|holding|with)\s+(?P<name>.+?)",
        rf"where(?: all| else| exactly)?(?: in {_OF}{_ONE})? (?:do|does|is|are|was|were|has|have)\s+(?P<name>.+?)\s+(?:get |gets |been |being )?{_WHERE_COMES}{_BEHIND}",
        rf"where(?: all| else| exactly)?(?: in {_OF}{_ONE})?,?\s+(?!{_BE}\b)(?P<name>.+?)\s+(?:is |are |was |were |gets? )?{_WHERE_COMES}{_BEHIND}",
    )
)  # fmt: skip
"""Ask for the documents that speak of something, or for the places where it comes up."""
ANY_AND_WHICH = re.compile(
    rf"^(?:do|does|did)\s+(?:any|some|one)\s+{_SOME}\s+{_DO}{_NAMES}\s+(?P<name>.+?)(?:,?\s+and(?:,?\s+if so)?|,?\s+if so|,)\s*,?\s+(?:in\s+)?which(?:\s+(?:ones?|of them|{_TEXTS}))?{_END}",
    re.IGNORECASE,
)  # fmt: skip
"""Asks whether any does and which: "Do any of the files mention the fire, and which ones?"."""
SECOND_WISH = re.compile(
    r"\s*[,;–-]+\s*(?:and\s+)?(?:(?:in|on|for|with|under|of) )?(?:what|which|how|when|where|why|who|whom|please|if|all|i|do|does|is|can|name|list|tell|give|say)\b.*$"
    r"|\s+and\s+(?:(?:in|on|for|with|under) )?(?:what|how|where|when|why|which)\b.*$|,?\s+(?:please|pl[sz])$|\s+(?:in (?:them|it)|anywhere|at all|by name)$",
    re.IGNORECASE,
)
"""What else is wanted of the documents: "and in what connection?"."""
NAME_LEAD = re.compile(
    r"^(?:(?:the|a|an|any|some|one|something|anything)\s+)?(?:(?:names?|words?|terms?|phrase|expression|subject|topic|matter|theme|question|surname|person|people|mention)(?: of)?\s+)?(?:(?:called|named)\s+)?(?:the\s+|an?\s+)?(?=\S)",
    re.IGNORECASE,
)
POINTS_BACK = re.compile(r"^(?:it|this|that|these|those|he|she|they|him|her|them|one|there|both|which|what)(?:\s+(?:one|ones|too|also|else))?$", re.IGNORECASE)  # fmt: skip
"""Stands for something of an earlier turn."""
EITHER = re.compile(r"\s*,?\s+or\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
ABOUT_IT = "What is said about {name}?"
