// The line in the masthead: how much there is to ask, or how far the getting ready is.
import { post } from "./api.js";

const SOON_MS = 700;
const LATER_MS = 20000;
let last = { state: "loading", sentence: "", busy: false };
const waiting = [];
const watchers = [];
let known = null;
let round = 0;

export function whenReady() {
  return new Promise((ready, failed) => {
    waiting.push({ ready, failed });
    settle();
  });
}

function settle() {
  if (last.state === "ready") waiting.splice(0).forEach(({ ready }) => ready(last));
  if (last.state === "failed") waiting.splice(0).forEach(({ failed }) => failed(new Error(last.sentence)));
}

// `act` is told of every status, and whether it differs from the one before.
export function onStatus(act) {
  watchers.push(act);
}

// Ask for the status at once: something was begun that changes it.
export const lookNow = () => watchStatus(known);

export async function watchStatus(texts) {
  const mine = ++round;
  let delay = SOON_MS;
  known = texts;
  try {
    const before = last;
    const got = await post("status");
    if (mine !== round) return;
    last = got;
    settle();
    if (last.sentence !== before.sentence) show(last, texts);
    const changed = ["sentence", "busy", "synced"].some((name) => last[name] !== before[name]);
    for (const act of watchers) act(last, changed);
    delay = last.state === "loading" || last.busy ? SOON_MS : LATER_MS;
  } catch {
    show({ state: "failed", sentence: texts.gone }, texts);
    last = { ...last, sentence: "" };
    delay = 3000;
  }
  if (mine === round) setTimeout(() => mine === round && watchStatus(texts), delay);
}

function show(status, texts) {
  const line = document.querySelector("#status [data-status]");
  if (!line) return;
  line.textContent = status.state === "failed" ? `${texts.failed_load}: ${status.sentence}` : status.sentence;
  line.classList.toggle("trouble", status.state === "failed");
}
