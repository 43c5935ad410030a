"""Memory that was freed goes back to the system, so that a sync does not grow with its length.

The C library keeps what threads free in a pool for each thread, and Chroma frees in many. Only
glibc needs to be told, and only it knows these calls; elsewhere nothing happens.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h


def share_pool() -> None:
    """Threads that begin from now on share one pool of freed memory."""
    if library := _glibc():
        library.mallopt(_ARENA_MAX, 1)


def give_back() -> None:
    """Return what is free now; a millisecond or two."""
    if library := _glibc():
        library.malloc_trim(0)


def _glibc() -> Any:
    """The C library, if it is glibc; else None."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "gnu_get_libc_version") else None
