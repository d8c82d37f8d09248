// The case page: copying an address (on the record), choosing the item to assess, beginning an answer, and keeping the
// case while somebody types. Everything works without this file too, a little less quickly.
const token = document.querySelector("meta[name=csrf-token]")?.content ?? "";
const post = (address, accept) =>
  fetch(address, { method: "POST", headers: { "X-CSRFToken": token, Accept: accept }, credentials: "same-origin" });

for (const form of document.querySelectorAll("form[data-copy-address]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = form.querySelector("[role=status]");
    try {
      const answer = await post(form.action, "text/plain");
      if (!answer.ok) throw new Error(String(answer.status));
      await navigator.clipboard.writeText(await answer.text());
      said.textContent = form.dataset.copied;
    } catch {
      said.textContent = form.dataset.failed;
    }
  });
}

for (const link of document.querySelectorAll("[data-assess]")) {
  link.addEventListener("click", () => {
    for (const box of document.querySelectorAll("#assess input[name=assess-items]")) {
      box.checked = box.value === link.dataset.assess;
    }
    document.querySelector("#assess input[type=radio]")?.focus({ preventScroll: true });
  });
}

for (const line of document.querySelectorAll("[data-canned]")) {
  const text = document.getElementById(line.dataset.canned);
  line.hidden = false;
  for (const button of line.querySelectorAll("button")) {
    button.addEventListener("click", () => {
      text.value = text.value.trim() ? `${text.value.trimEnd()}\n\n${button.dataset.text}` : button.dataset.text;
      text.focus();
    });
  }
}

// A folded part that an address leads to is opened.
const unfold = () => {
  const part = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (part) part.closest("details")?.setAttribute("open", "");
};
addEventListener("hashchange", unfold);
unfold();
document.querySelector("[data-focus]")?.focus();

// Half an hour is short for a hard report: typing keeps the case.
const EVERY = 5 * 60 * 1000;
let kept = Date.now();
document.addEventListener("input", () => {
  if (Date.now() - kept < EVERY) return;
  kept = Date.now();
  post(new URL("keep/", location.origin + location.pathname.replace(/(cases\/[^/]+\/).*/, "$1")), "*/*");
});
