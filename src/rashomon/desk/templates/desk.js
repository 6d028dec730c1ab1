// The desk: going to words, the keyboard, search while typing, lines in a dialog, and the progress of a build.
const byId = (name) => document.getElementById(name);
const typing = (event) => event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");

function arrive() {
  const name = decodeURIComponent(location.hash.slice(1));
  const found = !name || reveal(name), gone = byId("gone");
  if (gone) gone.hidden = found || !/^(at|ev)-/.test(name);
  if (name) for (const one of document.querySelectorAll(`.saved [data-m~="${CSS.escape(name)}"]`)) { beside(one); break; }
}
function beside(place) {
  const box = place.closest("pre");
  box.scrollTop += place.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
}
addEventListener("hashchange", arrive);
document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[href]");
  if (link && link.getAttribute("href") === location.hash) arrive();
  const run = event.target.closest && event.target.closest("[data-m]");
  if (!run) return;
  const saved = run.closest(".saved");
  for (const name of run.dataset.m.split(" ")) {
    const other = [...runsOf(name)].find((one) => Boolean(one.closest(".saved")) !== Boolean(saved));
    if (!other) continue;
    if (saved) other.scrollIntoView({ block: "center" }); else beside(other);
    for (const one of runsOf(name)) { one.classList.remove("flash"); void one.offsetWidth; one.classList.add("flash"); }
    break;
  }
});

// The page as saved: what is shown of it.
for (const box of document.querySelectorAll("[data-show]")) {
  box.addEventListener("change", () => {
    const saved = box.closest(".saved");
    if (box.dataset.show === "left") saved.classList.toggle("hide-left", !box.checked);
    else saved.classList.toggle("show-code", box.checked);
  });
}

// Lists that shorten while one types: short ones here, long ones at the desk.
for (const box of document.querySelectorAll("[data-filter]")) {
  box.addEventListener("input", () => {
    const wanted = box.value.toLowerCase().trim();
    for (const one of document.querySelectorAll(box.dataset.filter)) one.hidden = wanted !== "" && !one.dataset.text.includes(wanted);
  });
}
for (const box of document.querySelectorAll("[data-ask]")) {
  let turn = 0, soon = 0;
  const ask = async () => {
    const mine = ++turn, list = document.querySelector(box.dataset.ask);
    const asked = new URLSearchParams([...new FormData(box.form)].filter(([, value]) => value));
    const answer = await fetch(`${location.pathname}?${asked}&part=1`);
    if (!answer.ok || mine !== turn) return;
    list.innerHTML = await answer.text();
    history.replaceState(null, "", location.pathname + (String(asked) && `?${asked}`));
    current = null;
    mark();
  };
  box.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(ask, 90); });
  box.form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(soon); ask(); });
}

// What is chosen to be joined stays chosen while the list beneath it changes.
const tray = document.querySelector("[data-chosen]");
const chosen = new Map();
function mark() {
  if (!tray) return;
  for (const box of document.querySelectorAll("#list input[type=checkbox]")) {
    box.removeAttribute("name"); // the tray's fields are what is sent
    box.checked = chosen.has(box.value);
  }
  const chips = tray.querySelector("[data-chips]");
  chips.replaceChildren();
  for (const [value, name] of chosen) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: "target", value });
    const chip = Object.assign(document.createElement("button"), { type: "button", className: "chip", textContent: `${name} ✕` });
    chip.setAttribute("aria-label", `Do not choose ${name}`);
    chip.addEventListener("click", () => { chosen.delete(value); mark(); });
    chips.append(field, chip, " ");
  }
  tray.hidden = chosen.size === 0;
  tray.querySelector("button.strong").disabled = chosen.size < 2;
}
if (tray) {
  document.querySelector("button.float").remove();
  document.getElementById("list").addEventListener("change", (event) => {
    const box = event.target.closest("input[type=checkbox]");
    if (!box) return;
    if (box.checked) chosen.set(box.value, box.dataset.name); else chosen.delete(box.value);
    mark();
  });
  mark();
}

// Names to choose from while one types.
document.addEventListener("input", async (event) => {
  const box = event.target.closest && event.target.closest("[data-names]");
  if (!box || box.value.trim().length < 2) return;
  const typed = box.value, answer = await fetch(`/names?q=${encodeURIComponent(typed)}`);
  if (answer.ok && box.value === typed) box.list.innerHTML = await answer.text();
});
for (const box of document.querySelectorAll("[data-go]")) box.addEventListener("change", () => box.form.requestSubmit());

// Search while typing.
const asked = byId("q"), found = byId("found");
let waiting = 0, newest = 0;
async function look() {
  const words = asked.value.trim(), turn = ++newest;
  if (words.length < 2) return shut();
  const answer = await fetch(`/search?part=1&q=${encodeURIComponent(words)}`);
  if (!answer.ok || turn !== newest) return;
  found.innerHTML = await answer.text();
  found.hidden = false;
  asked.setAttribute("aria-expanded", "true");
}
function shut() {
  newest += 1;
  found.hidden = true;
  asked.setAttribute("aria-expanded", "false");
  asked.removeAttribute("aria-activedescendant");
}
function choose(step) {
  const options = [...found.querySelectorAll("a[role=option]")];
  if (!options.length) return;
  const at = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
  const next = at < 0 ? (step > 0 ? 0 : options.length - 1) : (at + step + options.length) % options.length;
  options.forEach((one, k) => { one.id = `option-${k}`; one.setAttribute("aria-selected", String(k === next)); });
  options[next].scrollIntoView({ block: "nearest" });
  asked.setAttribute("aria-activedescendant", `option-${next}`);
}
asked.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(look, 90); });
asked.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { shut(); asked.blur(); }
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); choose(event.key === "ArrowDown" ? 1 : -1); }
  else if (event.key === "Enter") {
    const chosen = found.hidden ? null : found.querySelector("[aria-selected=true]");
    if (chosen) { event.preventDefault(); shut(); location.assign(chosen.href); }
  }
});
document.addEventListener("click", (event) => { if (!event.target.closest(".search")) shut(); });

// A line to correct opens over the page one is reading; without a script its link leads to a page of its own.
const part = byId("part");
async function openLine(link) {
  const here = location.pathname + location.search.replace(/([?&])said=[^&]*/, "$1") + (currentName() ? `#${currentName()}` : location.hash);
  const answer = await fetch(`${link.pathname}?part=1&back=${encodeURIComponent(here)}`);
  if (!answer.ok) return location.assign(link.href);
  part.lastElementChild.innerHTML = await answer.text();
  part.showModal();
  const first = part.querySelector(".line-fix button, .line-fix input:not([type=hidden])");
  if (first) first.focus();
}
document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest('a[href^="/line/"]');
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || part.open) return;
  event.preventDefault();
  const note = link.closest(STOPS);
  if (note) step(0, note);
  openLine(link);
});
for (const box of [part, byId("keys")]) box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
document.addEventListener("click", async (event) => {
  const button = event.target.closest && event.target.closest("[data-copy]");
  if (!button) return;
  const words = document.querySelector(button.dataset.copy);
  try { await navigator.clipboard.writeText(words.textContent); button.textContent = "Copied"; }
  catch { getSelection().selectAllChildren(words); button.textContent = "Selected: copy it"; }
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest && event.target.closest("[data-copy-link]");
  if (!button) return;
  const address = location.origin + button.dataset.copyLink;
  try { await navigator.clipboard.writeText(address); button.textContent = "Copied"; }
  catch { button.textContent = address; }
});
document.addEventListener("submit", (event) => {
  for (const one of event.target.querySelectorAll("button")) one.setAttribute("aria-busy", "true");
  if (event.target.method !== "post" || byId("busy")) return;
  const busy = Object.assign(document.createElement("p"), { id: "busy", className: "busy", textContent: "Being kept …" });
  busy.setAttribute("role", "status");
  (event.target.closest("dialog") || document.body).append(busy);
});

// The keyboard.
const STOPS = ".note, .account, .said, .happened, .brief, .claim-row, .roster li, .list tbody tr, .takes li";
let current = null, pending = "";
const currentName = () => (current && (current.dataset.for || (current.querySelector("a.words") || { hash: "" }).hash.slice(1))) || "";
function step(by, to) {
  const stops = [...document.querySelectorAll(STOPS)].filter((one) => one.offsetParent !== null);
  if (!stops.length) return;
  const at = stops.indexOf(current);
  const next = to || stops[Math.min(Math.max(at < 0 ? (by > 0 ? 0 : stops.length - 1) : at + by, 0), stops.length - 1)];
  if (current) current.classList.remove("current");
  current = next;
  current.classList.add("current");
  if (to) return;
  current.scrollIntoView({ block: "center" });
  const link = current.querySelector("a");
  if (link) link.focus({ preventScroll: true });
}
function lineId() {
  if (!current) return "";
  if (current.dataset.for) return current.dataset.for.replace(/^at-/, "");
  const words = current.querySelector("a.words");
  return words && words.hash.startsWith("#at-") ? words.hash.slice(4) : "";
}
// A check shows at once and is kept meanwhile; one goes after the other, each from the state the last one left.
let keeping = Promise.resolve();
const versions = () => document.querySelectorAll("input[name=version]");
function check() {
  const line = lineId();
  if (!line || current.querySelector(".checked")) return;
  const sign = Object.assign(document.createElement("span"), { className: "checked pending", textContent: " ✓ checked", role: "status" });
  (current.querySelector(".via:last-of-type, .jump") || current).after(sign);
  keeping = keeping.then(async () => {
    const body = new URLSearchParams({ version: versions()[0].value, kind: "check", target: line, back: location.pathname });
    const answer = await fetch("/correct", { method: "POST", body, headers: { "x-quiet": "1" }, keepalive: true });
    if (answer.status !== 204) { sign.textContent = " not kept: the story changed meanwhile. Load the page anew."; return; }
    sign.classList.remove("pending");
    for (const one of versions()) one.value = answer.headers.get("x-version");
    byId("undo").querySelector("button").disabled = false;
  }).catch(() => { sign.textContent = " not kept: the desk does not answer"; });
}
const press = (form) => { const button = byId(form).querySelector("button"); if (!button.disabled) button.click(); };
const KEYS = {
  "/": () => asked.focus(),
  "?": () => byId("keys").showModal(),
  j: () => step(1),
  k: () => step(-1),
  c: check,
  x: () => { const box = current && current.querySelector("input[type=checkbox]"); if (box) box.click(); },
  e: () => { const line = lineId(); if (line) openLine(Object.assign(document.createElement("a"), { href: `/line/${line}` })); },
  u: () => press("undo"),
  r: () => press("redo"),
};
addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || typing(event) || document.querySelector("dialog[open]")) return;
  const link = document.querySelector(`[data-key="${CSS.escape(pending + event.key)}"]`);
  if (link) { event.preventDefault(); pending = ""; link.click(); return; }
  if (pending === "" && event.key === "g") { pending = "g"; setTimeout(() => { pending = ""; }, 1500); return; }
  pending = "";
  if (KEYS[event.key]) { event.preventDefault(); KEYS[event.key](); }
});
byId("help").addEventListener("click", () => byId("keys").showModal());

// Adding pages.
const drop = byId("drop");
if (drop) {
  for (const kind of ["dragover", "dragleave", "drop"]) drop.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.toggle("over-it", kind === "dragover");
    if (kind === "drop" && event.dataTransfer.files.length) { byId("file").files = event.dataTransfer.files; drop.requestSubmit(); }
  });
}
const progress = byId("progress");
async function poll() {
  const state = await (await fetch("/add/progress")).json();
  if (!state.running) return location.reload();
  byId("stage").textContent = state.stage + (state.total ? `, ${state.done} of ${state.total}` : "");
  const bar = progress.querySelector("progress");
  if (state.total) { bar.max = state.total; bar.value = state.done; } else bar.removeAttribute("value");
  setTimeout(poll, 500);
}
if (progress) setTimeout(poll, 500);
arrive();
