// The cases of a question set, each to be read, edited, and kept or dropped.
import { make, button, filled } from "./dom.js";
import { post } from "./api.js";

export function createCases(t, say) {
  const state = { set: "", rows: [], isDirty: false };
  const list = make("ol", { class: "cases" });
  const keep = button("", () => save(), { class: "plain" });
  const mark = make("span", { class: "aside", role: "status" });
  const bar = make("p", { class: "acts" }, keep, button(t.close, close, { class: "plain" }), mark);
  const node = make("section", { class: "casebook", "aria-label": t.cases, hidden: true }, bar, list);

  async function open(set) {
    const got = await post("trial-cases", { set }).catch((error) => (say(error.message), null));
    if (!got) return;
    Object.assign(state, { set, rows: got.cases.map(createRow), isDirty: false });
    list.replaceChildren(...state.rows.map((row) => row.node));
    node.hidden = false;
    draw();
  }

  function close() {
    node.hidden = true;
    state.isDirty = false;
  }

  function draw() {
    const kept = state.rows.filter((row) => row.isKept()).length;
    keep.textContent = filled(t.save, { n: kept, total: state.rows.length });
    mark.textContent = state.isDirty ? t.unsaved : "";
  }

  function changed() {
    state.isDirty = true;
    draw();
  }

  // Whether the set is as it is shown; what is not kept goes from the list too.
  async function save() {
    const kept = state.rows.filter((row) => row.isKept());
    const got = await post("trial-save", { set: state.set, cases: kept.map((row) => row.read()) }).catch((error) => (say(error.message), null));
    if (!got) return false;
    say(t.saved);
    for (const row of state.rows) if (!row.isKept()) row.node.remove();
    Object.assign(state, { rows: kept, isDirty: false });
    draw();
    return true;
  }

  function createRow(one, i) {
    const field = (label, control) => make("label", {}, make("span", { text: label }), control);
    const tick = (label, isOn) => {
      const box = make("input", { type: "checkbox" });
      box.checked = isOn;
      return [box, make("label", { class: "check" }, box, make("span", { text: label }))];
    };
    const question = make("input", { type: "text", dir: "auto", maxlength: 2000 });
    const facts = make("textarea", { dir: "auto", rows: Math.min(6, one.facts.split("\n").length) });
    question.value = one.question;
    facts.value = one.facts;
    const [kept, keeping] = tick(t.case_keep, true);
    const [answerable, answering] = tick(t.case_answerable, one.answerable);
    const said = field(t.case_facts, facts);
    const body = make("div", { class: "case-body" }, field(t.case_question, question), answering, said,
      one.leave_out ? make("p", { class: "where", text: t.case_left_out }) : null,
      ...one.quotes.map(({ document: name, quote }) => make("p", { class: "where", dir: "auto", text: `“${quote}” (${name})` })));
    const row = make("li", {}, make("div", { role: "group", "aria-label": filled(t.case, { n: i + 1 }) }, keeping, body));
    const show = () => {
      body.hidden = !kept.checked;
      said.hidden = !answerable.checked;
    };
    row.addEventListener("input", () => (show(), changed()));
    show();
    const read = () => ({ id: one.id, question: question.value, answerable: answerable.checked, facts: facts.value });
    return { node: row, read, isKept: () => kept.checked };
  }

  return { node, open, close, save, isDirty: () => state.isDirty, set: () => (node.hidden ? "" : state.set) };
}
