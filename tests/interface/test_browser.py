"""The chat as a person meets it: a real server, a real browser, the sample documents."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.interface.running import RunningChat, Watched, watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.slow

HOSTILE = """青石县人民政府
常务会议纪要
青政纪〔2021〕9号
县政府第9次常务会议纪要
2021年3月5日，县长林安主持召开县政府第9次常务会议，现纪要如下：
一、审议《<script>document.title='闯入'</script>管理办法》
会议听取了县城管局局长周明<img src=x onerror="document.title='闯入'">的汇报。
会议原则通过上述文件。 ${document.title='闯入'} {{constructor}}
出席：林安、周明
"""


def ask(page: Page, question: str) -> Locator:
    """Ask and return the answered turn."""
    before = page.locator(".turn").count()
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    turn = page.locator(".turn").nth(before)
    turn.locator(".facts, .note").first.wait_for()
    return turn


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name, exact=True).click()


def upload(page: Page, *files: tuple[str, bytes]) -> Locator:
    """Send files in the library tab and return the lines that say what became of them."""
    page.locator(".upload input[type=file]").set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": content} for name, content in files]
    )
    page.wait_for_function("document.querySelectorAll('.upload .progress li:not(.busy)').length >= " + str(len(files)))
    page.locator(".upload[aria-busy]").wait_for(state="detached")
    return page.locator(".upload .progress li")


def test_answer_opens_its_source_at_the_quote(watched: Watched) -> None:
    page = watched.page
    turn = ask(page, "市政府第4次常务会议由谁主持？")
    assert "杜小刚" in turn.locator(".answer").inner_text()
    chip = turn.locator(".chip").first
    chip.click()
    mark = page.locator("mark.now").first
    mark.wait_for()
    quoted = json.loads(chip.get_attribute("data-value") or "{}")
    shown = "".join(page.locator("mark.now").all_text_contents())
    sheet = page.locator(".sheet")
    assert len(shown) == quoted["end"] - quoted["start"] and "杜小刚" in shown
    assert "昆政纪〔2017〕4号" in sheet.locator(".stamp").inner_text()
    assert "2017年5月24日" in sheet.locator(".stamp").inner_text()
    assert inside(page, mark)


def test_source_within_an_item_names_it_and_is_scrolled_to(watched: Watched) -> None:
    page = watched.page
    turn = ask(page, "市政府第50次常务会议原则通过了哪些文件？")
    turn.locator(".source").nth(2).click()
    page.locator("mark.now").first.wait_for()
    assert re.match(r"[一二三四五六]、", page.locator(".stamp .above").inner_text())
    assert inside(page, page.locator("mark.now").first)
    page.keyboard.press("Escape")
    page.locator(".sheet").wait_for(state="detached")


def inside(page: Page, mark: Locator) -> bool:
    """Tell whether a mark lies within the visible part of the reading pane."""
    page.wait_for_timeout(200)
    paper, place = page.locator(".paper").bounding_box(), mark.bounding_box()
    assert paper and place
    return paper["y"] <= place["y"] and place["y"] + place["height"] <= paper["y"] + paper["height"]


def test_refusal_says_what_was_searched_and_offers_the_nearest(watched: Watched) -> None:
    turn = ask(watched.page, "昆山2019年的GDP是多少？")
    refusal = turn.locator(".refused")
    assert re.search(r"(检索|查找)了? ?3 ?份文件", refusal.inner_text())
    refusal.locator(".textlink").first.click()
    watched.page.locator("mark.now").first.wait_for()


def test_a_sample_question_is_answered(watched: Watched) -> None:
    page = watched.page
    page.locator(".sample").first.click()
    page.locator(".turn .facts").first.wait_for()
    assert page.locator(".turn .chip").count() > 0


def test_filter_by_document(watched: Watched) -> None:
    page = watched.page
    page.get_by_role("button", name="筛选范围").click()
    page.locator("#by-document input").click()
    page.get_by_role("option", name=re.compile("第50次")).click()
    turn = ask(page, "会议由谁主持？")
    assert "周旭东" in turn.locator(".answer").inner_text()
    assert "杜小刚" not in turn.inner_text()


def test_follow_up_and_new_conversation(watched: Watched) -> None:
    page = watched.page
    ask(page, "河长制改革工作方案有什么要求？")
    assert "徐彬" in ask(page, "那是谁汇报的？").locator(".answer").inner_text()
    page.get_by_role("button", name="新对话").click()
    page.locator(".welcome").wait_for()


def test_two_users_do_not_see_each_other(browser: Browser, chat: RunningChat, watched: Watched) -> None:
    other = watch(browser, chat.address)
    ask(watched.page, "市政府第4次常务会议由谁主持？")
    turn = ask(other.page, "市政府第50次常务会议由谁主持？")
    assert "周旭东" in turn.inner_text()
    assert other.page.locator(".turn").count() == watched.page.locator(".turn").count() == 1
    other.page.context.close()


def test_upload_ask_remove_ask(watched: Watched, chat: RunningChat) -> None:
    page = watched.page
    open_tab(page, "文库")
    minutes = HOSTILE.replace("<script>document.title='闯入'</script>", "停车").encode()
    lines = upload(
        page, ("青石县第9次常务会议纪要.txt", minutes), ("图片.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00")
    )
    said = "\n".join(lines.all_inner_texts())
    assert "已入库" in said and "图片.txt" in said
    assert str(chat.home) not in said
    assert sorted(path.name for path in (chat.home / "uploads").iterdir() if path.is_file()) == [
        "青石县第9次常务会议纪要.txt"
    ]
    entry = page.locator(".documents li", has_text="第9次")
    entry.wait_for()
    open_tab(page, "提问")
    assert "林安" in ask(page, "县政府第9次常务会议由谁主持？").locator(".answer").inner_text()

    open_tab(page, "文库")
    entry.get_by_text("移除").click()
    entry.get_by_text("确认移除").click()
    entry.wait_for(state="detached")
    assert not (chat.home / "uploads" / "青石县第9次常务会议纪要.txt").exists()
    open_tab(page, "提问")
    turn = ask(page, "县政府第9次常务会议由谁主持？")
    assert turn.locator(".refused").count() == 1
    assert "林安" not in turn.inner_text()


def test_wrong_kind_and_too_many_are_refused_before_they_are_sent(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "文库")
    page.locator(".upload input[type=file]").set_input_files(
        [{"name": "木马.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"}]
    )
    assert "不支持" in page.locator(".upload .progress li").first.inner_text()
    many = [{"name": f"{number}.txt", "mimeType": "text/plain", "buffer": b"a"} for number in range(51)]
    page.locator(".upload input[type=file]").set_input_files(many)
    assert "一次最多 50 份" in page.locator(".upload .progress li").first.inner_text()
    assert not any(address.endswith("/library/files") for address in watched.requests)


def test_what_a_document_says_is_shown_and_never_run(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "文库")
    upload(page, ("带标签的纪要.txt", HOSTILE.encode()))
    entry = page.locator(".documents li", has_text="第9次")
    entry.locator(".textlink").click()
    page.locator(".paper").wait_for()
    text = page.locator(".paper").inner_text()
    assert "<script>document.title='闯入'</script>" in text
    assert "<img src=x onerror=" in text
    assert "${document.title='闯入'} {{constructor}}" in text
    page.locator(".views button", has_text="结构").click()
    page.locator(".tree").wait_for()
    open_tab(page, "台账")
    page.locator("table.ledger").wait_for()
    open_tab(page, "提问")
    ask(page, "<img src=x onerror=\"document.title='闯入'\">县政府第9次常务会议通过了什么？")
    assert "<img src=x" in page.locator(".question").first.inner_text()
    assert page.title() == "纪要 Jiyao"
    assert page.locator("#floor img, #floor script").count() == 0
    open_tab(page, "文库")
    entry.get_by_text("移除").click()
    entry.get_by_text("确认移除").click()
    entry.wait_for(state="detached")


def test_summary_with_sources_and_download(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "摘要")
    page.locator("#draft-go").click()
    page.locator(".draft").wait_for()
    assert page.locator(".draft li").count() > 2
    page.locator(".draft .chip").first.click()
    page.locator("mark.now").first.wait_for()
    with page.expect_download() as saved:
        page.get_by_text("下载 Markdown").click()
    assert "常务会议" in Path(saved.value.path()).read_text(encoding="utf-8")


def test_ledger_filters_sorts_opens_and_downloads(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "台账")
    table = page.locator("table.ledger")
    table.wait_for()
    every = table.locator("tbody tr:visible").count()
    page.locator("[data-find]").fill("河长")
    few = table.locator("tbody tr:visible").count()
    assert 0 < few < every
    page.locator("[data-sort='5']").click()
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    table.locator("tbody tr:visible .textlink").first.click()
    page.locator("mark.now").first.wait_for()
    with page.expect_download() as saved:
        page.get_by_text("下载 CSV").click()
    assert "河长" in Path(saved.value.path()).read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_phone_shows_everything_without_scrolling_sideways(browser: Browser, chat: RunningChat, scheme: str) -> None:
    opened = watch(browser, chat.address, viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page = opened.page

    def fits() -> bool:
        boxes = "[document.documentElement, document.querySelector('#work')]"
        return bool(page.evaluate(f"{boxes}.every((box) => box.scrollWidth <= box.clientWidth)"))

    page.locator(".welcome").wait_for()
    assert fits()
    turn = ask(page, "市政府第50次常务会议原则通过了哪些文件？")
    assert fits()
    turn.locator(".chip").first.click()
    page.locator("mark.now").first.wait_for()
    assert inside(page, page.locator("mark.now").first)
    page.get_by_role("button", name="关闭阅读区").click()
    for name, shown in (("摘要", "#to-summarize"), ("台账", "table.ledger"), ("文库", ".documents")):
        open_tab(page, name)
        page.locator(shown).first.wait_for()
        assert fits(), name
    assert page.get_by_role("tab", name="提问", exact=True).is_visible()
    assert opened.problems == []
    page.context.close()


def test_the_keyboard_reaches_source_and_back(watched: Watched) -> None:
    page = watched.page
    turn = ask(page, "市政府第4次常务会议由谁主持？")
    turn.locator(".chip").first.focus()
    page.keyboard.press("Enter")
    page.locator("mark.now").first.wait_for()
    assert page.evaluate("document.activeElement.className") == "paper"
    page.keyboard.press("Escape")
    page.locator(".sheet").wait_for(state="detached")
    assert page.evaluate("document.activeElement.className") == "chip"


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("gradio_api/upload", "POST"),
        ("gradio_api/file=/etc/passwd", "GET"),
        ("gradio_api/proxy=https://example.org", "GET"),
        ("monitoring", "GET"),
        ("gradio_api/runs", "GET"),
        ("gradio_api/mcp/", "POST"),
        ("gradio_api/openapi.json", "GET"),
        ("docs", "GET"),
    ],
)
def test_what_the_chat_does_not_need_is_shut(chat: RunningChat, path: str, method: str) -> None:
    assert status(f"{chat.address}/{path}", method=method) == 404


def test_another_name_for_this_machine_is_refused(chat: RunningChat) -> None:
    assert status(f"{chat.address}/", headers={"Host": "evil.example"}) == 421


def test_an_upload_from_another_site_is_refused(chat: RunningChat) -> None:
    assert status(f"{chat.address}/library/files", method="POST") == 403


def test_nothing_is_offered_as_an_api_and_no_path_is_shown(chat: RunningChat) -> None:
    info = json.loads(read(f"{chat.address}/gradio_api/info"))
    assert info["named_endpoints"] == {}
    for path in ("config", ""):
        shown = read(f"{chat.address}/{path}")
        assert str(chat.home) not in shown and "/tmp/" not in shown and str(Path(__file__).parents[2]) not in shown


def status(address: str, *, method: str = "GET", headers: dict[str, str] | None = None) -> int:
    """Return the status with which an address answers."""
    request = urllib.request.Request(
        address, method=method, headers=headers or {}, data=b"" if method == "POST" else None
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as reply:
            return int(reply.status)
    except urllib.error.HTTPError as error:
        return error.code


def read(address: str) -> str:
    """Return what an address answers."""
    with urllib.request.urlopen(address, timeout=20) as reply:
        return str(reply.read().decode())
