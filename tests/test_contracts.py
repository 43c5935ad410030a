"""The command line offers what docs/contracts.md says, and nothing it does not say."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from ui.cli import parser

CONTRACTS = (Path(__file__).parent.parent / "docs" / "contracts.md").read_text("utf-8")
FLAG = re.compile(r"(?<!\S)\[?(--?[a-zA-Z][a-z-]*)")
SHARED = ("--corpus", "--index", "--model")
ANSWERING = ("--where", "--unsupported")
HELP = {"-h", "--help"}
WITHOUT_ANSWERS = ("index", "read", "verify", "doctor")


def documented() -> dict[str, set[str]]:
    """Each command's flags as the page tells them, reserved ones left out."""
    block = CONTRACTS.split("## Command line\n```\n")[1].split("\n```")[0]
    flags: dict[str, set[str]] = {}
    for line in block.splitlines():
        if line.startswith("assistant "):
            command = line.split()[1]
            flags[command] = set(SHARED) | set(() if command in WITHOUT_ANSWERS else ANSWERING)
        flags[command] |= set(FLAG.findall(line.replace("| --", "[--")))
    reserved = CONTRACTS.split("Reserved, not there yet: ")[1].split(".\n")[0]
    for command, flag in re.findall(r"`(\w+) (--[a-z-]+)`", reserved):
        flags[command].remove(flag)
    return flags


def offered() -> dict[str, set[str]]:
    """Each command's flags as it parses them."""
    (commands,) = [a for a in parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return {
        name: {flag for action in command._actions for flag in action.option_strings} - HELP
        for name, command in commands.choices.items()
    }


def test_the_command_line_offers_the_documented_commands_and_flags() -> None:
    assert offered() == documented()
