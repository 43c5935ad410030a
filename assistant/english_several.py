"""How English speakers wish for several things beside a question.

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

import re

_SOFTLY = r"(?:(?:and|so|but|please|just|only|kindly|also|now|then|preferably|ideally)\s+)*"
_GIVE = r"(?:(?:can|could|would|will) you\s+(?:please\s+)?)?(?:list|name|enumerate|give|tell|show|mention|state|find|write down|set out)(?:\s+(?:me|us))?(?:\s+(?:out|down))?"
_WANT = r"(?:(?:i|we)(?:\s+(?:am|are)|['’](?:m|re))?\s+)?(?:(?:would|['’]d)\s+)?(?:(?:really|just|only|also)\s+)*(?:(?:need|want|like|love)(?:\s+to\s+(?:have|know|see|hear|get|read))?|looking\s+for|after|interested\s+in|asking\s+for)|i['’]d\s+(?:like|love)(?:\s+to\s+(?:have|know|see|hear|get|read))?|all\s+(?:i|we)\s+(?:need|want)\s+(?:is|are)|(?:just|only)"
_ALL = r"(?P<all>(?:all|every|each|any)(?:\s+(?:single|possible|last))?(?:\s+of)?\s+)"
_WHICH = r"(?:(?:the|these|those|possible|different|various|main|key)\s+)*"
_THEM = r"(?P<them>(?:all|each|every(?:\s+(?:single|last))?\s+one)(?:\s+of\s+(?:them|those|these|it))?|both\s+of\s+(?:them|those|these)|(?:the\s+)?(?:bullet\s+)?points|them(?:\s+all)?|(?:the|a)\s+(?:(?:full|whole|complete|entire|short|simple)\s+)*list(?:\s+of\s+(?:them|those|these))?|it\s+as\s+a\s+list|everything)"
_THINGS = rf"(?:{_ALL}(?:(?:its|their|his|her)\s+)?)?{_WHICH}(?P<things>(?!(?:its|their|his|her|my|our|your)\b)(?-i:[a-z])[\w-]+(?:\s+(?!(?:of|for|in|to|that|which|who|please)\b)(?-i:[a-z])[\w-]+){{0,2}}?)"
_BEHIND = r"(?:[\s,]+(?:please|pls|plz|thanks|thank\s+you|only|there\s+(?:are|were|is)|(?:that\s+)?you\s+(?:can\s+)?(?:find|know|have|see)|(?:that\s+(?:are|were)\s+)?(?:given|named|mentioned|listed|known)|if\s+(?:possible|you\s+can)|in\s+full|one\s+by\s+one|for\s+(?:an?|the|my|our|this)\s+[\w-]+(?:\s+[\w-]+)?|not\s+(?:just|only)\s+one|would\s+be\s+(?:good|nice|great|fine|perfect|helpful)|(?:will|would)\s+(?:do|suffice)))*"
_WISH = rf"(?P<wish>{_SOFTLY}(?:(?:{_GIVE}|{_WANT})\s+)?{_SOFTLY}(?:{_THEM}|{_THINGS}){_BEHIND})"
BESIDE = (
    re.compile(rf"^(?P<asks>.*?\w.*?[?.!]|.*?\w.*?(?=\s*[,;:–-]))\s*[,;:–-]*\s+{_WISH}[\s.!?]*$", re.IGNORECASE),
    re.compile(rf"^{_WISH}\s*[.:!;,–-]+\s+(?P<asks>\S.*)$", re.IGNORECASE),
)  # fmt: skip
"""A question with a wish behind it or in front."""
PLURALS = frozenset({"means", "series", "species", "works"})
"""Words for several things that look like none, where they are asked for in so many words."""
QUESTION = re.compile(r"(?:^|[.!;:,]\s+)(?:and |so |but |ok |okay |hi |hey |please )*(?:(?:in|at|by|for|from|on|to|with|under|of)\s+)?(?:what|who|whom|whose|which|where|why|how|tell|explain|describe|say)\b(?!.*[.!;:]\s+\w)|(?:^|[.!;:]\s+)(?!(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b)[^.!;:?]+\?$", re.IGNORECASE)  # fmt: skip
"""Ends in a question, or a request to be told, that may have several answers."""
LISTS = re.compile(rf"{_SOFTLY}(?:(?:can|could|would|will) you\s+(?:please\s+)?)?(?:list|name|enumerate|(?:i|we)\b.*|(?:give|tell|show|find)(?:\s+(?:me|us))?\s+the|need|want|(?:just|only)\s+the|all (?:i|we))\b", re.IGNORECASE)  # fmt: skip
"""Asks for a list, whether all of it or not."""
EACH = re.compile(r"\b(?:every|each)\b", re.IGNORECASE)
OF_TEXT = frozenset(
    "sentences words lines details sources references quotes facts answers basics"
    " essentials thanks documents pages figures numbers paragraphs citations passages specifics".split()
)
"""What an answer is made of, or how long it is: no things that it is to list."""
