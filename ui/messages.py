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
NOTHING_NEAR = "Nothing in the documents comes near this. The closest passages:"
INDEX_OLDER = "the index is older than {n} of its files ({names}); run: assistant index{flags}"

OWN_INDEX = "To ask these documents, give the same flags: assistant ask {flags} QUESTION"

# refusals: what the answer's own sentences do not say again
REFUSED = {
    "not_answered": "Not answered by the documents",
    "not_covered": "Not covered by the documents",
}

# the page
TITLE = "Document assistant"
ASK_TAB = "Ask"
SEARCH_TAB = "Search"
DOCUMENTS_TAB = "Documents"
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
SYNCING = "Answering from the last index · {step}"
NOT_SYNCED = "not brought up to date: {error}"
OVERVIEW_QUESTION = "What documents do you have?"
STAGES = {
    "read": "Reading documents",
    "embed": "Embedding passages",
    "store": "Storing",
}
FAILED = "The documents could not be opened"

# how statements stand to their sources
CHECKED = {
    "quoted": "{n} of {total} quoted word for word",
    "supported": "{n} of {total} supported by what they cite",
    "unsupported": "{n} of {total} not supported",
}
PLACE = "{document}, characters {start}–{end}, SHA-256 {sha256}"
EXPORTED = "Saved {date} from the document assistant."

# the line of waiting questions
WAITING = "{n} questions are answered before yours …"
WAITING_ONE = "1 question is answered before yours …"

# why a passage stands where it stands
STANDING = "This passage is number {rank} of {n} for your question."
STANDING_BEST = "No passage came before it."
STANDING_BEHIND = {
    "both": "The first one is nearer in meaning and holds more of the question's words.",
    "meaning": "The first one is nearer in meaning.",
    "words": "The first one holds more of the question's words.",
    "sentence": "The first one has a sentence that is nearer to the question.",
}
STANDING_BEYOND = "This passage is not among the first {n} for your question."

# remarks
KEPT_REMARK = "Thank you. Kept in {path}, a question set for “assistant evaluate”."
EMPTY_FACT = "type what the answer should have said"

# documents and uploads
COVERAGE = (
    "{percent} % of the characters of {documents} documents can be cited, in {passages} passages."
)
ASKED_ONLY = "Asked of {n} of {total} documents only: {names}."
SYNC_WAITS = "Waiting: another process is indexing"
UPLOADS_CLOSED = "you may not change documents here; ASSISTANT_UPLOADS_BY says who may"
UPLOAD_ADDED = "{name} was added."
UPLOAD_NUMBERED = "There is another {name} already: this one was added as {kept}."
UPLOAD_SAME = "{name} is here already, exactly like this."
UPLOAD_TOO_LARGE = "is larger than {size} MB, the most that one file may have: split it"
UPLOADS_FULL = "finds no room: uploads may have {size} MB in all; delete some first"
KINDS = {
    ".md": "Markdown",
    ".markdown": "Markdown",
    ".txt": "Text",
    ".text": "Text",
    ".htm": "HTML",
    ".xhtml": "HTML",
    ".docx": "Word",
    ".pptx": "PowerPoint",
    ".xlsx": "Excel",
}
DOCUMENT_TEXTS = {
    "list": "Documents",
    "shelf": "Documents and uploads",
    "empty": "Open a document to read it here.",
    "close": "Back to the documents",
    "region": "Document",
    "find": "Find by title or name",
    "found_none": "No document has that in its title or name.",
    "counted": "{n} of {total} documents",
    "show_all": "Show all {n}",
    "passages": "{n} passages",
    "passage": "1 passage",
    "indexed": "indexed {date}",
    "read": "Read",
    "uploaded": "uploaded",
    "problems": "{n} files could not be read",
    "problem": "1 file could not be read",
    # asking some documents only
    "choose": "Choose {title}",
    "chosen": "{n} chosen",
    "ask_only": "Ask only these",
    "unchoose": "Choose none",
    "only": "Only:",
    "and_more": "and {n} more",
    "ask_all": "Ask all documents again",
    # changing
    "upload": "Add documents",
    "drop": "Drop files here, or",
    "pick": "choose files",
    "limit": "Up to {mb} MB each: {kinds}.",
    "reindex": "Read the folders again",
    "reindex_how": "Picks up files that were added, changed or removed.",
    "delete": "Delete",
    "delete_ask": "Delete “{title}” for good?",
    "delete_yes": "Yes, delete",
    "deleted": "{title} was deleted.",
    # uploading
    "all_files": "All files",
    "progress": "{done} of {total} files",
    "progress_of": "Progress of {name}",
    "cancel": "Cancel",
    "cancel_of": "Cancel {name}",
    "cancel_all": "Cancel all",
    "clear_done": "Clear this list",
    "waiting": "Waiting",
    "sending": "{percent} %",
    "checking": "Checking",
    "indexing": "{sentence} It can be asked about as soon as it is indexed.",
    "ready": "{sentence} It can be asked about.",
    "cancelled": "Cancelled: nothing of it was kept.",
    "too_large": "{name} is larger than {mb} MB, the most that one file may have: split it",
    "unreadable": "{name} could not be sent; choose files, not folders, and try again",
}

# the view to evaluate in
EVALUATE_TAB = "Evaluate"
TRIALS_CLOSED = "you may not run or add anything here; ASSISTANT_UPLOADS_BY says who may"
EVALUATING = "an evaluation is under way; wait for it or stop it"
DRAFTS_FILE = "drafts.jsonl"
NO_SUCH_SET = "there is no such question set for these documents; choose another"
KEEP_ONE = "keep at least one question; a set cannot be empty"
EMPTY_CASE = "a question is empty; write it, or do not keep it"
SET_NAMES = {"shipped": "Questions on the shipped documents", "remarks": "Remarks on answers"}
ASK_AGAIN = "Ask this in the chat"
EVALUATE = {
    "title": "Evaluate",
    "about": "Puts every question of a set to the assistant and measures the answers.",
    "set": "Question set",
    "compare": "Compare with",
    "nothing": "nothing",
    "leave_out": "Hide the passages that answer: the right answer is then to refuse",
    "run": "Run",
    "stop": "Stop",
    "upload": "Add a set",
    "draft": "Draft a set",
    "draft_more": "Drafts questions from the documents, without a chat model, to be edited",
    "drafted": "Drafted from the documents. These are drafts: read them before you trust a figure.",
    "added": "{name} was added.",
    "no_sets": "There is no question set for these documents yet. “Draft a set” makes one from"
    " them, for you to read and edit; “Add a set” takes a file of your own.",
    "edit": "Read and edit",
    "cases": "Questions of the set",
    "case": "Question {n}",
    "case_question": "Question",
    "case_facts": "A right answer says (one fact a line; other spellings of it after “|”)",
    "case_answerable": "The documents answer it",
    "case_keep": "Keep",
    "case_left_out": "Asked with the passages hidden that answer it: it is right to refuse.",
    "save": "Save {n} of {total} questions",
    "saved": "Saved.",
    "unsaved": "Not saved yet.",
    "close": "Close",
    "progress": "Questions asked",
    "asked": "{done} of {total} questions asked",
    "done": "Done.",
    "runs": "Evaluations",
    "empty": "No evaluation yet.",
    "report": "Report of the evaluation",
    "download": "Download this report",
    "partial": "stopped early",
    "left_out": "passages hidden",
    "one_case": "1 case",
    "n_cases": "{n} cases",
    "figures": "{cases}, {correct} right, {refused} rightly refused",
}

# everything the page's scripts show
PAGE_TEXTS = {
    "documents": DOCUMENT_TEXTS,
    "further": "Show more of this document",
    "evaluate": EVALUATE,
    "sources": SOURCES,
    "closest": CLOSEST_PASSAGES,
    "note": NOTE,
    "page": PAGE,
    "side": TABLE_SIDE,
    "says": TABLE_TEXT,
    "table": "Comparison",
    "loading": LOADING,
    "failed_load": FAILED,
    "gone": "The server does not answer.",
    # asking
    "ask": ASK_PLACEHOLDER,
    "asking": "Looking it up …",
    "send": "Ask",
    "stop": "Stop",
    "stopped": "Stopped.",
    "talk": "Chat",
    "model": "Answers by",
    "extractive": "Quotes only",
    "log": CHAT_LABEL,
    "turn": "Question and answer",
    "edit": "Edit the question",
    "ask_again": "Ask again",
    "cancel": "Cancel",
    "empty_chat": EMPTY_CHAT,
    "empty_chat_more": EMPTY_CHAT_MORE,
    "examples": "Questions to begin with",
    "collection": "What there is to ask",
    "suggestions": "You could ask next",
    "show_all": "Show all {n}",
    "ask_for_all": "Show all",  # a question that the assistant knows
    # statements and their sources
    "status": {
        "quoted": "Quoted word for word",
        "supported": "Supported by this source",
        "unsupported": UNSUPPORTED,
        "frame": "",
    },
    "source": "Source",
    "source_n": "Source {n}",
    "open": "Open in document",
    "paragraph": "Show paragraph",
    "paragraph_of": "Paragraph of source {n}",
    "hide": "Hide paragraph",
    "region": "Sources of the answer",
    "empty": "The passages that an answer quotes appear here.",
    "no_sources": "This answer quotes nothing.",
    "back": "Back to sources",
    "close": "Back to answer",
    "changed": "This document has changed since the answer was given.",
    "cut": "Only a part of this long document is shown.",
    "failed": "The source could not be opened.",
    "copy_link": "Copy link",
    "link_copied": "Link copied: it opens this document here.",
    # why a passage was found
    "passages_found": "All {n} passages found",
    "why": "Why this passage",
    "rank": "number {n}",
    "unranked": "not among the first 50",
    "meaning": "By meaning",
    "cosine": "similarity",
    "words": "By words",
    "score": "Together",
    "matched": "Words found",
    "missing": "Words not found",
    "none": "none",
    "point": "Why not this passage?",
    "point_how": "Choose a paragraph below to see how it did for your question.",
    "choose": "This is the right passage",
    # what to do with an answer
    "toolbar": "This answer",
    "copy": "Copy with sources",
    "copied": "Copied with its sources.",
    "good": "Good answer",
    "bad": "Bad answer",
    "show_sources": "Show sources",
    "what_wrong": "What would have been right?",
    "right_elsewhere": "Another passage",
    "absent": "The documents do not say",
    "should_say": "It should say …",
    "keep": "Keep",
    # conversations
    "conversations": "Conversations",
    "search_conversations": "Search conversations",
    "close_list": "Close",
    "no_conversations": "Your conversations will be listed here.",
    "none_found": "No conversation holds that.",
    "rename": "Rename",
    "remove": "Delete",
    "remove_ask": "Delete",
    "remove_yes": "Yes, delete",
    "fresh": "New conversation",
    "export": "Save conversation",
    "export_markdown": "Save as Markdown",
    "export_html": "Save as HTML",
    # searching
    "search": "Search the documents",
    "search_do": "Search",
    "search_empty": "Open a passage to read its document here.",
    "search_found": "Passages, best first:",
    "search_none": NOTHING_FOUND,
    "search_far": NOTHING_NEAR,
    "search_back": "Close document",
    "search_close": "Back to passages",
    "search_region": "Document",
    "results": "Passages found",
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

# drafting a question set
DRAFTS_MEASURED = (
    "{n} of the cases are drafts. They use the documents' own words, so figures look better on"
    " them than on what people ask."
)
DRAFTED = "Drafted {questions} from {documents} in {s:.1f} s, without a chat model: {out}"
DRAFT_FACT = "wanted"
DRAFTS_ARE = (
    "These are drafts: read them before you trust a figure. Delete what is no good question, and\n"
    "mend facts (a right answer holds every fact, in any of its spellings). Cases tagged left-out\n"
    "are asked with the passages hidden that answer them: the right answer to them is to refuse.\n"
    "Drafts use the documents' own words, so they are easier than what people ask.\n"
    "Then measure:"
)
NO_DRAFTS = (
    "no question could be drafted: the documents hold too few plain English sentences, lists or"
    " tables of the kinds that questions are made from; write a set by hand"
)
