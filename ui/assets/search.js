// The view to search in: passages, how each was found, and their documents beside them.
import { make } from "./dom.js";
import { post } from "./api.js";
import { createPanel } from "./panel.js";
import { passageCard } from "./passages.js";
import { asked as scoped, createScope } from "./scope.js";

export function createSearch(texts) {
  const panel = createPanel({ ...texts, empty: texts.search_empty, no_sources: texts.search_empty, back: texts.search_back, close: texts.search_close, region: texts.search_region, sources: texts.search_region });
  const box = make("input", { type: "search", placeholder: texts.search, "aria-label": texts.search, maxlength: 10000, dir: "auto" });
  const form = make("form", { class: "composer", role: "search" }, box, make("button", { type: "submit", class: "plain", text: texts.search_do }));
  const count = make("h2", { class: "empty", hidden: true });
  const results = make("div", { class: "results", tabindex: 0, role: "region", "aria-live": "polite", "aria-label": texts.results });
  const talk = make("section", { class: "talk", "aria-label": texts.search }, form, createScope(texts), count, results);
  let asked = 0;

  async function search() {
    const mine = ++asked;
    if (!box.value.trim()) return;
    const got = await post("search", { query: box.value, ...scoped() }).catch((error) => ({ error: error.message, passages: [] }));
    if (mine !== asked) return;
    const turn = { view: { query: got.query, sources: [], closest: [], passages: [] } };
    panel.state.turn = turn;
    count.hidden = false;
    const found = got.is_near ? texts.search_found : texts.search_far;
    count.textContent = got.error || (got.passages.length ? found : texts.search_none);
    const open = (passage) => panel.openDocument(passage);
    results.replaceChildren(...got.passages.map((passage) => passageCard(passage, texts, { open })));
    results.scrollTop = 0;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  const node = make("div", { class: "desk search" }, talk, panel.node);
  node.addEventListener("keydown", (event) => event.key === "Escape" && panel.close());
  return node;
}
