// The view to evaluate in: a question set is run, and its report stands below.
import { make, button, filled } from "./dom.js";
import { post } from "./api.js";
import { createCases } from "./cases.js";
import { createRows } from "./rows.js";
import { whenReady } from "./status.js";

const EVERY_MS = 500;
const percent = (value) => (value === null || value === undefined ? "–" : `${(100 * value).toFixed(1)} %`);

export function createEvaluate(texts) {
  const t = texts.evaluate;
  const state = { run: null, watching: false, runs: [] };
  const sets = make("select", { id: "trial-set" });
  const earlier = make("select", { id: "trial-baseline" });
  const leaveOut = make("input", { type: "checkbox", id: "trial-leave-out" });
  const file = make("input", { type: "file", accept: ".jsonl,.json,.txt", hidden: true, "aria-label": t.upload });
  const start = make("button", { type: "submit", class: "plain", text: t.run, disabled: true });
  const stop = button(t.stop, () => act("trial-stop"), { class: "plain", hidden: true });
  const bar = make("progress", { "aria-label": t.progress, hidden: true });
  const said = make("p", { class: "aside", role: "status" });
  const upload = button(t.upload, () => file.click(), { class: "plain" });
  const draft = button(t.draft, async () => (await isSaved()) && (await add("trial-draft", {}, t.drafted)) && cases.open(sets.value), { class: "plain", title: t.draft_more });
  const edit = button(t.edit, () => cases.open(sets.value), { class: "plain", hidden: true });
  const cases = createCases(t, say);
  const form = make("form", { class: "trial" },
    field(t.set, sets), field(t.compare, earlier),
    make("label", { class: "check" }, leaveOut, make("span", { text: t.leave_out })),
    make("div", { class: "acts" }, start, stop, edit, upload, draft, file));
  const runs = make("ul", { class: "runs", "aria-label": t.runs });
  const frame = make("iframe", { class: "report-frame", title: t.report, sandbox: "allow-scripts allow-downloads", hidden: true });
  const save = make("a", { class: "save", text: t.download, hidden: true });
  const empty = make("p", { class: "aside empty-runs", text: t.empty });
  const none = make("p", { class: "aside", text: t.no_sets, hidden: true });
  const body = make("div", { class: "trial-body" }, make("h2", { text: t.title }), make("p", { class: "aside", text: t.about }), form, bar, said, none, cases.node, empty, runs, save, frame);
  const node = make("div", { class: "desk evaluate", tabindex: 0, role: "region", "aria-label": t.title }, body);

  function field(label, control) {
    return make("label", {}, make("span", { text: label }), control);
  }

  function say(sentence) {
    said.textContent = sentence;
  }

  async function act(action, values = {}) {
    const got = await post(action, values).catch((error) => (say(error.message), null));
    if (got) showProgress(got);
    return got;
  }

  async function add(action, values, sentence) {
    const got = await post(action, values).catch((error) => (say(error.message), null));
    if (!got) return false;
    await list();
    sets.value = got.id;
    choose();
    say(sentence);
    return true;
  }

  // Only a set that was added or drafted here is edited here.
  function choose() {
    edit.hidden = !sets.value.startsWith("set:");
    none.hidden = sets.length > 0;
    start.disabled = !sets.length || !stop.hidden;
    if (cases.set() !== sets.value) cases.close();
  }

  // What was edited is saved before the set is asked or another one shown.
  const isSaved = async () => !cases.isDirty() || cases.save();

  async function list() {
    const got = await post("trials").catch((error) => (say(error.message), null));
    if (!got) return;
    const chosen = [sets.value, earlier.value];
    sets.replaceChildren(...got.sets.map(({ id, name }) => make("option", { value: id, text: name })));
    const option = (run) => make("option", { value: run.id, text: `${run.name} · ${run.made}` });
    earlier.replaceChildren(make("option", { value: "", text: t.nothing }), ...got.runs.map(option));
    if (chosen[0]) sets.value = chosen[0];
    choose();
    if (chosen[1]) earlier.value = chosen[1];
    state.runs = got.runs;
    empty.hidden = got.runs.length > 0;
    drawRuns();
    showProgress(got.progress);
  }

  const showRuns = createRows(runs, ([run]) => run.id, ([run, isShown]) => entry(run, isShown));
  const drawRuns = () => showRuns(state.runs.map((run) => [run, run.id === state.run]));

  function entry(run, isShown) {
    const marks = [run.leave_out && t.left_out, run.partial && t.partial].filter(Boolean).map((text) => ` · ${text}`).join("");
    const { correct, refused_unanswerable: rightly } = run.metrics;
    const figures = filled(t.figures, { cases: run.cases === 1 ? t.one_case : filled(t.n_cases, { n: run.cases }), correct: percent(correct), refused: percent(rightly) });
    const open = button("", () => show(run.id), { "aria-current": isShown ? "true" : null });
    open.append(make("strong", { text: run.name, dir: "auto" }), make("span", { text: ` ${run.made}${marks}` }), make("span", { class: "figures", text: figures }));
    return make("li", {}, open);
  }

  function show(id) {
    state.run = id;
    frame.src = `page/report/${id}`;
    frame.hidden = save.hidden = false;
    save.href = `page/report/${id}?download`;
    drawRuns();
  }

  function showProgress(progress) {
    const running = progress.state === "running";
    bar.hidden = stop.hidden = !running;
    start.disabled = running || !sets.length;
    if (running) empty.hidden = true;
    if (running) {
      bar.max = progress.total;
      bar.value = progress.done;
      say(filled(t.asked, { done: progress.done, total: progress.total }));
      watch();
    } else if (progress.state === "failed") say(progress.sentence);
  }

  async function watch() {
    if (state.watching) return;
    state.watching = true;
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      const got = await post("trial-progress").catch(() => null);
      if (!got) continue;
      if (got.state !== "running") {
        state.watching = false;
        await list();
        if (got.state === "done") say(t.done), show(got.run);
        return;
      }
      showProgress(got);
    }
  }

  sets.addEventListener("change", async () => {
    if (await isSaved()) choose();
    else sets.value = cases.set();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    say("");
    if (!(await isSaved())) return;
    act("trial-start", { set: sets.value, leave_out: leaveOut.checked, baseline: earlier.value });
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    file.value = "";
    if (chosen) await add("trial-add", { name: chosen.name, text: await chosen.text() }, filled(t.added, { name: chosen.name }));
  });
  // A case of the report is opened in the chat. The report runs in a frame that may do nothing else.
  addEventListener("message", (event) => {
    const question = event.source === frame.contentWindow && event.data?.ask;
    if (typeof question === "string") document.dispatchEvent(new CustomEvent("assistant:ask", { detail: question }));
  });
  whenReady().then(list, (error) => say(error.message));
  return node;
}
