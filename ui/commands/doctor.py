"""``assistant doctor``: what is installed, whether the index is well, and what mends it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ui import options, records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.finding import Finding


def add(commands: options.Subparsers) -> None:
    """Declare the command."""
    command = options.add_command(commands, "doctor", "Check the installation and the index.")
    command.add_argument("--json", action="store_true", help="the findings as JSON")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the findings; 1 if there is a problem."""
    from assistant.diagnosis import diagnose

    choice = options.choose(arguments)
    findings = diagnose(choice.location, choice.settings)
    if arguments.json:
        print(records.dump({"findings": [f.to_json() for f in findings]}, indent=2))
    else:
        print(render_findings(findings))
    return 1 if any(finding.problem for finding in findings) else 0


def render_findings(findings: Sequence[Finding]) -> str:
    """One line a finding; below a problem the command that mends it."""
    width = max(len(finding.name) for finding in findings)
    lines = []
    for finding in findings:
        mark = "!!" if finding.problem else "ok"
        lines.append(f"{mark}  {finding.name:<{width}}  {finding.problem or finding.value}")
        if finding.mend:
            lines.append(f"    {'':<{width}}  mend: {finding.mend}")
    return "\n".join(lines)
