// Keys: "?" for help, "/" for the filter of the page, the letters of a menu while it is open.
// Single keys can be switched off in the help (WCAG 2.1.4).
import { isWriting, kept, on } from "./dom.js";

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
  if (event.key === "/") {
    const filter = /** @type {HTMLElement | null} */ (document.querySelector('main input[type="search"]'));
    if (!filter) return;
    event.preventDefault();
    filter.focus();
  }
});

on("change", "[data-keys-switch]", (box) => {
  kept.write(OFF, /** @type {HTMLInputElement} */ (box).checked ? null : "off");
});

for (const box of document.querySelectorAll("[data-keys-switch]")) {
  /** @type {HTMLInputElement} */ (box).checked = kept.read(OFF) !== "off";
}
