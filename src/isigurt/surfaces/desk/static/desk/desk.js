// The keyboard, and what htmx needs. Anything with data-key can be reached by that key, or by two in a row ("g q");
// "?" lists those of the page. Keys do nothing while one types.
const PAUSE = 1200;

const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
const shown = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;
const targets = () => [...document.querySelectorAll("[data-key]")].filter((each) => !each.disabled);
const labelOf = (element) =>
  element.dataset.keyLabel || element.getAttribute("aria-label") || element.textContent.trim().replace(/\s+/g, " ");

const press = (element) => {
  if (element.matches("input:not([type=submit], [type=button], [type=checkbox], [type=radio]), textarea, select")) {
    element.closest("details")?.setAttribute("open", "");
    element.focus();
    element.select?.();
  } else {
    element.focus();
    element.click();
  }
};

const dialog = document.getElementById("keys");
const showKeys = () => {
  const list = dialog.querySelector("dl");
  list.replaceChildren();
  for (const element of targets()) {
    const row = document.createElement("div");
    const key = document.createElement("dt");
    for (const part of element.dataset.key.split(" ")) {
      const cap = document.createElement("kbd");
      cap.textContent = part;
      key.append(cap, " ");
    }
    const label = document.createElement("dd");
    label.textContent = labelOf(element);
    row.append(key, label);
    list.append(row);
  }
  dialog.showModal();
};

let first = "";
let at = 0;
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  if (event.key === "?" && dialog) {
    event.preventDefault();
    showKeys();
    return;
  }
  if (event.key.length !== 1) return;
  const both = event.timeStamp - at < PAUSE ? `${first} ${event.key}` : "";
  const all = targets();
  const found = all.find((each) => each.dataset.key === both) ?? all.find((each) => each.dataset.key === event.key);
  if (found && (shown(found) || found.matches("a"))) {
    event.preventDefault();
    first = "";
    press(found);
  } else {
    first = event.key;
    at = event.timeStamp;
  }
});

document.querySelector("[data-show-keys]")?.addEventListener("click", showKeys);
dialog?.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());

// A form that writes is sent once: a second press while the first is on its way does nothing.
addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented || form.dataset.passkey) return;
  if (form.dataset.sent) event.preventDefault();
  else form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// Anything that must be meant: a form with data-confirm asks first.
addEventListener(
  "submit",
  (event) => {
    const question = event.target.dataset.confirm;
    if (question && !confirm(question)) event.preventDefault();
  },
  { capture: true },
);

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("meta[name=csrf-token]");
  if (token) event.detail.headers["X-CSRFToken"] = token.content;
});

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(source.innerText.trim());
    const said = document.getElementById("said");
    if (said) said.textContent = button.dataset.copied;
  });
}
