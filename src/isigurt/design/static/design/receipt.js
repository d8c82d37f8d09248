// Copying and printing the receipt code, copying a snippet: buttons that are hidden until this file shows that they work.
for (const receipt of document.querySelectorAll("[data-receipt], [data-snippet]")) {
  const said = receipt.querySelector("[data-said]");
  const copy = receipt.querySelector("[data-copy]");
  const print = receipt.querySelector("[data-print]");
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(receipt.dataset.receipt ?? receipt.dataset.snippet);
        said.textContent = copy.dataset.done;
      } catch {
        said.textContent = copy.dataset.failed;
      }
    });
  }
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
}
