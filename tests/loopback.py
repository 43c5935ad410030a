"""A program: uses the assistant in a network that holds only loopback, and reports as JSON.

To be started in a network namespace of its own (``unshare --net --map-root-user``). There the
kernel counts what was meant for the outside: a connection without a route, and every datagram,
which is how names are looked up.
"""

from __future__ import annotations

import fcntl
import json
import socket
import struct
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ASSISTANT = [sys.executable, "-m", "ui.cli"]
PAGE = "http://127.0.0.1:7860"
START_TIMEOUT_S = 300
SET_FLAGS, UP_AND_RUNNING = 0x8914, 0x41  # SIOCSIFFLAGS, IFF_UP | IFF_RUNNING
COUNTERS = ("IpOutNoRoutes", "UdpOutDatagrams", "Ip6OutNoRoutes", "Udp6OutDatagrams")


def raise_loopback() -> None:
    """A new network namespace has its loopback down."""
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sh14x", b"lo", UP_AND_RUNNING))


def meant_for_outside() -> dict[str, int]:
    """What this namespace tried to send further than loopback, ever; by counter."""
    lines = [line.split() for line in Path("/proc/net/snmp").read_text().splitlines()]
    counted = {
        f"{names[0].rstrip(':')}{name}": value
        for names, values in zip(lines[::2], lines[1::2], strict=True)
        for name, value in zip(names[1:], values[1:], strict=True)
    }
    counted |= dict(line.split() for line in Path("/proc/net/snmp6").read_text().splitlines())
    return {name: int(counted[name]) for name in COUNTERS}


def page_status(chat: subprocess.Popen[bytes]) -> list[object]:
    """What ``/healthz`` says once the chat is ready, and the status of its page."""
    stop_at = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < stop_at and chat.poll() is None:
        try:
            with urllib.request.urlopen(f"{PAGE}/healthz", timeout=60) as reply:
                health = json.load(reply)["status"]
            with urllib.request.urlopen(f"{PAGE}/", timeout=60) as page:
                return [health, page.status]
        except urllib.error.HTTPError as not_ready:
            health = json.load(not_ready)["status"]
            if health == "failed":
                return [health, not_ready.code]
        except urllib.error.URLError:  # not listening yet
            pass
        time.sleep(0.2)
    return ["never ready", chat.poll()]


def main() -> None:
    """Index, ask, chat; or with the argument ``reach``: only try to reach the outside."""
    raise_loopback()
    report: dict[str, object] = {}
    if sys.argv[1] == "reach":
        for address in ("192.0.2.1", "2001:db8::1"):
            with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as outside:
                report[address] = outside.connect_ex((address, 80)) != 0
    else:
        report["index"] = subprocess.call([*ASSISTANT, "index"], stdout=sys.stderr)
        ask = [*ASSISTANT, "ask", "--json", sys.argv[1]]
        asked = subprocess.run(ask, check=False, stdout=subprocess.PIPE)
        report["ask"] = [asked.returncode, json.loads(asked.stdout or "{}").get("outcome")]
        with subprocess.Popen([*ASSISTANT, "chat"], stdout=sys.stderr) as chat:
            report["chat"] = page_status(chat)
            chat.terminate()
    print(json.dumps(report | meant_for_outside()))


if __name__ == "__main__":
    main()
