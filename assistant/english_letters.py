"""How English letters and e-mails begin and end, and what is asked of them.

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

import re

SALUTATION = re.compile(
    r"(?:(?:my )?dear(?:est)?|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|ladies and gentlemen|to whom it may concern)\b"
    r"(?P<to>(?: [\w.&'’-]+,?){0,5}? [\w&'’-]+|)\s*[,:!–—-]?",
    re.IGNORECASE,
)
"""A whole line that greets whoever is written to."""
_REGARDS = r"(?:regards|wishes|greetings|thanks|love)"
CLOSING = re.compile(
    r"(?:(?:yours|very) (?:ever|(?:very )?(?:truly|sincerely|faithfully|respectfully|cordially)|affectionately|in haste)|yours|sincerely(?: yours)?|faithfully|truly yours|respectfully(?: yours)?|cordially(?: yours)?"
    rf"|(?:with )?(?:(?:my|our|very|best|kind(?:est)?|warm(?:est)?|many|all|good|friendly|love and|thanks and) ){{0,3}}{_REGARDS}(?: (?:to (?:you )?all|from (?:me|us)(?: all)?|again|in advance))?|all the best|best|cheers|thank you(?: (?:again|in advance|very much))?|take care|see you(?: (?:soon|then|there|on \w+))?|until (?:then|soon|next time)"
    r"|(?:i remain,? |we remain,? )?your (?:(?:obedient|loving|faithful|devoted|old|affectionate|humble) )?(?:servant|friend|son|daughter|brother|sister|mother|father|aunt|uncle|colleague|neighbou?r))\s*[,!–—-]?",
    re.IGNORECASE,
)
"""A whole line that takes leave; who writes stands below it."""
FIELD = re.compile(
    r"(?P<name>from|to|cc|bcc|date|sent|subject|reply-to)\s*:\s*(?P<value>\S.*)", re.IGNORECASE
)
"""A line of an e-mail's head."""
ADDRESS = re.compile(r"\s*(?:<[^<>]*>|\[mailto:[^\]]*\]|\(\S+@\S+\))\s*$")
"""The address behind a name."""

_IS = r"(?:is|was|are|were)"
_KIND = r"(?P<kind>letters?|e-?mails?|mails?|messages?|notes?|memos?|memorandum|postcards?|cards?|repl(?:y|ies))"
_WHICH = rf"(?:the |this |that |an? )?(?P<before>(?:[\w'’-]+ ){{0,3}}?){_KIND}\b(?P<after>[^?]*?)"
_END = r"[\s?.!]*$"
ASKED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (what, re.compile(pattern + _END, re.IGNORECASE))
    for what, pattern in (
        ("subject", rf"^what {_IS} the subject(?: line)? of {_WHICH}"),
        ("date", rf"^when {_IS} {_WHICH}\s*(?:written|sent|dated|signed|posted)(?P<more>[^?]*?)"),
        ("date", rf"^(?:what|which) (?:date|day) (?:(?:{_IS}|does|did) )?(?:on )?{_WHICH}(?: (?:written|sent|dated|have|bear|carry))?(?: on)?"),
        ("date", rf"^(?:what {_IS} )?the date (?:of|on) {_WHICH}"),
        ("recipient", rf"^(?:who(?:m)? (?:received|got)|(?:what {_IS} |who {_IS} )?the (?:recipient|addressee|receiver)s? of) {_WHICH}"),
        ("recipient", rf"^who(?:m)? {_IS} {_WHICH}\s*(?:(?:addressed|written|sent|directed|meant|intended) )?(?:to|for)"),
        ("recipient", rf"^(?:to|for) whom {_IS} {_WHICH}(?:\s*(?:addressed|written|sent|directed|meant|intended))?"),
        ("sender", rf"^who(?:m)? {_IS} {_WHICH}\s*(?:from|(?:written|sent|signed) by|by)"),
        ("sender", rf"^(?:from|by) whom {_IS} {_WHICH}(?:\s*(?:written|sent|signed))?"),
        ("sender", rf"^who (?:wrote|sent|signed|authored|penned|has (?:written|sent|signed)|writes|sends) {_WHICH}"),
        ("sender", rf"^(?:who {_IS} |what {_IS} )?the (?:author|sender|writer|signatory) of {_WHICH}"),
    )
)  # fmt: skip
"""What is asked of a letter, with the words that tell which letter."""
WROTE_TO = re.compile(r"^who (?:wrote|writes|has written) to (?P<to>[^?]+?)(?: about (?P<about>[^?]+?))?[\s?.!]*$", re.IGNORECASE)  # fmt: skip
WRITES_TO = re.compile(r"^(?:to )?who(?:m)? (?:did|does) (?P<by>[^?]+?) write(?: to)?(?: about (?P<about>[^?]+?))?[\s?.!]*$", re.IGNORECASE)  # fmt: skip
ROLE = re.compile(rf"^[Ww]ho(?:['’]s| {_IS}) (?P<role>(?:the |an? )?[a-z][^?]*?)[\s?.!]*$")
"""Who holds an office is asked; an office in lower case is no name."""
MAILS = ("mail", "e-mail", "email", "mails", "e-mails", "emails")
LETTERS = ("letter", "letters")
IT_IS_LETTER = re.compile(rf"^(?P<before>.*?)\bit\b(?P<after>[^()]*?)\s*\([^()]*?{_KIND}[^()]*\)\W*$", re.IGNORECASE)  # fmt: skip
"""What "it" is stands in brackets behind."""
