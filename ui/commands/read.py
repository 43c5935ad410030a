"""``assistant read``: the normalised text of a document, as citations count it."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING

from corpus.document import Span
from corpus.errors import SettingRefused
from ui import options
from ui.terminal import clean

if TYPE_CHECKING:
    from index.passage import DocumentInfo


def add(commands: options.Subparsers) -> None:
    """Declare the command."""
    command = options.add_command(commands, "read", "Print a document as citations count it.")
    command.add_argument("document", metavar="DOCUMENT", help="its name in citations")
    command.add_argument("--span", type=span, metavar="START-END", help="only these code points")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the text; in a terminal a newline follows a span that does not end in one."""
    from index.index import Index

    choice = options.choose(arguments)
    index = Index.open(choice.location().folder, model=choice.settings.embedding_model)
    info, text = index.document(arguments.document)
    if about := about_document(info):
        print(about, file=sys.stderr)
    if arguments.span:
        if arguments.span.end > len(text):
            raise SettingRefused(
                f"--span ends at {arguments.span.end}, but {arguments.document} "
                f"has {len(text)} characters"
            )
        text = arguments.span.cut(text)
    sys.stdout.write(text)
    if sys.stdout.isatty() and not text.endswith("\n"):
        sys.stdout.write("\n")
    return 0


def about_document(info: DocumentInfo) -> str:
    """What the file says of itself, on one line; empty where it names no author, date or pages."""
    known = info.metadata
    said = [known[key] for key in ("author", "date") if known.get(key)]
    if n_pages := known.get("pages", ""):
        said.append(f"{n_pages} page{'' if n_pages == '1' else 's'}")
    if blank := known.get("pages without text", ""):
        said.append(f"no text on page {blank}")
    return clean(", ".join([f"“{info.title}”", *said])) if said else ""


def span(text: str) -> Span:
    """``START-END`` as a span.

    >>> span("4-9")
    Span(start=4, end=9)
    """
    found = re.fullmatch(r"(\d+)-(\d+)", text)
    if not found or int(found[1]) > int(found[2]):
        raise argparse.ArgumentTypeError(f"{text!r} is not START-END, e.g. 120-245")
    return Span(int(found[1]), int(found[2]))
