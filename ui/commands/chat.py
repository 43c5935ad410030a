"""``assistant chat``: the web chat and the HTTP API."""

from __future__ import annotations

import argparse

from ui import options


def add(commands: options.Subparsers) -> None:
    """Declare the command."""
    command = options.add_command(commands, "chat", "Serve the web chat on this machine.")
    command.add_argument("--host", metavar="H", help="address to listen on (default: 127.0.0.1)")
    command.add_argument("--port", metavar="P", help="port (default: 7860)")
    command.add_argument(
        "--open",
        action="store_true",
        default=None,
        help="with --host: let other machines in without a password",
    )
    command.add_argument(
        "--uploads",
        metavar="DIR",
        help="folder for documents that people upload on the page (default: the one that the index "
        "remembers, else <index>.uploads)",
    )
    options.add_answering(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    from ui.server import serve

    try:
        serve(options.choose(arguments), options.where(arguments))
    except KeyboardInterrupt:  # the way to stop it
        return 0
    return 0
