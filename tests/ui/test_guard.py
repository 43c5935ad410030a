"""What the server refuses before any route sees it."""

from __future__ import annotations

import base64

import pytest

from ui.guard import Guard, Refusal, is_loopback, served_hosts
from ui.users import Doorkeeper

HERE = "127.0.0.1:7860"
FOREIGN_HOST = (400, "host 'evil.example' is not served here")
FOREIGN_SITE = (403, "a page of another site may not write here")
NO_PASSWORD = (401, "the password is needed; any user name will do")


async def nothing(*_: object) -> None:
    raise AssertionError("not called")


def refusal(method: str, headers: dict[str, str], **options: str) -> Refusal | None:
    hosts = served_hosts(options.get("listens_on", "127.0.0.1"))
    return Guard(nothing, hosts, Doorkeeper(options.get("password"))).refusal(method, headers)


@pytest.mark.parametrize(
    ("method", "headers", "expected"),
    [
        ("GET", {"host": HERE}, None),
        ("GET", {"host": "localhost:7860"}, None),
        ("GET", {"host": "[::1]:7860"}, None),
        ("GET", {"host": "evil.example"}, FOREIGN_HOST),
        ("GET", {}, (400, "host '' is not served here")),
        ("GET", {"host": "[::1"}, (400, "host '[::1' is not served here")),
        ("POST", {"host": HERE}, None),  # a program, not a page
        ("POST", {"host": HERE, "origin": f"http://{HERE}", "sec-fetch-site": "same-origin"}, None),
        ("POST", {"host": HERE, "origin": "http://evil.example"}, FOREIGN_SITE),
        ("POST", {"host": HERE, "origin": "null"}, FOREIGN_SITE),
        ("POST", {"host": HERE, "origin": "http://127.0.0.1:9999"}, FOREIGN_SITE),
        ("POST", {"host": HERE, "sec-fetch-site": "cross-site"}, FOREIGN_SITE),
        ("DELETE", {"host": HERE, "sec-fetch-site": "same-site"}, FOREIGN_SITE),
    ],
)
def test_foreign_hosts_and_cross_site_writes_are_refused(
    method: str, headers: dict[str, str], expected: Refusal | None
) -> None:
    assert refusal(method, headers) == expected


@pytest.mark.parametrize(
    ("authorization", "expected"),
    [
        ("", NO_PASSWORD),
        ("Basic " + base64.b64encode(b"any:wrong").decode(), NO_PASSWORD),
        ("Basic !", NO_PASSWORD),
        ("Bearer secret", NO_PASSWORD),
        ("Basic " + base64.b64encode(b"any:\xff").decode(), NO_PASSWORD),
        ("Basic " + base64.b64encode("any:gehéim:x".encode()).decode(), None),
    ],
)
def test_a_password_is_asked_for_where_there_is_one(
    authorization: str, expected: Refusal | None
) -> None:
    headers = {"host": HERE, "authorization": authorization}
    assert refusal("GET", headers, password="gehéim:x") == expected


def test_beyond_loopback_any_address_is_served_but_no_other_name() -> None:
    assert refusal("GET", {"host": "192.168.1.7:7860"}, listens_on="0.0.0.0") is None
    assert refusal("GET", {"host": "evil.example"}, listens_on="0.0.0.0") == FOREIGN_HOST


def test_loopback_is_told_from_the_rest() -> None:
    hosts = ("127.0.0.1", "127.8.8.8", "::1", "localhost", "0.0.0.0", "192.168.1.7", "box.lan")
    assert [host for host in hosts if is_loopback(host)] == list(hosts[:4])
