"use strict";
// Lines and their words, both ways. Shared by the dossier and the desk.
const runsOf = (name) => document.querySelectorAll(`[data-m~="${CSS.escape(name)}"]`);
const notesOf = (name) => document.querySelectorAll(`[data-for="${CSS.escape(name)}"]`);

// What a large dossier keeps folded as text becomes elements when it is opened, or when something in it is looked for.
function unfold(kept) {
  const made = document.createElement("template");
  made.innerHTML = kept.textContent;
  kept.replaceWith(made.content);
}
const folded = (box) => box.querySelector(':scope > script[type="text/html"]');
document.addEventListener("toggle", (event) => { const kept = event.target.open && folded(event.target); if (kept) unfold(kept); }, true);
function placeOf(name) {
  const found = document.getElementById(name);
  if (found) return found;
  for (const kept of document.querySelectorAll('script[type="text/html"]')) {
    if (kept.textContent.includes(` id="${name}"`)) { unfold(kept); return document.getElementById(name); }
  }
  return null;
}

function reveal(name) {
  const place = placeOf(name);
  if (!place) return false;
  for (let outer = place.parentElement; outer; outer = outer.parentElement) {
    if (outer.tagName === "DETAILS") outer.open = true;
  }
  if (place.tagName === "DETAILS") place.open = true;
  const runs = runsOf(name);
  const target = [...runs].find((run) => run.classList.contains("content")) || runs[0] || place;
  const tall = target.getBoundingClientRect().height > innerHeight * 0.7;
  target.scrollIntoView({ block: runs.length && !tall ? "center" : "start" });
  // A whole section or article need not flash: that would only dazzle.
  const small = place.getBoundingClientRect().height < 240;
  for (const one of runs.length ? runs : small ? [place] : []) {
    one.classList.remove("flash");
    void one.offsetWidth; // starts the animation anew
    one.classList.add("flash");
  }
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
  return true;
}

function hover(names, on) {
  for (const name of names) {
    for (const one of runsOf(name)) one.classList.toggle("lit", on);
    for (const one of notesOf(name)) one.classList.toggle("lit", on);
  }
}

for (const kind of ["mouseover", "mouseout", "focusin", "focusout"]) {
  const on = kind === "mouseover" || kind === "focusin";
  document.addEventListener(kind, (event) => {
    const note = event.target.closest && event.target.closest("[data-for]");
    const run = event.target.closest && event.target.closest("[data-m]");
    if (note) hover([note.dataset.for], on);
    else if (run) hover(run.dataset.m.split(" "), on);
  });
}

// A click on marked words shows their note in the margin.
document.addEventListener("click", (event) => {
  const run = event.target.closest && event.target.closest("[data-m]");
  if (!run || event.target.closest("a") || String(getSelection())) return;
  const names = run.dataset.m.split(" ");
  const note = names.map((name) => notesOf(name)[0]).find(Boolean);
  if (!note) return;
  note.scrollIntoView({ block: "nearest" });
  note.classList.remove("flash");
  void note.offsetWidth;
  note.classList.add("flash");
});

// A speaker's button shows all their lines in the article, and keeps them shown.
document.addEventListener("click", (event) => {
  const button = event.target.closest && event.target.closest("[data-lines]");
  if (!button) return;
  const on = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(on));
  for (const name of button.dataset.lines.split(" ")) for (const one of [...runsOf(name), ...notesOf(name)]) one.classList.toggle("pinned", on);
});

// The picture of the sources: a node shows its own lines, by pointer and by keyboard.
for (const node of document.querySelectorAll(".graph [data-node]")) {
  const light = (on) => {
    const graph = node.closest(".graph");
    graph.classList.toggle("lit", on);
    for (const edge of graph.querySelectorAll(".edge")) {
      const mine = edge.dataset.left === node.dataset.node || edge.dataset.right === node.dataset.node;
      edge.classList.toggle("mine", on && mine);
      if (on && mine) for (const end of [edge.dataset.left, edge.dataset.right]) graph.querySelector(`[data-node="${CSS.escape(end)}"]`).classList.add("mine");
    }
    if (!on) for (const one of graph.querySelectorAll(".node.mine")) one.classList.remove("mine");
  };
  for (const kind of ["mouseenter", "focusin"]) node.addEventListener(kind, () => light(true));
  for (const kind of ["mouseleave", "focusout"]) node.addEventListener(kind, () => light(false));
}

function theme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  try { localStorage.setItem("rashomon-theme", root.dataset.theme); } catch { /* a browser may forbid it: then it is not kept */ }
}
try {
  const kept = localStorage.getItem("rashomon-theme");
  if (kept === "dark" || kept === "light") document.documentElement.dataset.theme = kept;
} catch { /* as above */ }
const toggle = document.getElementById("theme");
if (toggle) toggle.addEventListener("click", theme);
