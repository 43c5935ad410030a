"""``assistant search``: a query in, ranked passages out."""

from __future__ import annotations

import argparse
import sys

from ui import messages, options, records
from ui.terminal import render_passages, this_terminal


def add(commands: options.Subparsers) -> None:
    """Declare the command."""
    command = options.add_command(commands, "search", "Find the passages nearest to a query.")
    command.add_argument(
        "query",
        nargs="+",
        metavar="QUERY",
        help='what to look for, or "-": {"query": ...} a line on stdin',
    )
    command.add_argument(
        "-k", type=options.positive, default=10, metavar="N", help="how many passages (default: 10)"
    )
    command.add_argument("--json", action="store_true", help="the passages as JSON")
    options.add_answering(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Search once, or for each line of stdin; 3 if one query found nothing."""
    assistant = options.choose(arguments).assistant()
    options.say_if_older(assistant, arguments)
    where = options.where(arguments)
    if arguments.query == ["-"]:
        return records.answer_lines(
            sys.stdin,
            "query",
            lambda request: records.search_to_json(
                assistant.search(request.text, arguments.k, where=where)
            ),
        )
    result = assistant.search(" ".join(arguments.query), arguments.k, where=where)
    if arguments.json:
        print(records.dump(records.search_to_json(result), indent=2))
    elif result.passages:
        if not result.is_near:
            print(messages.NOTHING_NEAR, file=sys.stderr)
        print(render_passages(result.passages, this_terminal()))
    else:
        print(messages.NOTHING_FOUND, file=sys.stderr)
    return 0 if result.passages else 3
