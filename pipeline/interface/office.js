/* The script of library, ledger and summaries: forms and buttons that ask the server, files that go in one by one. */
(() => {
  "use strict";
  const words = (text, values = {}) => {
    const english = window.jiyaoLanguage === "en" && (window.jiyaoWords || {})[text];
    const said = Array.isArray(english) ? english[values.n === 1 ? 0 : 1] : english || text;
    return said.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
  };

  function confirmed(button) {
    if (!button.dataset.confirm || button.dataset.armed) return true;
    const said = button.textContent;
    button.dataset.armed = "1";
    button.textContent = button.dataset.confirm;
    setTimeout(() => { delete button.dataset.armed; button.textContent = said; }, 4000);
    return false;
  }

  function valueOf(form) {
    const value = form.dataset.with ? { with: form.dataset.with } : {};
    for (const [name, given] of new FormData(form)) {
      value[name] = name in value ? [].concat(value[name], given) : given;
    }
    return value;
  }

  /* A bar of a plot was clicked: the form above shows the condition, too. */
  function fillIn(form, value) {
    for (const [name, given] of Object.entries({ ...value.set, view: value.view })) {
      const fields = form.querySelectorAll(`[name="${name}"]`);
      for (const field of fields) {
        if (field.type === "radio") field.checked = field.value === given;
        else field.value = given;
      }
    }
    showHeld(form);
    form.requestSubmit();
  }

  /* Conditions that are folded away on a phone are counted on the button that unfolds them. */
  const conditions = (form) => [...form.querySelectorAll(".narrow-fields [name]")];
  function showHeld(form) {
    const clear = form.querySelector("[data-clear-form]"), count = form.querySelector(".narrowed");
    if (!clear || !count) return;
    const held = conditions(form).filter((field) => field.value.trim()).length;
    clear.hidden = count.hidden = !held;
    count.textContent = held || "";
  }

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  function row(list, name, said, tone) {
    const entry = element("li", tone);
    entry.append(element("b", "", name), element("span", "said", said));
    list.append(entry);
    return entry;
  }

  function button(event, value, text, label) {
    const made = element("button", "quiet", text);
    made.type = "button";
    made.dataset.send = event;
    made.dataset.value = JSON.stringify(value);
    made.setAttribute("aria-label", `${text}：${label}`);
    return made;
  }

  function post(file, look, onProgress) {
    return new Promise((resolve, reject) => {
      const form = new FormData();
      form.append("files", file, file.name);
      const request = new XMLHttpRequest();
      request.open("POST", look ? "library/files?look=1" : "library/files");
      request.setRequestHeader("X-Jiyao", "1");
      request.upload.onprogress = (event) => onProgress(event.loaded / Math.max(1, event.total));
      request.onerror = () => reject(new Error(words("连接中断，没有传完")));
      request.onload = () => {
        if (request.status === 401) reject(new Error(words("请重新登录")));
        else if (request.status !== 200) reject(new Error(request.responseText || words("上传没有成功")));
        else {
          const line = request.responseText.trim().split("\n").pop();
          try { resolve(JSON.parse(line)); } catch { reject(new Error(words("上传没有成功"))); }
        }
      };
      request.send(form);
    });
  }

  function tell(entry, receipt) {
    entry.className = receipt.tone;
    entry.replaceChildren(element("b", "", receipt.file), element("span", "said", receipt.message));
    if (receipt.facts) entry.append(element("small", "", receipt.facts));
    const value = { document_id: receipt.document_id };
    if (receipt.doubts) entry.append(element("small", "warn", words("{n} 处请核对", { n: receipt.doubts })));
    if (receipt.document_id) entry.append(button("look_at", value, words("结构"), receipt.file));
    if (receipt.status === "waiting") {
      for (const [event, text] of [["admit_waiting", words("入库")], ["turn_away", words("放弃")]]) {
        const made = button(event, value, text, receipt.file);
        made.addEventListener("click", () => setTimeout(() => entry.remove(), 50));
        entry.append(made);
      }
    }
  }

  async function intake(box, files, trigger, { quietly = false } = {}) {
    const list = box.querySelector(".progress");
    const most = Number(box.dataset.maxFiles), bytes = Number(box.dataset.maxBytes);
    const kinds = box.dataset.kinds.split(",");
    const look = box.querySelector("[data-look]").checked;
    const readable = (name) => kinds.includes(name.includes(".") ? `.${name.split(".").pop().toLowerCase()}` : "");
    list.replaceChildren();
    const passed = quietly ? files.filter((file) => !readable(file.name)).length : 0;
    const taken = quietly ? files.filter((file) => readable(file.name)) : files;
    if (taken.length > most) {
      row(list, "", words("一次最多 {most} 份，选了 {n} 份。请分批上传。", { most, n: taken.length }), "bad");
      return;
    }
    if (passed) row(list, "", words("略过 {n} 份不可读的格式", { n: passed }), "plain");
    const queue = taken.map((file) => ({ file, entry: row(list, file.name, words("等待中"), "busy") }));
    const counts = {};
    const total = row(list, "", "", "busy total");
    list.prepend(total);
    const stop = element("button", "quiet", words("停止"));
    stop.type = "button";
    let halted = false;
    stop.addEventListener("click", () => { halted = true; });
    box.setAttribute("aria-busy", "true");
    for (const [place, { file, entry }] of queue.entries()) {
      const said = entry.querySelector(".said");
      total.replaceChildren(element("span", "said", words("正在处理 {done}/{n}", { done: place + 1, n: queue.length })), stop);
      if (halted) {
        entry.className = "plain";
        said.textContent = words("已停止，没有上传");
        continue;
      }
      if (!readable(file.name)) {
        entry.className = "bad";
        said.textContent = words("不支持这种格式，可读 {kinds}。旧版 .doc、.wps 请另存为 .docx；图片里的文字还读不了", { kinds: box.dataset.named });
        counts.failed = (counts.failed || 0) + 1;
        continue;
      }
      if (file.size > bytes) {
        entry.className = "bad";
        said.textContent = words("超过每份 {size} MB 的上限", { size: bytes / 1e6 });
        counts.failed = (counts.failed || 0) + 1;
        continue;
      }
      const bar = element("progress");
      bar.max = 1;
      bar.setAttribute("aria-label", file.name);
      entry.append(bar);
      said.textContent = words("正在上传");
      try {
        const receipt = await post(file, look, (part) => {
          bar.value = part;
          if (part >= 1) { bar.removeAttribute("value"); said.textContent = words("正在分析"); }
        });
        counts[receipt.status] = (counts[receipt.status] || 0) + 1;
        tell(entry, receipt);
      } catch (problem) {
        counts.failed = (counts.failed || 0) + 1;
        tell(entry, { file: file.name, tone: "bad", message: problem.message });
      }
    }
    const names = { added: "新入库 {n} 份", replaced: "换成新版本 {n} 份", unchanged: "内容未变 {n} 份", duplicate: "重复 {n} 份", waiting: "待核对 {n} 份", failed: "没有成功 {n} 份" };
    const told = Object.keys(names).filter((name) => counts[name]).map((name) => words(names[name], { n: counts[name] }));
    if (queue.length > 1 && told.length) {
      total.className = "total plain";
      total.replaceChildren(element("span", "said", told.join("，")));
    } else total.remove();
    box.removeAttribute("aria-busy");
    if (counts.added || counts.replaced) trigger("library_changed", { value: "" });
  }

  async function filesOf(transfer) {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    if (!entries.some((entry) => entry.isDirectory)) return { files: [...transfer.files], quietly: false };
    const files = [];
    const walk = async (entry) => {
      if (entry.name.startsWith(".") || entry.name.startsWith("~$")) return;
      if (entry.isFile) files.push(await new Promise((resolve, reject) => entry.file(resolve, reject)));
      else {
        const reader = entry.createReader();
        for (;;) {
          const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
          if (!some.length) break;
          for (const one of some) await walk(one);
        }
      }
    };
    for (const entry of entries) await walk(entry);
    return { files, quietly: true };
  }

  function takesFiles(root, trigger) {
    root.addEventListener("change", (event) => {
      const box = event.target.closest(".upload");
      if (!box || event.target.type !== "file") return;
      event.stopImmediatePropagation();
      const chosen = [...event.target.files].filter((file) => !file.name.startsWith(".") && !file.name.startsWith("~$"));
      intake(box, chosen, trigger, { quietly: event.target.dataset.folder === "1" });
      event.target.value = "";
    }, true);
    for (const name of ["dragover", "dragleave", "drop"]) {
      root.addEventListener(name, async (event) => {
        const box = event.target.closest(".upload");
        if (!box) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        box.classList.toggle("over", name === "dragover");
        if (name === "drop") {
          const { files, quietly } = await filesOf(event.dataTransfer);
          intake(box, files, trigger, { quietly });
        }
      }, true);
    }
  }

  /* A draft: what was changed is marked at once; it is checked, or taken out as a file, together with the rest. */
  function editsOf(root) {
    const edits = {};
    for (const one of root.querySelectorAll("[data-sentence]")) {
      one.dataset.was ??= one.textContent;
      if (one.textContent !== one.dataset.was) edits[one.dataset.sentence] = one.textContent;
    }
    return edits;
  }

  function showEdits(root) {
    const bar = root.querySelector(".changed-bar");
    if (!bar) return;
    const edits = editsOf(root);
    const count = Object.keys(edits).length;
    for (const one of root.querySelectorAll("[data-sentence]")) one.classList.toggle("changed", one.dataset.sentence in edits);
    bar.hidden = count === 0;
    bar.querySelector("span").textContent = words("{n} 句已改，未核对", { n: count });
  }

  function revert(root) {
    for (const one of root.querySelectorAll("[data-sentence]")) one.textContent = one.dataset.was ?? one.textContent;
    showEdits(root);
  }

  /* Another language writes the draft anew: what was edited and not yet checked is put in again. */
  let unsaved = {};
  function keepsEdits(root) {
    if (!root.closest("#draft")) return;
    new MutationObserver(() => {
      const edits = Object.entries(unsaved);
      if (!edits.length || !root.querySelector("[data-sentence]")) return;
      unsaved = {};
      editsOf(root);
      for (const [number, text] of edits) {
        const one = root.querySelector(`[data-sentence="${number}"]`);
        if (one) one.textContent = text;
      }
      showEdits(root);
    }).observe(root, { childList: true, subtree: true });
  }

  /* The button that was pressed is gone from the rows shown next: whoever goes by the keyboard stays in their row. */
  function staysOn(root, selector) {
    const seen = new MutationObserver(() => {
      const left = root.querySelector(selector);
      if (!left || document.activeElement !== document.body) return;
      seen.disconnect();
      left.focus({ preventScroll: true });
    });
    seen.observe(root, { childList: true, subtree: true });
    setTimeout(() => seen.disconnect(), 10000);
  }

  function order(name) {
    const form = document.querySelector("#narrow-ledger"), field = form.elements.order;
    field.value = field.value === name ? `-${name}` : name;
    form.requestSubmit();
  }

  function fetchesFiles(root) {
    new MutationObserver(() => {
      const link = root.querySelector("a[data-download]:not([data-taken])");
      if (!link) return;
      link.dataset.taken = "1";
      link.setAttribute("download", "");
      link.click();
    }).observe(root, { childList: true, subtree: true });
  }

  function bridge(root, trigger) {
    let later = 0;
    fetchesFiles(root);
    keepsEdits(root);
    const ask = (form) => { clearTimeout(later); trigger(form.dataset.send, { value: valueOf(form) }); };
    root.addEventListener("focusin", (event) => {
      if (event.target.dataset.sentence !== undefined) editsOf(root);
    });
    root.addEventListener("click", (event) => {
      const draft = document.querySelector("#draft");
      if (event.target.closest("[data-event=switch_language]") && draft) unsaved = editsOf(draft);
      if (event.target.dataset.check) return trigger("check_draft", { value: { edits: editsOf(root) } });
      if (event.target.dataset.revert) return revert(root);
      if (event.target.dataset.clearForm) {
        const form = event.target.closest("form");
        for (const field of conditions(form)) field.value = "";
        showHeld(form);
        return ask(form);
      }
      const title = event.target.closest("[data-order]");
      if (title) return order(title.dataset.order);
      const source = event.target.closest("[data-send]");
      if (!source || source.tagName === "FORM" || !confirmed(source)) return;
      const value = JSON.parse(source.dataset.value);
      if (source.closest("[data-draft]")) value.edits = editsOf(root);
      if (source.dataset.send === "confirm_row") staysOn(root, `[data-row="${CSS.escape(value.row)}"] [data-send="edit_row"]`);
      const form = value.set && document.querySelector(`form[data-send="${source.dataset.send}"]`);
      if (form) fillIn(form, value);
      else trigger(source.dataset.send, { value });
    });
    root.addEventListener("submit", (event) => {
      const form = event.target.closest("form[data-send]");
      if (!form) return;
      event.preventDefault();
      ask(form);
    });
    root.addEventListener("input", (event) => {
      if (event.target.dataset.sentence !== undefined) return showEdits(root);
      const form = event.target.closest("form[data-live]");
      if (!form) return;
      showHeld(form);
      clearTimeout(later);
      later = setTimeout(() => ask(form), event.target.tagName === "SELECT" ? 0 : 300);
    });
    takesFiles(root, trigger);
  }

  window.jiyaoOffice = { bridge };
})();
