// "/" focuses the question, Alt+1..9 opens a source, Esc returns to its marker.
export function bindKeys({ node, box, popover, panel, follow, last }) {
  document.addEventListener("keydown", (event) => {
    if (!node.checkVisibility() || node.querySelector("dialog[open]")) return;
    const isTyping = event.target.matches?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box.focus();
    } else if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
      const name = `[${event.code.slice(5)}]`;
      const link = [...(last()?.querySelectorAll("a.cite") || [])].find((one) => one.textContent === name);
      if (link) {
        event.preventDefault();
        follow(link);
      }
    } else if (event.key === "Escape") {
      if (popover.isOpen()) popover.hide();
      else panel.close();
    }
  });
}
