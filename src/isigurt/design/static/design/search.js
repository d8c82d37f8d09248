// Searches the public pages in this browser: the index is fetched once, and what is typed goes nowhere. The rule is
// that of isigurt/baked/searching.py. Without this file the form is sent to the server, and answered there.
const SHOWN = 30;
const WORDS_ASKED = 10;

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ς", "σ");
const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const readIndex = (rows) =>
  rows.map(([address, title, summary, words]) => ({
    address,
    title,
    summary,
    fields: [
      [8, wordsOf(title)],
      [4, wordsOf(summary)],
      [1, words.split(" ")],
    ],
  }));

const weight = (page, asked) =>
  Math.max(
    ...page.fields.map(([factor, words]) =>
      words.reduce((best, word) => Math.max(best, word === asked ? 2 * factor : word.startsWith(asked) ? factor : 0), 0),
    ),
  );

const search = (pages, query) => {
  const asked = wordsOf(query).slice(0, WORDS_ASKED);
  if (!asked.length) return [];
  return pages
    .map((page) => ({ page, weights: asked.map((word) => weight(page, word)) }))
    .filter(({ weights }) => weights.every(Boolean))
    .map(({ page, weights }) => ({ page, sum: weights.reduce((sum, each) => sum + each, 0) }))
    .sort((a, b) => b.sum - a.sum || (a.page.address < b.page.address ? -1 : 1))
    .map(({ page }) => page);
};

const shown = (page) => {
  const item = document.createElement("li");
  const title = document.createElement("h2");
  const link = document.createElement("a");
  item.className = "teaser";
  link.href = page.address;
  link.textContent = page.title;
  title.append(link);
  item.append(title);
  if (page.summary) {
    const summary = document.createElement("p");
    summary.textContent = page.summary;
    item.append(summary);
  }
  return item;
};

for (const form of document.querySelectorAll("form[data-search]")) {
  const field = form.querySelector("input[type=search]");
  const list = form.parentElement.querySelector("[data-found]");
  const said = form.parentElement.querySelector("[data-said]");
  const words = said.dataset;
  let index;

  const show = (pages, query, pressed) => {
    const found = search(pages, query);
    list.replaceChildren(...found.slice(0, SHOWN).map(shown));
    list.hidden = !found.length;
    const sentence = found.length > SHOWN ? words.more : found.length ? words.some : words.none;
    said.textContent = query.trim() ? sentence.replace("#", found.length) : pressed ? words.empty : "";
  };

  const find = async (pressed) => {
    // The index is asked for as soon as somebody types, whatever it is they type.
    index ??= fetch(form.dataset.search).then((answer) => answer.json()).then(readIndex);
    try {
      show(await index, field.value, pressed);
    } catch {
      index = undefined;
      return false;
    }
    return true;
  };

  field.addEventListener("input", () => find(false));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await find(true)) said.focus();
    else form.submit();
  });
}
