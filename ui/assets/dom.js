// Elements of the page. Text enters through text nodes only, so that nothing in it can run.
const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  send: "M4 12l16-8-6 16-3-7z",
  stop: "M7 7h10v10H7z",
  copy: "M9 9h10v11H9zM5 15V4h10",
  up: "M7 11v9H4v-9zM7 11l4-7c1.5 0 2.5 1 2.5 2.5L13 10h6l-1.5 10H7",
  down: "M7 13V4H4v9zM7 13l4 7c1.5 0 2.5-1 2.5-2.5L13 14h6L17.500 4H7",
  edit: "M4 20h4L19 9l-4-4L4 16z",
  menu: "M4 7h16M4 12h16M4 17h16",
  sources: "M5 4h11l3 3v13H5zM9 10h6M9 14h6",
  add: "M12 5v14M5 12h14",
  save: "M12 4v11M7 11l5 5 5-5M5 20h14",
  close: "M6 6l12 12M18 6L6 18",
  bin: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13",
};

export function make(tag, options = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name === "on") for (const [type, act] of Object.entries(value)) node.addEventListener(type, act);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function button(text, act, options = {}) {
  return make("button", { type: "button", text, on: { click: act }, ...options });
}

export function iconButton(name, label, act, options = {}) {
  const node = button("", act, { class: "icon", "aria-label": label, title: label, ...options });
  node.append(icon(name));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

// "3 of {n}" with its values
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export function parts(node, pieces, tag) {
  for (const [text, isMarked] of pieces) node.append(isMarked ? make(tag, { text }) : text);
  return node;
}

// Paragraphs, headings, items and rows of a document, quotes marked. Its headings stand below the
// page's own second one, none more than a step below the one before it.
export function blocks(pieces) {
  let level = 2;
  return pieces.map((block) => {
    const depth = /^h[1-6]$/.test(block.kind) ? Number(block.kind[1]) : 0;
    if (depth) level = Math.min(depth + 2, level + 1, 6);
    const node = parts(make(depth ? `h${level}` : "p", { class: block.kind, dir: "auto" }), block.parts, "mark");
    node.dataset.start = block.start;
    node.dataset.end = block.end;
    return node;
  });
}

export function whereabouts(source, texts) {
  const steps = [...source.heading];
  if (source.page !== null) steps.push(`${texts.page} ${source.page}`);
  return steps.length ? make("p", { class: "where", dir: "auto", text: steps.join(" › ") }) : null;
}

export const onPhone = () => matchMedia("(max-width: 767px)").matches;
