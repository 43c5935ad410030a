"""The chat models that are configured, opened by name when they are first asked."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from corpus.errors import AssistantError, ModelMissing, SettingRefused

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.settings import Settings

EXTRACTIVE = "extractive"
_PIP = re.compile(r"pip install (?:-U )?[\"'`]?([A-Za-z0-9][\w.\-\[\]]*)")
_KEYED = ("openai", "anthropic")
"""Providers whose client starts without a key and only then fails."""
_NO_KEY = "none"
"""What a server without keys is sent: OpenAI's client insists on one."""


@dataclass(frozen=True, slots=True)
class ChatModel:
    """A chat model under the name that answers bear. ``key``: the variable with its key."""

    name: str
    chat: BaseChatModel = field(repr=False)
    key: str


class ChatModels:
    """The models an assistant may answer with; safe to use from several threads."""

    def __init__(self, settings: Settings, chat: BaseChatModel | None = None) -> None:
        """``chat``: one that is there already, and the default."""
        self._settings = settings
        self._lock = threading.Lock()
        self._opened: dict[str, ChatModel] = {}
        self.default = settings.model or EXTRACTIVE
        if chat is not None:
            self.default = name_of(chat)
            self._opened[self.default] = ChatModel(self.default, chat, "its key")
        listed = (part.strip() for part in settings.models.split(","))
        self.names = tuple(dict.fromkeys(n for n in (self.default, *listed, EXTRACTIVE) if n))

    def choose(self, name: str | None = None) -> ChatModel | None:
        """The model of that name, or the default; null for the extractive answers.

        Raises:
            ModelMissing, SettingRefused: as ``open``.
        """
        chosen = name or self.default
        return None if chosen == EXTRACTIVE else self.open(chosen)

    def open(self, name: str) -> ChatModel:
        """The model of that name, one of ``names``.

        Raises:
            ModelMissing: it is not configured, or its package or key is missing.
            SettingRefused: there is no such provider.
        """
        if name not in self.names:
            known = ", ".join(self.names)
            raise ModelMissing(f"{name!r} is not a configured chat model; choose one of: {known}")
        with self._lock:
            if name not in self._opened:
                self._opened[name] = open_chat_model(name, self._settings)
            return self._opened[name]


def name_of(chat: BaseChatModel) -> str:
    """What a model object calls itself, else its class."""
    for attribute in ("model", "model_name", "model_id"):
        said = getattr(chat, attribute, None)
        if isinstance(said, str) and said:
            return said
    return type(chat).__name__


def open_chat_model(name: str, settings: Settings) -> ChatModel:
    """The chat model ``provider:name``; nothing is sent anywhere yet.

    Raises:
        SettingRefused: no such provider.
        ModelMissing: its package or its key is missing, or it cannot be opened.
    """
    from langchain.chat_models import init_chat_model

    options = model_options(name, settings)
    provider = provider_of(name)
    key = "ASSISTANT_MODEL_KEY" if "api_key" in options else key_variable(provider)
    if provider in _KEYED and "api_key" not in options and not os.environ.get(key):
        own = ", or ASSISTANT_MODEL_URL to a server of yours" if provider == "openai" else ""
        raise ModelMissing(f"{name} needs a key; set {key} in the environment{own}")
    try:
        return ChatModel(name, init_chat_model(name, **options), key)
    except ImportError as error:
        package = _PIP.search(str(error))
        wanted = package.group(1) if package else f"langchain-{provider.replace('_', '-')}"
        raise ModelMissing(f"{name} needs the package {wanted}; run: pip install {wanted}") from (
            error
        )
    except Exception as error:  # noqa: BLE001 - each provider's constructor has errors of its own
        raise _unopened(name, error) from None  # theirs may quote a key


def model_options(name: str, settings: Settings) -> dict[str, Any]:
    """What is passed to the provider besides the model's name.

    Each provider calls its limits differently; those of the others keep their defaults. A server
    of one's own is asked at temperature 0; others may refuse to be told.
    """
    timeout_s, tokens = settings.model_timeout_s, settings.model_answer_tokens
    options: dict[str, Any] = {}
    match provider_of(name):
        case "ollama":
            options = {
                "num_ctx": settings.model_window,
                "num_predict": tokens,
                "client_kwargs": {"timeout": timeout_s},
                "temperature": 0.0,
            }
        case "openai":
            options = {"max_tokens": tokens, "timeout": timeout_s, "max_retries": 0}
            if settings.model_url:
                key = settings.model_key
                options["base_url"] = check_url(settings.model_url)
                options["api_key"] = key.get_secret_value() if key else _NO_KEY
                options["temperature"] = 0.0
                options["stream_usage"] = True
                options["extra_body"] = {"max_tokens": tokens}  # the name that servers still want
        case "anthropic":
            options = {"max_tokens": tokens, "timeout": timeout_s, "max_retries": 0}
        case _:
            return {}
    return options


def provider_of(name: str) -> str:
    """The provider in ``provider:name``; of a bare name, the one that LangChain infers."""
    provider, separator, _ = name.partition(":")
    if separator:
        return provider.replace("-", "_")
    inferred: Mapping[str, str] = {"gpt-": "openai", "chatgpt": "openai", "claude": "anthropic"}
    return next((p for start, p in inferred.items() if name.lower().startswith(start)), "")


def key_variable(provider: str) -> str:
    """The environment variable that usually holds a provider's key.

    >>> key_variable("openai")
    'OPENAI_API_KEY'
    """
    return f"{re.sub(r'[^a-z0-9]', '_', provider.lower())}_API_KEY".upper()


def check_url(url: str) -> str:
    """``url``, if it is one of the web.

    Raises:
        ModelMissing: it is not.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ModelMissing(
            "ASSISTANT_MODEL_URL is not an address of the web; write it like "
            "http://127.0.0.1:8080/v1"
        )
    return url


def _unopened(name: str, error: Exception) -> AssistantError:
    variable = re.search(r"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:KEY|TOKEN)\b", str(error))
    if variable is not None:
        return ModelMissing(f"{name} needs a key; set {variable.group()} in the environment")
    if isinstance(error, ValueError) and not provider_of(name):
        return SettingRefused(
            f"{name} names no provider; write it as provider:name, e.g. ollama:llama3.2"
        )
    if "nsupported" in str(error) or "infer" in str(error):
        return SettingRefused(
            f"{name} names a provider that is not known; write e.g. ollama:llama3.2"
        )
    kind = type(error).__name__
    return ModelMissing(f"{name} cannot be opened ({kind}); check its name and its settings")
