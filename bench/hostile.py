"""Make hostile and broken files, index them, and print what happened to each.

    python -m bench.hostile [--keep DIR] [--seconds S] [--memory-mb M]

Nothing here is a real document: every file is made by this script, in a temporary folder unless
one is named. The files that should be indexed hold a sentence about a heron, which is looked for.
"""

from __future__ import annotations

import argparse
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from corpus.corpus import Corpus, load_document
from corpus.errors import FileRefused
from corpus.limits import Limits
from index.embedder import Embedded
from index.encoder import normalised
from index.passage import Chunk, FloatArray, SyncReport
from index.sync import sync
from index.tokenizer import Pieces
from ui.commands.index import render_summary

SENTENCE = "A grey heron stood in the reeds of the mill pond."
SAMPLES = Path(__file__).parents[1] / "tests" / "corpus" / "files"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MB = 1024 * 1024
LINE_BYTES = 10 * MB


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: ``status`` is "indexed" or the class of the refusal."""

    file: str
    status: str
    told: str
    seconds: float


def make_files(folder: Path, *, text_mb: int = 200) -> None:
    """Write every hostile file into ``folder``, and beside it what its links lead to."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content())
    with (folder / "huge.txt").open("wb") as file:
        for _ in range(text_mb):
            file.write((SENTENCE + "\n").encode() * (MB // (len(SENTENCE) + 1)))
    outside = folder.parent / "outside.txt"
    outside.write_text("A secret that lies outside of the corpus.\n")
    (folder / "leads-out.txt").symlink_to(outside)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "broken-link.txt").symlink_to(folder / "nowhere.txt")
    (folder / "stays.txt").symlink_to(folder / "plain.txt")
    (folder / "folder-loop").symlink_to(folder)


def read_all(folder: Path, limits: Limits) -> list[Outcome]:
    """What becomes of each file that the corpus lists, in order."""
    outcomes = []
    for file in Corpus.open([str(folder)]).files():
        started = time.perf_counter()
        try:
            document = load_document(file, limits)
        except FileRefused as error:
            status, told = type(error).__name__, error.reason
        else:
            status, told = "indexed", f"{len(document.text):,} characters"
            if SENTENCE in document.text:
                told += ", sentence found"
        seconds = time.perf_counter() - started
        outcomes.append(Outcome(file.document, status, told, seconds))
    return outcomes


class Letters:
    """An embedder that counts letters: what is measured here is reading, not meaning."""

    identity, dimension = "letters@1", 26

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def rarity(self, word: str) -> float:
        return 1.0 / (1 + len(word))

    def embed(self, texts: Sequence[str]) -> FloatArray:
        rows = [[text.count(chr(97 + i)) + 1e-3 for i in range(26)] for text in texts]
        return normalised(np.array(rows, np.float32).reshape(len(rows), 26))

    def states(self, texts: Sequence[str]) -> Iterator[tuple[Pieces, FloatArray]]:
        raise NotImplementedError

    def embed_chunks(self, chunks: Sequence[Chunk]) -> Iterator[Embedded]:
        for chunk in chunks:
            sentences = [chunk.sentence_text(sentence) for sentence in chunk.sentences]
            yield self.embed([chunk.embedded])[0], self.embed(sentences)


def index_all(folder: Path, index: Path, limits: Limits) -> SyncReport:
    """The report of a whole sync of the folder."""
    corpus = replace(Corpus.open([str(folder)]), limits=limits)
    *_, last = sync(index, corpus, embedder=Letters())
    assert last.report is not None
    return last.report


def docx(body: str, **more: str) -> bytes:
    document = (
        f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    )
    return package({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **more})


def package(members: dict[str, str | bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def bomb() -> bytes:
    zeros = b"0" * (64 * MB)
    members = {f"word/media/{i}.bin": zeros for i in range(16)}
    return package({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>", **members})


def text_bomb() -> bytes:
    """A workbook of one sheet that unpacks to 300 MB of rows: within the bound of the package."""
    row = "<row>" + '<c t="inlineStr"><is><t>heron</t></is></c>' * 20 + "</row>"
    sheet = (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
        'main"><sheetData>' + row * (300 * MB // len(row)) + "</sheetData></worksheet>"
    )
    return package({**WORKBOOK, "xl/worksheets/sheet1.xml": sheet})


REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK: dict[str, str | bytes] = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/'
    'package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd'
    '.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/'
    f'package/2006/relationships"><Relationship Id="r1" Type="{REL}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxml'
    f'formats.org/package/2006/relationships"><Relationship Id="r1" Type="{REL}/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/workbook.xml": '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/'
    f'spreadsheetml/2006/main" xmlns:r="{REL}"><sheets><sheet name="One" sheetId="1" r:id="r1"/>'
    "</sheets></workbook>",
}


def entities() -> bytes:
    """A billion laughs: entities that grow when they are expanded."""
    lines = ['<!ENTITY a0 "heron">']
    lines += [f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)]
    document = (
        f'<?xml version="1.0"?><!DOCTYPE x [{"".join(lines)}]><w:document xmlns:w="{W}"><w:body>'
        f"{paragraph('&a9;')}{paragraph(SENTENCE)}</w:body></w:document>"
    )
    return package({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def foreign_entity() -> bytes:
    document = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>'
        f'<w:document xmlns:w="{W}"><w:body>{paragraph("&file;")}{paragraph(SENTENCE)}</w:body>'
        "</w:document>"
    )
    return package({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def sample(name: str, share: float = 1.0) -> bytes:
    data = (SAMPLES / name).read_bytes()
    return data[: int(len(data) * share)]


def pdf(objects: list[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    for i, content in enumerate(objects, start=1):
        out += b"%d 0 obj\n%s\nendobj\n" % (i, content)
    return out + b"trailer\n<< /Root 1 0 R /Size %d >>\n%%%%EOF\n" % (len(objects) + 1)


def looping_pdf() -> bytes:
    """A tree of pages whose child is its own parent."""
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100000 >>"])  # fmt: skip


def deep_pdf() -> bytes:
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"[" * 200_000 + b"]" * 200_000])


def holding(form: int) -> bytes:
    return b"<< /XObject << /F %d 0 R >> >>" % form


def heavy_pdf() -> bytes:
    """One page whose content draws text by forms within forms, two of each: 2 to the 24th."""
    box = b"/MediaBox [0 0 600 800]"
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800]"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R %s /Contents 4 0 R /Resources %s >>" % (box, holding(5)),
        b"<< /Length 5 >>\nstream\n/F Do\nendstream",
    ]
    objects += [
        b"%s /Length 11 /Resources %s >>\nstream\n/F Do /F Do\nendstream" % (form, holding(6 + i))
        for i in range(24)
    ]
    objects.append(
        form + b" /Length 41 /Resources << /Font << /H"
        b" << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\n"
        b"stream\nBT /H 12 Tf 50 50 Td (A grey heron.) Tj ET\nendstream"
    )
    return pdf(objects)


PROSE = (SENTENCE + "\n").encode()
FILES: dict[str, Callable[[], bytes]] = {
    "plain.txt": lambda: PROSE,
    "copy.txt": lambda: PROSE,
    "empty.md": lambda: b"",
    "empty.pdf": lambda: b"",
    "blank.txt": lambda: b" \n\t\n",
    "nul-bytes.txt": lambda: PROSE + b"one\x00two\x00\n" + PROSE,
    "only-nul.txt": lambda: bytes(5000),
    "random.txt": lambda: bytes((i * 7919 + i // 251) % 256 for i in range(20_000)),
    "mixed-encodings.txt": lambda: (
        PROSE + "Zürich, déjà vu\n".encode() + "Zürich\n".encode("cp1252")
    ),
    "utf16.txt": lambda: SENTENCE.encode("utf-16"),
    "cut-utf8.txt": lambda: PROSE + "é".encode()[:1],
    "one-line.txt": lambda: (SENTENCE + " ").encode() * (LINE_BYTES // (len(SENTENCE) + 1)),
    "one-word.txt": lambda: PROSE + b"x" * LINE_BYTES,
    "one-line.md": lambda: b"*a_ [b](c " * (LINE_BYTES // 11),
    "quotes.md": lambda: b">" * 100_000 + b" " + PROSE,
    "brackets.md": lambda: b"[" * 200_000 + PROSE,
    "lists.md": lambda: b"".join(b"  " * i + b"- item\n" for i in range(1000)) + b"\n" + PROSE,
    "front-matter.md": lambda: b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n" + PROSE,
    "deep.html": lambda: b"<div>" * 100_000 + b"<p>" + PROSE,
    "deep-inline.html": lambda: b"<p>" + b"<b>" * 100_000 + PROSE,
    "table.html": lambda: b"<p>" + PROSE + b"<table>" + b"<tr><td rowspan=999 colspan=999>x" * 3000,
    "script.html": lambda: b"<script>alert(1)</script><p onload=x>" + PROSE,
    "wide.csv": lambda: b",".join(b"name%d" % i for i in range(20_000)) + b"\n" + b"1," * 20_000,
    "quote.csv": lambda: b'a,b\n"never closed,' + PROSE * 1000,
    "text.docx": lambda: PROSE,
    "good.docx": lambda: docx(paragraph(SENTENCE)),
    "truncated.docx": lambda: sample("pandoc.docx", 0.5),
    "zip-bomb.docx": bomb,
    "no-document.docx": lambda: package({"[Content_Types].xml": "", "word/x.xml": ""}),
    "broken-xml.docx": lambda: docx("<w:p>"),
    "entities.docx": entities,
    "foreign-entity.docx": foreign_entity,
    "deep.docx": lambda: docx("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000),
    "rows.xlsx": text_bomb,
    "empty-book.xlsx": lambda: package({**WORKBOOK, "xl/worksheets/sheet1.xml": "<worksheet/>"}),
    "picture.pptx": lambda: b"\x89PNG\r\n\x1a\n" + bytes(100),
    "no-slides.pptx": lambda: package({"[Content_Types].xml": "", "ppt/presentation.xml": "<p/>"}),
    "no-spine.epub": lambda: package(
        {"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"}
    ),
    "truncated.pdf": lambda: sample("writer.pdf", 0.5),
    "locked.pdf": lambda: sample("locked.pdf"),
    "program.pdf": lambda: b"MZ\x90\x00\x03" + bytes(range(256)) * 8,
    "looping.pdf": looping_pdf,
    "deep.pdf": deep_pdf,
    "heavy.pdf": heavy_pdf,
    "a name with spaces.txt": lambda: PROSE,
    "a\nnewline.txt": lambda: PROSE,
    "日本語 – ünï.txt": lambda: PROSE,
    "sub/'quotes\" & <tags>.txt": lambda: PROSE,
    ".hidden.txt": lambda: PROSE,
    "unknown.xyz": lambda: PROSE,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="make the files here and keep them"
    )
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--memory-mb", type=int, default=1024)
    arguments = parser.parse_args()
    limits = Limits(seconds=arguments.seconds, memory_mb=arguments.memory_mb)
    with TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary) / "files"
        make_files(folder)
        outcomes = read_all(folder, limits)
        report = index_all(folder, Path(temporary) / "index", limits)
    print("| file | what happened | seconds |\n|---|---|---|")
    for outcome in outcomes:
        name = outcome.file.replace("\n", "\\n")
        print(f"| `{name}` | {outcome.status}: {outcome.told} | {outcome.seconds:.2f} |")
    print(f"\n{render_summary(report, folder)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
