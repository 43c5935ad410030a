// A list that is drawn again and again: a row that says the same as before is left as it stands, and
// with it the focus and what was begun there. The focus of one that changed goes to its successor.
const CONTROLS = "a[href], button, input, select, summary, textarea";
const controls = (node) => [...node.querySelectorAll(CONTROLS)];

// Returns what shows `records`, each told from the others by `keyOf` and drawn by `build`.
export function createRows(list, keyOf, build) {
  let rows = new Map();

  function focused() {
    const at = document.activeElement;
    if (!at || !list.contains(at)) return null;
    const found = [...rows].find(([, row]) => row.node.contains(at));
    return found && { at, key: found[0], n: controls(found[1].node).indexOf(at) };
  }

  function refocus(before) {
    if (!before || document.activeElement === before.at) return;
    const node = rows.get(before.key)?.node;
    const to = before.at.isConnected ? before.at : node && controls(node)[Math.max(0, before.n)];
    to?.focus({ preventScroll: true });
  }

  function draw(record) {
    const said = JSON.stringify(record);
    const old = rows.get(keyOf(record));
    return old?.said === said ? old : { said, node: build(record) };
  }

  return function show(records) {
    const before = focused();
    rows = new Map(records.map((record) => [keyOf(record), draw(record)]));
    const nodes = [...rows.values()].map((row) => row.node);
    const wanted = new Set(nodes);
    for (const node of [...list.children]) if (!wanted.has(node)) node.remove();
    nodes.forEach((node, n) => list.children[n] !== node && list.insertBefore(node, list.children[n] || null));
    refocus(before);
  };
}
