// The quote behind a marker, shown while it is pointed at or focused.
import { make, button, whereabouts } from "./dom.js";
import { toggleParagraph } from "./answer.js";

const WAIT_MS = 120;
const LEAVE_MS = 220;

export function createPopover(texts, openSource) {
  const node = make("div", { class: "popover", id: `preview-${Math.random().toString(36).slice(2)}`, role: "note", hidden: true });
  let link = null;
  let timer = 0;

  function show(target) {
    const source = target.source;
    if (!source) return;
    hide();
    link = target;
    const where = whereabouts(source, texts);
    const head = make("p", { class: "popover-head" }, make("span", { class: "number", text: String(source.n) }), make("strong", { dir: "auto", text: source.title }));
    const quote = make("blockquote", { dir: "auto", text: source.shown || source.excerpt });
    const status = target.status ? make("p", { class: "where", text: target.status }) : null;
    const acts = make("p", { class: "acts" },
      button(texts.open, () => openSource(target), { tabindex: -1 }),
      source.shown ? button(texts.paragraph, () => { hide(); toggleParagraph(target, texts); }, { tabindex: -1 }) : null);
    node.replaceChildren(...[head, where, quote, status, acts].filter(Boolean));
    node.hidden = false;
    target.setAttribute("aria-describedby", node.id);
    place(target);
  }

  function place(target) {
    const at = target.getClientRects()[0] || target.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = node;
    const left = Math.max(8, Math.min(at.left - 24, innerWidth - width - 8));
    const below = at.bottom + 6;
    const top = below + height > innerHeight - 8 && at.top - height - 6 > 0 ? at.top - height - 6 : below;
    node.style.left = `${left}px`;
    node.style.top = `${top}px`;
  }

  function hide() {
    clearTimeout(timer);
    link?.removeAttribute("aria-describedby");
    link = null;
    node.hidden = true;
  }

  function watch(area) {
    area.addEventListener("pointerover", (event) => {
      const target = event.pointerType === "mouse" && event.target.closest?.("a.cite");
      if (!target) return;
      clearTimeout(timer);
      if (target !== link) timer = setTimeout(() => show(target), WAIT_MS);
    });
    area.addEventListener("pointerout", (event) => {
      if (event.target.closest?.("a.cite")) leave();
    });
    area.addEventListener("focusin", (event) => {
      if (event.target.matches?.("a.cite:focus-visible")) show(event.target);
    });
    area.addEventListener("focusout", (event) => {
      if (event.target.matches?.("a.cite") && event.target === link) leave();
    });
    area.addEventListener("scroll", hide, { passive: true });
  }

  function leave() {
    clearTimeout(timer);
    timer = setTimeout(hide, LEAVE_MS);
  }

  node.addEventListener("pointerenter", () => clearTimeout(timer));
  node.addEventListener("pointerleave", leave);
  return { node, watch, hide, isOpen: () => !node.hidden };
}
