// One question with its answer, and what a user can do with both.
import { make, button, iconButton } from "./dom.js";
import { drawAnswer } from "./answer.js";
import { copyText } from "./clipboard.js";
import { post } from "./api.js";

export function createTurn(question, texts, acts) {
  const said = make("div", { class: "message bot" });
  const asked = make("div", { class: "message user" });
  const node = make("article", { class: "turn", "aria-label": texts.turn }, asked, said);
  const turn = { node, question, view: null, id: null, verdict: null };

  function drawQuestion() {
    const edit = iconButton("edit", texts.edit, editQuestion);
    asked.replaceChildren(make("p", { dir: "auto", text: turn.question }), edit);
  }

  function editQuestion() {
    const box = make("textarea", { "aria-label": texts.edit, rows: 2, maxlength: 10000 });
    box.value = turn.question;
    const cancel = () => (drawQuestion(), asked.querySelector("button").focus());
    const send = () => box.value.trim() && acts.again(turn, box.value.trim());
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) event.preventDefault(), send();
      if (event.key === "Escape") event.stopPropagation(), cancel();
    });
    asked.replaceChildren(make("div", { class: "editing" }, box,
      make("p", { class: "acts" }, button(texts.ask_again, send), button(texts.cancel, cancel))));
    box.focus();
  }

  turn.waiting = (sentence) => said.replaceChildren(make("p", { class: "waiting", text: sentence }));
  turn.trouble = (sentence) => said.append(make("p", { class: "trouble", role: "alert", text: sentence }));
  turn.clear = () => said.replaceChildren();
  turn.answer = (view) => {
    turn.view = view;
    said.replaceChildren(...drawAnswer(view, texts, acts.ask));
  };
  turn.finish = () => {
    if (!turn.view) return;
    const report = make("div", { class: "report", role: "status" });
    said.append(toolbar(turn, report, texts, acts), report, chips(turn, texts, acts));
  };
  drawQuestion();
  return turn;
}

function chips(turn, texts, acts) {
  const all = turn.view.suggestions.map((text) => button(text, () => acts.ask(text), { class: "chip", dir: "auto" }));
  return all.length ? make("div", { class: "chips", role: "group", "aria-label": texts.suggestions }, ...all) : "";
}

function toolbar(turn, report, texts, acts) {
  const copy = iconButton("copy", texts.copy, async () => {
    await copyText(turn.view.markdown);
    report.replaceChildren(make("p", { text: texts.copied }));
  });
  const node = make("div", { class: "toolbar", role: "toolbar", "aria-label": texts.toolbar }, copy);
  if (!turn.id) return node;
  const up = iconButton("up", texts.good, () => press("up"));
  const down = iconButton("down", texts.bad, () => press("down"));
  turn.mark = (verdict) => {
    up.setAttribute("aria-pressed", String(verdict === "up"));
    down.setAttribute("aria-pressed", String(Boolean(verdict) && verdict !== "up"));
  };
  turn.mark(turn.verdict);
  async function press(verdict) {
    await remark(turn, { verdict }, report, texts);
    if (verdict === "down") report.append(askWhy(turn, report, texts, acts));
    report.scrollIntoView({ block: "nearest" });
  }
  node.append(up, down, iconButton("sources", texts.show_sources, () => acts.show(turn)));
  return node;
}

export async function remark(turn, said, report, texts) {
  const body = { conversation: turn.conversation, turn: turn.id, ...said };
  const got = await post("remark", body).catch((error) => ({ sentence: error.message, failed: true }));
  if (!got.failed) turn.mark?.(said.verdict);
  report.replaceChildren(make("p", { text: got.sentence }));
}

// After a thumb down: what would have been right?
function askWhy(turn, report, texts, acts) {
  const fact = make("input", { type: "text", "aria-label": texts.should_say, placeholder: texts.should_say, maxlength: 500 });
  const form = make("form", { class: "should-say", on: { submit: (event) => {
    event.preventDefault();
    if (fact.value.trim()) remark(turn, { verdict: "fact", fact: fact.value }, report, texts);
  } } }, fact, make("button", { type: "submit", text: texts.keep }));
  return make("div", { class: "why-wrong", role: "group", "aria-label": texts.what_wrong },
    make("p", { text: texts.what_wrong }),
    make("p", { class: "acts" },
      button(texts.right_elsewhere, () => acts.pointOut(turn)),
      button(texts.absent, () => remark(turn, { verdict: "absent" }, report, texts))),
    form);
}

