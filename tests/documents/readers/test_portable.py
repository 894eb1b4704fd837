from __future__ import annotations

import io
import threading
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from pipeline.documents.parse import parse
from pipeline.documents.read import read_file
from pipeline.documents.readers import portable as room
from pipeline.documents.readers.portable import read_portable
from pipeline.errors import EncryptedFile, ScannedFile, TooMuchText, UnreadableFile
from tests.documents.office import FONT, portable
from tests.documents.pages import RECORD

FILE = "a.pdf"


def drawn(*pages: str, picture: bool = True) -> bytes:
    """Return a PDF of pages with a picture each, and with text where there is any."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    stream = io.BytesIO()
    page = canvas.Canvas(stream)
    for text in pages:
        if picture:
            page.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 500, 700)
        page.setFont(FONT, 12)
        page.drawString(90, 700, text)
        page.showPage()
    page.save()
    return stream.getvalue()


def test_text_comes_back_in_its_paragraphs() -> None:
    found = read_portable(portable(RECORD), file=FILE)
    assert [line.strip() for line in found.text.split("\n")] == [*RECORD, "- 1 -", ""]
    assert (found.starts, found.notices) == ((0,), ())


def test_pages_are_counted_and_paragraphs_cross_them() -> None:
    found = read_portable(portable(RECORD * 3, per_page=7, head="临江县人民政府文件"), file=FILE)
    lines = [line.strip() for line in found.text.split("\n")]
    assert [line for line in lines if line in RECORD] == list(RECORD) * 3
    assert len(found.starts) == 6
    assert list(found.starts) == sorted(found.starts)
    assert all(f"- {number} -" in found.text for number in range(1, 7))


def test_a_record_is_parsed_and_every_place_has_its_page(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(portable(RECORD, per_page=5, head="内部资料注意保存"))
    document = parse(read_file(path, max_bytes=10**7))
    tree = document.to_json()
    assert [(item["label"], item["page"]) for item in tree["items"]] == [("一", 1), ("二", 2)]
    assert tree["items"][0]["outcomes"][0]["page"] == 2
    assert tree["spans"]["title"]["page"] == 1
    assert {notice.code for notice in document.notices} == {"page_number", "running_head"}
    assert document.meeting.chair == "罗志平"


def test_characters() -> None:
    assert read_portable(drawn("出席：罗志平　覃永福", picture=False), file=FILE).text.strip() == "出席：罗志平　覃永福"
    # no font at hand names its characters by radicals
    assert "⼀、⻓江⺠政".translate(room._RADICALS) == "一、长江民政"


def test_a_gap_keeps_its_width() -> None:
    stream = io.BytesIO()
    page = canvas.Canvas(stream)
    page.setFont(FONT, 16)
    for row in range(6):
        page.drawString(90, 700 - 28 * row, "市财政局")
        page.drawString(90 + 4 * 16 + 3, 700 - 28 * row, "李明")  # kerning: no blank
        page.drawString(300, 700 - 28 * row, "市水务局")
    page.save()
    first = read_portable(stream.getvalue(), file=FILE).text.split("\n")[0]
    assert first.split("  ")[0] == "市财政局李明"
    assert first.endswith("市水务局")
    assert first.count(" ") > 8


def test_a_figure_that_stands_off_is_no_word_of_its_own() -> None:
    stream = io.BytesIO()
    page = canvas.Canvas(stream)
    page.setFont(FONT, 16)
    place = 90.0
    for piece in ("会议要求于", "6", "月", "20", "日前完成。"):
        page.drawString(place, 700, piece)
        place += page.stringWidth(piece, FONT, 16) + 4  # a quarter of a character, as Word and WPS set it
    page.save()
    assert read_portable(stream.getvalue(), file=FILE).text.strip() == "会议要求于6月20日前完成。"


def test_a_password() -> None:
    locked = portable(RECORD, encrypt=StandardEncryption("geheim", ownerPassword="b"))
    with pytest.raises(EncryptedFile, match=r"a\.pdf 有密码保护"):
        read_portable(locked, file=FILE)
    open_to_read = portable(RECORD, encrypt=StandardEncryption("", ownerPassword="b", canCopy=0))
    assert RECORD[0] in read_portable(open_to_read, file=FILE).text


def test_a_scan() -> None:
    with pytest.raises(ScannedFile, match=r"a\.pdf 只有图像，没有文字"):
        read_portable(drawn("", "扫描全能王"), file=FILE)


def test_a_scanned_page_among_others_is_said() -> None:
    found = read_portable(
        drawn("会议原则通过《临江县农村公路养护管理办法》。", "", "会议决定暂缓，待完成土地调查后再议。"), file=FILE
    )
    [notice] = found.notices
    assert (notice.code, notice.start, notice.end) == ("page_left_out", 0, 0)
    assert notice.message.startswith("第 2 页只有图像")
    assert len(found.starts) == 3
    assert found.text[found.starts[2] :].startswith("会议决定暂缓")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("会议纪要".encode(), "内容不是 PDF，而是文本或其他内容"),
        (b"PK\x03\x04 rest", "内容不是 PDF，而是压缩包"),
        (b"%PDF-1.7\n", "PDF 已损坏或不完整"),
        (portable(RECORD)[:900], "PDF 已损坏或不完整"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "PDF 已损坏或不完整"),
    ],
    ids=["text", "word", "first line", "cut off", "noise"],
)
def test_what_is_no_pdf(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message):
        read_portable(data, file=FILE)


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_PAGES", 2)
    with pytest.raises(UnreadableFile, match="PDF 有 3 页，应在 1 至 2 页之间"):
        read_portable(drawn("甲", "乙", "丙", picture=False), file=FILE)


def test_too_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_CHARACTERS", 50)
    with pytest.raises(TooMuchText, match=r"a\.pdf 有 0 万字，超过一份文件的上限 0 万字"):
        read_portable(portable(RECORD), file=FILE)


def test_a_text_layer_without_meaning() -> None:
    with pytest.raises(UnreadableFile, match="文字层无法识别"):
        room._filed([[room.Line("\ue001\ue002\ue003会议")]], FILE)


def test_several_threads_read_at_once() -> None:
    data, found = portable(RECORD * 3), []
    threads = [threading.Thread(target=lambda: found.append(read_portable(data, file=FILE).text)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6
    assert len(set(found)) == 1
