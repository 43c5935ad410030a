from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import corpus
from corpus.errors import FileBroken, FileTooCostly
from corpus.limits import Limits
from corpus.pieces import Extract, Piece
from corpus.sandbox import Sandbox

PAGE = b"<p>A heron stands in the pond.</p>"
HERON = Extract((Piece("paragraph", "A heron stands in the pond."),))


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    box = Sandbox()
    yield box
    box.close()


def pid(sandbox: Sandbox) -> int:
    assert sandbox._process is not None
    return sandbox._process.pid


@pytest.fixture
def bad_parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A parser that does what its file says, found by the parser process under the name .xhtml."""
    (tmp_path / "sitecustomize.py").write_text(
        "import corpus.parsers as p, sys\np.PARSERS['.xhtml'] = 'bad_parser:parse'\n"
    )
    (tmp_path / "bad_parser.py").write_text(
        "from corpus.pieces import Extract\n"
        "def parse(document, data):\n"
        "    exec(data.decode())\n"
        "    return Extract(())\n"
    )
    here = str(Path(corpus.__file__).parent.parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([here, str(tmp_path)]))
    return "bad.xhtml"


def test_one_process_parses_many_files(sandbox: Sandbox) -> None:
    pids = set()
    for _ in range(20):
        assert sandbox.parse("a.html", PAGE, Limits()) == HERON
        pids.add(pid(sandbox))
    assert len(pids) == 1


def test_a_refusal_comes_back_as_what_it_is(sandbox: Sandbox) -> None:
    with pytest.raises(FileBroken) as caught:
        sandbox.parse("a.docx", b"PK\x03\x04 no zip", Limits())
    assert str(caught.value) == (
        "a.docx: is damaged or not what its name says; open it where it was made and save it again"
    )


@pytest.mark.parametrize(
    ("program", "limits", "reason"),
    [
        (
            "while True: pass",
            Limits(seconds=1),
            "took more than 1 seconds to be read; split it, or set ASSISTANT_FILE_SECONDS higher",
        ),
        (
            "x = [bytes(10_000_000) for _ in range(1000)]",
            Limits(memory_mb=400),
            Limits(memory_mb=400).too_large_in_memory,
        ),
        (
            "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
            Limits(),
            "crashed its parser, or needs more than 1,024 MB of memory; save it again",
        ),
    ],
)
def test_a_parser_that_loops_eats_memory_or_crashes_costs_its_own_file_only(
    sandbox: Sandbox, bad_parser: str, program: str, limits: Limits, reason: str
) -> None:
    with pytest.raises(FileTooCostly) as caught:
        sandbox.parse(bad_parser, program.encode(), limits)
    assert caught.value.reason == reason
    assert sandbox.parse("a.html", PAGE, Limits()) == HERON


def test_an_error_of_a_parser_refuses_its_file_and_what_it_prints_harms_nothing(
    sandbox: Sandbox, bad_parser: str
) -> None:
    with pytest.raises(FileBroken, match=r"is damaged [(]oh no[)]"):
        sandbox.parse(
            bad_parser, b"print('noise', flush=True); raise ValueError('oh\\nno')", Limits()
        )
    before = pid(sandbox)
    assert sandbox.parse("a.html", PAGE, Limits()) == HERON
    assert pid(sandbox) == before


def test_a_killed_process_is_replaced(sandbox: Sandbox) -> None:
    sandbox.parse("a.html", PAGE, Limits())
    before = pid(sandbox)
    assert sandbox._process is not None
    sandbox._process.kill()
    sandbox._process.wait()
    assert sandbox.parse("a.html", PAGE, Limits()) == HERON
    assert pid(sandbox) != before
