// The view to ask in: the conversation at the left, its sources beside it.
import { make, button, iconButton, icon } from "./dom.js";
import { lines, post } from "./api.js";
import { createPanel } from "./panel.js";
import { createPopover } from "./popover.js";
import { createTurn, remark } from "./turn.js";
import { createDrawer } from "./drawer.js";
import { drawOpening } from "./opening.js";
import { saveFile } from "./clipboard.js";
import { placeOf } from "./places.js";
import { bindKeys } from "./keys.js";
import { whenReady } from "./status.js";
import { asked, createScope } from "./scope.js";

const CURRENT = "assistant.conversation";

export function createAsk(texts) {
  const state = { conversation: null, turns: [], busy: null, opening: null };
  const panel = createPanel(texts, { choose });
  const popover = createPopover(texts, (link) => follow(link));
  const log = make("div", { id: "conversation", class: "log", role: "log", "aria-live": "polite", "aria-label": texts.log, tabindex: 0 });
  const title = make("h2", { class: "talk-title", dir: "auto", tabindex: -1 });
  const box = make("textarea", { rows: 1, maxlength: 20000, placeholder: texts.ask, "aria-label": texts.ask, dir: "auto" });
  const send = make("button", { type: "submit", class: "send" });
  const models = make("select", { class: "models", "aria-label": texts.model, title: texts.model, hidden: true });
  const form = make("form", { id: "question", class: "composer" }, box, models, send);
  const drawer = createDrawer(texts, { open: openConversation, gone: (id) => id === state.conversation && begin(), current: () => state.conversation });
  const exports = make("details", { class: "menu" }, make("summary", { "aria-label": texts.export, title: texts.export }, icon("save")),
    make("div", { class: "menu-body" }, button(texts.export_markdown, () => save("markdown")), button(texts.export_html, () => save("html"))));
  const fresh = iconButton("add", texts.fresh, () => (begin(), box.focus()));
  const head = make("header", { class: "talk-head" }, iconButton("menu", texts.conversations, () => drawer.show()), title, exports, fresh);
  const talk = make("section", { class: "talk", "aria-label": texts.talk }, head, log, createScope(texts), form);
  const node = make("div", { class: "desk" }, talk, panel.node, drawer.node, popover.node);
  const acts = { ask, again: (turn, question) => ask(question, state.turns.indexOf(turn)), show, pointOut: (turn) => (panel.showSources(turn), panel.showOthers()) };

  async function ask(question, n = state.turns.length) {
    if (state.busy || !question.trim()) return;
    state.turns.splice(n).forEach((turn) => turn.node.remove());
    if (!n) log.replaceChildren();
    const turn = createTurn(question, texts, acts);
    state.turns.push(turn);
    log.append(turn.node);
    turn.waiting(texts.asking);
    turn.node.scrollIntoView({ block: "start" });
    setBusy(new AbortController());
    try {
      await receive(turn, n);
    } catch (error) {
      if (!turn.view) turn.clear();
      turn.trouble(error.name === "AbortError" ? texts.stopped : `${texts.gone} ${error.message}`);
    }
    turn.finish();
    setBusy(null);
    if (turn.view) panel.showSources(turn);
    turn.node.scrollIntoView({ block: "start" });
  }

  async function receive(turn, n) {
    const body = { question: turn.question, conversation: state.conversation, turn: n, model: models.value || null, ...asked() };
    for await (const line of lines("ask", body, state.busy.signal)) {
      if (line.wait) turn.waiting(line.wait);
      if (line.answer) turn.answer(line.answer);
      if (line.error) turn.view ? turn.trouble(line.error) : (turn.clear(), turn.trouble(line.error));
      if (line.kept) {
        turn.id = line.kept.turn;
        turn.conversation = line.kept.conversation;
        remember(line.kept.conversation, line.kept.title);
      }
    }
  }

  function setBusy(controller) {
    state.busy = controller;
    log.setAttribute("aria-busy", String(Boolean(controller)));
    node.classList.toggle("busy", Boolean(controller));
    send.replaceChildren(icon(controller ? "stop" : "send"));
    send.setAttribute("aria-label", controller ? texts.stop : texts.send);
    send.title = controller ? texts.stop : texts.send;
  }

  // Where there is a choice of models, the first is the one that was set.
  function offer(names) {
    models.replaceChildren(...names.map((name) => make("option", { value: name, text: name === "extractive" ? texts.extractive : name })));
    models.hidden = names.length < 2;
  }

  function remember(conversation, called) {
    state.conversation = conversation;
    title.textContent = called;
    title.hidden = exports.hidden = fresh.hidden = !conversation;
    try {
      if (conversation) sessionStorage.setItem(CURRENT, conversation);
      else sessionStorage.removeItem(CURRENT);
    } catch {
      // no storage: a reload begins anew
    }
  }

  function begin() {
    state.busy?.abort();
    state.turns = [];
    remember(null, "");
    log.replaceChildren(state.opening || make("p", { class: "waiting", text: texts.asking }));
    panel.showSources(null);
  }

  async function openConversation(id) {
    const got = await post("open", { conversation: id }).catch(() => null);
    if (!got) return begin();
    state.turns = got.turns.map(({ id: turnId, view, verdict }) => {
      const turn = Object.assign(createTurn(view.question, texts, acts), { id: turnId, conversation: id, verdict });
      turn.answer(view);
      turn.finish();
      return turn;
    });
    remember(id, got.title);
    log.replaceChildren(...state.turns.map((turn) => turn.node));
    const last = state.turns.at(-1);
    panel.showSources(last || null);
    last?.node.scrollIntoView({ block: "start" });
  }

  function show(turn) {
    panel.showSources(turn);
    panel.node.classList.add("open");
  }

  function choose(turn, place, report) {
    const said = report || turn.node.querySelector(".report");
    if (!report) panel.close();
    return remark(turn, { verdict: "passage", place }, said, texts);
  }

  function follow(link) {
    popover.hide();
    log.querySelector(".followed")?.classList.remove("followed");
    link.classList.add("followed");
    const turn = state.turns.find((one) => one.node.contains(link));
    if (turn && panel.state.turn !== turn) panel.showSources(turn);
    history.replaceState(null, "", link.getAttribute("href"));
    return panel.openDocument(placeOf(link.getAttribute("href")), link);
  }

  async function save(form) {
    exports.open = false;
    saveFile(await post("export", { conversation: state.conversation, form }));
  }

  function keptOpen() {
    try {
      return sessionStorage.getItem(CURRENT);
    } catch {
      return null; // no storage
    }
  }

  async function open() {
    const kept = keptOpen();
    setBusy(null);
    remember(null, "");
    if (kept) await openConversation(kept);
    else log.replaceChildren(make("p", { class: "waiting", text: texts.loading }));
    try {
      offer((await whenReady()).models);
    } catch (error) {
      return log.replaceChildren(make("p", { class: "trouble", role: "alert", text: `${texts.failed_load}: ${error.message}` }));
    }
    const linked = placeOf(location.hash);
    if (linked) panel.openDocument(linked);
    state.opening = drawOpening(await post("opening").catch(() => null), texts, ask);
    if (!state.turns.length && !state.busy) log.replaceChildren(state.opening);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (state.busy) return state.busy.abort();
    const question = box.value.trim();
    if (!question) return;
    box.value = "";
    fit();
    ask(question);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (!state.busy) form.requestSubmit();
  });
  const fit = () => {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
  };
  box.addEventListener("input", fit);
  node.addEventListener("click", (event) => {
    const link = event.target.closest("a.cite");
    if (link && !event.ctrlKey && !event.metaKey) event.preventDefault(), follow(link);
    if (!exports.contains(event.target)) exports.open = false;
  });
  // Another view asks here, as a conversation of its own.
  document.addEventListener("assistant:ask", (event) => {
    begin();
    const whenIdle = () => (state.busy ? setTimeout(whenIdle, 50) : ask(event.detail));
    whenIdle();
  });
  addEventListener("hashchange", () => placeOf(location.hash) && panel.openDocument(placeOf(location.hash)));
  popover.watch(log);
  bindKeys({ node, box, popover, panel, follow, last: () => (panel.state.turn?.node || state.turns.at(-1)?.node) });
  open();
  return node;
}
