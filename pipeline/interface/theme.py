"""The look: Gradio's theme without outside fonts, our style sheet and script, both read from beside this file."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import gradio as gr

from pipeline.interface.english import ENGLISH
from pipeline.interface.language import language

_HERE = Path(__file__).resolve().parent
_PAGE = "/* the page:"
"""Where in the style sheet the rules begin that are nested in Gradio's container."""

SANS = (
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "system-ui",
    "sans-serif",
)
"""Fonts of the system, for the screen itself: a plain name makes Gradio load nothing."""
MONO = ("ui-monospace", "Consolas", "monospace")

EVENTS = (
    "read_source", "read_structure", "switch_language",
    "ask_question", "stop_answer", "rate_answer",
    "new_conversation", "find_past", "open_conversation", "forget_conversation",
    "library_changed", "list_documents", "discard_document", "restore_document", "forget_document",
    "look_at", "admit_waiting", "turn_away", "correct_record", "correct_items", "undo_correction",
    "list_decisions", "edit_row", "close_row", "confirm_row", "correct_row", "undo_row",
    "draft_summary", "check_draft", "take_draft", "follow_matter",
)  # fmt: skip
"""What a click inside our HTML may ask of the server."""

OF_THE_SCRIPT = (
    "已复制", "已保存", "正在查找", "回答完毕",
    "一次最多 {most} 份，选了 {n} 份。请分批上传。",
    "不支持这种格式，可读 {kinds}。旧版 .doc、.wps 请另存为 .docx；图片里的文字还读不了", "超过每份 {size} MB 的上限",
    "连不上服务，问题没有送出，已放回输入框。请稍候再试。", "一个问题最多 {most} 字，现在多了 {n} 字。请删短后再提问。",
    "正在入库 {n} 份", "正在入库 {done}/{n}", "请重新登录", "上传没有成功",
)  # fmt: skip
"""What the script says by itself."""

OF_THE_OFFICE = (
    "连接中断，没有传完", "入库", "放弃", "略过 {n} 份不可读的格式", "等待中", "正在处理 {done}/{n}",
    "已停止，没有上传", "正在上传", "正在分析", "新入库 {n} 份", "换成新版本 {n} 份", "内容未变 {n} 份",
    "重复 {n} 份", "待核对 {n} 份", "没有成功 {n} 份", "{n} 句已改，未核对", "{n} 处请核对", "结构", "停止",
)  # fmt: skip
"""What the script of library, ledger and summaries says by itself."""

RESUMED = "(held, named) => [held, sessionStorage.getItem('jiyao-conversation') ?? '']"
"""The script that tells which conversation stood in this tab before the page was loaded; see `chat.js`."""

BRIDGE = (
    "const known = [" + ", ".join(f"'{name}'" for name in EVENTS) + "];"
    "window.jiyao.bridge(element, trigger, known, props, watch);"
    "window.jiyaoOffice.bridge(element, trigger);"
)
"""The script of every `gr.HTML` of ours: clicks on `data-event` become Gradio events; see `chat.js`."""


@cache
def style() -> str:
    """Return the style sheet."""
    return "".join((_HERE / name).read_text(encoding="utf-8") for name in ("chat.css", "office.css"))


def head() -> str:
    """Return what goes into the page's head: our scripts with their words, and our style.

    Gradio takes a style sheet as well, but tears lists within `:is()` apart, mixes up borders that name a variable, and
    drops container queries; in the head it stays as it is written.
    """
    script, office = ((_HERE / name).read_text(encoding="utf-8") for name in ("chat.js", "office.js"))
    ours, page = style().split(_PAGE, 1)
    sheet = f"{ours}.gradio-container.gradio-container.gradio-container {{{_PAGE}{page}}}"
    words = json.dumps({text: ENGLISH[text] for text in (*OF_THE_SCRIPT, *OF_THE_OFFICE)}, ensure_ascii=False)
    said = f"window.jiyaoWords = {words}; window.jiyaoLanguage = '{language()}';"
    return f"<script>{said}{script}{office}</script><style>{sheet}</style>"


PRIVATE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
FAST: dict[str, Any] = {**PRIVATE, "queue": False}
QUEUED: dict[str, Any] = {**PRIVATE, "queue": True}
"""How handlers are bound: none is offered as an API; long work waits in the queue, the rest does not."""


def place(name: str) -> gr.HTML:
    """Return an empty place for our own HTML, with the bridge for its clicks."""
    return gr.HTML("", elem_id=name, js_on_load=BRIDGE, apply_default_css=False)


def theme() -> gr.themes.Base:
    """Return Gradio's plain theme in our colours, with system fonts only; the names are those of `chat.css`."""
    plain = gr.themes.Base(
        font=SANS, font_mono=MONO, primary_hue="stone", neutral_hue="stone", radius_size=gr.themes.sizes.radius_sm
    )
    colours = {
        "body_background_fill": "var(--paper)",
        "body_text_color": "var(--ink)",
        "body_text_color_subdued": "var(--soft)",
        "background_fill_primary": "var(--sheet)",
        "background_fill_secondary": "var(--paper)",
        "block_background_fill": "transparent",
        "block_border_width": "0px",
        "block_label_text_color": "var(--soft)",
        "block_title_text_color": "var(--soft)",
        "border_color_primary": "var(--line)",
        "border_color_accent": "var(--seal)",
        "input_background_fill": "var(--sheet)",
        "input_border_color": "var(--edge)",
        "input_border_color_focus": "var(--seal)",
        "input_placeholder_color": "var(--soft)",
        "button_primary_background_fill": "var(--seal-fill)",
        "button_primary_background_fill_hover": "var(--seal-deep)",
        "button_primary_text_color": "#ffffff",
        "button_secondary_background_fill": "transparent",
        "button_secondary_background_fill_hover": "var(--wash)",
        "button_secondary_border_color": "var(--line)",
        "button_secondary_text_color": "var(--ink)",
        "color_accent": "var(--seal)",
        "color_accent_soft": "var(--wash)",
        "link_text_color": "var(--seal)",
        "checkbox_background_color_selected": "var(--seal-fill)",
        "checkbox_label_background_fill": "transparent",
        "checkbox_label_background_fill_selected": "var(--wash)",
        "checkbox_label_text_color_selected": "var(--ink)",
        "loader_color": "var(--seal)",
    }
    dark = {f"{name}_dark": value for name, value in colours.items()}
    return plain.set(**colours, **{name: value for name, value in dark.items() if hasattr(plain, name)})
