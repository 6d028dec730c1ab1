// The dossier: everything is on one page, so going to the words is going to an anchor, and back is back in history.
const back = document.getElementById("back");
let from = null;

document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest('a[href^="#"]');
  if (!link || link === back || event.metaKey || event.ctrlKey || event.shiftKey) return;
  from = link;
  // A second click on the same link changes no address, and so would do nothing.
  if (link.getAttribute("href") === location.hash) arrive();
});

function arrive() {
  const name = decodeURIComponent(location.hash.slice(1));
  if (!name || !reveal(name)) return;
  const words = name.startsWith("at-") || name.startsWith("ev-");
  back.hidden = !(from && words);
}

function goBack(event) {
  if (!from) return;
  event.preventDefault();
  const line = from;
  back.hidden = true;
  from = null;
  for (let outer = line.parentElement; outer; outer = outer.parentElement) if (outer.tagName === "DETAILS") outer.open = true;
  line.scrollIntoView({ block: "center" });
  line.focus({ preventScroll: true });
  const box = line.closest("li, article, p") || line;
  box.classList.remove("flash");
  void box.offsetWidth;
  box.classList.add("flash");
}

back.addEventListener("click", goBack);
addEventListener("keydown", (event) => { if (event.key === "Escape" && !back.hidden) goBack(event); });
addEventListener("hashchange", arrive);
arrive();

let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details.why:not([open]), details.told:not([open]), details.other-side:not([open]), .side details.more:not([open]), details.origin:not([open])")];
  for (const one of opened) one.open = true;
});
addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
