"""What holds for every test: no settings from outside, only loopback, in CI no missing tool."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator

import pytest
from hypothesis import HealthCheck, settings

OFFLINE = {
    "ANONYMIZED_TELEMETRY": "False",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "LANGSMITH_TRACING": "false",
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_OFFLINE": "1",
}
os.environ.update(OFFLINE)  # before any test module imports a library that reads them

# How long an example takes says how busy the machine is; in CI this adds to Hypothesis's own.
settings.register_profile(
    "untimed", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")

LOOPBACK = ("127.", "localhost", "::1", "0.0.0.0", "::ffff:127.")
TOOL_MARKERS = ("browser", "network")

_reached: list[str] = []


def _refuse_outside(event: str, args: tuple[object, ...]) -> None:
    """An audit hook: sees every connection that Python code opens, whatever library asks."""
    if event in ("socket.connect", "socket.sendto"):
        address = args[1]
        host = address[0] if isinstance(address, tuple) else ""
    elif event == "socket.getaddrinfo":
        host = args[0]
    else:
        return
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    if not name.startswith(LOOPBACK):
        _reached.append(name)
        raise OSError(f"tests reach nothing but loopback, not {name}")


sys.addaudithook(_refuse_outside)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("ASSISTANT_") or name.endswith("_API_KEY"):
            monkeypatch.delenv(name)
    for name, value in OFFLINE.items():
        monkeypatch.setenv(name, value)


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """Fails a test whose code tried to reach the outside, even if it swallowed the refusal."""
    _reached.clear()
    yield
    assert _reached == []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What hangs on another program's pace, Chromium's, may fail once; the summary tells."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI, where every tool is to be had, a test that skips for want of its tool fails."""
    report = yield
    wants_tool = any(item.get_closest_marker(name) for name in TOOL_MARKERS)
    if report.skipped and wants_tool and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but CI has to run it: {report.longrepr}"
    return report
