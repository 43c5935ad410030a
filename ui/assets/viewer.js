// The panel beside the chat. Texts of documents enter the page through textContent only.
const texts = props.texts;
const LINK = /^#cite=([^:&]*):(\d+)-(\d+)(?:&n=(\d+))?(?:&h=([0-9a-f]+))?$/;
const at = (name) => element.querySelector(name);
const panel = at(".viewer");
const state = { shown: "", marker: null, kind: "sources", asked: 0 };

at(".viewer-back").textContent = texts.back;
at(".viewer-close").textContent = texts.close;
panel.setAttribute("aria-label", texts.region);

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function placeOf(href) {
  const found = LINK.exec(href || "");
  if (!found) return null;
  try {
    return {
      document: decodeURIComponent(found[1]),
      start: Number(found[2]),
      end: Number(found[3]),
      n: Number(found[4] || 0),
      h: found[5] || "",
    };
  } catch {
    return null;
  }
}

function linksIn(message) {
  const links = [...message.querySelectorAll('a[href^="#cite="]')];
  return [...new Set(links.map((link) => link.getAttribute("href")))];
}

function messages() {
  return [...document.querySelectorAll("#conversation .message.bot, #conversation .bot.message")];
}

function addParts(node, parts) {
  for (const [text, marked] of parts) {
    if (marked) node.append(make("mark", "", text));
    else node.append(document.createTextNode(text));
  }
  return node;
}

// Headings below the panel's own h2; everything else is a paragraph with a class.
const TAGS = { h1: "h3", h2: "h4", h3: "h5", h4: "h6", h5: "h6", h6: "h6" };

function addBlocks(node, blocks) {
  for (const block of blocks) node.append(addParts(make(TAGS[block.kind] || "p", block.kind), block.parts));
}

function whereabouts(source) {
  const line = make("p", "where");
  const steps = [...source.heading];
  if (source.page !== null) steps.push(`${texts.page} ${source.page}`);
  line.textContent = steps.join(" › ");
  line.hidden = steps.length === 0;
  return line;
}

function card(source) {
  const node = make("article", "card");
  if (source.error) {
    node.append(make("p", "failed", `${texts.failed} ${source.error}`));
    return node;
  }
  const head = make("header");
  for (const n of source.numbers) if (n) head.append(make("span", "number", String(n)));
  head.append(make("h3", "", source.title));
  node.append(head, whereabouts(source));
  if (source.changed) node.append(make("p", "failed", texts.changed));
  const passage = make("div", "passage");
  addBlocks(passage, source.blocks);
  node.append(passage);
  const open = make("button", "open", texts.open);
  open.type = "button";
  open.setAttribute("aria-label", `${texts.open}: ${source.title}`);
  open.addEventListener("click", () => openDocument(source));
  node.append(open);
  return node;
}

function heading(title, inDocument) {
  at(".viewer-title").textContent = title;
  at(".viewer-back").hidden = !inDocument;
  panel.classList.toggle("in-document", inDocument);
}

function showEmpty() {
  heading(texts.sources, false);
  at(".viewer-body").replaceChildren(make("p", "empty", texts.empty));
}

async function showSources(hrefs, refused) {
  const asked = ++state.asked;
  const places = hrefs.map(placeOf).filter(Boolean);
  const found = places.length ? await server.sources(places) : [];
  if (asked !== state.asked) return;
  state.cards = found.map(card);
  state.title = refused ? texts.closest : texts.sources;
  panel.classList.toggle("closest", refused);
  drawSources();
}

function drawSources() {
  heading(state.title || texts.sources, false);
  if (!state.cards || !state.cards.length) return showEmpty();
  at(".viewer-body").replaceChildren(...state.cards);
  at(".viewer-body").scrollTop = 0;
}

async function openDocument(place) {
  const asked = ++state.asked;
  panel.classList.add("open");
  const source = await server.document(place).catch((error) => ({ error: String(error) }));
  if (asked !== state.asked) return;
  const page = make("article", "document");
  if (source.error) {
    page.append(make("p", "failed", `${texts.failed} ${source.error}`));
  } else {
    page.append(make("p", "path", source.document), whereabouts(source));
    if (source.changed) page.append(make("p", "failed", texts.changed));
    if (source.cut) page.append(make("p", "empty", texts.cut));
    addBlocks(page, source.blocks);
  }
  heading(source.title || texts.source, true);
  at(".viewer-body").replaceChildren(page);
  const mark = page.querySelector("mark");
  const body = at(".viewer-body");
  if (mark) {
    body.scrollTop += mark.getBoundingClientRect().top - body.getBoundingClientRect().top - body.clientHeight / 3;
  }
  if (matchMedia("(max-width: 767px)").matches) at(".viewer-close").focus({ preventScroll: true });
}

function close() {
  panel.classList.remove("open");
  if (panel.classList.contains("in-document")) drawSources();
  state.marker?.focus();
}

async function follow(link) {
  const place = placeOf(link.getAttribute("href"));
  if (!place) return;
  state.marker?.classList.remove("followed");
  state.marker = link;
  link.classList.add("followed");
  history.replaceState(null, "", link.getAttribute("href"));
  const message = link.closest(".message");
  if (message) await refresh(message);
  await openDocument(place);
}

async function refresh(message) {
  const hrefs = linksIn(message);
  const key = hrefs.join(" ");
  if (key === state.shown) return;
  state.shown = key;
  await showSources(hrefs, Boolean(message.querySelector(".refusal")));
}

let waiting = 0;
function newest() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const box = document.querySelector("#question textarea");
    if (box && !box.placeholder && !box.disabled) box.placeholder = texts.ask; // Gradio empties it
    const last = messages().at(-1);
    if (last) return refresh(last);
    state.shown = "";
    state.cards = [];
    showEmpty();
  }, 120);
}

function label(message) {
  // Gradio's own label reads the markup of the whole message out.
  const said = message.querySelector("[aria-label]");
  if (said && said.getAttribute("aria-label") !== texts.answer) said.setAttribute("aria-label", texts.answer);
  for (const link of message.querySelectorAll('a[href^="#cite="]')) labelLink(link);
}

function labelLink(link) {
  const place = placeOf(link.getAttribute("href"));
  if (place && !link.title) link.title = `${texts.source} ${place.n}: ${place.document}`;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#cite="]');
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  follow(link);
}, true);

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches?.("input, textarea, [contenteditable]");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    document.querySelector("#question textarea")?.focus();
  } else if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
    const last = messages().at(-1);
    const link = [...(last?.querySelectorAll('a[href^="#cite="]') || [])].find(
      (a) => placeOf(a.getAttribute("href"))?.n === Number(event.code.slice(5)),
    );
    if (link) {
      event.preventDefault();
      follow(link);
    }
  } else if (event.key === "Escape") {
    close();
  }
});

at(".viewer-back").addEventListener("click", drawSources);
at(".viewer-close").addEventListener("click", close);

new MutationObserver(() => {
  messages().forEach(label);
  newest();
}).observe(document.querySelector("#conversation") || document.body, {
  childList: true,
  subtree: true,
  characterData: true,
});

showEmpty();
newest();
const linked = placeOf(location.hash);
if (linked) openDocument(linked);
