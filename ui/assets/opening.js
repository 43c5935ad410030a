// What an empty chat shows: what there is to ask, and questions to begin with.
import { make, button, filled } from "./dom.js";
import { drawStatement } from "./answer.js";

const SHOWN = 4;

export function drawOpening(opening, texts, ask) {
  const head = make("div", { class: "opening-head" }, make("h2", { text: texts.empty_chat }), make("p", { text: texts.empty_chat_more }));
  const node = make("div", { class: "opening" }, head);
  if (opening?.examples.length) {
    const chips = opening.examples.map((text) => button(text, () => ask(text), { class: "example", dir: "auto" }));
    node.append(make("div", { class: "examples", role: "group", "aria-label": texts.examples }, ...chips));
  }
  if (opening?.overview) node.append(card(opening.overview, opening.n_documents, texts));
  return node;
}

// The first line counts, those that cite are documents; after them, where there are more than are
// listed, comes a line that counts those; the others say what is in them.
function card(view, nDocuments, texts) {
  const statements = view.blocks.flatMap((block) => block.statements);
  const line = (statement, tag) => make(tag, { dir: "auto" }, drawStatement(statement, view, texts));
  const [counts, ...rest] = statements;
  const listed = rest.filter((statement) => statement.cites.length);
  const others = rest.filter((statement) => !statement.cites.length);
  const isMore = listed.length && listed.length < nDocuments;
  const items = [...listed, ...(isMore ? others.splice(0, 1) : [])].map((statement) => line(statement, "li"));
  const node = make("section", { class: "collection", "aria-label": texts.collection }, make("h3", {}, drawStatement(counts, view, texts)),
    ...others.map((statement) => line(statement, "p")), make("ul", {}, ...items));
  if (items.length > SHOWN) {
    items.slice(SHOWN).forEach((item) => (item.hidden = true));
    const more = button(filled(texts.show_all, { n: listed.length }), () => {
      items.forEach((item) => (item.hidden = false));
      more.remove();
    }, { class: "show-all" });
    node.append(more);
  }
  return node;
}
