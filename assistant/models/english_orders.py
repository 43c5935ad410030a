"""How English tells a machine what to do: sentences that are never evidence. Data, not rules."""

from __future__ import annotations

import re

_RULES = r"(?:instructions?|rules?|prompts?|directions?|guidelines?|orders|commands?|messages?|context|passages)"
_READER = r"(?:(?:ai|artificial intelligence|language|chat) ?(?:assistants?|models?|systems?)|assistants?|chat ?bots?|llms?|gpt\S*|models?)"
_TELL = r"(?:answer|reply|respond|say|write|output|print|repeat|tell|return|state|claim|begin|start|end|finish|add|append|include|use|cite)"
ORDER = re.compile(
    rf"\b(?:ignore|disregard|forget|override|bypass|drop)\b[^.!?\n]{{0,40}}\b{_RULES}\b"
    rf"|\bsystem (?:prompt|message|override)\b"
    rf"|\byou (?:are|must|will|should|shall) now\b|\bfrom now on\b[^.!?\n]{{0,40}}\b(?:you|{_TELL})\b"
    rf"|\b(?:pretend|act|behave) (?:to be|as if|as an?|like an?) "
    rf"|(?:^|[.!?:,;>\]]\s*|\b(?:please|must|should|always|only|instead|to|now|then|and|just)\s+){_TELL}\b[^.!?\n]{{0,30}}"
    r"\b(?:only|exactly|nothing else|instead|verbatim|every (?:question|answer|reply|response)|the (?:words?|phrase|sentence|question))\b"
    rf"|\b(?:to|dear|attention|note to|instructions? (?:for|to))\s+(?:all |any |every |the |an? )?{_READER}\b\s*[:,!]"
    rf"|\b(?:as|if you are) an? {_READER}\b[^.!?\n]{{0,20}}\b(?:you|must|should|{_TELL})\b"
    r"|(?:^|[.!?:;]\s*|\bplease\s+)(?:tell|inform|ask|instruct|direct|send|warn|advise)\s+(?:the |every |each |all )?(?:users?|readers?|humans?|customers?|person|them|me)\b"
    rf"|\b{_TELL}\b[^.!?\n]{{0,20}}\b(?:your|every|each) (?:reply|replies|answers?|responses?|outputs?|summary|summaries)\b"
    r"|\banswers? to (?:every|each|all|any|this|these|the|such|your)\b[^.!?\n]{0,20}\bquestions?\b"
    r"|\bwhen(?:ever)? (?:you (?:are asked|answer|reply|respond|summari[sz]e|cite|quote)|asked|answering|summari[sz]ing)\b"
    r"|\b(?:new|next|real) (?:task|instructions?|orders?)\s*:"
    r"|<\|?\w+\|?>|\[/?INST\]|</?passage\b"
    r"|(?:^|[.!?>\]]\s*)(?:system|assistant|user|human)\s*:",
    re.IGNORECASE,
)
OF_ANSWERING = re.compile(
    r"\b(?:answer(?:s|ed|ing)?|questions?|(?:are|is|be|been|when|whatever) asked|summar(?:y|ies|i[sz]e[sd]?|i[sz]ing)"
    r"|repl(?:y|ies|ied|ying)|respon(?:d|ds|ded|ding|se|ses)|output(?:s|ting)?|prompts?|prompted|instruct(?:s|ed|ions?)?"
    r"|chat ?bots?|bots?|ai|assistants?|language models?|llms?|gpt"
    r"|(?:this|the above|above|preceding|following) (?:text|page|document|line|message|passage|paragraph|sentence)"
    r"|your (?:name|message|text|task|role|output)|you have been|translate)\b",
    re.IGNORECASE,
)
"""Words of those who answer about documents."""
