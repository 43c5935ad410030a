"""Wrong usage in one sentence: what argparse and pydantic say, said to a person."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any, Literal, NoReturn, get_args, get_origin

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

# What argparse says, and what is said instead; the wording varies with Python's version.
_SENTENCES = (
    (r"the following arguments are required: (.+)", r"\1 is missing"),
    (r"argument COMMAND: invalid choice: (.+?) \(choose from (.+)\)", r"no command \1; choose \2"),
    (r"argument (\S+): invalid choice: (.+?) \(choose from (.+)\)", r"\1 cannot be \2; choose \3"),
    (r"argument (\S+): expected (?:one|at least one) argument", r"\1 wants a value"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 and \2 exclude each other"),
    (r"unrecognized arguments: (.+)", r"not understood: \1"),
    (r"argument (\S+): (.+)", r"\1: \2"),
)


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence with the next step, without a block of usage."""

    def error(self, message: str) -> NoReturn:
        """Say it on stderr and leave with 2."""
        self.exit(2, f"assistant: {sentence(message)}; see: {self.prog} --help\n")


def sentence(message: str) -> str:
    """What argparse says, in plain words.

    >>> sentence("argument -k: expected one argument")
    '-k wants a value'
    """
    for pattern, said in _SENTENCES:
        if match := re.fullmatch(pattern, message):
            return match.expand(said)
    return message


def wanted(field: FieldInfo) -> str:
    """What values a setting takes, e.g. "a whole number from 1 to 65535"."""
    kinds = [kind for kind in get_args(field.annotation) or (field.annotation,) if kind is not None]
    if get_origin(field.annotation) is Literal:
        *others, last = (choice or "nothing" for choice in kinds)
        return f"{', '.join(others)} or {last}"
    if bool in kinds:
        return "true or false"
    number = "a whole number" if int in kinds else "a number" if float in kinds else "a text"
    return f"{number}{_bounds(field)}"


def _bounds(field: FieldInfo) -> str:
    words = {"ge": "from", "gt": "above", "le": "to", "lt": "below"}
    found: dict[str, Any] = {
        name: bound
        for name in words
        for constraint in field.metadata
        if (bound := getattr(constraint, name, None)) is not None
    }
    return "".join(f" {words[name]} {bound:g}" for name, bound in found.items())
