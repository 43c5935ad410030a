// An answer: its statements in the shape of the question, then what qualifies them.
import { make, button, parts, filled, blocks } from "./dom.js";
import { linkTo, plain } from "./places.js";
import { post } from "./api.js";

const SHOWN = { items: 6, table: 8 };
const SHOWN_IN_GROUP = 3;

// `ask` puts a question, where one can be put.
export function drawAnswer(view, texts, ask) {
  const nodes = view.blocks.map((block) => drawBlock(block, view, texts));
  const body = make("div", { class: "said" }, ...nodes);
  if (view.heading) {
    body.className = `said refusal ${view.outcome}`;
    body.prepend(make("p", { class: "verdict", text: view.heading }));
  }
  if (view.rest && ask) {
    const all = button(filled(texts.show_all, { n: view.rest }), () => ask(texts.ask_for_all), { class: "show-all" });
    body.append(make("p", { class: "show-rest" }, all));
  }
  return [body, ...asides(view, texts)];
}

function drawBlock(block, view, texts) {
  const label = block.label ? make("h3", { class: "group", dir: "auto", text: block.label }) : null;
  if (block.form === "paragraph") {
    const text = make("p", { dir: "auto" });
    block.statements.forEach((statement, i) => {
      if (i) text.append(" ");
      text.append(drawStatement(statement, view, texts));
    });
    return make("div", { class: "block" }, label, text);
  }
  const isTable = block.form === "table";
  const rows = block.statements.map((statement) => (isTable ? row : item)(statement, block, view, texts));
  const most = view.unfolded ? rows.length : block.label ? SHOWN_IN_GROUP : SHOWN[block.form];
  const body = isTable ? table(rows, texts) : make("ul", {}, ...rows);
  return make("div", { class: "block" }, label, body, showAll(rows, most, texts));
}

function showAll(rows, most, texts) {
  if (rows.length <= most + 1) return null;
  const rest = rows.slice(most);
  rest.forEach((node) => (node.hidden = true));
  const more = button(filled(texts.show_all, { n: rows.length }), () => {
    rest.forEach((node) => (node.hidden = false));
    more.remove();
    rest[0].querySelector("a")?.focus();
  }, { class: "show-all" });
  return more;
}

function item(statement, block, view, texts) {
  const own = block.label ? null : statement.label;
  const node = make("li", { dir: "auto" });
  if (own) node.append(make("strong", { class: "label", text: `${own}: ` }));
  node.append(drawStatement(statement, view, texts));
  return node;
}

function row(statement, _, view, texts) {
  const head = make("th", { scope: "row", dir: "auto", text: statement.label || "" });
  return make("tr", {}, head, make("td", { dir: "auto" }, drawStatement(statement, view, texts)));
}

function table(rows, texts) {
  const head = make("tr", {}, make("th", { scope: "col", text: texts.side }), make("th", { scope: "col", text: texts.says }));
  return make("div", { class: "table", tabindex: 0, role: "region", "aria-label": texts.table },
    make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)));
}

export function drawStatement(statement, view, texts) {
  const isUnsupported = statement.status === "unsupported";
  const text = parts(make(isUnsupported ? "s" : "span", {}), statement.parts, "strong");
  const node = make("span", { class: `statement ${statement.status}` }, text);
  if (isUnsupported) node.append(make("span", { class: "status", text: ` (${texts.status.unsupported})` }));
  for (const n of statement.cites) {
    const source = view.sources[n - 1];
    if (source) node.append("\u00a0", marker(source, statement, texts));
  }
  return node;
}

export function marker(source, statement, texts) {
  const name = `${filled(texts.source_n, { n: source.n })}: ${source.title}`;
  const link = make("a", { class: "cite", href: linkTo(source), text: `[${source.n}]`, "aria-label": name });
  link.source = source;
  link.status = statement ? texts.status[statement.status] : "";
  return link;
}

// The paragraph of a quote, in the answer itself.
export async function toggleParagraph(link, texts) {
  const home = link.closest("li, td, p");
  const open = home.parentElement.querySelector(`.in-place[data-n="${link.source.n}"]`);
  if (open) return open.remove();
  const node = make("div", { class: "in-place", role: "group", "aria-label": filled(texts.paragraph_of, { n: link.source.n }) });
  node.dataset.n = link.source.n;
  const shut = button(texts.hide, () => {
    node.remove();
    link.focus();
  }, { class: "quiet" });
  try {
    const found = await post("paragraph", { place: plain(link.source) });
    const changed = found.changed ? make("p", { class: "failed", text: texts.changed }) : null;
    node.append(...[changed, ...blocks(found.blocks), shut].filter(Boolean));
  } catch (error) {
    node.append(make("p", { class: "failed", text: error.message }), shut);
  }
  if (home.tagName === "P") home.after(node);
  else home.append(node);
}

function asides(view, texts) {
  const nodes = [];
  if (view.closest.length) {
    const items = view.closest.map((passage) => make("li", { dir: "auto" },
      marker(passage, null, texts), " ",
      make("strong", { text: [passage.title, ...passage.heading].join(" › ") }), ` ${passage.excerpt}`));
    nodes.push(make("h3", { class: "aside-head", text: texts.closest }), make("ul", { class: "closest-list" }, ...items));
  }
  for (const note of view.notes) nodes.push(make("p", { dir: "auto", text: `${texts.note}: ${note}` }));
  const sure = view.sure ? make("span", { class: `sure ${view.sure.level}`, text: view.sure.text }) : null;
  const checked = view.checked ? make("span", { class: "checked", text: view.checked }) : null;
  if (sure || checked) nodes.push(make("p", { class: "qualified" }, sure, checked));
  return nodes.length ? [make("div", { class: "aside" }, ...nodes)] : [];
}
