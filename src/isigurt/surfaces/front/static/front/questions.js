// The report form: one question at a time, then the answers to check, then sent once. Without this file it is one page.
// Each question is an entry in the tab's history, so the browser's back button goes one question back; nothing typed is
// ever in an address. leave.js reads `depth` to take these entries back when somebody leaves.
const form = document.querySelector("form.report");
const steps = [...form.querySelectorAll(".question")];
const last = steps.length - 1; // the answers
const before = document.querySelector("[data-before]");
const send = form.querySelector("[data-send]");
const sending = form.querySelector("[data-sending]");
const errors = document.getElementById("errors");
const PATIENCE = 10_000; // milliseconds until somebody may press again who has stopped the sending
const wrong = steps.findIndex(isWrong);
const start = errors ? (wrong < 0 ? last : wrong) : Math.min(history.state?.step ?? 0, reachable());
let at = start;
let here = { depth: 0, ...history.state, step: start }; // the entry of the history that is shown
let sentAt = -PATIENCE;

const clone = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
const heading = (step) => step.querySelector("h2");

function isWrong(step) {
  return step.matches(".wrong") || step.querySelector(".wrong") !== null;
}

function isChosen() {
  return form.elements.harm.value !== "";
}

function isSaid() {
  return ["where", "platform", "account", "words"].some((name) => form.elements[name].value.trim());
}

function reachable() {
  if (!isChosen()) return 0;
  return isSaid() ? last : last - 1;
}

function show(index) {
  at = index;
  for (const [number, step] of steps.entries()) step.hidden = number !== index;
  before.hidden = index > 0;
  send.hidden = index < last;
  if (errors) errors.hidden = index !== start && !isWrong(steps[index]);
  if (index === last) list();
}

function arrive(index) {
  show(index);
  scrollTo(0, 0);
  heading(steps[index]).focus({ preventScroll: true });
}

function go(step, changing = false) {
  here = { depth: here.depth + 1, step, from: at, changing };
  history.pushState(here, "");
  arrive(step);
}

function onward() {
  const step = steps[at];
  if (at === 0 && !isChosen()) complain(step, form.dataset.choose, form.elements.harm[0]);
  else if (at === last - 1 && !isSaid()) complain(step, form.dataset.say, form.elements.words);
  else go(here.changing ? reachable() : at + 1);
}

function complain(step, text, control) {
  forgive(step);
  step.querySelector("legend").after(Object.assign(document.createElement("p"), { className: "error", role: "alert", textContent: text }));
  step.classList.add("wrong");
  control.focus();
}

function forgive(step) {
  step.classList.remove("wrong");
  step.querySelector(":scope > :is(.error, .errorlist)")?.remove();
}

function given(control) {
  if (control.type === "radio") return ["", control.labels[0].querySelector("b").textContent];
  const text = control.matches("select") && control.value ? control.selectedOptions[0].text : control.value;
  return [control.labels[0].textContent, text.trim()];
}

function summary(step, index) {
  const row = clone("answer");
  const title = heading(step).lastChild.textContent.trim();
  row.querySelector("h3").textContent = title;
  const change = row.querySelector("a");
  change.querySelector("span").textContent = `: ${title}`;
  change.addEventListener("click", (event) => {
    event.preventDefault();
    go(index, true);
  });
  for (const control of step.querySelectorAll("input:checked,.field :is(input,select,textarea)")) {
    const [label, text] = given(control);
    if (!text) continue;
    const line = document.createElement("p");
    if (label) line.append(Object.assign(document.createElement("span"), { textContent: label }));
    line.append(text);
    change.before(line);
    row.querySelector("[data-empty]")?.remove();
  }
  return row;
}

function list() {
  steps[last].querySelector("[data-list]").replaceChildren(...steps.slice(0, last).map(summary));
}

for (const [index, step] of steps.entries()) {
  heading(step).tabIndex = -1;
  if (index === last) continue;
  const turn = clone("turn");
  const back = turn.querySelector("[type=button]");
  back.hidden = index === 0;
  back.addEventListener("click", () => (here.changing || here.from === index - 1 ? history.back() : go(index - 1)));
  step.append(turn);
  step.addEventListener("input", () => (index === 0 ? isChosen() : isSaid()) && forgive(step));
}

form.addEventListener("submit", (event) => {
  if (at < last) {
    event.preventDefault();
    onward();
  } else if (event.timeStamp - sentAt < PATIENCE) {
    event.preventDefault();
  } else {
    sentAt = event.timeStamp;
    sending.textContent = sending.dataset.sending;
  }
});

errors?.addEventListener("click", (event) => {
  const target = document.getElementById(event.target.getAttribute("href")?.slice(1));
  const index = steps.indexOf(target?.closest(".question"));
  if (index < 0) return;
  event.preventDefault();
  if (index !== at) go(index);
  target.focus();
});

addEventListener("popstate", (event) => {
  // A jump within the page, as to its content, has no state yet: it is the same question, one entry further on.
  if (!event.state) history.replaceState({ ...here, depth: here.depth + 1 }, "");
  here = history.state;
  if (event.state) arrive(Math.min(here.step, reachable()));
});

addEventListener("pageshow", () => {
  sentAt = -PATIENCE;
  sending.textContent = "";
});

form.classList.add("stepwise");
history.scrollRestoration = "manual";
history.replaceState(here, "");
show(start);
errors?.focus();
