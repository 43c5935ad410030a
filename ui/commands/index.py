"""``assistant index``: bring the index up to date with its files."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ui import messages, options

if TYPE_CHECKING:
    from index.location import Location
    from index.passage import SyncReport


def add(commands: options.Subparsers) -> None:
    """Declare the command."""
    command = options.add_command(commands, "index", "Bring the index up to date with its files.")
    command.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="re-read only these parts of the corpus"
    )
    roots = command.add_mutually_exclusive_group()
    roots.add_argument("--add", action="store_true", help="add the --corpus roots to the index's")
    roots.add_argument("--replace", action="store_true", help="replace its roots by --corpus")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Sync and print a summary; 1 if a file was refused."""
    from index.location import DEFAULT
    from index.sync import sync
    from ui.progress import ProgressLine

    new_roots = arguments.add or arguments.replace
    choice = options.choose(arguments)
    location = choice.location(new_roots=new_roots)
    steps = sync(
        location.folder,
        location.corpus,
        only=arguments.paths,
        add=arguments.add,
        replace=arguments.replace,
        embedder=choice.embedder(),
        server=choice.settings.chroma_url,
    )
    with ProgressLine() as line:
        report = line.draw_all(steps)
    _make_card(choice, location)
    for refusal in report.refused:
        print(f"assistant: refused {refusal.document}: {refusal.reason}", file=sys.stderr)
    print(render_summary(report, location.folder))
    if arguments.corpus and not choice.settings.index and location.folder != Path.cwd() / DEFAULT:
        flags = " ".join(f"--corpus {shlex.quote(spec)}" for spec in arguments.corpus)
        print(messages.OWN_INDEX.format(flags=flags), file=sys.stderr)
    return 1 if report.refused else 0


def _make_card(choice: options.Choice, location: Location) -> None:
    """What the collection holds is counted now, so that an empty chat shows it at once."""
    from assistant.assistant import Assistant
    from index.index import Index

    index = Index.open(location.folder, model=choice.settings.embedding_model)
    Assistant(index, location.corpus, choice.settings).card()


def render_summary(report: SyncReport, folder: Path) -> str:
    """What a sync did, in two lines."""
    refused = f", {len(report.refused)} refused" if report.refused else ""
    return (
        f"{len(report.added)} added, {len(report.changed)} changed, {len(report.removed)} removed, "
        f"{report.unchanged} unchanged{refused}; {report.n_embedded} passages embedded "
        f"in {report.seconds:.1f} s\n"
        f"{folder} holds {report.n_documents} documents in {report.n_chunks} passages"
    )
