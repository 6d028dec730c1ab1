"use strict";
// The timeline: dragging, pinching and the wheel move the picture at once; what stands there then comes from the desk.
const time = document.getElementById("time");
const EDGE = 16;
const down = new Map();
let shift = 0, stretch = 1, settling = 0, turnOf = 0;

const picture = () => time.querySelector("svg.timeline");
const pieces = () => picture().dataset.pieces.trim().split(" ").map((one) => one.split(",").map(Number));
const width = () => picture().viewBox.baseVal.width;
const scaleOf = () => width() / picture().getBoundingClientRect().width;
const iso = (day) => new Date((day - 719163) * 864e5).toISOString().slice(0, 10);

// The day at a place of the picture; beyond its ends the outer pieces go on at their own pace.
function dayAt(x) {
  const all = pieces();
  const [first, last, left, right] = all.find((one) => x <= one[3]) || all[all.length - 1];
  const beyond = x < all[0][2] || x > all[all.length - 1][3];
  const place = beyond ? x : Math.max(x, left);
  return first + Math.round((place - left) / (right - left) * (last - first));
}

function move() {
  for (const one of picture().querySelectorAll("[data-x]")) {
    const x = Number(one.dataset.x), to = x * stretch + shift;
    one.setAttribute("transform", `translate(${(to - x).toFixed(1)},0)`);
    const bar = one.querySelector("rect.long");
    if (bar) {
      bar.dataset.wide = bar.dataset.wide || bar.getAttribute("width");
      bar.setAttribute("width", Math.max(8, bar.dataset.wide * stretch));
    }
  }
}
function by(dx, factor, about) {
  shift = about + (shift - about) * factor + dx;
  stretch *= factor;
  move();
  clearTimeout(settling);
  settling = setTimeout(settle, 140);
}
// What is in sight now is asked for as days.
function settle() {
  if (down.size) { settling = setTimeout(settle, 140); return; } // not from under a hand that still holds it
  if (!picture() || (shift === 0 && stretch === 1)) return;
  const at = (x) => dayAt((x - shift) / stretch);
  const asked = new URLSearchParams(location.search);
  const first = at(EDGE), last = Math.max(at(width() - EDGE), first + 2);
  const whole = shift > 0 && width() * stretch + shift < width() && !asked.has("first");
  for (const name of ["said", "first", "last"]) asked.delete(name);
  if (!whole) { asked.set("first", iso(first)); asked.set("last", iso(last)); }
  show(`/timeline?${asked}`);
}

async function show(href) {
  const turn = ++turnOf, held = time.contains(document.activeElement) ? document.activeElement : null;
  const again = held && (held.id ? `#${held.id}` : held.dataset.key ? `[data-key="${CSS.escape(held.dataset.key)}"]` : held.matches(".scroll") ? ".scroll" : "");
  const where = new URL(href, location.href);
  const asked = new URLSearchParams(where.search);
  asked.set("part", "1");
  asked.set("wide", fit());
  const answer = await fetch(`${where.pathname}?${asked}`);
  if (!answer.ok || turn !== turnOf) return;
  time.innerHTML = await answer.text();
  shift = 0; stretch = 1;
  history.replaceState(null, "", where.pathname + where.search);
  const place = again && time.querySelector(again);
  if (place) place.focus({ preventScroll: true });
}
const fit = () => Math.min(1600, Math.max(320, Math.round(time.getBoundingClientRect().width)));

// Pointers: one drags, two pinch.
let dragged = false;
const spread = () => { const [a, b] = [...down.values()]; return [Math.max(20, Math.abs(a.x - b.x)), (a.x + b.x) / 2]; };
time.addEventListener("pointerdown", (event) => {
  if (!event.target.closest("svg.timeline") || event.button) return;
  down.set(event.pointerId, { x: event.clientX });
  dragged = false;
});
addEventListener("pointermove", (event) => {
  const held = down.get(event.pointerId);
  if (!held || !picture()) return;
  const k = scaleOf(), left = picture().getBoundingClientRect().left;
  const [apart, middle] = down.size > 1 ? spread() : [1, 0];
  const dx = event.clientX - held.x;
  if (down.size === 1 && !dragged && Math.abs(dx) < 4) return;
  dragged = true;
  held.x = event.clientX;
  if (down.size === 1) return by(dx * k, 1, 0);
  const [now, center] = spread();
  by((center - middle) * k, now / apart, (middle - left) * k);
});
for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, (event) => down.delete(event.pointerId));
time.addEventListener("click", (event) => { if (dragged && event.target.closest("svg.timeline")) { event.preventDefault(); dragged = false; } }, true);
time.addEventListener("dragstart", (event) => event.preventDefault());

// The wheel zooms with Ctrl held or while the picture has the focus; otherwise the page scrolls as everywhere.
time.addEventListener("wheel", (event) => {
  const box = event.target.closest(".scroll");
  if (!box || !picture()) return;
  const k = scaleOf();
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) { event.preventDefault(); by(-event.deltaX * k, 1, 0); return; }
  if (!event.ctrlKey && !event.metaKey && !box.contains(document.activeElement)) return;
  event.preventDefault();
  by(0, Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0022)), (event.clientX - picture().getBoundingClientRect().left) * k);
}, { passive: false });

time.addEventListener("keydown", (event) => {
  if (!event.target.closest(".scroll") || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = { ArrowLeft: "[", ArrowRight: "]", "=": "+", _: "-", Home: "0" }[event.key];
  const link = key && time.querySelector(`.moves [data-key="${key}"]`);
  if (link) { event.preventDefault(); link.click(); }
});
time.addEventListener("click", (event) => {
  const link = event.target.closest(".moves a, .empty a");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  show(link.getAttribute("href"));
});
const asForm = (form) => `/timeline?${new URLSearchParams([...new FormData(form)].filter(([, value]) => value))}`;
time.addEventListener("change", (event) => { if (event.target.form) show(asForm(event.target.form)); });
time.addEventListener("submit", (event) => { event.preventDefault(); show(asForm(event.target)); });
if (picture() && fit() < 700) show(location.pathname + location.search);
