"""What a chat model took for the answers of an evaluation, and how much of it was shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np

from assistant.answer import Answer, Usage


def usage_figures(answers: Iterable[Answer]) -> dict[str, Any]:
    """Figures by name, all beginning with "model_"; none where no model was asked.

    ``model_withheld`` is the share of its sentences, ``model_quoted`` of those given in the
    documents' own words instead, ``model_replaced`` of its answers;
    ``model_seconds`` is what asking and checking adds to a question, ``model_check_seconds`` what
    the check of one sentence does; tokens are means over the answers that tell them.
    """
    used = [answer.usage for answer in answers if answer.usage is not None]
    if not used:
        return {}
    n_withheld = sum(usage.n_withheld for usage in used)
    n_quoted = sum(usage.n_quoted for usage in used)
    n_said = n_withheld + n_quoted + sum(usage.n_shown for usage in used)
    checks = [seconds for usage in used for seconds in usage.seconds_checks]
    failures = Counter(usage.failure for usage in used if usage.failure)
    return {
        "model_asked": len(used),
        "model_sentences": n_said,
        "model_withheld": round(n_withheld / n_said, 4) if n_said else None,
        "model_quoted": round(n_quoted / n_said, 4) if n_said else None,
        "model_replaced": round(sum(usage.replaced for usage in used) / len(used), 4),
        **_quantiles("model_seconds", [usage.seconds for usage in used]),
        **_quantiles("model_check_seconds", checks),
        "model_input_tokens": _mean(usage.input_tokens for usage in used),
        "model_output_tokens": _mean(usage.output_tokens for usage in used),
        "model_failures": dict(sorted(failures.items())),
    }


def usage_scores(usage: Usage | None) -> dict[str, float | None]:
    """The same of one case, for its scores; none where no model was asked."""
    if usage is None:
        return {}
    n_said = usage.n_shown + usage.n_quoted + usage.n_withheld
    return {
        "model_withheld": usage.n_withheld / n_said if n_said else None,
        "model_replaced": float(usage.replaced),
        "model_seconds": usage.seconds,
        "model_input_tokens": usage.input_tokens,
        "model_output_tokens": usage.output_tokens,
    }


def _quantiles(name: str, seconds: list[float]) -> dict[str, float | None]:
    if not seconds:
        return {f"{name}_p50": None, f"{name}_p95": None}
    p50, p95 = np.quantile(seconds, (0.5, 0.95))
    return {f"{name}_p50": round(float(p50), 4), f"{name}_p95": round(float(p95), 4)}


def _mean(counts: Iterable[int | None]) -> float | None:
    told = [count for count in counts if count is not None]
    return round(sum(told) / len(told), 1) if told else None
