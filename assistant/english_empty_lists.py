"""Words of a question for all lists that are announced and not given.

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

LISTS_THEMSELVES = frozenset("list lists enumeration enumerations".split())
PROMISED = frozenset("announce announced announces promise promised promises".split())
GIVEN = frozenset(
    "give given gives deliver delivered included include appear appears follow follows there here"
    " supplied filled".split()
)
NEVER = frozenset(
    "not never without no nowhere don't don’t doesn't doesn’t isn't isn’t aren't aren’t didn't"
    " didn’t weren't weren’t".split()
)
MISSING = frozenset("missing absent empty omitted".split())
_BESIDE = frozenset(
    "which what where are is was were there any all every each of the these this those that do does"
    " did but and yet or then so it they them in by at text texts document documents article"
    " articles source sources author authors collection corpus file files only just actually ever"
    " later afterwards name show me tell find please has have had been being mentioned introduced"
    " started left out you your can could would s".split()
)
"""Nothing that a list could be of. "s" is what is left of "what's"."""
OF_EMPTY_LISTS = LISTS_THEMSELVES | PROMISED | GIVEN | NEVER | MISSING | _BESIDE
"""All words that such a question may have."""
