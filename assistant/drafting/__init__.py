"""Question sets drafted from the documents, without a chat model, for a person to edit."""

from assistant.drafting.drafting import Drafted, draft_cases

__all__ = ["Drafted", "draft_cases"]
