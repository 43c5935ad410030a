// The conversations of this browser: opened, searched, renamed, deleted.
import { make, button, iconButton } from "./dom.js";
import { post } from "./api.js";

export function createDrawer(texts, { open, gone, current }) {
  const search = make("input", { type: "search", placeholder: texts.search_conversations, "aria-label": texts.search_conversations });
  const list = make("ul", { class: "conversations" });
  const empty = make("p", { class: "empty", role: "status" });
  const node = make("dialog", { class: "drawer", "aria-label": texts.conversations },
    make("header", {}, make("h2", { text: texts.conversations }), iconButton("close", texts.close_list, () => node.close())),
    search, empty, list);
  let asked = 0;

  async function refresh() {
    const mine = ++asked;
    const got = await post("list", { search: search.value }).catch((error) => ({ conversations: [], error: error.message }));
    if (mine !== asked) return;
    list.replaceChildren(...got.conversations.map(entry));
    empty.textContent = got.error || (got.conversations.length ? "" : search.value ? texts.none_found : texts.no_conversations);
  }

  function entry(conversation) {
    const date = new Date(conversation.changed).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
    const title = make("span", { class: "name", dir: "auto", text: conversation.title });
    const choose = make("button", { type: "button", class: "choose", on: { click: () => (node.close(), open(conversation.id)) },
      "aria-current": conversation.id === current() ? "true" : null }, title, make("span", { class: "when", text: date }));
    const item = make("li", {}, choose,
      iconButton("edit", `${texts.rename}: ${conversation.title}`, () => rename(item, conversation)),
      iconButton("bin", `${texts.remove}: ${conversation.title}`, () => confirm(item, conversation)));
    return item;
  }

  function rename(item, conversation) {
    const box = make("input", { type: "text", "aria-label": texts.rename, maxlength: 80 });
    box.value = conversation.title;
    const form = make("form", { on: { submit: async (event) => {
      event.preventDefault();
      await post("rename", { conversation: conversation.id, title: box.value });
      await refresh();
    } } }, box, make("button", { type: "submit", text: texts.keep }));
    item.replaceChildren(form);
    box.select();
  }

  function confirm(item, conversation) {
    const yes = button(texts.remove_yes, async () => {
      await post("delete", { conversation: conversation.id });
      gone(conversation.id);
      await refresh();
    }, { class: "danger" });
    item.replaceChildren(make("p", { dir: "auto", text: `${texts.remove_ask} “${conversation.title}”` }), yes, button(texts.cancel, refresh));
    yes.focus();
  }

  search.addEventListener("input", refresh);
  node.addEventListener("click", (event) => event.target === node && node.close());
  return { node, show: () => (node.showModal(), refresh()) };
}
