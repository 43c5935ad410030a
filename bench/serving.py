"""The two ends of a pipe: a pipeline that answers questions in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

Found = tuple[str, int, int]
"""Document, start and end of a passage."""

THREADS = 2
ENVIRONMENT = {
    "ANONYMIZED_TELEMETRY": "False",
    "HF_HUB_OFFLINE": "1",
    "OMP_NUM_THREADS": str(THREADS),
    "OPENBLAS_NUM_THREADS": str(THREADS),
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_OFFLINE": "1",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """How long one question took within the process, and what was found, best first."""

    seconds: float
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Usage:
    """Of a whole process: from its start to its end, and the most memory it held."""

    seconds: float
    peak_mb: float


def serve(answer: Callable[[str], Sequence[Found]]) -> None:
    """Answer each line of stdin with a line of JSON, until stdin ends."""
    for line in sys.stdin:
        started = perf_counter()
        found = answer(line.strip())
        print(json.dumps([perf_counter() - started, found]), flush=True)


class Pipeline:
    """A pipeline in a process of its own, started when made."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._started = perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **ENVIRONMENT},
            text=True,
        )

    @property
    def age(self) -> float:
        """Seconds since the process was started."""
        return perf_counter() - self._started

    def ask(self, question: str) -> Reply:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(" ".join(question.split()), file=self._process.stdin, flush=True)
        seconds, found = json.loads(self._process.stdout.readline())
        return Reply(seconds, tuple((name, start, end) for name, start, end in found))

    def close(self) -> Usage:
        """Let the process end by itself.

        Raises:
            RuntimeError: it failed.
        """
        assert self._process.stdin is not None
        self._process.stdin.close()
        _, status, usage = os.wait4(self._process.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(status)
        if self._process.stdout is not None:
            self._process.stdout.close()
        if self._process.returncode:
            command = " ".join(str(part) for part in self._process.args[1:])  # type: ignore[index]
            raise RuntimeError(f"python {command} exited with {self._process.returncode}")
        return Usage(self.age, usage.ru_maxrss / 1024)  # kilobytes on Linux
