"""How far the metrics agree with answers judged by reading.

``python -m bench.agreement bench/judged.jsonl partnerships.json lighthouses.json xquad-a.json``,
the latter as ``assistant evaluate --json`` writes them.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.evaluation.verdict import is_right

JUDGED = {
    "right": True,
    "refused rightly": True,
    "partly": False,
    "wrong": False,
    "refused wrongly": False,
}
Z_95 = 1.959964


def main() -> None:
    judged, *evaluations = map(Path, sys.argv[1:])
    measured = read_measured(evaluations)
    rows = [json.loads(line) for line in judged.read_text(encoding="utf-8").splitlines()]
    if missing := [row["id"] for row in rows if row["id"] not in measured]:
        sys.exit(f"No evaluation given measured {missing[0]}, which was judged.")
    print(render(rows, measured))


def read_measured(evaluations: Sequence[Path]) -> dict[str, bool]:
    """Whether the metrics call a case right, by its id; what was not measured is left out."""
    read = [json.loads(path.read_text(encoding="utf-8")) for path in evaluations]
    cases = [case for evaluation in read for case in evaluation["cases"]]
    right = {case["id"]: is_right(case["scores"], answerable=case["answerable"]) for case in cases}
    return {name: value for name, value in right.items() if value is not None}


def wilson(n_agreed: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    share, spread = n_agreed / n, Z_95**2 / n
    half = Z_95 * math.sqrt(share * (1 - share) / n + spread / (4 * n))
    return (share + spread / 2 - half) / (1 + spread), (share + spread / 2 + half) / (1 + spread)


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Cohen's kappa; not a number where both sides say one and the same of every case."""
    n = len(pairs)
    observed = sum(ours == theirs for ours, theirs in pairs) / n
    yes_ours, yes_theirs = (sum(side) / n for side in zip(*pairs, strict=True))
    chance = yes_ours * yes_theirs + (1 - yes_ours) * (1 - yes_theirs)
    return (observed - chance) / (1 - chance) if chance < 1 else math.nan


def render(rows: Sequence[Mapping[str, str]], measured: Mapping[str, bool]) -> str:
    """The agreement overall and by set, then each case where the two differ."""
    lines = []
    for name in ("all", *dict.fromkeys(row["set"] for row in rows)):
        chosen = [row for row in rows if name in ("all", row["set"])]
        pairs = [(JUDGED[row["judged"]], measured[row["id"]]) for row in chosen]
        n_agreed = sum(ours == theirs for ours, theirs in pairs)
        low, high = wilson(n_agreed, len(pairs))
        share = f"{n_agreed / len(pairs):.3f} ({low:.3f} to {high:.3f})"
        lines.append(f"{name}: {n_agreed} of {len(pairs)}, {share}, kappa {kappa(pairs):.3f}")
    for row in rows:
        if JUDGED[row["judged"]] != measured[row["id"]]:
            metrics = "right" if measured[row["id"]] else "not right"
            lines.append(f"{row['id']}: judged {row['judged']} ({row['why']}), metrics {metrics}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
