// The panel beside the chat: the sources of an answer, and documents opened at a passage.
import { make, button, blocks, whereabouts, filled, onPhone } from "./dom.js";
import { linkTo, plain } from "./places.js";
import { passageCard, reasons, why } from "./passages.js";
import { post } from "./api.js";
import { copyText } from "./clipboard.js";

export function createPanel(texts, { choose } = {}) {
  const back = button(texts.back, () => showSources(state.turn, true), { class: "viewer-back" });
  const title = make("h2", { class: "viewer-title", dir: "auto" });
  const what = make("div", { class: "viewer-what" }, title);
  const shut = button(texts.close, () => close(), { class: "viewer-close" });
  const body = make("div", { class: "viewer-body", tabindex: 0, role: "region", "aria-label": texts.sources });
  const head = make("header", { class: "viewer-head" }, back, what, shut);
  const node = make("aside", { class: "viewer", "aria-label": texts.region }, head, body);
  const state = { turn: null, marker: null, asked: 0, inDocument: false };

  function draw(heading, inDocument, ...nodes) {
    state.inDocument = inDocument;
    title.textContent = heading;
    what.replaceChildren(title);
    back.hidden = !inDocument || !state.turn;
    body.replaceChildren(...nodes);
    body.scrollTop = 0;
  }

  function showSources(turn, withFocus = false) {
    state.turn = turn;
    state.asked += 1;
    const view = turn?.view;
    if (!view) return draw(texts.sources, false, make("p", { class: "empty", text: texts.empty }));
    const chosen = turn.id && choose ? (passage) => choose(turn, passage) : null;
    const handlers = { open: (passage) => openDocument(passage), choose: chosen };
    const cards = view.sources.map((source) => sourceCard(source, view));
    if (cards.length && view.closest.length) cards.push(make("h3", { class: "aside-head", text: texts.closest }));
    const isRefused = !view.sources.length && view.closest.length;
    cards.push(...view.closest.map((passage) => passageCard(passage, texts, handlers)));
    if (!cards.length) cards.push(make("p", { class: "empty", text: texts.no_sources }));
    draw(isRefused ? texts.closest : texts.sources, false, ...cards, others(view, handlers));
    if (withFocus) body.focus({ preventScroll: true });
  }

  function sourceCard(source, view) {
    const found = view.passages.find((p) => p.document === source.document && p.start <= source.start && source.start < p.end);
    const quote = make("blockquote", { class: "passage", dir: "auto" }, make("mark", { text: source.shown }));
    const toggle = button(texts.paragraph, () => unfold(), { "aria-expanded": "false", "aria-label": `${texts.paragraph}: ${filled(texts.source_n, source)}` });
    let around = null;
    async function unfold() {
      const isOpen = toggle.getAttribute("aria-expanded") === "true";
      if (!isOpen && !around) {
        const got = await post("paragraph", { place: plain(source) }).catch((error) => ({ error: error.message }));
        around = make("div", { class: "passage" });
        if (got.error) around.append(make("p", { class: "failed", text: `${texts.failed} ${got.error}` }));
        else {
          if (got.changed) around.append(make("p", { class: "failed", text: texts.changed }));
          around.append(...blocks(got.blocks));
        }
      }
      toggle.setAttribute("aria-expanded", String(!isOpen));
      toggle.textContent = isOpen ? texts.paragraph : texts.hide;
      if (isOpen) around.replaceWith(quote);
      else quote.replaceWith(around);
    }
    return make("article", { class: "card", "data-n": source.n },
      make("header", {}, make("span", { class: "number", text: String(source.n) }), make("h3", { dir: "auto", text: source.title })),
      whereabouts(source, texts), quote,
      make("p", { class: "acts" },
        button(texts.open, () => openDocument(source), { "aria-label": `${texts.open}: ${filled(texts.source_n, source)}` }), toggle),
      found ? why(found.found, texts) : null);
  }

  function others(view, handlers) {
    if (!view.passages.length || view.shape === "overview" || view.shape === "reply") return "";
    const summary = make("summary", { text: filled(texts.passages_found, { n: view.passages.length }) });
    const list = make("div", {});
    const node = make("details", { class: "others" }, summary, list);
    node.addEventListener("toggle", () => {
      if (!list.childElementCount) list.append(...view.passages.map((passage) => passageCard(passage, texts, handlers)));
    });
    return node;
  }

  function showOthers() {
    node.classList.add("open");
    const found = body.querySelector(".others");
    if (!found) return;
    found.open = true;
    found.querySelector("summary").focus();
    found.scrollIntoView({ block: "start" });
  }

  async function openDocument(place, marker = null) {
    const asked = ++state.asked;
    state.marker = marker || state.marker;
    node.classList.add("open");
    const source = await post("document", { place: plain(place) }).catch((error) => ({ error: error.message }));
    if (asked !== state.asked) return;
    if (source.error) return draw(texts.source, true, make("p", { class: "failed", text: `${texts.failed} ${source.error}` }));
    const report = make("div", { class: "report", role: "status" });
    const text = make("div", { class: "text" }, ...blocks(source.blocks));
    const page = make("article", { class: "document" },
      make("p", { class: "path", dir: "auto", text: source.document }),
      tools(place, source, text, report), report,
      source.changed ? make("p", { class: "failed", text: texts.changed }) : null,
      source.cut ? make("p", { class: "empty", text: texts.cut }) : null, text, more(source, text));
    draw(source.title, true, page);
    what.append(whereabouts(source, texts) || "");
    scrollToMark(text);
    if (onPhone()) shut.focus({ preventScroll: true });
    else if (!marker) body.focus({ preventScroll: true });
  }

  // A long document goes on where its reader wants it to.
  function more(source, text) {
    if (source.further === null) return null;
    const act = button(texts.further, async () => {
      const got = await post("further", { document: source.document, start: source.further }).catch((error) => ({ error: error.message }));
      if (got.error) return act.replaceWith(make("p", { class: "failed", text: `${texts.failed} ${got.error}` }));
      text.append(...blocks(got.blocks));
      source.further = got.further;
      if (got.further === null) act.remove();
    }, { class: "show-all" });
    return act;
  }

  function tools(place, source, text, report) {
    const link = button(texts.copy_link, async () => {
      await copyText(location.href.split("#")[0] + linkTo({ ...place, h: source.h }));
      report.replaceChildren(make("p", { text: texts.link_copied }));
    });
    const point = state.turn?.view.query ? button(texts.point, () => picking(text, report, point, source), { "aria-pressed": "false" }) : null;
    return make("p", { class: "acts" }, link, point);
  }

  // While picking, every paragraph is a button.
  function picking(text, report, toggle, source) {
    const isOn = toggle.getAttribute("aria-pressed") !== "true";
    toggle.setAttribute("aria-pressed", String(isOn));
    text.classList.toggle("picking", isOn);
    report.replaceChildren(...(isOn ? [make("p", { text: texts.point_how })] : []));
    for (const block of text.children) {
      block.onclick = isOn ? () => judge(block, source, report) : null;
      block.onkeydown = isOn ? (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), judge(block, source, report)) : null;
      if (isOn) block.setAttribute("tabindex", "0");
      else block.removeAttribute("tabindex");
    }
  }

  async function judge(block, source, report) {
    const turn = state.turn;
    block.parentElement.querySelector(".picked")?.classList.remove("picked");
    block.classList.add("picked");
    const place = { document: source.document, start: Number(block.dataset.start), end: Number(block.dataset.end), n: 0, h: source.h };
    const got = await post("standing", { query: turn.view.query, place }).catch((error) => ({ sentence: error.message }));
    const take = turn.id && choose ? button(texts.choose, () => choose(turn, place, report)) : null;
    report.replaceChildren(...[make("p", { class: "standing", text: got.sentence }), got.found ? reasons(got.found, texts) : null, take && make("p", { class: "acts" }, take)].filter(Boolean));
    report.scrollIntoView({ block: "nearest" });
  }

  function scrollToMark(text) {
    const mark = text.querySelector("mark");
    if (mark) body.scrollTop += mark.getBoundingClientRect().top - body.getBoundingClientRect().top - body.clientHeight / 3;
  }

  function close() {
    node.classList.remove("open");
    if (state.inDocument) showSources(state.turn);
    state.marker?.focus();
  }

  showSources(null);
  return { node, showSources, showOthers, openDocument, close, state };
}
