// Walking through a list without the mouse: J and K (or arrows) move, X ticks, Enter opens, E changes a cell.
import { isWriting, kept } from "./dom.js";

const OFF = "kameo-keys";

/** @returns {HTMLTableRowElement[]} */
function rows() {
  return [...document.querySelectorAll("[data-rows] tbody tr:has(.pick)")].filter(
    (row) => row instanceof HTMLTableRowElement,
  );
}

/** @returns {HTMLTableRowElement | null} the row that the keyboard is on */
function current() {
  const row = document.activeElement?.closest("[data-rows] tbody tr");
  return row instanceof HTMLTableRowElement ? row : null;
}

/** @param {HTMLElement | undefined} element */
function go(element) {
  if (!element) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** @param {number} step */
function move(step) {
  const all = rows();
  const here = current();
  const place = here ? all.indexOf(here) + step : step > 0 ? 0 : all.length - 1;
  go(all[Math.max(0, Math.min(place, all.length - 1))]);
}

/** @param {HTMLTableRowElement} row @param {number} step to the next cell that can be changed */
function across(row, step) {
  const cells = /** @type {HTMLElement[]} */ ([...row.querySelectorAll("[data-edit]")]);
  const here = cells.findIndex((cell) => cell === document.activeElement);
  go(cells[here < 0 ? (step > 0 ? 0 : cells.length - 1) : (here + step + cells.length) % cells.length]);
}

/** @type {Record<string, () => void>} */
const MOVES = { j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1) };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting()) return;
  if (document.querySelector("dialog[open], :popover-open") || !document.querySelector("[data-rows]")) return;
  const letter = event.key.length === 1;
  if (letter && kept.read(OFF) === "off") return;
  const row = current();
  if (!letter && !row) return;
  const step = MOVES[letter ? event.key.toLowerCase() : event.key];
  if (step) {
    event.preventDefault();
    step();
  } else if (row && act(row, event.key)) event.preventDefault();
});

/** @param {HTMLTableRowElement} row @param {string} key @returns {boolean} whether the key meant something */
function act(row, key) {
  const onLink = document.activeElement?.matches("a, button, input") ?? false;
  const cell = document.activeElement?.closest("[data-edit]") ?? row.querySelector("[data-edit]");
  if (key === "x" || key === "X") {
    /** @type {HTMLInputElement | null} */ (row.querySelector(".pick input"))?.click();
  } else if ((key === "e" || key === "E" || key === "F2") && cell) {
    cell.dispatchEvent(new CustomEvent("kameo:edit", { bubbles: true }));
  } else if (key === "Enter" && !onLink) {
    if (document.activeElement?.matches("[data-edit]"))
      document.activeElement.dispatchEvent(new CustomEvent("kameo:edit", { bubbles: true }));
    else /** @type {HTMLElement | null} */ (row.querySelector("th a"))?.click();
  } else if (key === "ArrowRight" && !onLink) across(row, 1);
  else if (key === "ArrowLeft" && !onLink) across(row, -1);
  else return false;
  return true;
}
