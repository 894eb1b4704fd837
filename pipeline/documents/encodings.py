"""Bytes become text: UTF-8, UTF-16, GB18030 and Big5 are told apart by what the text would then say."""

from __future__ import annotations

import codecs
import re

from pipeline.errors import EmptyFile, UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"MZ\x90",
    b"Rar!",
    b"\x1f\x8b",
)
# The most frequent characters of official prose, simplified and traditional: the wrong code page yields few of them.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说"
    "产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由"
    "其些然前外天政四日那社义事平形相全"
    "市区县镇局委办议第次员项关通审原则管建设目标要求落实责任單位會議關於區縣鎮這為個國時來們對發動過"
    "說產種後經進著電裡現實量兩體當點從業應開還"
)
_MARKUP_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]+)", re.IGNORECASE)


def decode(data: bytes, *, file: str, markup: bool = False) -> str:
    r"""Return the text of a file, without its byte-order mark and with `\n` line ends.

    >>> decode("会议原则通过".encode("gb18030"), file="a.txt")
    '会议原则通过'
    >>> decode("會議原則通過上述文件".encode("big5"), file="a.txt")
    '會議原則通過上述文件'

    Raises:
        EmptyFile: no bytes.
        UnreadableFile: the bytes are no text of a known encoding.
    """
    if not data.strip():
        raise EmptyFile(file)
    if data.startswith(_BINARY):
        raise UnreadableFile(file, "内容不是文本，而是其他格式的文件")
    text = _by_mark(data, file) or _by_declaration(data, markup) or _by_sense(data)
    if text is None or _garbled(text):
        raise UnreadableFile(file, "内容不是文本，或编码无法识别")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _by_mark(data: bytes, file: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableFile(file, f"{encoding} 编码在第 {error.start} 字节处中断") from error
    return None


def _by_declaration(data: bytes, markup: bool) -> str | None:
    match = _MARKUP_CHARSET.search(data[:4096]) if markup else None
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    # pages that declare gb2312 often hold characters of GB18030
    try:
        return data.decode("gb18030" if name in ("gb2312", "gbk") else name)
    except (UnicodeDecodeError, LookupError):
        return None


def _by_sense(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    candidates = [text for name in ("gb18030", "big5", "utf-16-le", "utf-16-be") if (text := _try(data, name))]
    return max(candidates, key=_sense, default=None)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _sense(text: str) -> float:
    """The share of frequent characters and of signs of prose: high for the right reading, low for a wrong one."""
    sample = text[:4000]
    known = sum(
        1
        for character in sample
        if character in _FREQUENT or character in "，。、；：（）《》“”\n" or character.isascii()
    )
    return known / len(sample)


def _garbled(text: str) -> bool:
    sample = text[:20000]
    odd = sum(
        1
        for character in sample
        if (character < " " and character not in "\n\r\t\f\v\x1c") or "\ue000" <= character <= "\uf8ff"
    )
    return odd > len(sample) / 50 or "\x00" in sample or _sense(text) < 0.2
