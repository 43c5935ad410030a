"""An entailment model, if one is configured: does a premise imply a hypothesis?"""

from __future__ import annotations

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
            model = CrossEncoder(name, local_files_only=True)
        except (OSError, ValueError) as error:
            raise ModelMissing(
                f"no entailment model {name} ({error}); give ASSISTANT_NLI the folder of one"
            ) from error
        return cls(Path(name).name, model, _label(name, model.config.id2label))

    def probability(self, premise: str, hypothesis: str) -> float:
        """The probability, from 0 to 1, that ``premise`` implies ``hypothesis``."""
        scores = np.asarray(self._model.predict([(premise, hypothesis)]), float).reshape(-1)
        if self._entailed is None:
            return float(np.clip(scores[0], 0.0, 1.0))
        powers = np.exp(scores - scores.max())
        return float(powers[self._entailed] / powers.sum())


def _label(name: str, labels: dict[int, str]) -> int | None:
    """The place of the label for entailment; None for a model with one score."""
    if len(labels) == 1:
        return None
    for place, label in labels.items():
        if str(label).lower() in _ENTAILS:
            return int(place)
    raise ModelMissing(
        f"the model {name} has the labels {', '.join(labels.values())}, none for entailment;"
        " give ASSISTANT_NLI a model that has one"
    )
