"""The chat as a person meets it: a real server, a real browser, the sample documents."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.interface.history import History
from tests.interface.running import RunningChat, Watched, until, watch

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
    turn.locator(".acts").wait_for()
    return turn


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name, exact=True).click()


def upload(page: Page, *files: tuple[str, bytes]) -> Locator:
    """Send files in the library tab and return the lines that say what became of them."""
    page.locator(".upload input[type=file]").first.set_input_files(
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
    seen_inside(page, mark)


def test_source_within_an_item_names_it_and_is_scrolled_to(watched: Watched) -> None:
    page = watched.page
    turn = ask(page, "市政府第50次常务会议原则通过了哪些文件？")
    turn.locator(".source").nth(2).click()
    page.locator("mark.now").first.wait_for()
    assert re.match(r"[一二三四五六]、", page.locator(".stamp .above").inner_text())
    seen_inside(page, page.locator("mark.now").first)
    page.keyboard.press("Escape")
    page.locator(".sheet").wait_for(state="detached")


def seen_inside(page: Page, mark: Locator) -> None:
    """Wait until a mark lies within the visible part of the reading pane."""

    def inside() -> bool:
        paper, place = page.locator(".paper").bounding_box(), mark.bounding_box()
        assert paper and place
        return paper["y"] <= place["y"] and place["y"] + place["height"] <= paper["y"] + paper["height"]

    until(page, inside)


def test_refusal_says_what_was_searched_and_offers_the_nearest(watched: Watched) -> None:
    page = watched.page
    turn = ask(page, "停车收费标准是多少？")
    assert turn.locator(".refused .reason").is_visible()
    looked = turn.locator(".looked-in")
    assert "查找了 3 份文件" in looked.inner_text() and "市政府第50次常务会议纪要" in looked.inner_text()
    looked.locator("ul.named .textlink").first.click()
    page.locator(".sheet").wait_for()
    page.keyboard.press("Escape")
    looked.locator("ul.plain .textlink").first.click()
    page.locator("mark.now").first.wait_for()


def test_a_sample_question_is_answered(watched: Watched) -> None:
    page = watched.page
    page.locator(".sample").first.click()
    page.locator(".turn .acts").first.wait_for()
    until(page, lambda: page.locator(".turn .chip").count() > 0)


def test_filter_by_document(watched: Watched) -> None:
    page = watched.page
    page.locator(".scope select[name=document]").select_option(label="市政府第50次常务会议纪要（昆政纪〔2020〕3号）")
    turn = ask(page, "会议由谁主持？")
    assert "周旭东" in turn.locator(".answer").inner_text()
    assert "杜小刚" not in turn.inner_text()
    page.get_by_role("button", name="清除筛选").click()
    assert "杜小刚" in ask(page, "市政府第4次常务会议由谁主持？").locator(".answer").inner_text()


def test_one_steps_from_quote_to_quote_and_jumps_by_the_contents(watched: Watched) -> None:
    page = watched.page
    turn = ask(page, "市政府第50次常务会议原则通过了哪些文件？")
    turn.locator(".chip").first.click()
    page.locator("mark.now").first.wait_for()
    first = page.locator("mark.now").first.inner_text()
    page.get_by_role("button", name="下一处引文").click()
    page.wait_for_function("(was) => document.querySelector('mark.now')?.innerText !== was", arg=first)
    until(page, lambda: page.locator(".steps").inner_text().strip() == "引文 2/8")
    seen_inside(page, page.locator("mark.now").first)
    page.locator("details.outline > summary").click()
    page.locator("details.outline a", has_text="六、").first.click()
    heading = page.locator(".paper .item", has_text="六、")

    def at_the_heading() -> bool:
        place, paper = heading.bounding_box(), page.locator(".paper").bounding_box()
        return bool(place and paper and paper["y"] <= place["y"] <= paper["y"] + paper["height"])

    until(page, at_the_heading)


def test_earlier_conversations_are_found_and_opened_with_their_own_sources(watched: Watched) -> None:
    page = watched.page
    ask(page, "市政府第4次常务会议由谁主持？")
    page.get_by_role("button", name="新对话").click()
    page.locator(".welcome").wait_for()
    ask(page, "市政府第50次常务会议由谁主持？")
    page.get_by_label("查找历史提问").fill("杜小刚")
    page.wait_for_function("document.querySelectorAll('.past').length === 1")
    page.locator(".past").click()
    turn = page.locator(".turn", has_text="杜小刚")
    turn.locator(".chip").first.click()
    page.locator("mark.now").first.wait_for()
    assert "杜小刚" in "".join(page.locator("mark.now").all_text_contents())
    page.reload()
    until(page, lambda: page.locator(".past").count() == 2)
    page.locator("#past li").first.hover()
    page.locator("#past .danger").first.click()
    page.get_by_text("确认删除").click()
    page.wait_for_function("document.querySelectorAll('.past').length === 1")


def test_an_answer_is_copied_asked_again_and_rated(watched: Watched, chat: RunningChat) -> None:
    page = watched.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    turn = ask(page, "市政府第4次常务会议由谁主持？")
    turn.get_by_role("button", name="复制回答与出处").click()
    until(page, lambda: "杜小刚" in page.evaluate("navigator.clipboard.readText()"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "杜小刚" in copied and "[1] 昆政纪〔2017〕4号" in copied
    turn.get_by_role("button", name="有误").click()
    turn.get_by_label("附注").fill("漏了职务")
    turn.get_by_role("button", name="保存附注").click()
    page.get_by_text("已保存").wait_for()
    until(page, lambda: ("bad", "漏了职务") in {(one.verdict, one.note) for one in History(chat.home).remarks()})
    open_tab(page, "评测")
    page.locator(".ratings summary").click()
    rated = page.locator(".rated tbody tr", has_text="漏了职务")
    assert re.search(r"由谁主持.*杜小刚.*有误.*漏了职务.*未登录", rated.inner_text().replace("\n", " "), re.DOTALL)
    open_tab(page, "提问")
    turn.get_by_role("button", name="重新提问").click()
    page.wait_for_function("document.querySelectorAll('.turn .acts').length === 2")
    until(page, lambda: "杜小刚" in page.locator("#last .answer").inner_text())


def test_enter_while_an_input_method_spells_does_not_ask(watched: Watched) -> None:
    page = watched.page
    field = page.locator("#question textarea")
    field.fill("shi zheng fu")
    field.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    page.wait_for_timeout(200)
    assert page.locator(".turn").count() == 0 and field.input_value() == "shi zheng fu"
    field.fill("市政府第4次常务会议由谁主持？")
    field.press("Enter")
    page.locator(".turn .acts").wait_for()
    field.press("ArrowUp")
    assert field.input_value() == "市政府第4次常务会议由谁主持？"


def test_english_by_a_switch_and_back(watched: Watched) -> None:
    page = watched.page
    ask(page, "停车收费标准是多少？")
    page.get_by_role("button", name="English").click()
    page.get_by_role("tab", name="Ask", exact=True).wait_for()
    turn = page.locator(".turn")
    turn.get_by_role("button", name="Ask this question again").wait_for()
    until(page, lambda: "Searched 3 documents" in turn.inner_text())
    assert "Searched 3 documents" in turn.inner_text() and "The documents do not state this." in turn.inner_text()
    assert "停车收费标准是多少？" in turn.inner_text()
    assert page.evaluate("document.documentElement.lang") == "en"
    turn.locator("ul.plain .textlink").first.click()
    page.get_by_role("button", name="Close the reading pane").wait_for()
    ours = page.locator(".rail-head, .status > span, .composer, select[name=kind], .toggle, .outline > summary")
    assert not re.search(r"[\u4e00-\u9fff]", "".join(ours.all_inner_texts()))
    page.reload()
    page.get_by_role("tab", name="Ask", exact=True).wait_for()
    page.get_by_role("button", name="中文").click()
    page.get_by_role("tab", name="提问", exact=True).wait_for()


def test_follow_up_and_new_conversation(watched: Watched) -> None:
    page = watched.page
    ask(page, "河长制改革工作方案有什么要求？")
    assert "徐彬" in ask(page, "那是谁汇报的？").locator(".answer").inner_text()
    page.get_by_role("button", name="新对话").click()
    page.locator(".welcome").wait_for()
    until(page, lambda: page.locator("#last .turn").count() == 0)


def test_a_page_loaded_anew_goes_on_where_it_was(watched: Watched) -> None:
    page = watched.page
    ask(page, "市政府第4次常务会议由谁主持？")
    page.reload()
    page.locator(".turn .acts").wait_for()
    assert "杜小刚" in page.locator(".turn .answer").inner_text()
    assert page.locator(".past[aria-current]").inner_text().startswith("市政府第4次常务会议由谁主持？")
    assert page.locator(".turn").count() == 1
    ask(page, "那是哪一天开的？")
    page.locator("[data-event=new_conversation]").click()
    page.locator(".turn").first.wait_for(state="detached")
    page.reload()
    page.locator("#turns .sample, #turns [data-event=ask_question]").first.wait_for()
    assert page.locator(".turn").count() == 0


def test_a_question_that_is_too_long_is_kept_whole_and_says_so(watched: Watched) -> None:
    page = watched.page
    field = page.locator("#ask-field")
    field.fill("停车" * 1010)
    assert "最多 2000 字，现在多了 20 字" in page.locator("#overlong").inner_text()
    assert page.locator("#ask-field").get_attribute("aria-invalid") == "true"
    field.press("Enter")
    assert len(field.input_value()) == 2020 and page.locator(".turn").count() == 0
    field.fill("市政府第4次常务会议由谁主持？")
    assert page.locator("#overlong").count() == 0
    field.press("Enter")
    page.locator(".turn .acts").wait_for()


def test_a_lost_connection_is_told_once_and_in_the_language_of_the_page(watched: Watched) -> None:
    words = "Connection to the server was lost. Attempting reconnection..."
    toast = f"<div class=toast-item><b class=toast-title>Error </b><p class=toast-message-text>{words}</p></div>"
    watched.page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", toast * 2)  # as Gradio does
    shown = watched.page.locator(".toast-item:visible")
    until(watched.page, lambda: shown.count() == 1)
    assert shown.inner_text().split("\n")[0] == "出错了"
    assert "与服务的连接中断了" in shown.inner_text()


def test_two_users_do_not_see_each_other(browser: Browser, chat: RunningChat, watched: Watched) -> None:
    other = watch(browser, chat.address)
    ask(watched.page, "市政府第4次常务会议由谁主持？")
    turn = ask(other.page, "市政府第50次常务会议由谁主持？")
    assert "周旭东" in turn.inner_text()
    assert other.page.locator(".turn").count() == watched.page.locator(".turn").count() == 1
    assert "第4次" not in other.page.locator("#past").inner_text()
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
    entry = page.locator(".documents tbody tr", has_text="第9次")
    entry.wait_for()
    open_tab(page, "提问")
    assert "林安" in ask(page, "县政府第9次常务会议由谁主持？").locator(".answer").inner_text()

    open_tab(page, "文库")
    entry.get_by_text("移除").click()
    entry.get_by_text("确认移除").click()
    entry.wait_for(state="detached")
    assert not (chat.home / "uploads" / "青石县第9次常务会议纪要.txt").exists()
    open_tab(page, "提问")
    gone_says_so(page)
    turn = ask(page, "县政府第9次常务会议由谁主持？")
    assert turn.locator(".refused").count() == 1
    assert "林安" not in turn.inner_text()
    page.reload()
    page.locator(".past", has_text="第9次").first.click()
    gone_says_so(page)


def gone_says_so(page: Page) -> None:
    """The first answer stands as it was given; its sources say that their document is gone, and open nothing."""
    first = page.locator(".turn").first
    first.locator(".source.gone").first.wait_for()
    assert "林安" in first.locator(".answer").inner_text()
    assert "此文件已移出资料库" in first.locator(".source").first.inner_text()
    first.locator(".source").first.click()
    first.locator(".chip").first.click()
    page.wait_for_timeout(300)
    assert page.locator(".sheet").count() == 0 and first.locator("[data-event=read_source]").count() == 0


def test_wrong_kind_and_too_many_are_refused_before_they_are_sent(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "文库")
    page.locator(".upload input[type=file]").first.set_input_files(
        [{"name": "木马.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"}]
    )
    until(page, lambda: "不支持" in page.locator(".upload .progress li").first.inner_text())
    many = [{"name": f"{number}.txt", "mimeType": "text/plain", "buffer": b"a"} for number in range(51)]
    page.locator(".upload input[type=file]").first.set_input_files(many)
    until(page, lambda: "一次最多 50 份" in page.locator(".upload .progress li").first.inner_text())
    assert not any(address.endswith("/library/files") for address in watched.requests)


def test_what_a_document_says_is_shown_and_never_run(watched: Watched) -> None:
    page = watched.page
    open_tab(page, "文库")
    upload(page, ("带标签的纪要.txt", HOSTILE.encode()))
    entry = page.locator(".documents tbody tr", has_text="第9次")
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
    seen_inside(page, page.locator("mark.now").first)
    page.get_by_role("button", name="关闭阅读区").click()
    page.get_by_role("button", name="历史", exact=True).click()
    page.locator(".past").first.wait_for()
    assert fits()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="筛选").click()
    page.locator(".scope select[name=kind]").wait_for()
    assert fits()
    for name in page.get_by_role("tab").all_inner_texts():
        open_tab(page, name)
        page.wait_for_timeout(300)
        until(page, fits)
    assert page.get_by_role("tab", name="提问", exact=True).is_visible()
    assert opened.problems == []
    page.context.close()


def test_the_keyboard_reaches_source_and_back(watched: Watched) -> None:
    page = watched.page
    page.wait_for_function("document.activeElement.id === 'ask-field'")
    page.keyboard.type("市政府第4次常务会议由谁主持？")
    page.keyboard.press("Enter")
    page.locator(".turn .acts").wait_for()
    page.wait_for_function("document.querySelector('#announcer')?.textContent.startsWith('回答完毕')")
    assert "杜小刚" in page.locator("#announcer").inner_text()  # 读屏软件念出的就是答案
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.className") == "chip":
            break
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("来源 1：昆政纪〔2017〕4号")
    page.keyboard.press("Enter")
    page.locator("mark.now").first.wait_for()
    page.wait_for_function("document.activeElement.className === 'paper'")
    page.keyboard.press("Escape")
    page.locator(".sheet").wait_for(state="detached")
    page.wait_for_function("document.activeElement.className === 'chip'")


def test_a_question_that_is_not_taken_up_goes_back_into_the_field(browser: Browser, chat: RunningChat) -> None:
    page = watch(browser, chat.address).page
    page.wait_for_function("document.activeElement.id === 'ask-field'")
    page.context.set_offline(True)
    page.keyboard.type("市政府第4次常务会议由谁主持？")
    page.keyboard.press("Enter")
    page.locator("#unsent").wait_for()
    field = page.locator("#ask-field")
    assert "没有送出" in page.locator("#unsent").inner_text() and field.input_value() == "市政府第4次常务会议由谁主持？"
    page.context.set_offline(False)
    page.reload()  # as the page does by itself once the server is back
    until(page, lambda: field.count() and field.input_value() == "市政府第4次常务会议由谁主持？")
    field.press("Enter")
    page.locator(".turn .acts").wait_for()
    assert page.locator("#unsent").count() == 0 and field.input_value() == ""
    page.context.close()


def test_a_finger_deletes_and_remarks(browser: Browser, chat: RunningChat) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    page = watch(browser, chat.address, **phone).page
    turn = ask(page, "市政府第50次常务会议原则通过了哪些文件？")
    page.locator(".narrow-opener").click()
    turn.get_by_role("button", name="有误").click()
    save, composer = turn.get_by_role("button", name="保存附注"), page.locator("#composer")

    def in_sight() -> bool:
        below, above = save.bounding_box(), composer.bounding_box()
        return bool(below and above and below["y"] + below["height"] <= above["y"])

    until(page, in_sight)
    page.locator(".rail-opener").click()
    # 手指没有“悬停”：删除按钮一直看得见
    until(
        page, lambda: page.locator("#past .danger").first.evaluate("button => getComputedStyle(button).opacity") == "1"
    )
    page.context.close()


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("gradio_api/upload", "POST"),
        ("gradio_api/file=/etc/passwd", "GET"),
        ("gradio_api/proxy=https://example.org", "GET"),
        ("monitoring", "GET"),
        ("gradio_api/runs", "GET"),
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


def test_only_the_four_tools_are_offered_as_an_api_and_no_path_is_shown(chat: RunningChat) -> None:
    info = json.loads(read(f"{chat.address}/gradio_api/info"))
    assert set(info["named_endpoints"]) == {"/ask", "/search", "/summarize", "/ledger"}
    for path in ("config", ""):
        shown = read(f"{chat.address}/{path}")
        assert str(chat.home) not in shown and "/tmp/" not in shown and str(Path(__file__).parents[2]) not in shown


def status(address: str, *, method: str = "GET", headers: dict[str, str] | None = None) -> int:
    """Return the status with which an address answers."""
    request = urllib.request.Request(
        address, method=method, headers=headers or {}, data=b"" if method == "POST" else None
    )
    try:
        with urllib.request.urlopen(request, timeout=120) as reply:
            return int(reply.status)
    except urllib.error.HTTPError as error:
        return error.code


def read(address: str) -> str:
    """Return what an address answers."""
    with urllib.request.urlopen(address, timeout=120) as reply:
        return str(reply.read().decode())
