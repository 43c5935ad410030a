"""The process that parses files for another one: a file in on stdin, its extract out on stdout.

A parser of foreign formats may crash, loop or eat memory; here it takes nothing with it. Messages
are a line of JSON that ends in the number of bytes that follow.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from corpus.errors import FileRefused, FileTooCostly, FileTooLarge
from corpus.limits import MAX_TEXT_CHARS, Limits
from corpus.parsers import parse
from corpus.pieces import Extract, extract_to_json

Record = dict[str, Any]
GRACE_SECONDS = 5
MAX_DEPTH = 8000


def main() -> None:
    """Parse one file after another until stdin ends."""
    source = sys.stdin.buffer
    # What a library prints must not get between the messages.
    target = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.setrecursionlimit(MAX_DEPTH)
    while (record := receive(source)) is not None:
        header, data = record
        _bound_memory(int(header["memory_mb"]))
        with _bound_time(float(header["seconds"])):
            reply = _reply(str(header["document"]), data, int(header["memory_mb"]))
        send(target, reply[0], reply[1])
        if reply[0].get("last"):
            return


def send(target: BinaryIO, header: Record, data: bytes) -> None:
    """Write one message."""
    target.write(json.dumps({**header, "size": len(data)}).encode() + b"\n")
    target.write(data)
    target.flush()


def receive(source: BinaryIO) -> tuple[Record, bytes] | None:
    """Read one message; None where there is no more, or only a part of one."""
    line = source.readline()
    if not line.endswith(b"\n"):
        return None
    header = json.loads(line)
    data = source.read(header["size"])
    return (header, data) if len(data) == header["size"] else None


def _reply(document: str, data: bytes, memory_mb: int) -> tuple[Record, bytes]:
    try:
        extract = parse(document, data)
        _check_length(document, extract)
        return {"refused": None}, json.dumps(extract_to_json(extract)).encode()
    except FileRefused as error:
        return {"refused": type(error).__name__, "reason": error.reason}, b""
    except RecursionError:
        return {"refused": "FileBroken", "reason": "is nested too deeply to be read"}, b""
    except MemoryError:
        # What is left of the memory is not to be relied on: the next file gets a new process.
        reason = Limits(memory_mb=memory_mb).too_large_in_memory
        return {"refused": FileTooCostly.__name__, "reason": reason, "last": True}, b""
    except Exception as error:  # noqa: BLE001 - foreign parsers raise what they like; told below
        what = " ".join(str(error).split())[:120] or type(error).__name__
        reason = f"is damaged ({what}); open it where it was made and save it again"
        return {"refused": "FileBroken", "reason": reason}, b""


def _check_length(document: str, extract: Extract) -> None:
    n_chars = sum(len(piece.text) for piece in extract.pieces)
    if n_chars > MAX_TEXT_CHARS:
        raise FileTooLarge(
            document, f"holds {n_chars:,} characters; at most {MAX_TEXT_CHARS:,} are read: split it"
        )


def _bound_memory(memory_mb: int) -> None:
    """Where the system can: what would need more fails here, not on the whole machine."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = memory_mb * 1024 * 1024
    if most == resource.RLIM_INFINITY or wanted < most:
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))


@contextmanager
def _bound_time(seconds: float) -> Iterator[None]:
    """End this process some seconds after its time: the one that waits may have been killed."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds + GRACE_SECONDS)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)


if __name__ == "__main__":
    main()
