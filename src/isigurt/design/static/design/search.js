// Searches the public pages in this browser: the index is fetched once, and what is typed goes nowhere. The rule is
// that of isigurt/baked/searching.py. Without this file the form is sent to the server, and answered there.
const form = document.querySelector("form[data-search]");
const list = document.querySelector("[data-found]");
const said = document.querySelector("[data-found-said]");

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

let pages;
const load = async () => {
  const answer = await fetch(form.dataset.search);
  pages = (await answer.json()).map(([address, title, summary, words]) => ({
    address,
    title,
    summary,
    fields: [
      [8, wordsOf(title)],
      [4, wordsOf(summary)],
      [1, words.split(" ")],
    ],
  }));
};

const weight = (page, asked) =>
  Math.max(
    ...page.fields.map(([factor, words]) =>
      words.reduce((best, word) => Math.max(best, word === asked ? 2 * factor : word.startsWith(asked) ? factor : 0), 0),
    ),
  );

const search = (query) => {
  const asked = wordsOf(query).slice(0, 10);
  if (!asked.length) return [];
  return pages
    .map((page) => ({ page, weights: asked.map((word) => weight(page, word)) }))
    .filter(({ weights }) => weights.every(Boolean))
    .map(({ page, weights }) => ({ page, sum: weights.reduce((sum, each) => sum + each, 0) }))
    .sort((a, b) => b.sum - a.sum || (a.page.address < b.page.address ? -1 : 1))
    .slice(0, 30)
    .map(({ page }) => page);
};

const show = (found, query) => {
  list.replaceChildren(
    ...found.map((page) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = page.address;
      link.textContent = page.title;
      const summary = document.createElement("p");
      summary.textContent = page.summary;
      item.append(link, summary);
      return item;
    }),
  );
  const words = said.dataset;
  said.textContent = !query.trim()
    ? ""
    : found.length
      ? (found.length === 1 ? words.one : words.many).replace("#", found.length)
      : words.none;
};

if (form && list && said) {
  const field = form.querySelector("input[type=search]");
  let turn = 0;
  const find = async () => {
    const mine = ++turn;
    try {
      if (!pages) await load();
    } catch {
      return false;
    }
    if (mine === turn) show(search(field.value), field.value);
    return true;
  };
  field.addEventListener("input", find);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!(await find())) form.submit();
  });
}
