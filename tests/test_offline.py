"""Once installed, nothing reaches for the outside and nothing needs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APART = ["unshare", "--net", "--map-root-user"]
SILENCE = {"IpOutNoRoutes": 0, "UdpOutDatagrams": 0, "Ip6OutNoRoutes": 0, "Udp6OutDatagrams": 0}

pytestmark = pytest.mark.network


@pytest.fixture(autouse=True)
def _own_network() -> None:
    if not shutil.which("unshare") or subprocess.run([*APART, "true"], check=False).returncode:
        pytest.skip("this system does not permit a network namespace of one's own")


def run_apart(argument: str, folder: Path) -> dict[str, object]:
    """The report of ``tests/loopback.py``, no variable asking any library for silence."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT)}
    command = [*APART, sys.executable, str(ROOT / "tests" / "loopback.py"), argument]
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, check=True, timeout=900
    )
    report: dict[str, object] = json.loads(done.stdout)
    return report


def test_what_is_meant_for_the_outside_would_be_counted(tmp_path: Path) -> None:
    assert run_apart("reach", tmp_path) == SILENCE | {
        "192.0.2.1": True,
        "2001:db8::1": True,
        "IpOutNoRoutes": 1,
        "Ip6OutNoRoutes": 1,
    }


@pytest.mark.slow
def test_index_ask_and_chat_work_offline_and_send_nothing_outside(tmp_path: Path) -> None:
    question = "What did 23andMe bring to its partnership with GSK?"
    assert run_apart(question, tmp_path) == SILENCE | {
        "index": 0,
        "ask": [0, "answered"],
        "chat": ["ready", 200],
    }
