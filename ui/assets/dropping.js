// Where files are dropped or chosen.
import { make, filled } from "./dom.js";

export function createDropping(texts, add) {
  const input = make("input", { type: "file", multiple: true, "aria-label": `${texts.upload}: ${texts.pick}` });
  const limit = make("p", { class: "where" });
  const node = make("div", { class: "dropping", hidden: true },
    make("p", {}, make("strong", { text: texts.upload }), ` ${texts.drop} `, make("label", { class: "pick" }, input, make("span", { text: texts.pick }))), limit);
  let depth = 0;

  function mark(isOver) {
    node.classList.toggle("over", isOver);
    if (!isOver) depth = 0;
  }

  function allow({ can_change: canChange, accept, max_mb: mb }) {
    node.hidden = !canChange;
    input.accept = accept;
    limit.textContent = filled(texts.limit, { mb, kinds: accept.replaceAll(",", " ") });
  }

  // Files may be dropped anywhere in the view; one dropped elsewhere must not replace the page.
  function watch(view) {
    const carriesFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
    const on = (type, act) => view.addEventListener(type, (event) => {
      if (!carriesFiles(event) || node.hidden) return;
      event.preventDefault();
      act(event);
    });
    on("dragenter", () => (depth++, mark(true)));
    on("dragover", (event) => (event.dataTransfer.dropEffect = "copy"));
    on("dragleave", () => --depth <= 0 && mark(false));
    on("drop", (event) => (mark(false), add([...event.dataTransfer.files])));
    for (const type of ["dragover", "drop"]) addEventListener(type, (event) => carriesFiles(event) && event.preventDefault());
  }

  input.addEventListener("change", () => {
    add([...input.files]);
    input.value = "";
  });
  return { node, allow, watch };
}
