// The view of the documents: what there is, to read and to ask alone; adding, deleting, indexing.
import { make, button, filled } from "./dom.js";
import { post } from "./api.js";
import { createPanel } from "./panel.js";
import { createRows } from "./rows.js";
import { createUploading } from "./uploading.js";
import { createDropping } from "./dropping.js";
import { createScope, keepInScope, onScope, scope, setScope } from "./scope.js";
import { lookNow, onStatus, whenReady } from "./status.js";

const SHOWN = 200;

export function createDocuments(all) {
  const texts = all.documents;
  const panel = createPanel({ ...all, empty: texts.empty, close: texts.close, region: texts.region, sources: texts.region }, {});
  const state = { documents: [], refused: [], can_change: false, max_bytes: 0, max_mb: 0, accept: "", isWhole: false, asked: 0 };
  const chosen = new Set();
  const uploading = createUploading(texts, { limits: () => state, kept: lookNow });
  const dropping = createDropping(texts, uploading.add);
  const coverage = make("p", { class: "coverage" });
  const said = make("p", { class: "report", role: "status" });
  const find = make("input", { type: "search", placeholder: texts.find, "aria-label": texts.find, dir: "auto" });
  const count = make("p", { class: "empty", role: "status" });
  const summary = make("summary");
  const troubles = make("ul");
  const problems = make("details", { class: "problems", hidden: true }, summary, troubles);
  const list = make("ul", { class: "documents", "aria-label": texts.list });
  const showAll = button("", () => {
    state.isWhole = true;
    draw();
    list.children[SHOWN]?.querySelector(".choose").focus();
  }, { class: "show-all" });
  const rest = make("p", { class: "rest", hidden: true }, showAll);
  const nPicked = make("span");
  const picked = make("div", { class: "picked-bar", role: "group", "aria-label": texts.ask_only, hidden: true }, nPicked,
    button(texts.ask_only, askOnly, { class: "plain" }), button(texts.unchoose, () => (chosen.clear(), draw(), shelf.focus()), { class: "quiet" }));
  const folders = button(texts.reindex, () => act("reindex"), { title: texts.reindex_how, hidden: true });
  const tools = make("div", { class: "finding" }, find, make("p", { class: "acts" }, folders));
  const shelf = make("div", { class: "shelf", tabindex: 0, role: "region", "aria-label": texts.shelf },
    coverage, dropping.node, uploading.node, tools, createScope(all), problems, count, list, rest);
  const node = make("div", { class: "desk" }, make("section", { class: "talk library", "aria-label": texts.list }, shelf, said, picked), panel.node);
  // What a row may offer hangs on whether documents may be changed.
  const showRows = createRows(list, ([one]) => one.document, ([one]) => entry(one));
  const showTroubles = createRows(troubles, ([one]) => one.document, ([one]) => refusedEntry(one));

  async function refresh() {
    const mine = ++state.asked;
    const got = await post("documents").catch((error) => ({ error: error.message }));
    if (mine !== state.asked) return; // asked again since
    if (got.error) return void (said.textContent = got.error);
    Object.assign(state, got);
    const names = new Set(got.documents.map((one) => one.document));
    for (const name of chosen) if (!names.has(name)) chosen.delete(name);
    keepInScope(names);
    dropping.allow(got);
    folders.hidden = !got.can_change;
    uploading.follow(got);
    draw();
    const { sentence } = await post("coverage").catch(() => ({ sentence: "" }));
    if (mine === state.asked) coverage.textContent = sentence;
  }

  function draw() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = state.documents.filter((one) => words.every((word) => `${one.title} ${one.document}`.toLowerCase().includes(word)));
    const shown = state.isWhole ? found : found.slice(0, SHOWN);
    drawProblems();
    count.textContent = found.length ? filled(texts.counted, { n: found.length, total: state.documents.length }) : texts.found_none;
    showRows(shown.map((one) => [one, state.can_change]));
    for (const box of list.querySelectorAll("input")) box.checked = chosen.has(box.value);
    rest.hidden = shown.length === found.length;
    showAll.textContent = filled(texts.show_all, { n: found.length });
    drawPicked();
  }

  function drawProblems() {
    const n = state.refused.length;
    problems.hidden = !n;
    summary.textContent = n === 1 ? texts.problem : filled(texts.problems, { n });
    showTroubles(state.refused.map((one) => [one, state.can_change]));
  }

  function entry(one) {
    const box = make("input", { type: "checkbox", value: one.document, "aria-label": filled(texts.choose, one) });
    box.addEventListener("change", () => (box.checked ? chosen.add(one.document) : chosen.delete(one.document), drawPicked()));
    const date = new Date(one.indexed).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
    const about = [one.kind, one.size, one.passages === 1 ? texts.passage : filled(texts.passages, { n: one.passages }), filled(texts.indexed, { date })];
    if (one.is_upload) about.unshift(one.document.split("/").pop()), about.push(texts.uploaded);
    const title = button(one.title, () => read(one, title), { class: "choose", dir: "auto", title: one.document });
    const item = make("li", {}, box, make("div", { class: "about" }, title, make("p", { class: "where", text: about.join(" · ") })));
    if (one.is_upload && state.can_change) item.append(deleting(one, item));
    return item;
  }

  function refusedEntry(one) {
    const item = make("li", {}, make("div", { class: "about" },
      make("p", { class: "name", dir: "auto", text: one.document }), make("p", { class: "trouble", dir: "auto", text: one.problem })));
    if (one.is_upload && state.can_change) item.append(deleting(one, item));
    return item;
  }

  function deleting(one, item) {
    const ask = button(texts.delete, () => {
      const row = [...item.childNodes];
      const back = () => (item.replaceChildren(...row), ask.focus());
      const yes = button(texts.delete_yes, async () => (await discard(one)) || back(), { class: "danger" });
      item.replaceChildren(make("p", { class: "about", dir: "auto", text: filled(texts.delete_ask, one) }), yes, button(all.cancel, back, { class: "quiet" }));
      yes.focus();
    }, { class: "quiet", "aria-label": `${texts.delete}: ${one.title}` });
    return ask;
  }

  async function discard(one) {
    if (!(await act("discard", { document: one.document }, filled(texts.deleted, one)))) return false;
    state.asked += 1; // what is on its way was listed before
    const others = (all) => all.filter((other) => other.document !== one.document);
    Object.assign(state, { documents: others(state.documents), refused: others(state.refused) });
    uploading.follow(state);
    draw();
    shelf.focus();
    return true;
  }

  async function act(action, values = {}, sentence = "") {
    const got = await post(action, values).catch((error) => ({ error: error.message }));
    said.textContent = got.error || sentence;
    lookNow();
    return !got.error;
  }

  function read(one, marker) {
    panel.openDocument({ document: one.document, start: 0, end: 0, n: 0, h: "" }, marker);
  }

  function drawPicked() {
    picked.hidden = !chosen.size;
    nPicked.textContent = filled(texts.chosen, { n: chosen.size });
  }

  function askOnly() {
    setScope(state.documents.filter((one) => chosen.has(one.document)));
    document.getElementById("view-ask-button")?.click();
    document.querySelector("#question textarea")?.focus();
  }

  // What is asked alone is what is ticked here.
  function follow() {
    chosen.clear();
    for (const one of scope()) chosen.add(one.document);
    draw();
  }

  find.addEventListener("input", draw);
  node.addEventListener("keydown", (event) => event.key === "Escape" && panel.close());
  dropping.watch(node);
  onScope(follow);
  follow();
  onStatus((status, changed) => changed && status.state === "ready" && !status.busy && refresh());
  whenReady().then(refresh, (error) => (said.textContent = error.message));
  return node;
}
