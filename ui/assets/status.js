// The line in the masthead: how much there is to ask, or how far the getting ready is.
import { post } from "./api.js";

const SOON_MS = 700;
const LATER_MS = 20000;
let last = { state: "loading", sentence: "", busy: false };
const waiting = [];

export function whenReady() {
  if (last.state === "ready") return Promise.resolve();
  return new Promise((resolve) => waiting.push(resolve));
}

export async function watchStatus(texts) {
  let delay = SOON_MS;
  try {
    const before = last.sentence;
    last = await post("status");
    if (last.state === "ready") waiting.splice(0).forEach((resolve) => resolve());
    if (last.sentence !== before) show(last, texts);
    delay = last.state === "loading" || last.busy ? SOON_MS : LATER_MS;
  } catch {
    show({ state: "failed", sentence: texts.gone }, texts);
    last = { ...last, sentence: "" };
    delay = 3000;
  }
  setTimeout(() => watchStatus(texts), delay);
}

function show(status, texts) {
  const line = document.querySelector("#status [data-status]");
  if (!line) return;
  line.textContent = status.state === "failed" ? `${texts.failed_load}: ${status.sentence}` : status.sentence;
  line.classList.toggle("trouble", status.state === "failed");
}
