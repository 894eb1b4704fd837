"""A zipped Office file is looked over before anything of it is unpacked, and its parts are found by their purpose."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.documents.readers.encodings import tell_format
from pipeline.errors import EncryptedFile, UnreadableFile

if TYPE_CHECKING:
    from lxml import etree

MOST_UNPACKED = 500_000_000
"""Bytes to which all parts of a package may unpack; more is no office document."""
MOST_XML = 60_000_000
"""Bytes to which one part with text may unpack."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
)
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package: `names` are its parts."""

    file: str
    archive: zipfile.ZipFile
    names: frozenset[str]

    def tree(self, name: str) -> etree._Element | None:
        """Return the root element of a part, or `None` where the package has no such part.

        Raises:
            UnreadableFile: the part is damaged or too large.
        """
        from lxml import etree

        if name not in self.names:
            return None
        if self.archive.getinfo(name).file_size > MOST_XML:
            raise UnreadableFile(self.file, f"其中的 {name} 解压后超过 {MOST_XML // 1_000_000} MB")
        try:
            data = self.archive.read(name)
        except _DAMAGED as error:
            raise UnreadableFile(self.file, f"其中的 {name} 已损坏") from error
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableFile(self.file, f"其中的 {name} 已损坏") from error

    def related(self, name: str) -> list[tuple[str, str]]:
        """Return what a part refers to: the last word of each relation's type (`styles`), and the part's name.

        What a reference leads to need not be there: Word itself writes 「word/NULL」.
        """
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = []
        for entry in root if root is not None else ():
            purpose = posixpath.basename(entry.get("Type", ""))
            target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target", ""))).lstrip("/")
            if target in self.names and entry.get("TargetMode") != "External":
                found.append((purpose, target))
        return found


def open_package(data: bytes, *, file: str) -> Package:
    """Open a package.

    Raises:
        EncryptedFile: it is protected by a password.
        UnreadableFile: it is another kind of file, cut off, damaged, or would unpack to too much.
    """
    if data.startswith(_OLD_OFFICE):
        # a protected .docx is an old container around this stream
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise EncryptedFile(file)
        raise UnreadableFile(file, "内容是旧版 Word 或 WPS 文件（.doc、.wps），请另存为 .docx")
    if not data.startswith(b"PK"):
        raise UnreadableFile(file, f"内容不是 .docx，而是{tell_format(data) or '文本或其他内容'}")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED as error:
        raise UnreadableFile(file, "压缩包已损坏或不完整，文件可能被截断") from error
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise EncryptedFile(file)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MOST_UNPACKED:
        raise UnreadableFile(file, f"解压后有 {unpacked / 1e6:.0f} MB，超过上限 {MOST_UNPACKED // 1_000_000} MB")
    return Package(file, archive, frozenset(entry.filename for entry in entries))
