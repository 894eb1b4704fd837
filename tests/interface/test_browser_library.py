"""Library, ledger, summaries, timeline and evaluation as a person meets them: a real server, a real browser."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document as Word

from tests.interface.running import RunningChat, Watched, until, watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.slow

MINUTES = """柳溪县人民政府第8次常务会议纪要
2022年6月2日，县长林安主持召开县政府第8次常务会议，孙平参加。
一、审议《城区停车管理办法》
会议听取了县城管局局长周明的汇报。由县城管局牵头，9月底前完成。会议原则通过上述文件。
二、审议《河道保洁办法》
会议同意该办法。
"""


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name, exact=True).click()


def upload(page: Page, *files: tuple[str, bytes]) -> Locator:
    """Send files and return the lines that say how each fared."""
    page.locator(".upload input[type=file]").first.set_input_files(
        [{"name": name, "mimeType": "application/octet-stream", "buffer": content} for name, content in files]
    )
    page.wait_for_function("document.querySelectorAll('.upload .progress li:not(.busy)').length >= " + str(len(files)))
    page.locator(".upload[aria-busy]").wait_for(state="detached")
    return page.locator(".upload .progress li")


def word(text: str) -> bytes:
    """Return a text as a file of Word, a paragraph a line."""
    made, out = Word(), io.BytesIO()
    for line in text.splitlines():
        made.add_paragraph(line)
    made.save(out)
    return out.getvalue()


def listed(page: Page, words: str) -> Locator:
    return page.locator(".documents tbody tr", has_text=words)


def remove(row: Locator) -> None:
    row.get_by_text("移除", exact=True).click()
    row.get_by_text("确认移除", exact=True).click()
    row.wait_for(state="detached")


def test_each_file_says_how_it_fared(watched: Watched, chat: RunningChat) -> None:
    page = watched.page
    open_tab(page, "文库")
    content = word(MINUTES)
    lines = upload(page, ("第8次.docx", content), ("副本.docx", content), ("坏.docx", b"PK broken"), ("a.exe", b"MZ"))
    said = lines.all_inner_texts()
    assert said[0] == "新入库 1 份，重复 1 份，没有成功 2 份"
    assert "已入库" in said[1] and "2 项" in said[1]
    assert "与“柳溪县人民政府第8次常务会议纪要”内容相同" in said[2]
    assert "损坏" in said[3] and "不支持" in said[4] and str(chat.home) not in "".join(said)
    listed(page, "第8次").wait_for()
    page.locator(".find input").fill("柳溪")
    page.get_by_text("符合条件 1 份").wait_for()
    remove(listed(page, "第8次"))
    page.locator(".with-action").get_by_text("撤销").click()
    listed(page, "第8次").wait_for()
    remove(listed(page, "第8次"))
    page.locator(".bin summary").click()
    page.locator(".bin").get_by_text("彻底删除", exact=True).click()
    page.locator(".bin").get_by_text("确认彻底删除", exact=True).click()
    page.locator(".bin").wait_for(state="detached")


def test_a_folder_goes_in_without_what_cannot_be_read(watched: Watched, tmp_path: Path) -> None:
    page = watched.page
    open_tab(page, "文库")
    (tmp_path / "第8次" / "附件").mkdir(parents=True)
    (tmp_path / "第8次" / "附件" / "纪要.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "第8次" / "照片.jpg").write_bytes(b"JFIF")
    (tmp_path / "第8次" / ".DS_Store").write_bytes(b"x")
    page.locator(".upload input[data-folder]").set_input_files(tmp_path / "第8次")
    listed(page, "第8次").wait_for()
    said = page.locator(".upload .progress li").all_inner_texts()
    assert any("略过 1 份不可读的格式" in one for one in said) and any("已入库" in one for one in said)
    remove(listed(page, "第8次"))
    listed(page, "第8次").wait_for(state="detached")


def test_a_file_is_looked_at_before_it_goes_in(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "文库")
    page.get_by_label("先核对结构，再入库").check()
    lines = upload(page, ("第8次.txt", MINUTES.encode()))
    assert "尚未入库" in lines.first.inner_text() and listed(page, "第8次").count() == 0
    lines.first.get_by_text("结构").click()
    page.locator(".tree").wait_for()
    assert "停车管理办法" in page.locator(".tree").inner_text() and page.locator(".correcting").count() == 0
    lines.first.get_by_text("入库", exact=True).click()
    listed(page, "第8次").wait_for()


def test_an_editor_corrects_and_takes_back(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "文库")
    listed(page, "第4次").get_by_text("结构").click()
    page.locator(".correcting > summary").click()
    page.locator(".correcting [name=chair]").fill("金铭")
    page.get_by_role("button", name="保存更正").click()
    page.locator(".held").wait_for()
    assert "杜小刚 → 金铭" in page.locator(".held").inner_text()
    page.get_by_role("button", name="撤回更正").click()
    page.locator(".held").wait_for(state="detached")
    page.locator(".bounds > summary").click()
    page.locator(".lines input:checked").nth(1).uncheck()
    page.get_by_role("button", name="保存议题起止").click()
    page.locator(".held").wait_for()
    assert "11 项" in page.locator(".tree").inner_text()
    page.get_by_role("button", name="撤回更正").click()
    page.locator(".held").wait_for(state="detached")
    assert "12 项" in page.locator(".tree").inner_text()


def test_the_ledger_is_narrowed_sorted_corrected_and_downloaded(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "台账")
    table = page.locator("table.ledger")
    table.wait_for()
    page.locator("#narrow-ledger [name=words]").fill("河长")
    page.wait_for_function("document.querySelectorAll('table.ledger tbody tr').length < 20")
    page.get_by_role("button", name="时限", exact=True).click()
    page.locator("th[aria-sort=ascending]").wait_for()
    table.locator(".textlink").first.click()
    page.locator("mark.now").first.wait_for()
    page.keyboard.press("Escape")
    # 签认之后，次序还在，焦点还在那一行
    table.get_by_text("确认", exact=True).nth(1).press("Enter")
    page.get_by_text("已确认").wait_for()
    page.wait_for_function("document.activeElement.dataset.send === 'edit_row'")
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("时限")
    table.get_by_text("更正", exact=True).first.click()
    page.locator(".sign-form [name=deadline_text]").fill("9月底前")
    page.locator(".sign-form [type=submit]").click()
    page.get_by_text("已保存更正").wait_for()
    table.locator(".signed-mark").first.wait_for()
    with page.expect_download() as saved:
        page.locator(".downloads").get_by_text("CSV").click()
    text = Path(saved.value.path()).read_text(encoding="utf-8-sig")
    assert "河长" in text and "9月底前" in text and "停车" not in text


def test_a_bar_narrows_the_ledger(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "台账")
    page.get_by_role("radio", name="图表").check()
    bar = page.locator(".bars button").first
    unit = bar.locator(".name").inner_text()
    bar.click()
    page.locator("table.ledger").wait_for()
    until(page, lambda: page.locator("#narrow-ledger [name=unit]").input_value() == unit)
    page.get_by_role("radio", name="时限").check()
    page.locator("#decisions .dues, #decisions .aside").first.wait_for()


def test_another_language_keeps_the_filters_and_the_edits(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "摘要")
    page.locator("#draft-go").click()
    page.locator(".sentence").first.click()
    page.keyboard.press("End")
    page.keyboard.type("再补一句。")
    open_tab(page, "台账")
    page.locator("#narrow-ledger [name=unit]").fill("市财政局")
    page.locator(".downloads a[href*=unit]").first.wait_for()
    page.get_by_role("button", name="English").click()
    page.get_by_text("All verdicts").wait_for(state="attached")
    until(page, lambda: page.locator("#narrow-ledger [name=unit]").input_value() == "市财政局")
    assert not re.search(r"[\u4e00-\u9fff]", page.locator("#decisions thead, #decisions .tools").first.inner_text())
    open_tab(page, "Summaries")
    page.get_by_text("1 sentence changed, not checked").wait_for()
    assert page.locator(".sentence").first.inner_text().endswith("再补一句。")


def test_a_draft_is_edited_checked_and_downloaded(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "摘要")
    page.locator("#choose-draft [name=document]").select_option(label="市政府第50次常务会议纪要（昆政纪〔2020〕3号）")
    page.locator("#draft-go").click()
    sentence = page.locator(".sentence").first
    sentence.click()
    page.keyboard.press("End")
    page.keyboard.type("安排9999万元。")
    until(page, lambda: "1 句已改" in page.locator(".changed-bar").inner_text())
    page.get_by_role("button", name="核对并保留改动").click()
    assert "9999万元" in page.locator(".pair .doubt").first.inner_text()
    page.locator(".proofs .chip").first.click()
    page.locator("mark.now").first.wait_for()
    with page.expect_download() as saved:
        page.locator(".downloads").get_by_text("Markdown").click()
    assert "9999万元。（未能核实）" in Path(saved.value.path()).read_text(encoding="utf-8")


def test_one_matter_and_the_latest_run(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "脉络")
    page.locator("#matter [name=matter]").fill("政府采购公平竞争")
    page.keyboard.press("Enter")
    page.locator(".timeline .chip").first.click()
    page.locator("mark.now").first.wait_for()
    page.keyboard.press("Escape")
    open_tab(page, "评测")
    page.locator(".run, .no-run").first.wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_these_tabs_without_scrolling_sideways(browser: Browser, chat: RunningChat, scheme: str) -> None:
    opened = watch(browser, chat.address, viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page = opened.page
    open_tab(page, "台账")
    page.locator("table.ledger").wait_for()
    assert not page.locator("#narrow-ledger [name=unit]").is_visible()
    first = page.locator("table.ledger tbody tr").first
    until(page, lambda: (box := first.bounding_box()) and box["y"] < 422)  # 第一条决定在第一屏的上半
    page.locator(".narrow-form").click()
    page.locator("#narrow-ledger [name=unit]").fill("市财政局")
    page.locator("#narrow-ledger [name=due]").select_option("none")
    page.wait_for_function("document.querySelector('.narrow-form .narrowed').textContent === '2'")
    page.locator("#narrow-ledger [data-clear-form]").click()
    page.locator(".narrow-form .narrowed").wait_for(state="hidden")
    for name, shown in (
        ("摘要", "#choose-draft"),
        ("脉络", "#matter form"),
        ("台账", "table.ledger"),
        ("评测", "#evaluation h2"),
    ):
        open_tab(page, name)
        page.locator(shown).first.wait_for()
        for box in ("document.documentElement", "document.querySelector('#work')"):
            page.wait_for_function(f"{box}.scrollWidth <= {box}.clientWidth")
    open_tab(page, "文库")
    listed(page, "第4次").get_by_text("结构").click()
    page.locator(".correcting > summary").click()
    until(page, lambda: page.locator(".correcting select").count())
    assert opened.problems == []
    page.context.close()
