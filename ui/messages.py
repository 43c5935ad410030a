"""Every text of the page and the terminal besides answers, so that a language can be added."""

from __future__ import annotations

# terminal and page
SOURCES = "Sources"
CLOSEST_PASSAGES = "Closest passages"
NOTE = "Note"
TRY_ASKING = "You could ask:"
PAGE = "page"
SCORE = "score"
UNSUPPORTED = "not supported by what it cites"
CONFIDENCE = {
    "high": "High confidence",
    "medium": "Medium confidence: check the sources",
    "low": "Low confidence: check the sources",
}
NOTHING_FOUND = "No passage found."
INDEX_OLDER = "the index is older than {n} of its files ({names}); run: assistant index{flags}"

# refusals: what the answer's own sentences do not say again
REFUSED = {
    "not_answered": "Not answered by the documents",
    "not_covered": "Not covered by the documents",
}

# the page
TITLE = "Document assistant"
ASK_TAB = "Ask"
TAGLINE = "Answers in quotes from your documents. Every sentence can be checked."
ASK_PLACEHOLDER = "Ask a question about the documents"
EMPTY_QUESTION = "Please type a question."
CHAT_LABEL = "Conversation"
EMPTY_CHAT = "Ask the documents"
EMPTY_CHAT_MORE = "Every answer is quoted from them and links to the place where it stands."
TABLE_SIDE = "About"
TABLE_TEXT = "What the documents say"
COLLECTION = "{documents} documents · {passages} passages"
LOADING = "Getting ready"
STAGES = {
    "read": "Reading documents",
    "embed": "Embedding passages",
    "store": "Storing",
}
FAILED = "The documents could not be opened"

# the viewer; sent to its script as they are
VIEWER = {
    "sources": SOURCES,
    "closest": CLOSEST_PASSAGES,
    "region": "Sources of the answer",
    "empty": "The passages that an answer quotes appear here.",
    "open": "Open in document",
    "back": "Back to sources",
    "close": "Back to answer",
    "page": PAGE,
    "changed": "This document has changed since the answer was given.",
    "cut": "Only a part of this long document is shown.",
    "failed": "The source could not be opened.",
    "source": "Source",
    "answer": "Answer",
    "ask": ASK_PLACEHOLDER,
}

# serving
SERVING = "{title} is on {url} (Ctrl-C stops it)"
UNEXPECTED = "Something went wrong that should not have; the server's log says what."
READY = "Ready: {collection}."

# evaluating
ASKING = "Asking"
STOPPING = "stopping after this question; Ctrl-C again stops at once"
STOPPED_EARLY = "stopped early: the figures cover the questions asked so far; gates not checked"
CHANGES = {
    "fixed": "wrong before and right now",
    "broken": "right before and wrong now",
    "changed": "answered otherwise, as right or wrong as before",
}
CHANGE_HEADS = {"fixed": "Fixed", "broken": "Broken", "changed": "Answered otherwise"}
EDITED = "whose question or gold was edited"
ADDED = "new"
GONE = "only in the earlier run"
EARLIER_PARTIAL = "which was stopped early"
NONE_CHANGED = "every one answered as before"
STAYED = "Metrics without a change: {n}."
OURS = "assistant"
REPORT_WRITTEN = "the report is in {path}"
