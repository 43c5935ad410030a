"""Zipped packages of XML (DOCX, PPTX, XLSX, EPUB), read within bounds."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from corpus.errors import FileBroken, FileEncrypted, FileTooCostly

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_UNPACKED_BYTES = 400 * 1024 * 1024
MAX_MEMBERS = 20_000
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Archive:
    """The members of a package by name."""

    def __init__(self, document: str, data: bytes) -> None:
        """Open the package; nothing is unpacked.

        Raises:
            FileBroken: not a zip file.
            FileEncrypted: a member wants a password.
            FileTooCostly: it would unpack to more than anyone writes.
        """
        self.document = document
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise FileBroken(document, _BROKEN) from error
        # Python reads no member beyond the size that is named here, whatever it unpacks to.
        size = sum(member.file_size for member in members)
        if size > MAX_UNPACKED_BYTES or len(members) > MAX_MEMBERS:
            reason = f"unpacks to {size // 1_000_000:,} MB in {len(members):,} parts"
            raise FileTooCostly(document, f"{reason}; only a trap does: remove it")
        if any(member.flag_bits & 1 for member in members):
            raise FileEncrypted(document, "is locked with a password; save a copy without one")
        self.names = {member.filename for member in members}

    def read(self, name: str) -> bytes:
        """The content of one member.

        Raises:
            FileBroken: it is not there or damaged.
        """
        try:
            return self._zip.read(name)
        except (KeyError, zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise FileBroken(self.document, f"is damaged ({name}); save it again") from error
        except NotImplementedError as error:
            raise FileBroken(self.document, "is packed in an unknown way; save it again") from error

    def xml(self, name: str) -> _Element:
        """The root of an XML member; entities are never expanded.

        Raises:
            FileBroken: it is not there or no XML.
        """
        return parse_xml(self.document, self.read(name), name)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Where the relations of a part lead: type (its last word) and member by relation id."""
        folder, name = posixpath.split(part)
        place = f"{folder}/_rels/{name}.rels".lstrip("/")
        if place not in self.names:
            return {}
        found = {}
        for item in self.xml(place).iter(_RELATIONS):
            kind = str(item.get("Type", "")).rsplit("/", 1)[-1]
            target = unquote(str(item.get("Target", "")))
            if item.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found[str(item.get("Id"))] = (kind, target)
        return found

    def related(self, part: str, kind: str) -> str | None:
        """The member of one kind that ``part`` refers to, if it is there."""
        targets = (name for k, name in self.relations(part).values() if k == kind)
        return next((name for name in targets if name in self.names), None)


_BROKEN = "is damaged or not what its name says; open it where it was made and save it again"


def parse_xml(document: str, data: bytes, name: str) -> _Element:
    """The root of an XML text; no entity is expanded, nothing is fetched.

    Raises:
        FileBroken: it is no XML.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FileBroken(document, f"is damaged ({name}); save it again") from error
    return root


def office_metadata(archive: Archive) -> tuple[str, dict[str, str]]:
    """Title, and author and date where they are named, of an Office file."""
    part = archive.related("", "core-properties") or "docProps/core.xml"
    if part not in archive.names:
        return "", {}
    values = {local(item): (item.text or "").strip() for item in archive.xml(part)}
    date = values.get("created") or values.get("modified") or ""
    found = {"author": values.get("creator", ""), "date": date[:10]}
    return values.get("title", ""), {key: value for key, value in found.items() if value}


def local(element: _Element) -> str:
    """The name of an element without its namespace; of a comment or the like, nothing."""
    tag: Any = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
