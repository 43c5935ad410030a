"""The command line: parses, calls one command, and turns every error into a sentence and a code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from corpus.errors import AssistantError
from ui import trouble
from ui.commands import ask, chat, doctor, evaluate, index, read, search, verify
from ui.usage import Parser

EPILOG = """\
Exit codes: 0 done; 1 failure, a refused file in index, a changed citation in verify, a missed
--fail-under or --fail-over; 2 wrong usage; 3 ask refused or search found nothing.
Flags come first, then ASSISTANT_* environment variables, then defaults."""


def parser() -> argparse.ArgumentParser:
    """The parser of ``assistant``; every command's ``run`` is its ``run`` default."""
    top = Parser(
        prog="assistant",
        description="Answers questions about documents; every sentence can be checked.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (chat, ask, search, index, read, evaluate, verify, doctor):
        command.add(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; no error leaves as a traceback."""
    speak_utf8()
    try:
        arguments = parser().parse_args(argv)
        code: int = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse: 2 for wrong usage, 0 after --help
        return stop.code if isinstance(stop.code, int) else 1
    except AssistantError as error:
        print(f"assistant: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:  # the reader, e.g. `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        print(f"assistant: {trouble.report(error)}", file=sys.stderr)
        return 1


def speak_utf8() -> None:
    """Read and write UTF-8 whatever the locale; what cannot be written is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
