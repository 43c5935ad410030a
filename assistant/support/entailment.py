"""An entailment model, if one is configured: does a premise imply a hypothesis?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import ModelMissing

_ENTAILS = ("entailment", "entails", "entailed", "supported", "yes")


class Entailment:
    """Any sentence-transformers ``CrossEncoder`` that has a label for entailment."""

    def __init__(self, name: str, model: Any, entailed: int | None) -> None:
        """Use ``Entailment.open``."""
        self.name = name
        self._model, self._entailed = model, entailed

    @classmethod
    def open(cls, name: str) -> Entailment:
        """The model called ``name``, or in the folder ``name``; nothing is downloaded.

        Raises:
            ModelMissing: there is none, or none of its labels says entailment.
        """
        from sentence_transformers import CrossEncoder

        try:
            model = CrossEncoder(name, device="cpu", local_files_only=True)
        except (OSError, ValueError) as error:
            raise ModelMissing(
                f"no entailment model {name} on this machine; set ASSISTANT_NLI to the name of a"
                " downloaded sentence-transformers CrossEncoder or to its folder"
            ) from error
        return cls(Path(name).name, model, find_label(name, model.config.id2label))

    def probability(self, premise: str, hypothesis: str) -> float:
        """The probability, from 0 to 1, that ``premise`` implies ``hypothesis``."""
        from torch.nn import Identity

        found = self._model.predict(
            [(premise, hypothesis)], activation_fn=Identity(), show_progress_bar=False
        )
        scores = np.asarray(found, np.float64).reshape(-1)
        if self._entailed is None:  # one score: the log odds
            return float(1 / (1 + np.exp(-scores[0])))
        powers = np.exp(scores - scores.max())
        return float(powers[self._entailed] / powers.sum())


@lru_cache(maxsize=1)
def load_entailment(name: str) -> Entailment | None:
    """The model that ASSISTANT_NLI names, loaded once; null where it names none.

    Raises:
        ModelMissing: as ``Entailment.open``.
    """
    return Entailment.open(name) if name else None


def find_label(name: str, labels: Mapping[int, str]) -> int | None:
    """The place of the label for entailment; null for a model with one score.

    Raises:
        ModelMissing: the model called ``name`` has no such label.

    >>> find_label("tiny", {0: "CONTRADICTION", 1: "ENTAILMENT", 2: "NEUTRAL"})
    1
    """
    if len(labels) == 1:
        return None
    for place, label in labels.items():
        if str(label).lower() in _ENTAILS:
            return int(place)
    raise ModelMissing(
        f"the model {name} has the labels {', '.join(labels.values())}, none for entailment;"
        " give ASSISTANT_NLI a model that has one"
    )
