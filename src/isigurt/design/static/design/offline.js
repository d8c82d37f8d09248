// Keeps the page with the helplines on this phone for a moment without a connection; worker.js says what else (nothing).
// The report and the pages behind a code do not load this file: they leave nothing behind.
navigator.serviceWorker?.register("/worker.js").catch(() => {});
