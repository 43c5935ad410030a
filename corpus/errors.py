"""The errors a user can cause. Each has one sentence that names the thing and the next step.

::

    AssistantError                  exit 1
    +-- CorpusError                 a root or a file that cannot be read
    |   +-- RootMissing
    |   +-- RootEmpty
    |   +-- RootNames               two roots of one name
    |   +-- FileRefused             one file; the others go on
    |       +-- FileEmpty
    |       +-- FileTooLarge
    |       +-- FileMismatch        its content is not what its name says
    |       +-- FileBroken
    |       +-- FileEncrypted
    |       +-- FileWithoutText     a scan
    |       +-- FileTooCostly       its parser ran out of time or memory
    +-- IndexUnusable               an index folder that cannot be opened
    |   +-- IndexMissing
    |   +-- IndexForeign            a folder that holds something else
    |   +-- IndexDamaged
    |   +-- IndexOtherVersion       another index version or embedding model
    |   +-- IndexOtherRoots         roots other than the ones it was made from
    +-- IndexBusy                   another process is syncing it
    +-- IndexWriteFailed            read-only folder, no disk space
    +-- StoreUnreachable            the Chroma server does not answer
    +-- ModelMissing                the embedding model or a chat model cannot be had
    +-- DocumentUnknown
    +-- QuestionRefused             exit 2: empty or too long
    +-- QuestionSetMalformed        exit 2: names file, line and field
    +-- EarlierRunMalformed         exit 2: not what evaluate --json wrote, or of other questions
    +-- EvaluationBusy              another evaluation is under way
    +-- SettingRefused              exit 2
    +-- UploadFailed                uploads cannot be written: read-only folder, no disk space
    +-- UploadsClosed               exit 2: who asks may not add or delete documents
    +-- PortTaken
    +-- LineFull                    too many questions are waiting
    +-- ConversationUnknown
    +-- ConversationsUnusable       their file cannot be read or written
    +-- FeedbackUnusable            the question set of remarks cannot be written

Wrong arguments by a programmer stay ``ValueError``.
"""

from __future__ import annotations


class AssistantError(Exception):
    """An expected failure. Its message is one sentence, ready to be shown."""

    exit_code = 1


class CorpusError(AssistantError):
    """The documents cannot be read."""


class RootMissing(CorpusError):
    """A corpus folder or file that does not exist."""


class RootEmpty(CorpusError):
    """A corpus folder that holds nothing readable."""


class RootNames(CorpusError):
    """Two corpus folders of one name."""

    exit_code = 2


class FileRefused(CorpusError):
    """One file that cannot be read; ``reason`` is its sentence without the file's name."""

    def __init__(self, document: str, reason: str) -> None:
        super().__init__(f"{document}: {reason}")
        self.document = document
        self.reason = reason


class FileEmpty(FileRefused):
    """The file holds no text at all."""


class FileTooLarge(FileRefused):
    """The file, or the text in it, is larger than the limit."""


class FileMismatch(FileRefused):
    """The content is of another format than the name says."""


class FileBroken(FileRefused):
    """The file is damaged."""


class FileEncrypted(FileRefused):
    """The file wants a password."""


class FileWithoutText(FileRefused):
    """The file holds pictures of text only."""


class FileTooCostly(FileRefused):
    """Reading the file took more time or memory than it may."""


class IndexUnusable(AssistantError):
    """The index folder cannot be opened."""


class IndexMissing(IndexUnusable):
    """There is no index in the folder."""


class IndexForeign(IndexUnusable):
    """The folder holds something that is not an index."""


class IndexDamaged(IndexUnusable):
    """The index was left in a state that cannot be read."""


class IndexOtherVersion(IndexUnusable):
    """The index was made by another version, or with another embedding model."""


class IndexOtherRoots(IndexUnusable):
    """The index was made from other corpus folders."""

    exit_code = 2


class IndexBusy(AssistantError):
    """Another process is syncing the index."""


class IndexWriteFailed(AssistantError):
    """The index cannot be written: read-only folder or no disk space."""


class StoreUnreachable(AssistantError):
    """The Chroma server does not answer, or too slowly."""


class ModelMissing(AssistantError):
    """A model that was asked for cannot be loaded."""


class DocumentUnknown(AssistantError):
    """No document of that name in the index."""


class QuestionRefused(AssistantError):
    """The question is empty or too long."""

    exit_code = 2


class QuestionSetMalformed(AssistantError):
    """A line of a question set breaks the format; names file, line and field."""

    exit_code = 2


class EarlierRunMalformed(AssistantError):
    """A file of an earlier evaluation that cannot be read or compared with."""

    exit_code = 2


class EvaluationBusy(AssistantError):
    """Another evaluation is under way; one runs at a time."""


class SettingRefused(AssistantError):
    """A setting or flag with a value that cannot be used."""

    exit_code = 2


class UploadFailed(AssistantError):
    """The folder of uploads cannot be written: read-only folder or no disk space."""


class UploadsClosed(AssistantError):
    """Whoever asks may not add or delete documents."""

    exit_code = 2


class PortTaken(AssistantError):
    """The port is in use."""


class LineFull(AssistantError):
    """Too many questions are waiting to be answered."""


class ConversationUnknown(AssistantError):
    """No conversation of that id for this browser."""


class ConversationsUnusable(AssistantError):
    """The file of conversations cannot be read or written."""


class FeedbackUnusable(AssistantError):
    """The question set that remarks are written into cannot be read or written."""
