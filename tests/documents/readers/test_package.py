from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.documents.readers import package
from pipeline.documents.readers.package import open_package
from pipeline.errors import EncryptedFile, UnreadableFile
from tests.documents.office import rewritten, word

PLAIN = word(lambda document: document.add_paragraph("会议同意。"))
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
PROTECTED = OLD_OFFICE + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 100


def test_parts_and_what_they_refer_to() -> None:
    opened = open_package(PLAIN, file="a.docx")
    assert ("officeDocument", "word/document.xml") in opened.related("")
    assert ("styles", "word/styles.xml") in opened.related("word/document.xml")
    assert opened.tree("word/document.xml") is not None
    assert opened.tree("word/none.xml") is None


def test_a_reference_may_lead_nowhere() -> None:
    def change(name: str, part: bytes) -> bytes:
        dangling = b'<Relationship Id="r9" Type="http://x/image" Target="NULL"/></Relationships>'
        return part.replace(b"</Relationships>", dangling) if name.endswith("document.xml.rels") else part

    opened = open_package(rewritten(PLAIN, change), file="a.docx")
    assert all(purpose != "image" for purpose, _ in opened.related("word/document.xml"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (OLD_OFFICE, r"旧版 Word 或 WPS"),
        (b"%PDF-1.7\n%%EOF", "不是 .docx，而是PDF 文件"),
        ("会议纪要".encode(), "不是 .docx，而是文本或其他内容"),
        (PLAIN[: len(PLAIN) // 2], "可能被截断"),
        (PLAIN[:40], "可能被截断"),
        (b"PK\x03\x04", "可能被截断"),
    ],
    ids=["old word", "pdf", "text", "half", "start", "signature"],
)
def test_what_is_no_package(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message):
        open_package(data, file="a.docx")


def test_a_password() -> None:
    with pytest.raises(EncryptedFile, match=r"a\.docx 有密码保护"):
        open_package(PROTECTED, file="a.docx")


def test_a_bomb_is_not_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bomb:
        zeros = b"\0" * 10_000_000
        for number in range(package.MOST_UNPACKED // len(zeros) + 1):
            bomb.writestr(f"word/{number}.xml", zeros)
    assert len(stream.getvalue()) < 1_000_000
    with pytest.raises(UnreadableFile, match="解压后有 510 MB，超过上限"):
        open_package(stream.getvalue(), file="a.docx")


def test_one_part_that_is_too_large() -> None:
    large = rewritten(PLAIN, lambda name, part: part if name != "word/document.xml" else b" " * (package.MOST_XML + 1))
    with pytest.raises(UnreadableFile, match="解压后超过 60 MB"):
        open_package(large, file="a.docx").tree("word/document.xml")


@pytest.mark.parametrize(
    "xml",
    [b"<w:document", b"", b"<a>" * 5000, b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&c;</a>'],
    ids=["cut off", "empty", "deep", "unknown entity"],
)
def test_damaged_xml(xml: bytes) -> None:
    damaged = rewritten(PLAIN, lambda name, part: part if name != "word/document.xml" else xml)
    with pytest.raises(UnreadableFile, match=r"word/document\.xml 已损坏"):
        open_package(damaged, file="a.docx").tree("word/document.xml")


def test_entities_are_not_resolved() -> None:
    xml = b'<!DOCTYPE a [<!ENTITY b "bomb"><!ENTITY f SYSTEM "file:///etc/hostname">]><a>&b;&f;</a>'
    opened = open_package(rewritten(PLAIN, lambda name, part: part if "document" not in name else xml), file="a.docx")
    root = opened.tree("word/document.xml")
    assert root is not None
    assert "".join(root.itertext(tag="a")) == ""


def test_a_part_whose_bytes_were_changed() -> None:
    place = PLAIN.index(b"word/document.xml") + 60
    with pytest.raises(UnreadableFile, match="已损坏"):
        open_package(PLAIN[:place] + b"\xff" * 40 + PLAIN[place + 40 :], file="a.docx").tree("word/document.xml")
