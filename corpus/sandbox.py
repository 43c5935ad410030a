"""Parsing in a process of its own, which is kept for the next file and replaced when it dies."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path

from corpus import errors
from corpus.errors import FileRefused, FileTooCostly
from corpus.limits import Limits
from corpus.pieces import Extract, extract_from_json
from corpus.worker import receive, send

MAX_FILES = 500
"""A process that has parsed as many is replaced: libraries may leak."""


def parse_apart(document: str, data: bytes, limits: Limits) -> Extract:
    """The extract of a file, made by the parser process; safe for several threads.

    Raises:
        FileRefused: the parser refuses the file, dies of it, or takes too long.
    """
    return _sandbox().parse(document, data, limits)


@cache
def _sandbox() -> Sandbox:
    sandbox = Sandbox()
    atexit.register(sandbox.close)
    return sandbox


class Sandbox:
    """One parser process, started when it is first needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._n_files = 0
        self._lock = threading.Lock()

    def parse(self, document: str, data: bytes, limits: Limits) -> Extract:
        """As ``parse_apart``."""
        with self._lock:
            reply = self._exchange(document, data, limits)
        if reply is None:
            raise FileTooCostly(document, limits.too_slow)
        header, content = reply
        if header["refused"] is None:
            return extract_from_json(json.loads(content))
        kind: type[FileRefused] = getattr(errors, str(header["refused"]))
        raise kind(document, str(header["reason"]))

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    _close(pipe)

    def _exchange(
        self, document: str, data: bytes, limits: Limits
    ) -> tuple[dict[str, str | None], bytes] | None:
        """The answer of the process, None if it took too long."""
        if self._process is None or self._process.poll() is not None or self._n_files >= MAX_FILES:
            self.close()
            self._process, self._n_files = _start(), 0
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        self._n_files += 1
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        watch = threading.Timer(limits.seconds, give_up)
        watch.daemon = True
        watch.start()
        header = {
            "document": document,
            "seconds": limits.seconds,
            "memory_mb": limits.memory_mb,
        }
        try:
            send(process.stdin, header, data)  # type: ignore[arg-type]
            reply = receive(process.stdout)  # type: ignore[arg-type]
        except (OSError, ValueError):
            reply = None
        finally:
            watch.cancel()
        if reply is None or reply[0].get("last"):
            self.close()
        if reply is None and not late.is_set():
            return {"refused": "FileTooCostly", "reason": limits.crashed}, b""
        return reply


def _start() -> subprocess.Popen[bytes]:
    here = str(Path(__file__).resolve().parent.parent)
    paths = [here, *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [sys.executable, "-m", "corpus.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    )


def _close(pipe: object) -> None:
    try:
        pipe.close()  # type: ignore[attr-defined]
    except OSError:  # what was not written any more
        return
