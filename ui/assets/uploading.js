// Files on their way to the server: a line each, with its progress, and one over all.
import { make, button, filled } from "./dom.js";

const AT_ONCE = 2;

export function createUploading(texts, { limits, kept }) {
  const total = make("progress", { max: 1, value: 0, "aria-label": texts.all_files });
  const count = make("span", { class: "counted", role: "status" });
  const cancelAll = button(texts.cancel_all, () => items.forEach((item) => item.cancel()));
  const clear = button(texts.clear_done, () => (items.splice(0), draw()));
  const list = make("ul", { class: "sent" });
  const node = make("section", { class: "uploading", "aria-label": texts.upload, hidden: true },
    make("div", { class: "overall" }, total, count, make("span", { class: "acts" }, cancelAll, clear)), list);
  const items = [];

  function add(files) {
    for (const file of files) items.push(createItem(file));
    list.replaceChildren(...items.map((item) => item.node));
    next();
  }

  function next() {
    const { max_bytes: most, max_mb: mb } = limits();
    for (const item of items) {
      if (item.state !== "waiting") continue;
      if (item.file.size > most) item.end("failed", filled(texts.too_large, { name: item.file.name, mb }));
      else if (items.filter((other) => other.state === "sending").length < AT_ONCE) item.send();
    }
    draw();
  }

  function draw() {
    const ended = items.filter((item) => item.hasEnded()).length;
    const sum = (of) => items.reduce((all, item) => all + of(item), 0);
    node.hidden = !items.length;
    total.max = Math.max(1, sum((item) => item.file.size));
    total.value = sum((item) => item.file.size * item.share);
    count.textContent = filled(texts.progress, { done: ended, total: items.length });
    cancelAll.hidden = ended === items.length;
    clear.hidden = ended < items.length;
    if (!items.length) list.replaceChildren();
  }

  function createItem(file) {
    const bar = make("progress", { max: 1, value: 0, "aria-label": filled(texts.progress_of, { name: file.name }) });
    const said = make("span", { class: "said", dir: "auto", text: texts.waiting });
    const stop = button(texts.cancel, () => item.cancel(), { "aria-label": filled(texts.cancel_of, { name: file.name }) });
    const line = make("li", {}, make("span", { class: "name", dir: "auto", text: file.name }), bar, stop, said);
    const request = new XMLHttpRequest(); // fetch tells no progress of what it sends
    const item = { node: line, file, state: "waiting", share: 0, kept: null, isIndexed: false };

    item.hasEnded = () => !["waiting", "sending"].includes(item.state);
    item.say = (sentence) => (said.textContent = sentence);
    item.end = (state, sentence) => {
      if (item.hasEnded()) return;
      item.state = state;
      item.share = 1;
      line.className = state;
      bar.hidden = stop.hidden = true;
      item.say(sentence);
      next();
    };
    item.settle = (state, sentence) => {
      item.isIndexed = true;
      if (item.state !== "kept") return;
      line.className = item.state = state;
      item.say(sentence);
    };
    item.cancel = () => {
      if (item.hasEnded()) return;
      item.end("cancelled", texts.cancelled);
      request.abort();
    };
    item.send = () => {
      item.state = "sending";
      request.open("POST", `page/upload?name=${encodeURIComponent(file.name.toWellFormed?.() ?? file.name)}`);
      request.setRequestHeader("content-type", "application/octet-stream");
      request.upload.onprogress = (event) => {
        if (item.hasEnded()) return;
        item.share = event.total ? event.loaded / event.total : 0;
        bar.value = item.share;
        item.say(item.share < 1 ? filled(texts.sending, { percent: Math.floor(item.share * 100) }) : texts.checking);
        draw();
      };
      request.onload = () => take(item, request);
      request.onerror = () => item.end("failed", filled(texts.unreadable, { name: file.name }));
      request.send(file);
    };
    return item;
  }

  function take(item, request) {
    let got = {};
    try {
      got = JSON.parse(request.responseText);
    } catch {
      got = { error: request.responseText };
    }
    if (request.status !== 200) return item.end("failed", got.error || filled(texts.unreadable, { name: item.file.name }));
    item.kept = got;
    item.end(got.is_new ? "kept" : "same", got.is_new ? filled(texts.indexing, got) : got.sentence);
    if (got.is_new) kept();
  }

  // Once the index has followed: each file that was kept can be asked about, or could not be read.
  // What was in the index and is no more was deleted: its line goes too.
  function follow(found) {
    for (const item of items.filter((one) => one.kept)) {
      const isIt = (one) => one.file === item.kept.name;
      const refused = found.refused.find(isIt);
      if (refused) item.settle("failed", `${refused.file}: ${refused.problem}`);
      else if (found.documents.some(isIt)) item.settle("done", filled(texts.ready, item.kept));
      else if (item.isIndexed) items.splice(items.indexOf(item), 1), item.node.remove();
    }
    draw();
  }

  return { node, add, follow };
}
