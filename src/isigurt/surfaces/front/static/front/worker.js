// Without a connection: the page with the helplines, in the language of the page that did not come. Nothing else is kept:
// no form, no code, no answer. `kept` is put above this by the server: version, pages by language, files.
const languageOf = (address) => new URL(address).pathname.split("/")[1];

const fresh = async () => {
  const cache = await caches.open(kept.version);
  await cache.addAll([...Object.values(kept.pages), ...kept.files].map((each) => new Request(each, { cache: "reload" })));
  await skipWaiting();
};

const tidy = async () => {
  for (const name of await caches.keys()) if (name !== kept.version) await caches.delete(name);
  await registration.navigationPreload?.enable(); // a slow phone need not wait for this file to wake up
};

const page = async (event) => {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (error) {
    const there = kept.pages[languageOf(event.request.url)] ?? Object.values(kept.pages)[0];
    const found = await caches.match(there, { ignoreVary: true });
    if (!found) throw error;
    return found;
  }
};

const file = async (request) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request);

addEventListener("install", (event) => event.waitUntil(fresh()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET") return; // what a person sends goes straight to the server
  if (mode === "navigate") event.respondWith(page(event));
  else if (kept.files.includes(url.replace(location.origin, ""))) event.respondWith(file(event.request));
});
