// The matrix: somebody dragged to another cell is rated so; Shift and an arrow move them one cell.
import { act } from "./send.js";

/** @param {HTMLElement} root */
export function ratable(root) {
  const url = root.dataset.place;
  const table = root.querySelector(".grid-matrix");
  if (!url || !table) return;
  /** @type {HTMLElement | null} */
  let held = null;

  const rate = (/** @type {HTMLElement} */ chip, /** @type {HTMLElement} */ slot) => {
    const { influence = "", stance = "" } = slot.dataset;
    if (chip.dataset.influence === influence && chip.dataset.stance === stance) return;
    const person = chip.dataset.person ?? "";
    void act(url, { person, influence, stance, map: root.dataset.map ?? "" }).then((done) => {
      const again = document.querySelector(`.mchip[data-person="${person}"] a`);
      if (done && again instanceof HTMLElement) again.focus();
    });
  };
  table.addEventListener("dragstart", (event) => {
    const chip = event.target instanceof Element ? event.target.closest(".mchip") : null;
    held = chip instanceof HTMLElement ? chip : null;
    held?.classList.add("dragging");
  });
  table.addEventListener("dragend", () => {
    held?.classList.remove("dragging");
    held = null;
    for (const slot of table.querySelectorAll(".drop-here")) slot.classList.remove("drop-here");
  });
  table.addEventListener("dragover", (event) => {
    const slot = event.target instanceof Element ? event.target.closest(".slot") : null;
    if (!held || !slot) return;
    event.preventDefault();
    for (const other of table.querySelectorAll(".drop-here")) if (other !== slot) other.classList.remove("drop-here");
    slot.classList.add("drop-here");
  });
  table.addEventListener("drop", (event) => {
    const slot = event.target instanceof Element ? event.target.closest(".slot") : null;
    if (!held || !(slot instanceof HTMLElement)) return;
    event.preventDefault();
    rate(held, slot);
  });
  table.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || !event.shiftKey || !event.key.startsWith("Arrow")) return;
    const chip = event.target instanceof Element ? event.target.closest(".mchip") : null;
    const slot = chip && beside(chip, event.key);
    event.preventDefault();
    if (chip instanceof HTMLElement && slot) rate(chip, slot);
  });
}

/** @param {Element} chip @param {string} key @returns {HTMLElement | null} the cell that way */
function beside(chip, key) {
  const cell = chip.closest(".slot");
  const row = cell?.closest("tr");
  if (!cell || !row) return null;
  const place = [...row.querySelectorAll(".slot")].indexOf(cell);
  const line = key === "ArrowUp" ? row.previousElementSibling : key === "ArrowDown" ? row.nextElementSibling : row;
  const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  const found = line?.querySelectorAll(".slot")[place + step];
  return found instanceof HTMLElement ? found : null;
}
