"""Every setting of the assistant, read once, at the top, and passed down as plain arguments."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.limits import Limits


class Settings(BaseSettings):
    """Settings from ``ASSISTANT_*`` environment variables; command-line flags override them."""

    model_config = SettingsConfigDict(env_prefix="ASSISTANT_", frozen=True, extra="ignore")

    corpus: str = Field(
        "",
        description="Folder or file of documents, or NAME=PATH; several: separated by os.pathsep. "
        "Empty: the shipped corpus.",
    )
    index: str = Field(
        "", description="Folder of the index. Empty: .assistant/index in the working directory."
    )
    chroma_url: str = Field(
        "",
        description="Address of a Chroma server, like http://localhost:8000, that keeps passages "
        "and texts from the next sync on. Empty: they stay where they are, at first in the index "
        "folder.",
    )
    model: str = Field("", description="Chat model, as provider:name. Empty: answers are quotes.")
    models: str = Field(
        "", description="More chat models that the web chat offers, separated by commas."
    )
    model_url: str = Field(
        "",
        description="Address of an OpenAI-compatible server, e.g. http://127.0.0.1:8080/v1, that "
        "openai: models are asked at.",
    )
    model_key: SecretStr | None = Field(
        None,
        description="Key for ASSISTANT_MODEL_URL, where it wants one. OPENAI_API_KEY is sent to "
        "OpenAI only.",
    )
    model_window: int = Field(
        8192,
        ge=512,
        le=10_000_000,
        description="Tokens that question, passages and answer of a chat model may take together.",
    )
    model_answer_tokens: int = Field(
        800, ge=16, le=100_000, description="Tokens that a chat model's answer may take."
    )
    model_timeout_s: float = Field(
        120.0, gt=0, le=3600, description="Seconds that a chat model may take for an answer."
    )
    tracing: bool = Field(
        False,
        description="Whether LangSmith, where its own variables switch it on too, is sent "
        "questions and passages.",
    )
    threshold: float | None = Field(
        None,
        ge=0.0,
        le=1.0,
        description="Confidence below which the assistant refuses. Empty: the shipped threshold.",
    )
    risk: int | None = Field(
        None,
        ge=2,
        le=1000,
        description="At most 1 wrong answer in so many: what is less sure is refused. Empty: only "
        "the threshold refuses.",
    )
    unsupported: Literal["hide", "show"] = Field(
        "hide", description="What to do with a chat model's unsupported sentences."
    )
    support: float = Field(
        0.6,
        ge=0.0,
        le=1.0,
        description="How well its sources must support a chat model's sentence, from 0 to 1, for "
        "it to be shown.",
    )
    wording: Literal["close", "free"] = Field(
        "close",
        description="How a chat model's sentence may tell what its sources say: close to their "
        "words, or free, which the check can tell less surely.",
    )
    passages: int = Field(
        10, ge=1, le=100, description="How many passages an answer is chosen from."
    )
    reranker: str = Field(
        "",
        description="CrossEncoder that ranks the best sentences again, by name or path. "
        "Empty: none.",
    )
    reader: str = Field(
        "",
        description="Extractive question-answering model that marks the answer in them, by name "
        "or path. Empty: none.",
    )
    nli: str = Field(
        "",
        description="Entailment model (CrossEncoder) that joins the check of a chat model's "
        "sentences, by name or path. Empty: none.",
    )
    host: str = Field("127.0.0.1", description="Address the web chat listens on.")
    port: int = Field(7860, ge=1, le=65535, description="Port of the web chat.")
    threads: int = Field(
        0,
        ge=0,
        le=256,
        description="Threads for embedding documents. 0: as many as there are cores.",
    )
    uploads: str = Field(
        "",
        description="Folder for documents that people upload on the page. Empty: the one that the "
        "index remembers, else <index>.uploads beside it.",
    )
    uploads_by: str = Field(
        "",
        description="Who may upload, delete and re-index documents on the page: everyone who can "
        "open it, nobody, or some of ASSISTANT_USERS, separated by commas. Empty: everyone, but "
        "nobody where other machines are let in without a password.",
    )
    uploads_total_mb: int = Field(
        2_000, ge=1, le=10_000_000, description="Megabytes that all uploads may have together."
    )
    embedding_model: str = Field(
        "",
        description="Embedding model: folder or name of a sentence-transformers model that is on "
        "this machine. Empty: the shipped one, which is English.",
    )
    file_size_mb: int = Field(100, ge=1, description="Largest file that is read, in megabytes.")
    file_seconds: float = Field(
        60.0, gt=0.0, le=3600.0, description="How long reading one file may take."
    )
    file_memory_mb: int = Field(
        1024, ge=256, description="How much memory reading one file may take, in megabytes."
    )
    password: SecretStr | None = Field(
        None,
        description="Password of the web chat and the HTTP API; it or ASSISTANT_USERS is needed to "
        "listen beyond this machine.",
    )
    users: str = Field(
        "",
        description="File of users of the web chat and the HTTP API, a line of "
        "`python -m ui.users NAME` each.",
    )
    open: bool = Field(
        False, description="Let other machines in without a password, as `chat --open` does."
    )

    @property
    def file_limits(self) -> Limits:
        """What reading one file may cost."""
        return Limits(self.file_size_mb, self.file_seconds, self.file_memory_mb)
