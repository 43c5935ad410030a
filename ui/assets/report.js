(() => {
  "use strict";
  // Within the assistant's own page each case can be asked again in the chat.
  if (window.parent !== window) {
    for (const one of document.querySelectorAll("#cases > details")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "again";
      button.textContent = document.body.dataset.again;
      button.addEventListener("click", () => window.parent.postMessage({ ask: one.querySelector(".question").textContent }, "*"));
      one.querySelector(".case").prepend(button);
    }
  }
  const form = document.getElementById("filters");
  const cases = [...document.querySelectorAll("#cases > details")];
  const count = document.getElementById("count");
  const value = (id) => document.getElementById(id)?.value ?? "";
  const texts = cases.map((one) => one.textContent.toLowerCase());
  const show = () => {
    const words = value("find").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    cases.forEach((one, i) => {
      const { result, tags, change } = one.dataset;
      const fits =
        (!value("result") || result === value("result")) &&
        (!value("tag") || tags.split("\n").includes(value("tag"))) &&
        (!value("change") || change === value("change")) &&
        words.every((word) => texts[i].includes(word));
      one.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    count.textContent = `${shown} of ${cases.length}`;
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
