// Passages with where they are, and why they were found.
import { make, button, filled, whereabouts } from "./dom.js";

export function passageCard(passage, texts, { open, choose }) {
  const head = make("header", {},
    passage.n ? make("span", { class: "number", text: String(passage.n) }) : null,
    make("h3", { dir: "auto", text: passage.title }));
  const acts = make("p", { class: "acts" },
    button(texts.open, () => open(passage), { "aria-label": `${texts.open}: ${passage.title}` }),
    choose ? button(texts.choose, () => choose(passage), { "aria-label": `${texts.choose}: ${passage.title}` }) : null);
  return make("article", { class: "card" }, head, whereabouts(passage, texts),
    make("p", { class: "passage", dir: "auto", text: passage.excerpt }), why(passage.found, texts), acts);
}

export function why(found, texts, isOpen = false) {
  return make("details", { class: "why", open: isOpen }, make("summary", { text: texts.why }), reasons(found, texts));
}

export function reasons(found, texts) {
  const rank = (n) => (n === null ? texts.unranked : filled(texts.rank, { n }));
  const rows = [
    [texts.meaning, `${rank(found.dense_rank)} (${texts.cosine} ${found.dense})`],
    [texts.words, `${rank(found.lexical_rank)} (BM25 ${found.lexical})`],
    [texts.score, String(found.score)],
    [texts.matched, found.words.join(", ") || texts.none],
  ];
  if (found.missing.length) rows.push([texts.missing, found.missing.join(", ")]);
  const list = make("dl", {});
  for (const [name, value] of rows) list.append(make("dt", { text: name }), make("dd", { dir: "auto", text: value }));
  return list;
}
