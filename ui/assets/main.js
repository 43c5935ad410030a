// Puts each view into its place on the page, whenever that place is there.
import { post } from "./api.js";
import { watchStatus } from "./status.js";
import { createAsk } from "./ask.js";
import { createSearch } from "./search.js";
import { createDocuments } from "./documents.js";
import { createEvaluate } from "./evaluate.js";

const VIEWS = { "ask-place": createAsk, "search-place": createSearch, "documents-place": createDocuments, "evaluate-place": createEvaluate };
const built = new Map();
const texts = await post("texts");

function mount() {
  for (const [id, create] of Object.entries(VIEWS)) {
    const place = document.getElementById(id);
    if (!place) continue;
    if (!built.has(id)) built.set(id, create(texts));
    const node = built.get(id);
    if (node.parentElement !== place) place.replaceChildren(node);
  }
}

new MutationObserver(mount).observe(document.body, { childList: true, subtree: true });
mount();
// A case of an evaluation is asked in the view to ask in, which its tab brings to the front.
document.addEventListener("assistant:ask", () => document.querySelector('[role="tab"][id^="view-ask"]')?.click());
watchStatus(texts);
