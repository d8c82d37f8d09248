// "Leave this page" works without this file, as a link. With it the page is also replaced in the history of this tab,
// and pressing Shift three times within two seconds leaves too.
const link = document.querySelector("[data-leave]");
if (link) {
  const leave = () => {
    document.documentElement.hidden = true;
    location.replace(link.href);
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
