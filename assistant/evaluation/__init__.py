"""How good the answers are: question sets, metrics with intervals, leave-one-out.

The door is ``run.evaluate``; ``cases.load_cases`` reads a question set.
"""

from assistant.evaluation.cases import Case, load_cases
from assistant.evaluation.evaluation import Evaluation
from assistant.evaluation.run import evaluate

__all__ = ["Case", "Evaluation", "evaluate", "load_cases"]
