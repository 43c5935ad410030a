"""What the README says is so: its examples are run, its tables and names are compared."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from assistant.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/contracts.md", "docs/decisions.md"]


def blocks(language: str) -> list[str]:
    """The README's fenced blocks in a language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working directory of its own, so that the examples share one index."""
    return tmp_path_factory.mktemp("readme")


def printed_by(command: list[str], folder: Path) -> str:
    """What a command prints on stdout in ``folder``, 80 columns wide."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80", "NO_COLOR": "1"}
    return subprocess.run(
        command, cwd=folder, env=environment, check=True, capture_output=True, text=True
    ).stdout


@pytest.mark.slow
def test_every_command_shown_prints_what_is_shown(folder: Path) -> None:
    shown = [
        example
        for block in blocks("console")
        for example in re.findall(r"^\$ (assistant .*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    ]
    assert shown
    for command, output in shown:
        run = [sys.executable, "-m", "ui.cli", *shlex.split(command)[1:]]
        assert printed_by(run, folder) == output


@pytest.mark.slow
def test_the_python_example_prints_what_is_shown(folder: Path) -> None:
    (example,) = blocks("python")
    (output,) = blocks("text")
    assert printed_by([sys.executable, "-c", example], folder) == output


def test_the_settings_table_is_the_settings() -> None:
    expected = "| variable | default | meaning |\n|---|---|---|\n" + "".join(
        f"| `ASSISTANT_{name.upper()}` | {_shown(field.default)} | {field.description} |\n"
        for name, field in Settings.model_fields.items()
    )
    assert README.split("## Settings\n")[1].split("\n\n")[1] + "\n" == expected


def _shown(default: object) -> str:
    return "" if default in ("", None) else f"`{default}`"


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_named_is_there(page: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", (ROOT / page).read_text("utf-8"), re.MULTILINE))
    assert named - targets == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_file_named_is_there(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    linked = {link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link}
    named = set(re.findall(r"`((?:docs|bench|corpus|index|assistant|ui|tests)/[\w./-]*)`", text))
    assert {name for name in linked | named if not (ROOT / name).exists()} == set()


def test_every_package_asked_for_has_its_licence_named() -> None:
    packages = {Requirement(line).name for line in asked_for()}
    notices = (ROOT / "THIRD_PARTY_NOTICES.md").read_text("utf-8")
    assert packages - set(re.findall(r"[\w-]+", notices)) == set()


def test_everything_installed_is_pinned_exactly_and_within_what_is_asked_for() -> None:
    lines = [
        line
        for name in ("requirements.lock", "requirements-dev.lock")
        for line in (ROOT / name).read_text("utf-8").splitlines()
        if not line.startswith("--requirement")
    ]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
    pins = dict(canonical(line).split("==") for line in lines)
    wanted = [Requirement(line) for line in asked_for()]
    assert [w for w in wanted if not w.specifier.contains(pins[canonical(w.name)])] == []
    assert pins["torch"] == "2.13.0"


def asked_for() -> list[str]:
    """The requirements of ``pyproject.toml``, those for development included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["dev"]]


def canonical(name: str) -> str:
    """A package's name in the one spelling that compares."""
    return name.lower().replace("_", "-")
