/* The guidance panel: remembers what was folded, says how many results a search gave, and "/" goes to its search box.

   One-character keys can be switched off on the page Sneltoetsen (WCAG 2.1.4). */

const KEYS_OFF = "rk-sneltoetsen-uit";

function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be switched off: then nothing is remembered
  }
}

function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return; // see recall
  }
}

function restore(root) {
  for (const details of root.querySelectorAll("details[data-remember]")) {
    const state = recall(`rk-open-${details.dataset.remember}`);
    if (state) details.open = state === "ja";
  }
  for (const box of root.querySelectorAll("input[data-keys-off]")) {
    box.checked = recall(KEYS_OFF) === "ja";
    box.disabled = false;
  }
}

function isTyping(element) {
  return element instanceof HTMLElement && (element.isContentEditable || element.matches("input, textarea, select"));
}

function searchBox() {
  const panelBox = document.getElementById("zoek-kader");
  if (panelBox) {
    const panel = panelBox.closest("details");
    if (panel) panel.open = true;
    return panelBox;
  }
  return [...document.querySelectorAll("[data-shortcut-search]")].find((box) => box.offsetParent !== null);
}

// "toggle" does not bubble; it is caught on its way down.
document.addEventListener(
  "toggle",
  (event) => {
    const key = event.target.dataset?.remember;
    if (key) remember(`rk-open-${key}`, event.target.open ? "ja" : "nee");
  },
  true,
);
document.addEventListener("change", (event) => {
  if (event.target.matches("input[data-keys-off]")) remember(KEYS_OFF, event.target.checked ? "ja" : null);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target) || recall(KEYS_OFF) === "ja") return;
  const box = searchBox();
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
// A menu that lies over the page closes by Escape and by a click elsewhere.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest?.("details.rk-user-menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.rk-user-menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "kader-kaarten") return;
  const region = document.getElementById("kader-stand");
  const words = event.detail.target.querySelector("[data-announce]")?.textContent.trim() ?? "";
  if (region) region.textContent = words;
});
document.addEventListener("htmx:load", (event) => restore(event.detail.elt));
restore(document);
