// Keys: "?" for help, "/" for the filter of the page, "a", "n", "r" to log a call, a note, a meeting, the letters
// of a menu while it is open.
// A page without a filter or a composer answers with the palette: no key listed in the help is dead.
// Single keys can be switched off in the help (WCAG 2.1.4).
import { isWriting, kept, on } from "./dom.js";
import { logFromHere } from "./log.js";
import { openPalette } from "./palette.js";

const OFF = "kameo-keys";

/** @param {KeyboardEvent} event @returns {HTMLElement | null} */
function menuItem(event) {
  const menu = document.querySelector("[popover].menu:popover-open");
  for (const item of menu?.querySelectorAll("[data-key]") ?? []) {
    if (item.getAttribute("data-key")?.toLowerCase() === event.key.toLowerCase())
      return /** @type {HTMLElement} */ (item);
  }
  return null;
}

function help() {
  const dialog = document.getElementById("shortcuts");
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

/** @type {Record<string, string>} what a key puts the cursor in */
const FIELDS = { "/": 'main input[type="search"]' };
/** @type {Record<string, string>} what a key logs */
const LOGGED = { a: "call", n: "note", r: "meeting" };

/** @param {KeyboardEvent} event @param {string} selector */
function write(event, selector) {
  const field = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  if (!field) return openPalette(event);
  event.preventDefault();
  field.scrollIntoView({ block: "nearest" });
  field.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting()) return;
  const item = menuItem(event);
  if (item) {
    event.preventDefault();
    item.click();
    return;
  }
  if (kept.read(OFF) === "off" || document.querySelector("dialog[open]")) return;
  if (event.key === "?") help();
  const kind = LOGGED[event.key.toLowerCase()];
  if (kind && logFromHere(kind)) event.preventDefault();
  else if (kind === "note") openPalette(event);
  const selector = FIELDS[event.key.toLowerCase()];
  if (selector) write(event, selector);
});

on("change", "[data-keys-switch]", (box) => {
  kept.write(OFF, /** @type {HTMLInputElement} */ (box).checked ? null : "off");
});

for (const box of document.querySelectorAll("[data-keys-switch]")) {
  /** @type {HTMLInputElement} */ (box).checked = kept.read(OFF) !== "off";
}
