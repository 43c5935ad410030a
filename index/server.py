"""A Chroma server that keeps an index's chunks and texts in place of the index folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import uuid4

from corpus.errors import SettingRefused, StoreUnreachable

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

TIMEOUT_S = 30.0


@dataclass(frozen=True, slots=True)
class Server:
    """Where on which server an index is: ``name`` ends the names of its collections.

    ``url`` is empty for an index that is in its folder.
    """

    url: str = ""
    name: str = ""


IN_FOLDER = Server()


def new_place(url: str) -> Server:
    """Collections of a server that nobody uses yet; without ``url`` the index's own folder."""
    return Server(url, uuid4().hex[:12]) if url else IN_FOLDER


def connect(url: str) -> ClientAPI:
    """A client of the server, which gives up on a request after ``TIMEOUT_S``.

    Raises:
        SettingRefused: ``url`` is not the address of a server.
        StoreUnreachable: it does not answer.
    """
    import chromadb
    import httpx
    from chromadb.config import Settings

    parts = urlsplit(url)
    try:
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _refused(url) from error
    if parts.scheme not in ("http", "https") or not host:
        raise _refused(url)
    is_secure = parts.scheme == "https"
    try:
        # Chroma's own client would wait for ever.
        httpx.get(f"{url.rstrip('/')}/api/v2/heartbeat", timeout=TIMEOUT_S).raise_for_status()
        client = chromadb.HttpClient(
            host,
            port or (443 if is_secure else 8000),
            ssl=is_secure,
            settings=Settings(anonymized_telemetry=False),
        )
    except (httpx.HTTPError, ValueError) as error:
        raise unreachable(url, error) from error
    for session in _sessions(client):
        session.timeout = httpx.Timeout(TIMEOUT_S)
    return client


def disconnect(client: ClientAPI) -> None:
    """Close a client and its connections, which Chroma's own close leaves open."""
    for session in _sessions(client):
        session.close()
    client.close()  # type: ignore[attr-defined]


def unreachable(url: str, error: Exception) -> StoreUnreachable:
    """What a user is told when a request fails."""
    reason = str(error).partition("\n")[0] or type(error).__name__
    return StoreUnreachable(
        f"no answer from the Chroma server at {url} ({reason}); start it: chroma run --path DIR"
    )


def _refused(url: str) -> SettingRefused:
    return SettingRefused(
        f"ASSISTANT_CHROMA_URL={url}: not the address of a server; give one like "
        "http://localhost:8000"
    )


def _sessions(client: Any) -> list[Any]:
    """The connections of a client of a server; none of a client of a folder."""
    parts = (client, getattr(client, "_admin_client", None))
    servers = [getattr(part, "_server", None) for part in parts]
    return [session for server in servers if (session := getattr(server, "_session", None))]
