"""``assistant verify``: whether a saved answer's citations still stand in their documents."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import SettingRefused
from ui import options

if TYPE_CHECKING:
    from assistant.verification import Verification


def add(commands: options.Subparsers) -> None:
    """Declare the command."""
    command = options.add_command(
        commands, "verify", "Check a saved answer's citations against the files as they are now."
    )
    command.add_argument(
        "answer", metavar="ANSWER.json", help='what ask --json printed; "-": stdin'
    )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print one line a citation; 1 if one has changed or is gone."""
    from assistant.verification import CorpusTexts, load_saved, verify_citation

    saved = load_saved(read_answer(arguments.answer), arguments.answer)
    texts = CorpusTexts(options.choose(arguments).location().corpus)
    verdicts = [verify_citation(citation, texts) for citation in saved]
    for verdict in verdicts:
        print(render_verdict(verdict))
    if not verdicts:
        print(f"assistant: {arguments.answer} cites nothing", file=sys.stderr)
    return 0 if all(verdict.stands for verdict in verdicts) else 1


def read_answer(name: str) -> str:
    """The text of the file ``name``, or of stdin for "-"."""
    if name == "-":
        return sys.stdin.read()
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SettingRefused(f"{name} cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise SettingRefused(f"{name} cannot be read (it is not UTF-8 text)") from error


def render_verdict(verification: Verification) -> str:
    """``exact    place  quote``, with the new place of a moved one."""
    from ui.terminal import clean

    saved = verification.citation
    place = f"{saved.document}:{saved.start}-{saved.end}"
    if verification.verdict == "moved":
        end = verification.start + len(saved.quote)
        place += f" -> {verification.document}:{verification.start}-{end}"
    return f"{verification.verdict:<8} {clean(place)}  {clean(saved.quote)}"
