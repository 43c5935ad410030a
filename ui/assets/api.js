// What the page asks of its server, and nobody else.
const KEY = "assistant.key";
let own = "";

// Stands for this browser: its conversations are found by it alone.
function key() {
  try {
    own = own || localStorage.getItem(KEY) || "";
  } catch {
    // no storage: the key lasts as long as the page
  }
  if (!/^[0-9a-f]{64}$/.test(own)) {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    own = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    try {
      localStorage.setItem(KEY, own);
    } catch {
      // as above
    }
  }
  return own;
}

function request(action, body, signal) {
  return fetch(`page/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...body, key: key() }),
    signal,
  });
}

export async function post(action, body = {}) {
  const response = await request(action, body);
  const text = await response.text();
  if (!response.ok) throw new Error(sentenceOf(text));
  return JSON.parse(text);
}

// Each line of the answer as it comes.
export async function* lines(action, body, signal) {
  const response = await request(action, body, signal);
  if (!response.ok) throw new Error(sentenceOf(await response.text()));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    held += value;
    const whole = held.split("\n");
    held = whole.pop();
    for (const line of whole) if (line) yield JSON.parse(line);
  }
}

function sentenceOf(text) {
  try {
    return JSON.parse(text).error || text;
  } catch {
    return text;
  }
}
