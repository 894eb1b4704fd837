/* The script of the chat: clicks inside our HTML become Gradio events; the rest needs no server. */
(() => {
  "use strict";
  const cookie = (name) => document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  function keepCookie(name, value) {
    document.cookie = `${name}=${value}; path=/; max-age=${400 * 86400}; samesite=lax`;
  }
  // Who did not sign in is known again by their browser, so that each sees their own questions only.
  if (!/^[0-9a-f]{32}$/.test(cookie("jiyao-visitor") ?? "")) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    keepCookie("jiyao-visitor", [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
  }
  const setting = window.jiyaoLanguage;
  const language = () => (["zh", "en"].includes(cookie("jiyao-language")) ? cookie("jiyao-language") : setting);
  function say(text, values = {}) {
    const wording = language() === "en" ? window.jiyaoWords[text] ?? text : text;
    return wording.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
  }
  const nameLanguage = () => {
    window.jiyaoLanguage = language();
    document.documentElement.lang = language() === "en" ? "en" : "zh-CN";
  };
  nameLanguage();
  const narrowScreen = () => matchMedia("(max-width: 1199px)").matches;
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const pane = () => document.querySelector("#reading");
  let opener = null;
  // What stands in the field is kept for this tab: Gradio loads the page anew when the server comes back.
  let draft = sessionStorage.getItem("jiyao-draft") ?? "";
  function keepDraft(words) {
    draft = words;
    sessionStorage.setItem("jiyao-draft", words);
  }

  // The conversation that is open in this tab, so that loading the page anew shows it again.
  const RESUMED = "jiyao-conversation";
  function rememberOpen(list) {
    const open = list.querySelector(".past[aria-current]");
    if (open) sessionStorage.setItem(RESUMED, JSON.parse(open.dataset.value).conversation_id);
  }

  // What Gradio says by itself, always in English, and twice where two of its connections break.
  const OF_GRADIO = {
    "Error": "出错了", "Warning": "请注意", "Info": "提示",
    "Connection to the server was lost. Attempting reconnection...": "与服务的连接中断了，正在重新连接。连上后页面会自动恢复。",
    "Connection errored out.": "与服务的连接中断了，请稍后再试。",
    "This application is currently busy. Please try again.": "现在用的人多，请稍后再试。",
  };
  function retellToasts() {
    const shown = new Set();
    for (const item of document.querySelectorAll(".toast-item")) {
      for (const box of language() === "zh" ? item.querySelectorAll(".toast-title, .toast-message-text") : []) {
        const words = OF_GRADIO[box.textContent.trim()];
        if (words) box.textContent = words;
      }
      if (language() === "zh") item.querySelector(".toast-close")?.setAttribute("aria-label", "关闭");
      const said = item.querySelector(".toast-message-text")?.textContent;
      item.style.display = said && shown.has(said) ? "none" : "";
      shown.add(said);
    }
  }
  new MutationObserver(retellToasts).observe(document.documentElement, { childList: true, subtree: true });

  function scrollInside(box, target) {
    const distance = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTo({ top: box.scrollTop + distance - box.clientHeight * 0.28, behavior: "auto" });
  }

  function showOpened(element) {
    const paper = element.querySelector(".paper");
    document.querySelector("#floor").classList.toggle("widened", Boolean(paper) && sessionStorage.getItem("wide") === "1");
    if (!paper) return;
    const widen = element.querySelector("[data-widen]");
    if (widen) widen.setAttribute("aria-pressed", String(sessionStorage.getItem("wide") === "1"));
    const contents = element.querySelector("details.outline");
    if (contents && element.clientWidth >= 760) contents.open = true;
    const here = contents && contents.querySelector("[aria-current]");
    if (here && contents.open) here.scrollIntoView({ block: "nearest" });
    const mark = paper.querySelector("mark.now");
    if (mark) scrollInside(paper, mark);
    else paper.scrollTop = 0;
    paper.focus({ preventScroll: true });
  }

  function closePane() {
    const close = pane() && pane().querySelector("[data-close]");
    if (close) close.click();
  }

  // A new question goes to the top once; its answer then grows below it and nothing above or beside it moves.
  function showQuestion() {
    const last = document.querySelector("#last .turn") ?? document.querySelector("#turns .turn:last-of-type");
    if (last) last.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
  }

  function lastChanged(element) {
    const turn = element.querySelector(".turn");
    const busy = Boolean(turn) && turn.getAttribute("aria-busy") === "true";
    const begun = turn && turn.id + turn.dataset.turn !== element.dataset.shown;
    setBusy(busy);
    if (!turn) { delete element.dataset.shown; return; }
    if (busy || begun) sent = "";
    if (begun) { element.dataset.shown = turn.id + turn.dataset.turn; showQuestion(); }
    tell(busy ? say("正在查找") : `${say("回答完毕")}。${turn.querySelector(".answer")?.innerText ?? ""}`);
  }

  let told = "";
  function tell(words) {
    let box = document.querySelector("#announcer");
    if (!box) {
      box = Object.assign(document.createElement("div"), { id: "announcer", className: "unseen" });
      box.setAttribute("role", "status");
      box.setAttribute("aria-live", "polite");
      document.querySelector(".gradio-container main, .gradio-container")?.append(box);
    }
    if (words !== told) box.textContent = told = words;
  }

  function setBusy(busy) {
    const send = document.querySelector("#send"), stop = document.querySelector("#stop");
    if (!send || !stop) return;
    send.hidden = busy;
    stop.hidden = !busy;
  }

  // The field and its filters
  const asker = () => document.querySelector("#ask-field");
  const filterFields = () => [...document.querySelectorAll(".scope [name]")];
  const scope = () => Object.fromEntries(filterFields().filter((field) => field.value.trim()).map((field) => [field.name, field.value.trim()]));

  function grow(field) {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight + 2, innerHeight * 0.3)}px`;
  }

  function showNarrowed() {
    const held = filterFields().filter((field) => field.value.trim());
    for (const field of filterFields()) field.toggleAttribute("data-held", held.includes(field));
    const clear = document.querySelector(".scope .clear"), count = document.querySelector(".scope .narrowed");
    if (clear) clear.hidden = !held.length;
    if (count) { count.hidden = !held.length; count.textContent = held.length; }
  }

  // A question that the server never took up goes back into the field: nobody has to write it twice.
  const TAKEN_WITHIN = 2500;
  let sent = "", waiting = 0;
  function awaitTaken(question) {
    sent = question;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      if (!sent) return;
      try {
        await fetch(location.pathname, { cache: "no-store" });
        awaitTaken(sent);
      } catch {
        giveBack();
      }
    }, TAKEN_WITHIN);
  }

  function giveBack() {
    const field = asker(), box = document.querySelector("#composer");
    if (!field.value) field.value = sent;
    keepDraft(field.value);
    sent = "";
    grow(field);
    const words = say("连不上服务，问题没有送出，已放回输入框。请稍候再试。");
    const note = Object.assign(document.createElement("p"), { id: "unsent", className: "note bad", textContent: words });
    note.setAttribute("role", "alert");
    box.prepend(note);
  }

  // What is too long stays as it was written and says so: cut at the limit it would ask something else.
  function tellLength(field) {
    const most = Number(field.dataset.longest), over = [...field.value.trim()].length - most;
    let box = document.querySelector("#overlong");
    field.setAttribute("aria-invalid", over > 0);
    if (over <= 0) { box?.remove(); return true; }
    if (!box) {
      box = Object.assign(document.createElement("p"), { id: "overlong", className: "note bad" });
      box.setAttribute("role", "alert");
      document.querySelector("#composer").prepend(box);
    }
    box.textContent = say("一个问题最多 {most} 字，现在多了 {n} 字。请删短后再提问。", { most, n: over });
    return false;
  }

  function submit(form, trigger) {
    const field = asker(), stop = document.querySelector("#stop");
    const question = field.value.trim();
    if (!question || (stop && !stop.hidden) || !tellLength(field)) return;
    document.querySelector("#unsent")?.remove();
    trigger("ask_question", { value: { question, scope: scope() } });
    awaitTaken(question);
    keepDraft("");
    field.value = "";
    grow(field);
  }

  function toggleRail(open) {
    document.querySelector("#asking").classList.toggle("rail-open", open);
    for (const button of document.querySelectorAll(".rail-opener")) button.setAttribute("aria-expanded", String(open));
    if (open) document.querySelector("#rail [data-past]")?.focus();
    else if (narrowScreen()) document.querySelector(".rail-opener")?.focus();
  }

  function rate(button, trigger) {
    const row = button.closest(".turn"), form = row.querySelector(".remark");
    const again = button.getAttribute("aria-pressed") === "true";
    for (const thumb of row.querySelectorAll("[data-rate]")) {
      thumb.setAttribute("aria-pressed", String(thumb === button && !again));
    }
    form.hidden = again;
    if (!again) {
      form.elements.note.focus({ preventScroll: true });
      form.style.scrollMarginBottom = `${document.querySelector("#composer").offsetHeight + 8}px`; // it lies over the end
      form.scrollIntoView({ block: "nearest" });
    }
    sendRating(row, trigger, again ? "" : null);
  }

  // A note of null stays as it is kept: a verdict that arrives late does not wipe out the note written after it.
  function sendRating(row, trigger, note) {
    const form = row.querySelector(".remark"), pressed = row.querySelector('[data-rate][aria-pressed="true"]');
    trigger("rate_answer", { value: { turn_id: form.dataset.turnId, verdict: pressed ? pressed.dataset.rate : "", note } });
  }

  function flash(button, words) {
    const said = button.innerHTML;
    button.textContent = words;
    setTimeout(() => { button.innerHTML = said; }, 1600);
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
    flash(button, say("已复制"));
  }

  function confirmed(button) {
    if (!button.dataset.confirm || button.dataset.armed) return true;
    const said = button.innerHTML;
    button.dataset.armed = "1";
    button.textContent = button.dataset.confirm;
    setTimeout(() => { delete button.dataset.armed; button.innerHTML = said; }, 4000);
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

  function bridge(element, trigger, known, props, watch) {
    element.addEventListener("click", (event) => {
      const source = event.target.closest("[data-event], [data-close], [data-copy], [data-jump], [data-sort], [data-rate], [data-rail], [data-narrow], [data-clear], [data-widen], [data-tab]");
      if (!source || !element.contains(source)) return;
      if (source.dataset.close) {
        props.value = "";
        if (opener && opener.isConnected) opener.focus();
      } else if (source.dataset.copy !== undefined) {
        copy(source);
      } else if (source.dataset.jump) {
        event.preventDefault();
        const target = element.querySelector(`#${CSS.escape(source.dataset.jump)}`);
        if (element.clientWidth < 760) source.closest("details.outline").open = false;
        if (target) scrollInside(element.querySelector(".paper"), target);
      } else if (source.dataset.tab) {
        document.querySelector(`#${source.dataset.tab}-tab-button`)?.click();
      } else if (source.dataset.sort) {
        sortTable(source);
      } else if (source.dataset.rate) {
        rate(source, trigger);
      } else if (source.dataset.rail) {
        toggleRail(source.dataset.rail === "1" && !document.querySelector("#asking").classList.contains("rail-open"));
      } else if (source.dataset.narrow) {
        const open = source.closest(".scope, .narrowable").classList.toggle("narrowing-open");
        source.setAttribute("aria-expanded", String(open));
      } else if (source.dataset.clear) {
        for (const field of filterFields()) field.value = "";
        showNarrowed();
      } else if (source.dataset.widen) {
        const wide = document.querySelector("#floor").classList.toggle("widened");
        sessionStorage.setItem("wide", wide ? "1" : "0");
        source.setAttribute("aria-pressed", String(wide));
        const contents = element.querySelector("details.outline");
        if (contents) contents.open = wide && element.clientWidth >= 760;
      } else if (known.includes(source.dataset.event) && confirmed(source)) {
        const reads = source.dataset.event === "read_source";
        if (reads && !pane().contains(source)) {
          opener = source;
          for (const other of document.querySelectorAll("#work [data-event=read_source][aria-current]")) other.removeAttribute("aria-current");
          source.setAttribute("aria-current", "true");
        }
        if (source.dataset.event === "switch_language") {
          keepCookie("jiyao-language", source.dataset.language);
          nameLanguage();
          closePane();
        }
        if (source.dataset.event === "new_conversation") sessionStorage.removeItem(RESUMED);
        if (source.dataset.event === "forget_conversation" && source.dataset.value.includes(sessionStorage.getItem(RESUMED))) sessionStorage.removeItem(RESUMED);
        if (["open_conversation", "new_conversation"].includes(source.dataset.event)) {
          if (narrowScreen()) toggleRail(false);
          if (source.dataset.event === "new_conversation") asker()?.focus();
        }
        const value = JSON.parse(source.dataset.value);
        if (value.sample) value.scope = scope();
        if (source.dataset.event === "ask_question" && !document.querySelector("#stop")?.hidden) return;
        trigger(source.dataset.event, { value });
      }
    });
    element.addEventListener("input", (event) => {
      if (event.target.id === "ask-field") { keepDraft(event.target.value); grow(event.target); tellLength(event.target); }
      if (event.target.closest(".scope")) showNarrowed();
      if (event.target.dataset.past) {
        clearTimeout(element.waiting);
        element.waiting = setTimeout(() => trigger("find_past", { value: { words: event.target.value } }), 250);
      }
    });
    element.addEventListener("keydown", (event) => {
      if (event.target.id === "ask-field") {
        // An input method commits what is being spelled with Enter; that must not send.
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
          event.preventDefault();
          submit(event.target.form, trigger);
        } else if (event.key === "ArrowUp" && !event.target.value) {
          const asked = [...document.querySelectorAll(".turn .question")].pop();
          if (asked) { event.preventDefault(); event.target.value = asked.textContent; grow(event.target); }
        }
      } else if (event.key === "Enter" && event.target.closest(".scope")) {
        event.preventDefault();
        asker()?.focus();
      }
    });
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.target.matches(".composer")) submit(event.target, trigger);
      if (event.target.matches(".remark")) {
        sendRating(event.target.closest(".turn"), trigger, event.target.elements.note.value);
        flash(event.target.querySelector("[type=submit]"), say("已保存"));
      }
    });
    element.addEventListener("change", (event) => {
      if (event.target.closest(".scope")) showNarrowed();
    });
    const inside = (id) => element.closest(`#${id}`);
    if (inside("reading")) watch("value", () => showOpened(element));
    if (inside("last")) watch("value", () => lastChanged(element));
    if (inside("scope")) watch("value", showNarrowed);
    if (inside("past")) watch("value", () => rememberOpen(element));
    if (inside("composer-form")) {
      watch("value", () => {
        const field = asker();
        if (!field) return;
        field.value = draft;
        grow(field);
        tellLength(field);
        if (!document.activeElement || document.activeElement === document.body) field.focus({ preventScroll: true });
      });
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (document.querySelector("#asking.rail-open")) toggleRail(false);
    else closePane();
  });
  window.jiyao = { bridge };
})();
