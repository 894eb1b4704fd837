/* The script of the chat: clicks inside our HTML become Gradio events; the rest needs no server. */
(() => {
  "use strict";
  document.documentElement.lang = "zh-CN";
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const pane = () => document.querySelector("#reading");
  let opener = null;

  function scrollInside(box, target) {
    const distance = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTo({ top: box.scrollTop + distance - box.clientHeight * 0.28, behavior: "auto" });
  }

  function showOpened(element) {
    const paper = element.querySelector(".paper");
    if (!paper) return;
    const mark = paper.querySelector("mark.now");
    if (mark) scrollInside(paper, mark);
    else paper.scrollTop = 0;
    paper.focus({ preventScroll: true });
  }

  function closePane() {
    const close = pane() && pane().querySelector("[data-close]");
    if (close) close.click();
  }

  function showLastTurn(element) {
    const turns = element.querySelectorAll(".turn");
    const last = turns[turns.length - 1];
    if (last) last.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
  }

  async function copy(button) {
    const text = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Plain http on another host has no clipboard of its own.
      const field = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    const said = button.textContent;
    button.textContent = "已复制";
    setTimeout(() => { button.textContent = said; }, 1600);
  }

  function confirmed(button) {
    if (!button.dataset.confirm || button.dataset.armed) return true;
    const said = button.textContent;
    button.dataset.armed = "1";
    button.textContent = button.dataset.confirm;
    setTimeout(() => { delete button.dataset.armed; button.textContent = said; }, 4000);
    return false;
  }

  function sortTable(button) {
    const head = button.closest("th");
    const body = head.closest("table").tBodies[0];
    const column = Number(button.dataset.sort);
    const down = head.getAttribute("aria-sort") === "ascending";
    const key = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
    const rows = [...body.rows].sort((one, other) => {
      const left = key(one), right = key(other);
      // What is not stated stays at the end, whichever way the rest is sorted.
      if (!left || !right) return left ? -1 : right ? 1 : 0;
      return (down ? -1 : 1) * left.localeCompare(right, "zh", { numeric: true });
    });
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...rows);
  }

  function findInTable(field) {
    const table = document.querySelector(`[data-table="${field.dataset.find}"]`);
    const words = field.value.trim().toLowerCase().split(/\s+/);
    for (const row of table.tBodies[0].rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
  }

  function line(list, name, said, tone) {
    const entry = document.createElement("li");
    entry.className = tone;
    entry.textContent = said ? `${name}：${said}` : name;
    list.append(entry);
    return entry;
  }

  async function send(box, files, trigger) {
    const list = box.querySelector(".progress");
    const most = Number(box.dataset.maxFiles), bytes = Number(box.dataset.maxBytes);
    const kinds = box.dataset.kinds.split(",");
    const suffix = (name) => (name.includes(".") ? `.${name.split(".").pop().toLowerCase()}` : "");
    list.replaceChildren();
    if (files.length > most) {
      line(list, `一次最多 ${most} 份，选了 ${files.length} 份。请分批上传。`, "", "bad");
      return;
    }
    const form = new FormData();
    let fit = 0;
    for (const file of files) {
      if (!kinds.includes(suffix(file.name))) line(list, file.name, `不支持这种格式，可读 ${kinds.join(" ")}`, "bad");
      else if (file.size > bytes) line(list, file.name, `超过每份 ${bytes / 1e6} MB 的上限`, "bad");
      else { form.append("files", file, file.name); fit += 1; }
    }
    if (!fit) return;
    box.setAttribute("aria-busy", "true");
    const waiting = line(list, `正在入库 ${fit} 份`, "", "busy");
    try {
      const reply = await fetch("library/files", { method: "POST", body: form, headers: { "X-Jiyao": "1" } });
      if (!reply.ok) throw new Error(reply.status === 401 ? "请重新登录" : (await reply.text()) || "上传没有成功");
      const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "", done = 0;
      for (;;) {
        const { value, done: ended } = await reader.read();
        rest += value ?? "";
        const lines = rest.split("\n");
        rest = lines.pop();
        for (const said of lines.filter(Boolean)) {
          const receipt = JSON.parse(said);
          done += 1;
          waiting.textContent = `正在入库 ${done}/${fit}`;
          line(list, receipt.file, receipt.message, receipt.tone);
        }
        if (ended) break;
      }
    } catch (problem) {
      line(list, "上传没有成功", problem.message, "bad");
    }
    waiting.remove();
    box.removeAttribute("aria-busy");
    trigger("library_changed", { value: "" });
  }

  function bridge(element, trigger, known, props, watch) {
    element.addEventListener("click", (event) => {
      const source = event.target.closest("[data-event], [data-close], [data-copy], [data-jump], [data-sort]");
      if (!source || !element.contains(source)) return;
      if (source.dataset.close) {
        props.value = "";
        if (opener && opener.isConnected) opener.focus();
      } else if (source.dataset.copy !== undefined) {
        copy(source);
      } else if (source.dataset.jump) {
        event.preventDefault();
        const target = element.querySelector(`#${CSS.escape(source.dataset.jump)}`);
        source.closest("details").open = false;
        if (target) scrollInside(element.querySelector(".paper"), target);
      } else if (source.dataset.sort) {
        sortTable(source);
      } else if (known.includes(source.dataset.event) && confirmed(source)) {
        if (!pane().contains(source)) opener = source;
        for (const other of document.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
        if (source.dataset.event === "read_source") source.setAttribute("aria-current", "true");
        trigger(source.dataset.event, { value: JSON.parse(source.dataset.value) });
      }
    });
    element.addEventListener("input", (event) => {
      if (event.target.dataset.find) findInTable(event.target);
    });
    element.addEventListener("change", (event) => {
      const box = event.target.closest(".upload");
      if (box && event.target.type === "file") {
        send(box, [...event.target.files], trigger);
        event.target.value = "";
      }
    });
    for (const name of ["dragover", "dragleave", "drop"]) {
      element.addEventListener(name, (event) => {
        const box = event.target.closest(".upload");
        if (!box) return;
        event.preventDefault();
        box.classList.toggle("over", name === "dragover");
        if (name === "drop") send(box, [...event.dataTransfer.files], trigger);
      });
    }
    const column = element.closest("#reading, #conversation");
    if (column && column.id === "reading") watch("value", () => showOpened(element));
    if (column && column.id === "conversation") watch("value", () => showLastTurn(element));
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closePane();
  });
  window.jiyao = { bridge };
})();
