"""The documents in a real browser: read, asked alone, added, deleted."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from assistant.assistant import Assistant
from index import generations
from tests.ui.browsing import DESKTOP, PHONE, ask, in_view, served, still
from tests.ui.page.test_throughout_page import violations
from ui.engine import Engine
from ui.library import Library
from ui.page.context import PageContext
from ui.uploads import Uploads

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    # Gradio's queue sets a pandas option that pandas 3 deprecates.
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting'"),
]

TIDES = b"# Tides\n\nThe tide turns twice a day because of the moon.\n"
TURNS = "The tide turns twice a day because of the moon."
QUESTION = "How often does the tide turn?"
SENT = ".sent li"


@pytest.fixture(scope="module")
def library(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("library")
    assistant = Assistant.open(documents, folder / "index")
    uploads = Uploads(folder / "index.uploads", max_mb=1, max_total_mb=50)
    return Library(Engine(lambda _: assistant).start(), uploads, is_open=True)


@pytest.fixture(scope="module")
def address(library: Library) -> Iterator[str]:
    folder = library.uploads.folder.parent / "index.chat"
    with served(PageContext(library.engine, folder, library=library)) as url:
        yield url


@pytest.fixture
def shelf(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """The view of the documents; ``request.param``: the viewport."""
    width, height = getattr(request, "param", DESKTOP)
    context = browser.new_context(viewport={"width": width, "height": height})
    context.set_default_timeout(30_000)
    page = context.new_page()
    trouble: list[str] = []
    local = (address, "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(local) else trouble.append(r.url))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(address)
    page.get_by_role("tab", name="Documents").click()
    page.wait_for_selector(".documents li")
    yield page
    hacked = page.evaluate("window.hacked")
    context.close()
    assert (trouble, hacked) == ([], None)


@pytest.fixture(autouse=True)
def _nothing_uploaded(library: Library) -> Iterator[None]:
    """Each test begins and ends without uploads."""
    yield
    paths = [path for path in library.uploads.folder.glob("*") if path.is_file()]
    for path in paths:
        path.unlink()
    if paths:
        n = library.status().n
        library.reindex()
        settle(library, n)


def settle(library: Library, n: int) -> None:
    """Wait until the index has followed beyond its ``n``-th sync."""
    until = time.monotonic() + 60
    while library.status().n == n or library.status().state == "running":
        assert time.monotonic() < until
        time.sleep(0.05)


def send(page: Page, **files: bytes) -> None:
    """Choose files; ``_`` in a keyword stands for the dot of the name."""
    chosen = [
        {"name": name.replace("_", "."), "mimeType": "", "buffer": data}
        for name, data in files.items()
    ]
    page.get_by_label("Add documents: choose files").set_input_files(chosen)  # type: ignore[arg-type]


def told(page: Page, state: str, n: int = 1) -> list[str]:
    """What is said of each file that has come to ``state``, once there are ``n``."""
    page.wait_for_function(
        "([files, n]) => document.querySelectorAll(files).length === n", arg=[f"{SENT}.{state}", n]
    )
    return page.locator(f"{SENT}.{state} .said").all_inner_texts()


def titles(page: Page) -> list[str]:
    return page.locator(".documents .choose").all_inner_texts()


def test_documents_are_listed_with_type_size_passages_and_date(shelf: Page) -> None:
    assert titles(shelf) == ["Smugglers", "Ferries of the bay", "harbour"]
    about = shelf.locator(".documents .where").nth(1).inner_text()
    assert about.startswith("Markdown · 220 B · 3 passages · indexed ")
    covered = "100 % of the characters of 3 documents can be cited, in 5 passages."
    shelf.get_by_text(covered).wait_for()
    shelf.get_by_label("Find by title or name").fill("HARB")
    assert titles(shelf) == ["harbour"]
    assert shelf.get_by_text("1 of 3 documents").is_visible()


def test_a_document_opens_to_be_read_and_nothing_in_it_runs(shelf: Page) -> None:
    shelf.get_by_role("button", name="Ferries of the bay", exact=True).click()
    shelf.wait_for_selector("#view-documents .document .text")
    heads = shelf.locator("#view-documents .document :is(h3, h4, h5, h6)").all_inner_texts()
    assert heads[-2:] == ["Cargo", "Crew"]
    text = shelf.locator("#view-documents .document .text").inner_text()
    assert "title:" not in text
    assert "A captain commands each ferry." in text
    shelf.get_by_role("button", name="Smugglers", exact=True).click()
    shelf.get_by_text("${window.hacked=3} planks.").wait_for()
    planted = "#view-documents .viewer :is(img, script, b, a)"
    assert shelf.locator(planted).count() == 0
    shelf.keyboard.press("Escape")
    assert shelf.locator("#view-documents .document").count() == 0


def test_some_documents_alone_are_asked_until_that_is_cleared(shelf: Page) -> None:
    shelf.get_by_label("Choose harbour").check()
    shelf.get_by_role("button", name="Ask only these").click()
    scope = shelf.locator("#view-ask .scope")
    assert scope.locator(".scoped").all_inner_texts() == ["harbour"]
    ask(shelf, "Who commands each ferry?")
    answer = shelf.locator("#conversation .turn").last
    assert "A captain commands each ferry." not in answer.inner_text()
    note = answer.get_by_text("Asked of 1 of 3 documents only: harbour.txt.")
    assert note.is_visible()
    shelf.reload()
    scope.locator(".scoped").wait_for()
    scope.get_by_role("button", name="Ask all documents again").click()
    assert not scope.is_visible()
    ask(shelf, "Who commands each ferry?")
    said = shelf.locator("#conversation .turn").last.inner_text()
    assert "A captain commands each ferry." in said
    assert "documents only" not in said


def test_files_are_added_many_at_once_and_a_bad_one_keeps_none_back(shelf: Page) -> None:
    send(
        shelf,
        tides_md=TIDES,
        fake_pdf=TIDES,
        winds_txt=b"The wind blows from the sea in the afternoon.",
        huge_txt=b"word " * 300_000,
        blank_md=b"---\ntitle: Nothing\n---\n",
        tune_mp3=b"ID3\x03",
    )
    assert told(shelf, "done", 2) == [
        "tides.md was added. It can be asked about.",
        "winds.txt was added. It can be asked about.",
    ]
    failed = told(shelf, "failed", 4)
    assert failed[0].startswith("fake.pdf: is not a PDF; ")
    assert failed[1:3] == [
        "huge.txt is larger than 1 MB, the most that one file may have: split it",
        "blank.md: holds no text",
    ]
    assert failed[3].startswith("tune.mp3: has no readable format (readable: .md, ")
    assert shelf.locator(".uploading .counted").inner_text() == "6 of 6 files"
    assert titles(shelf)[3:] == ["Tides", "winds"]
    shelf.get_by_text("1 file could not be read").click()
    assert shelf.locator(".problems .trouble").all_inner_texts() == ["holds no text"]
    shelf.get_by_role("tab", name="Ask").click()
    ask(shelf, QUESTION)
    assert TURNS in shelf.locator("#conversation .turn").last.inner_text()


def test_files_dropped_on_the_view_are_added(shelf: Page) -> None:
    data = shelf.evaluate_handle(
        """(text) => {
            const data = new DataTransfer();
            for (const name of ["a.md", "b.md"]) data.items.add(new File([text + name], name));
            return data;
        }""",
        TIDES.decode(),
    )
    shelf.dispatch_event("#view-documents .shelf", "dragenter", {"dataTransfer": data})
    assert shelf.locator(".dropping.over").count() == 1
    shelf.dispatch_event("#view-documents .shelf", "drop", {"dataTransfer": data})
    assert sorted(told(shelf, "done", 2)) == [
        "a.md was added. It can be asked about.",
        "b.md was added. It can be asked about.",
    ]
    assert shelf.locator(".dropping.over").count() == 0


def test_while_uploads_are_indexed_questions_are_answered_and_the_page_says_so(
    shelf: Page, library: Library
) -> None:
    status = shelf.locator("#status [data-status]")
    with generations.locked(library.engine.assistant().index.folder):  # no sync gets further
        send(shelf, tides_md=TIDES)
        waits = "Answering from the last index · Waiting: another process is indexing"
        status.filter(has_text=waits).wait_for()
        assert told(shelf, "kept") == [
            "tides.md was added. It can be asked about as soon as it is indexed."
        ]
        shelf.get_by_role("tab", name="Ask").click()
        ask(shelf, "Who commands each ferry?")
        assert "A captain commands each ferry." in shelf.locator("#conversation").inner_text()
        assert "Answering from the last index" in status.inner_text()
    shelf.get_by_role("tab", name="Documents").click()
    assert told(shelf, "done") == ["tides.md was added. It can be asked about."]
    assert status.inner_text().startswith("4 documents · ")


def test_an_upload_is_cancelled_and_nothing_of_it_is_kept(shelf: Page, library: Library) -> None:
    shelf.route("**/page/upload?name=slow*", lambda _: None)  # it never arrives
    send(shelf, slow_md=TIDES, slow2_md=TIDES + b"2", tides_md=TIDES)
    shelf.get_by_role("button", name="Cancel slow.md").click()
    assert told(shelf, "done") == ["tides.md was added. It can be asked about."]
    shelf.get_by_role("button", name="Cancel all").click()
    assert told(shelf, "cancelled", 2) == ["Cancelled: nothing of it was kept."] * 2
    assert [p.name for p in library.uploads.folder.glob("*.md")] == ["tides.md"]
    shelf.get_by_role("button", name="Clear this list").click()
    assert not shelf.locator(".uploading").is_visible()


def test_a_connection_that_breaks_leaves_nothing(address: str, library: Library) -> None:
    place = urlsplit(address)
    with socket.create_connection((place.hostname or "", place.port or 0)) as sending:
        head = f"POST /page/upload?name=half.md HTTP/1.1\r\nHost: {place.netloc}\r\n"
        sending.sendall(f"{head}Content-Length: 1000\r\n\r\n# Half".encode())
        arriving = library.uploads.folder / ".arriving"
        until = time.monotonic() + 60
        while not any(path.name != "lock" for path in arriving.glob("*")):
            assert time.monotonic() < until
            time.sleep(0.02)
    while any(path.name != "lock" for path in arriving.glob("*")):
        assert time.monotonic() < until
        time.sleep(0.02)
    assert list(library.uploads.folder.glob("*.md")) == []


def test_a_hostile_name_is_shown_as_text_and_kept_plain(shelf: Page, library: Library) -> None:
    names = ["<img src=x onerror=window.hacked=1>.md", "../../\u202efdp.md", "n" * 300 + ".md"]
    chosen = [{"name": name, "mimeType": "", "buffer": TIDES + name.encode()} for name in names]
    shelf.get_by_label("Add documents: choose files").set_input_files(chosen)  # type: ignore[arg-type]
    told(shelf, "done", 3)
    assert shelf.locator("#view-documents .talk :is(img, script)").count() == 0
    kept = sorted(path.name for path in library.uploads.folder.glob("*.md"))
    assert kept == ["_fdp.md", "_img src=x onerror=window.hacked=1_.md", "n" * 197 + ".md"]
    assert shelf.evaluate("document.documentElement.scrollWidth") == DESKTOP[0]


def test_an_upload_is_deleted_after_it_was_confirmed(shelf: Page, library: Library) -> None:
    send(shelf, tides_md=TIDES)
    told(shelf, "done")
    row = shelf.locator(".documents li").filter(has_text="Tides")
    assert shelf.get_by_role("button", name="Delete: ").count() == 1
    row.get_by_role("button", name="Delete: Tides").click()
    assert row.get_by_text("Delete “Tides” for good?").is_visible()
    row.get_by_role("button", name="Cancel").click()
    assert (library.uploads.folder / "tides.md").exists()
    row.get_by_role("button", name="Delete: Tides").click()
    shelf.keyboard.press("Enter")  # the focus is on "Yes, delete"
    shelf.get_by_text("Tides was deleted.").wait_for()
    assert in_view(shelf, "#view-documents .report")
    assert "Tides" not in titles(shelf)
    assert not (library.uploads.folder / "tides.md").exists()
    shelf.locator("#status").get_by_text("3 documents · 5 passages").wait_for()


def test_folders_are_read_again_on_request(shelf: Page, library: Library) -> None:
    library.uploads.folder.mkdir(exist_ok=True)
    (library.uploads.folder / "by hand.md").write_bytes(TIDES)
    shelf.get_by_role("button", name="Read the folders again").click()
    shelf.get_by_role("button", name="Tides", exact=True).wait_for()


def test_the_keyboard_reaches_everything_and_every_control_has_a_name(shelf: Page) -> None:
    shelf.get_by_label("Add documents: choose files").focus()
    reached = []
    for _ in range(9):
        reached.append(
            shelf.evaluate(
                "(document.activeElement.getAttribute('aria-label')"
                " || document.activeElement.textContent).trim()"
            )
        )
        shelf.keyboard.press("Tab")
    assert reached == [
        "Add documents: choose files",
        "Find by title or name",
        "Read the folders again",
        "Choose Smugglers",
        "Smugglers",
        "Choose Ferries of the bay",
        "Ferries of the bay",
        "Choose harbour",
        "harbour",
    ]


def test_a_list_drawn_anew_keeps_the_focus_and_leaves_what_did_not_change(
    shelf: Page, library: Library
) -> None:
    ferries = shelf.get_by_role("button", name="Ferries of the bay", exact=True)
    ferries.focus()
    ferries.evaluate("node => { node.mark = 'as it was'; }")
    library.uploads.folder.mkdir(exist_ok=True)
    (library.uploads.folder / "an early one.md").write_bytes(TIDES)
    library.reindex()
    shelf.evaluate("import('./page/assets/status.js').then((it) => it.lookNow())")
    shelf.get_by_role("button", name="Tides", exact=True).wait_for()
    assert ferries.evaluate("node => [node.mark, document.activeElement === node]") == [
        "as it was",
        True,
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_ticked_box_is_filled(browser: Browser, address: str, theme: Any) -> None:
    page = browser.new_context(color_scheme=theme).new_page()
    page.goto(address)
    page.get_by_role("tab", name="Documents").click()
    box = page.get_by_label("Choose harbour")
    filled = "node => getComputedStyle(node).backgroundColor"
    open_ = box.evaluate(filled)
    box.check()
    page.mouse.move(0, 0)
    still(page)
    assert box.evaluate(filled) == "rgb(29, 78, 216)" != open_
    page.context.close()


def test_what_was_said_of_an_upload_goes_with_it(shelf: Page, library: Library) -> None:
    send(shelf, tides_md=TIDES, winds_txt=b"The wind blows from the sea.", fake_pdf=TIDES)
    told(shelf, "done", 2)
    shelf.get_by_role("button", name="Delete: Tides").click()
    shelf.get_by_role("button", name="Yes, delete").click()
    shelf.get_by_text("Tides was deleted.").wait_for()
    assert shelf.locator(f"{SENT} .name").all_inner_texts() == ["winds.txt", "fake.pdf"]
    assert shelf.locator(".uploading .counted").inner_text() == "2 of 2 files"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_among_documents_uploads_and_problems(
    browser: Browser, address: str, theme: Any
) -> None:
    viewport: Any = {"width": PHONE[0], "height": PHONE[1]}
    page = browser.new_context(viewport=viewport, color_scheme=theme).new_page()
    page.goto(address)
    page.get_by_role("tab", name="Documents").click()
    page.wait_for_selector(".documents li")
    page.route("**/page/upload?name=slow*", lambda _: None)
    send(page, tides_md=TIDES, fake_pdf=TIDES, blank_md=b"---\na: b\n---\n", slow_md=TIDES)
    told(page, "done")
    page.get_by_text("1 file could not be read").click()
    page.get_by_label("Choose Tides").check()
    page.locator(".documents").get_by_role("button", name="Delete: Tides").click()
    found = {"shelf": violations(page)}
    page.get_by_role("button", name="harbour", exact=True).click()
    page.wait_for_selector("#view-documents .document .text")
    still(page)
    found["document"] = violations(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Ask only these").click()
    found["scope"] = violations(page)
    page.context.close()
    assert found == {"shelf": [], "document": [], "scope": []}


@pytest.mark.parametrize("shelf", [PHONE], indirect=True)
def test_on_a_phone_everything_fits_and_a_document_is_a_sheet(shelf: Page) -> None:
    send(shelf, tides_md=TIDES)
    told(shelf, "done")
    shelf.get_by_label("Choose Tides").check()
    assert shelf.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    shelf.get_by_role("button", name="Tides", exact=True).click()
    shelf.get_by_text(TURNS).wait_for()
    shelf.get_by_role("button", name="Back to the documents").click()
    still(shelf)
    assert not shelf.locator("#view-documents .viewer").is_visible()
    shelf.get_by_role("button", name="Ask only these").click()
    assert shelf.locator("#view-ask .scoped").all_inner_texts() == ["Tides"]
    assert shelf.evaluate("document.documentElement.scrollWidth") == PHONE[0]
