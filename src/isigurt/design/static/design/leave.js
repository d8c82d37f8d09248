// "Leave this page" works without this file, as a link. With it the page is also replaced in the history of this tab,
// and pressing Shift three times within two seconds leaves too. A page that has made entries of its own in the history
// keeps their number in `history.state.depth`: they are gone back over first, so that "back" does not lead to them.
const link = document.querySelector("[data-leave]");
if (link) {
  const leave = () => {
    document.documentElement.hidden = true;
    const away = () => location.replace(link.href);
    const depth = history.state?.depth ?? 0;
    if (!depth) return away();
    addEventListener("popstate", away, { once: true });
    setTimeout(away, 300); // whatever becomes of the history, the page is left
    history.go(-depth);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let presses = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      presses = [];
    } else if (!event.repeat) {
      presses = [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
      if (presses.length === 3) leave();
    }
  });
  for (const hint of document.querySelectorAll("[data-leave-keys]")) hint.hidden = false;
}
