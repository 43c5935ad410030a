// Which documents are asked: all, or some that were chosen; the same in every view of the page.
import { make, button, filled } from "./dom.js";

const KEY = "assistant.scope";
const SHOWN = 3;
const listeners = [];
let chosen = restored();

function restored() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) || "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one?.document === "string" && typeof one.title === "string") : [];
  } catch {
    return [];
  }
}

export function setScope(documents) {
  chosen = documents.map(({ document, title }) => ({ document, title }));
  try {
    sessionStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // no storage: the choice lasts as long as the page
  }
  for (const act of listeners) act();
}

export const scope = () => chosen;

export const onScope = (act) => listeners.push(act);

// Documents that are no more cannot be asked.
export function keepInScope(names) {
  const left = chosen.filter((one) => names.has(one.document));
  if (left.length !== chosen.length) setScope(left);
}

// What a request carries; nothing where all documents are asked.
export const asked = () => (chosen.length ? { where: { document: chosen.map((one) => one.document) } } : {});

// The line beside a question that says which documents alone are asked.
export function createScope(texts) {
  const own = texts.documents;
  const node = make("div", { class: "scope", role: "group", "aria-label": own.only });
  function draw() {
    node.hidden = !chosen.length;
    const names = chosen.slice(0, SHOWN).map((one) => make("span", { class: "scoped", dir: "auto", text: one.title }));
    if (chosen.length > SHOWN) names.push(make("span", { text: filled(own.and_more, { n: chosen.length - SHOWN }) }));
    node.replaceChildren(make("strong", { text: own.only }), ...names, button(own.ask_all, () => setScope([]), { class: "quiet" }));
  }
  onScope(draw);
  draw();
  return node;
}
