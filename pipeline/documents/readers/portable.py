"""A PDF with a text layer becomes text, page by page, with the indents that show where a paragraph begins."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.documents.readers.encodings import tell_format
from pipeline.documents.readers.layout import Line, set_pages
from pipeline.errors import EncryptedFile, ScannedFile, TooMuchText, UnreadableFile
from pipeline.minutes import Notice
from pipeline.patterns import compiled

if TYPE_CHECKING:
    import pypdfium2

MOST_PAGES = 10_000
"""Pages of a file; more is no document of an office."""
MOST_CHARACTERS = 5_000_000
"""Characters of a file's text layer."""
_LOCK = threading.Lock()  # PDFium works for one thread at a time
_FEW = 15
"""Characters that a scanned page may hold: a page number, the mark of the scanning program."""
_LINE = compiled(r"\S(?:[^\n]*\S)?")
_GAP = compiled(r"(?<=\S) (?=\S)")
# 「⼀」 for 「一」: many fonts name a character by the radical that looks the same
_COMPATIBLE = (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAD9))
_LOOKS = (
    "⺌小⺍小⺎兀⺏尣⺐尢⺑尢⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵"
    "⺢水⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺱网⺲罒⺳罓⺴冈⺵网⺶羊"
    "⺷羊⺸羊⺹耂⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足"
    "⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食"
    "⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀"
    "⻳龟"
)
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in _COMPATIBLE}
_RADICALS |= {ord(one): other for one, other in zip(_LOOKS[::2], _LOOKS[1::2], strict=True)}
_RADICALS |= {0x02: "-", 0xFFFE: "-"}  # PDFium's sign for a hyphen at the end of a line


@dataclass(frozen=True, slots=True)
class Pages:
    """The text of all pages, each opened by a form feed but the first, and the offsets at which pages start."""

    text: str
    starts: tuple[int, ...]
    notices: tuple[Notice, ...]


def read_portable(data: bytes, *, file: str) -> Pages:
    """Return the text layer of a PDF.

    The lines stay as they are printed, page numbers and running heads too; a line that begins further right than the
    lines around it gets the blanks that stand for this indent.

    Raises:
        EncryptedFile: it opens with a password only.
        ScannedFile: it holds pictures and no text.
        TooMuchText: it holds more than one document can.
        UnreadableFile: it is no PDF, a damaged one, or its text layer makes no sense.
    """
    import pypdfium2

    if b"%PDF-" not in data[:1024]:
        raise UnreadableFile(file, f"内容不是 PDF，而是{tell_format(data) or '文本或其他内容'}")
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
                raise EncryptedFile(file) from error
            raise UnreadableFile(file, "PDF 已损坏或不完整，文件可能被截断") from error
        try:
            pages = list(_pages(document, file))
        finally:
            document.close()
    return _filed(pages, file)


def _pages(document: pypdfium2.PdfDocument, file: str) -> Iterator[list[Line] | None]:
    """Yield the lines of each page; `None` for one that shows a picture and no more, or cannot be read."""
    import pypdfium2

    count = len(document)
    if not 0 < count <= MOST_PAGES:
        raise UnreadableFile(file, f"PDF 有 {count} 页，应在 1 至 {MOST_PAGES} 页之间")
    left = MOST_CHARACTERS
    for index in range(count):
        try:
            page = document[index]
            lines = _read_page(page)
            size = sum(len(line.text) for line in lines)
            pictured = (
                size <= _FEW and next(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]), None) is not None
            )
            page.close()
        except pypdfium2.PdfiumError:
            yield None
            continue
        left -= size
        if left < 0:
            raise TooMuchText(file, MOST_CHARACTERS - left, MOST_CHARACTERS)
        yield None if pictured else lines


def _read_page(page: pypdfium2.PdfPage) -> list[Line]:
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        # a character beyond the basic plane counts twice in one of the two: then no place can be trusted
        placed = len(text) == textpage.count_chars()
        lines = _printed(text, textpage) if placed else map(Line, text.split("\n"))
        return [replace(line, text=line.text.strip().translate(_RADICALS)) for line in lines if line.text.strip()]
    finally:
        textpage.close()


def _printed(text: str, textpage: pypdfium2.PdfTextPage) -> Iterator[Line]:
    boxes = [
        (
            textpage.get_charbox(match.start(), loose=True),
            textpage.get_charbox(match.end() - 1, loose=True),
            *match.span(),
        )
        for match in _LINE.finditer(text)
    ]
    for first, last, start, end in boxes:
        # 「一」 is no lower than the rest of its line
        height = max(
            first[3] - first[1], last[3] - last[1], textpage.get_charbox((start + end) // 2, loose=True)[3] - first[1]
        )
        yield Line(_gapped(text, textpage, start, end, height), first[0], last[2], height)


def _gapped(text: str, textpage: pypdfium2.PdfTextPage, start: int, end: int, height: float) -> str:
    """Return a line with as many blanks in a gap as it is wide; PDFium sets one for each, and for the slightest too."""
    from pypdfium2.raw import FPDFText_IsGenerated

    pieces, done = [], start
    for match in _GAP.finditer(text, start, end) if height > 0 else ():
        place = match.start()
        wide = textpage.get_charbox(place + 1, loose=True)[0] - textpage.get_charbox(place - 1, loose=True)[2]
        # none between characters, nor where a figure is printed a little off the characters beside it
        slight = FPDFText_IsGenerated(textpage, place) and max(text[place - 1], text[place + 1]) > "\u2e7f"
        pieces += [text[done:place], " " * min(max(0 if slight else 1, round(2 * wide / height - 0.3)), 40)]
        done = place + 1
    return "".join([*pieces, text[done:end]])


def _filed(pages: Sequence[list[Line] | None], file: str) -> Pages:
    if all(page is None for page in pages):
        raise ScannedFile(file)
    text, starts = set_pages([page or [] for page in pages])
    odd = sum(1 for character in text if "\ue000" <= character <= "\uf8ff" or character in "\ufffd\x00")
    if odd > len(text) / 5:
        raise UnreadableFile(file, "文字层无法识别（字体没有给出对应的文字）")
    missing = [number for number, page in enumerate(pages, 1) if page is None]
    notices = []
    if missing:
        listed = "、".join(map(str, missing[:20])) + ("等" if len(missing) > 20 else "")
        message = f"第 {listed} 页只有图像或无法读取（共 {len(missing)} 页），其中的文字没有读入"
        notices.append(Notice(code="page_left_out", message=message, start=0, end=0))
    return Pages(text, starts, tuple(notices))
