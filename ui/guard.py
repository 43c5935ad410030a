"""What the server refuses before any route sees it, and the headers that every page carries."""

from __future__ import annotations

import base64
import ipaddress
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ui.users import Doorkeeper

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("127.0.0.1", "localhost", "::1")
READS = ("GET", "HEAD", "OPTIONS")
CSP = (
    "default-src 'self'; "
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'; "  # Gradio's own scripts need both
    "style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; "
    "font-src 'self' data:; "
    "connect-src 'self' blob: data:; "
    "object-src 'none'; "
    "base-uri 'self'; "
    "form-action 'self'; "
    "frame-ancestors 'self'"
)
HEADERS = (
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
Refusal = tuple[int, str]
USER = "assistant.user"
"""Where a request carries the name of its user."""


class Guard:
    """ASGI middleware: foreign Host headers, cross-site writes and missing passwords are refused.

    The Host check stops DNS rebinding, the Origin and Sec-Fetch-Site checks stop other sites'
    pages from writing here. ``doorkeeper`` asks every request alike: page, Gradio's routes, API.
    """

    def __init__(
        self, app: ASGIApp, hosts: Iterable[str], doorkeeper: Doorkeeper | None = None
    ) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)
        self.doorkeeper = doorkeeper or Doorkeeper()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1")
            for name, value in scope["headers"]
        }
        refusal = self.refusal(scope.get("method", "GET"), headers)
        if refusal is None:
            scope[USER] = self.doorkeeper.user(*_given(headers))
            await self.app(scope, receive, _with_headers(send))
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await _refuse(send, *refusal)

    def refusal(self, method: str, headers: dict[str, str]) -> Refusal | None:
        """Status and sentence for a request that must not pass; null for one that may."""
        host = headers.get("host", "")
        if not self._knows(host):
            return 400, f"host {host!r} is not served here"
        if method not in READS:
            site = headers.get("sec-fetch-site", "same-origin")
            origin = headers.get("origin")
            foreign_origin = origin is not None and urlsplit(origin).netloc.lower() != host.lower()
            if site not in ("same-origin", "none") or foreign_origin:
                return 403, "a page of another site may not write here"
        if self.doorkeeper.asks and not self.doorkeeper.admits(*_given(headers)):
            return 401, self.doorkeeper.sentence
        return None

    def _knows(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in self.hosts or ("*" in self.hosts and _is_address(name))


def user_of(scope: Scope) -> str:
    """The user whose request it is; empty where that is not known."""
    return str(scope.get(USER, ""))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens on ``host``."""
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def served_hosts(host: str) -> tuple[str, ...]:
    """The names that a Host header may hold when the server listens on ``host``.

    Beyond loopback ("*") any address will do, but no other name: a rebound name is never one.
    """
    return (*LOOPBACK, host) if is_loopback(host) else (*LOOPBACK, host, "*")


def _given(headers: dict[str, str]) -> tuple[str, str]:
    """The name and the password of HTTP Basic; empty ones where there are none."""
    kind, _, token = headers.get("authorization", "").partition(" ")
    try:
        name, _, password = base64.b64decode(token).decode().partition(":")
    except ValueError:
        return "", ""
    return (name, password) if kind.lower() == "basic" else ("", "")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), *HEADERS]
        await send(message)

    return sending


async def _refuse(send: Send, status: int, sentence: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *HEADERS]
    if status == 401:
        headers.append((b"www-authenticate", b'Basic realm="assistant", charset="UTF-8"'))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": sentence.encode()})
