"""The flags that commands share, and what they open: settings, a location, an assistant."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import SettingRefused
from ui.usage import wanted

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.settings import Settings
    from index.embedder import Embedder
    from index.filtering import Where
    from index.location import Location
    from ui.engine import Watch

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # it has no public name


def positive(text: str) -> int:
    """A whole number from 1.

    >>> positive("10")
    10
    """
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1")
    return int(text)


def add_command(commands: Subparsers, name: str, about: str) -> argparse.ArgumentParser:
    """Declare a command with the flags that all take."""
    command = commands.add_parser(name, help=about, description=about)
    command.add_argument(
        "--corpus",
        action="append",
        metavar="[NAME=]PATH",
        help="folder or file of documents; repeatable (default: the roots the index remembers, "
        "else the shipped corpus)",
    )
    command.add_argument(
        "--index", metavar="DIR", help="folder of the index (default: .assistant/index)"
    )
    command.add_argument(
        "--model", metavar="PROVIDER:NAME", help="chat model, e.g. ollama:llama3.2 (default: none)"
    )
    return command


def add_answering(command: argparse.ArgumentParser) -> None:
    """The flags of commands that answer or search."""
    command.add_argument(
        "--where",
        action="append",
        type=key_and_value,
        metavar="KEY=VALUE",
        help="only documents whose front matter or name says so; repeatable: several values of one "
        "key widen the choice, several keys narrow it",
    )
    command.add_argument(
        "--unsupported",
        choices=("hide", "show"),
        help="sentences of a chat model that its sources do not support (default: hide)",
    )


def key_and_value(text: str) -> tuple[str, str]:
    """``KEY=VALUE`` as a pair.

    >>> key_and_value("year=2018")
    ('year', '2018')
    """
    key, separator, value = text.partition("=")
    if not (separator and key):
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE")
    return key, value


def where(arguments: argparse.Namespace) -> Where | None:
    """The filter that ``--where`` gives; null where it was not given."""
    from index.filtering import where_of

    return where_of(arguments.where) if arguments.where else None


@dataclass(frozen=True, slots=True)
class Choice:
    """What flags and variables together say: flags over ``ASSISTANT_*`` over defaults."""

    settings: Settings
    corpus: tuple[str, ...]

    def location(self, *, new_roots: bool = False) -> Location:
        """The index folder and the corpus that are meant; ``new_roots`` as for ``locate``."""
        from index.location import locate

        index = self.settings.index or None
        found = locate(self.corpus, index, cwd=Path.cwd(), new_roots=new_roots)
        return replace(found, corpus=replace(found.corpus, limits=self.settings.file_limits))

    def embedder(self) -> Embedder:
        """The embedder of the model that is meant."""
        from index.embedding import open_embedder

        return open_embedder(self.settings.embedding_model, threads=self.settings.threads)

    def assistant(self, *, sync_first: bool = False, watch: Watch | None = None) -> Assistant:
        """The assistant that is meant, drawing progress on stderr while it has to index.

        It syncs where there is no index yet; with ``sync_first`` always. ``watch`` is told of
        every step too.
        """
        from assistant.assistant import Assistant
        from ui.progress import ProgressLine

        with ProgressLine(watch) as line:
            if sync_first:
                from index.sync import sync

                location = self.location()
                embedder, server = self.embedder(), self.settings.chroma_url
                steps = sync(location.folder, location.corpus, embedder=embedder, server=server)
                line.draw_all(steps)
            return Assistant.open(
                self.corpus or None,
                self.settings.index or None,
                self.settings.model or None,
                settings=self.settings,
                on_progress=line.draw,
            )


def choose(arguments: argparse.Namespace) -> Choice:
    """What the flags and the environment say.

    Raises:
        SettingRefused: a value cannot be used; names the variable or flag.
    """
    from pydantic import ValidationError

    from assistant.settings import Settings

    named = ("index", "model", "unsupported", "host", "port", "open", "uploads")
    flags = {name: value for name in named if (value := getattr(arguments, name, None)) is not None}
    try:
        settings = Settings(**flags)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        flag = f"--{name}" if name in flags else f"ASSISTANT_{name.upper()}"
        takes = wanted(Settings.model_fields[name])
        given = str(first["input"])
        raise SettingRefused(f"{flag} takes {takes}, not {given!r}; set another") from error
    specs = arguments.corpus or settings.corpus.split(os.pathsep)
    return Choice(settings, tuple(spec for spec in specs if spec))


def say_if_older(assistant: Assistant, arguments: argparse.Namespace) -> None:
    """Say on stderr when the index is older than its files."""
    from ui import messages

    if stale := assistant.stale():
        names = ", ".join(stale[:3]) + (", ..." if len(stale) > 3 else "")
        flags = "".join(f" --corpus {spec}" for spec in arguments.corpus or ())
        flags += f" --index {arguments.index}" if arguments.index else ""
        sentence = messages.INDEX_OLDER.format(n=len(stale), names=names, flags=flags)
        print(f"assistant: {sentence}", file=sys.stderr)
