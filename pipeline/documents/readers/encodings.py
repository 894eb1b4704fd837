"""Bytes become text: UTF-8, UTF-16, GB18030 and Big5 are told apart, and what is damaged is said."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.errors import EmptyFile, UnreadableFile
from pipeline.minutes import Notice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16-le", "utf-16-be")
_BIG5 = ("big5", "cp950", "big5hkscs")  # the last two as Windows and Hong Kong extended it
_CHINESE = ("gb18030", *_BIG5)
_SIGNATURES = (
    (b"%PDF-", "PDF 文件"),
    (b"PK\x03\x04", "压缩包或新版 Office 文件（如 .docx）"),
    (b"PK\x05\x06", "空的压缩包"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 文件（如 .doc、.wps）或加密的文件"),
    (b"{\\rtf", "RTF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"II*\x00", "图片"),
    (b"MM\x00*", "图片"),
    (b"RIFF", "图片或音像"),
    (b"\x7fELF", "程序"),
    (b"MZ\x90", "程序"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"SQLite format 3", "数据库"),
)
# The most frequent characters of official prose, simplified and traditional: the wrong code page yields few of them.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说"
    "产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由"
    "其些然前外天政四日那社义事平形相全"
    "市区县镇局委办议第次员项关通审原则管建设目标求落责任單位會議關於區縣鎮這為個國時來們對發動過"
    "說產種後經進著電裡現實兩體當點從業應開還"
    "，。、；：（）《》“”\n"
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset=[\"']?([\w-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w-]+)", re.IGNORECASE
)
# What a page may declare, and how it is read: pages that declare gb2312 often hold characters of GB18030.
_NAMES = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030"}
_NAMES |= {"big5": "cp950", "big5-hkscs": "big5hkscs", "utf-8": "utf-8", "utf8": "utf-8"}
# Control characters but tab and line feed; 「\x07」 ends a cell in text that an old Word file was saved as.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
DAMAGE = frozenset(("mixed_encodings", "truncated", "undecodable"))
"""Codes of the notices that speak of bytes, not of characters."""
_SAMPLE = 20_000
_MOST_LOST = 0.02
"""The largest share of characters that may be lost or be control characters; beyond it, it is no text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""A text without its byte-order mark, with `\n` line ends, and what a person should know about the decoding."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = field(default=())


def tell_format(data: bytes) -> str | None:
    """Return what a file is by its first bytes, in words, where that is no text.

    >>> tell_format(b"%PDF-1.7"), tell_format("会议纪要".encode())
    ('PDF 文件', None)
    """
    start = data[:1024].lstrip(b"\r\n\t ")
    return next((what for signature, what in _SIGNATURES if start.startswith(signature)), None)


def is_blank(text: str) -> bool:
    r"""Tell whether a text shows nothing: blanks, and characters that cannot be seen.

    >>> is_blank(" \u200b\n"), is_blank("一")
    (True, False)
    """
    return not text.strip() or (len(text) < _SAMPLE and not _HIDDEN.sub("", text).strip())


def decode(data: bytes, *, file: str, markup: bool = False) -> Decoded:
    """Return the text of a file.

    A cut-off last character, a line of another encoding and single broken bytes cost no more than themselves: the rest
    is read, and a notice names the place.

    >>> decode("会议原则通过".encode("gb18030"), file="a.txt").text
    '会议原则通过'
    >>> decode("會議原則通過上述文件".encode("big5"), file="a.txt").encoding
    'big5'

    Raises:
        EmptyFile: no bytes, or blanks only.
        UnreadableFile: the bytes are no text of a known encoding.
    """
    if not data.strip():
        raise EmptyFile(file)
    if what := tell_format(data):
        raise UnreadableFile(file, f"内容不是文本，而是{what}")
    reading = _decoded(data, markup)
    text = reading.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _is_noise(text) or (reading.guessed and _sense(text) < 0.2):
        raise UnreadableFile(file, "内容不是文本，或编码无法识别")
    notices = [*_mixture(text, reading), *_losses(text)]
    text, more = tidy(text)
    return Decoded(text, reading.encoding, (*notices, *more))


@dataclass(frozen=True, slots=True)
class _Reading:
    """Text as decoded; `guessed`: nothing but its sense speaks for the encoding; `strange`: lines of another one."""

    text: str
    encoding: str
    guessed: bool = True
    strange: tuple[tuple[str, str], ...] = ()


def _decoded(data: bytes, markup: bool) -> _Reading:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _Reading(data[len(mark) :].decode(encoding, "replace"), encoding, guessed=False)
    narrow = data.count(0) < len(data) / 100  # every second byte of 「1\x002\x00」 is 0, and that is legal UTF-8 too
    if narrow and (text := _try(data, "utf-8")) is not None:
        return _Reading(text, "utf-8", guessed=False)
    if markup and (match := _DECLARED.search(data[:4096])):
        name = _NAMES.get((match[1] or match[2]).decode("ascii").lower())
        if name and (text := _try(data, name)) is not None:
            return _Reading(text, name, guessed=False)
    encoding = _tell(data, ("utf-8", *_CHINESE, *_WIDE) if narrow else _WIDE)
    if (text := _try(data, encoding)) is not None:
        return _Reading(text, encoding)
    if encoding in _WIDE:
        return _Reading(data.decode(encoding, "replace"), encoding)
    lines = list(_line_by_line(data, encoding))
    strange = tuple((name, text.strip()) for name, text in lines if name != encoding and not text.isascii())
    return _Reading("\n".join(text for _, text in lines), encoding, strange=strange)


def _try(data: bytes, encoding: str) -> str | None:
    """Return bytes as text, a last character that is cut off as �, or `None` where the encoding does not fit."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        return None
    cut = bool(decoder.getstate()[0])
    if cut and text.isascii():
        return None
    return f"{text}\ufffd" if cut else text


def _tell(data: bytes, names: tuple[str, ...]) -> str:
    """Tell the encoding of bytes that are no clean UTF-8: by the library where it decides, else by what makes sense."""
    from charset_normalizer import from_bytes

    start = data[:_SAMPLE]
    sense = {name: _sense(start.decode(name, "replace")) for name in names}
    likely = max(names, key=lambda name: sense[name])
    readable = [name for name in names if _try(data, name) is not None]
    best = from_bytes(data, cp_isolation=readable).best() if readable else None
    named = codecs.lookup(best.encoding).name if best is not None else likely
    # the library is surer of long texts, and takes 「同意」 in GB18030 for Big5
    told = likely if sense[likely] > sense.get(named, 0) + 0.2 else named
    # of the forms of Big5, which differ in a few signs, the plainest that holds
    return next((name for name in _BIG5 if name in readable), told) if told in _BIG5 else told


def _line_by_line(data: bytes, encoding: str) -> Iterator[tuple[str, str]]:
    """Yield encoding and text of each line, where single lines are broken or of another encoding than most."""
    for line in data.split(b"\n"):
        text = _try(line, encoding)
        if text is not None and (encoding == "utf-8" or _try(line, "utf-8") is None):
            yield encoding, text
            continue
        readings = [(name, found) for name in ("utf-8", *_CHINESE) if (found := _try(line, name)) is not None]
        yield max([*readings, (encoding, line.decode(encoding, "replace"))], key=lambda reading: _sense(reading[1]))


def _sense(text: str) -> float:
    """The share of frequent characters and of signs of prose: high for the right reading, low for a wrong one."""
    sample = text[:4000]
    known = sum(1 for character in sample if character in _FREQUENT or " " <= character <= "~")
    return (known - 3 * sample.count("\ufffd")) / (len(sample) or 1)


def _is_noise(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    private = sum(1 for character in sample if "\ue000" <= character <= "\uf8ff")
    return odd + private > max(2, _MOST_LOST * len(sample))


def _mixture(text: str, reading: _Reading) -> Iterator[Notice]:
    """Say which lines were of another encoding than the rest."""
    if reading.strange:
        name, wording = reading.strange[0]
        place = max(0, text.find(wording))
        line = text.count("\n", 0, place) + 1
        strange = f"有 {len(reading.strange)} 行不是，已各按其编码读，首处在第 {line} 行（{name}）"
        message = f"全文是 {reading.encoding} 编码，{strange}"
        yield Notice(code="mixed_encodings", message=message, start=place, end=place)


def _losses(text: str) -> Iterator[Notice]:
    """Say how many characters could not be read, and where the first stands."""
    lost = text.count("\ufffd")
    if lost == 1 and text.rstrip().endswith("\ufffd"):
        place = text.index("\ufffd")
        yield Notice(code="truncated", message="最后一个字不完整，文件可能被截断", start=place, end=place)
    elif lost:
        place = text.index("\ufffd")
        line = text.count("\n", 0, place) + 1
        message = f"有 {lost} 处字节无法识别，已用 � 代替，首处在第 {line} 行"
        yield Notice(code="undecodable", message=message, start=place, end=place)


def tidy(text: str) -> tuple[str, tuple[Notice, ...]]:
    r"""Set blanks for control characters, place for place, and say what cannot be seen.

    >>> tidy("会\x00议")[0]
    '会 议'
    """
    notices = []
    controls = _CONTROLS.findall(text)
    if controls:
        place = _CONTROLS.search(text).start()  # type: ignore[union-attr]
        message = f"有 {len(controls)} 个控制字符，已按空格读"
        notices.append(Notice(code="control_characters", message=message, start=place, end=place))
        text = _CONTROLS.sub(" ", text)
    hidden = _HIDDEN.search(text)
    if hidden:
        turned = "，其中有改变显示次序的字符，所见可能与文字次序不同" if _TURNED.search(text) else ""
        message = f"有 {len(_HIDDEN.findall(text))} 个看不见的字符{turned}"
        notices.append(Notice(code="invisible_characters", message=message, start=hidden.start(), end=hidden.start()))
    return text, tuple(notices)
