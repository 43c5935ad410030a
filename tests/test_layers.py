"""The layers stay apart, and the command line loads only what a command needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("gradio", "langchain", "langchain_core", "sentence_transformers", "torch")
PROGRAM = """
import sys
sys.path.insert(0, {root!r})
from ui.cli import main
assert main({arguments!r}) == 0
print([name for name in {watched!r} if name in sys.modules], file=sys.stderr)
"""


def loaded_by(arguments: list[str], watched: tuple[str, ...], folder: Path) -> str:
    """Which of the ``watched`` packages a new process has in memory after a command succeeded."""
    program = PROGRAM.format(root=str(ROOT), arguments=arguments, watched=watched)
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stderr.splitlines()[-1]


def test_the_command_line_itself_loads_nothing_heavy(tmp_path: Path) -> None:
    assert loaded_by(["--help"], ("chromadb", *HEAVY), tmp_path) == "[]"


@pytest.mark.slow
def test_answering_from_an_existing_index_loads_neither_torch_nor_gradio(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "bridge.md").write_text("# Bridge\n\nThe bridge opened in 1932.\n")
    ask = ["ask", "--corpus", "notes", "When did the bridge open?"]
    loaded_by(ask, HEAVY, tmp_path)  # makes the index
    assert loaded_by(ask, HEAVY, tmp_path) == "[]"
