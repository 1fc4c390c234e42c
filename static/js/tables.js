// Rows that can be chosen: one box for all of them, a count beside the actions.
import { on, word } from "./dom.js";

/** @param {Element} from @returns {{ all: HTMLInputElement | null, rows: HTMLInputElement[] }} */
function boxes(from) {
  const table = from.closest("table");
  return {
    all: table?.querySelector("[data-select-all]") ?? null,
    rows: /** @type {HTMLInputElement[]} */ ([
      ...(table?.querySelectorAll('tbody .pick input[type="checkbox"]') ?? []),
    ]),
  };
}

/** @param {Element} from */
function tell(from) {
  const { all, rows } = boxes(from);
  const chosen = rows.filter((box) => box.checked).length;
  if (all) {
    all.checked = chosen > 0 && chosen === rows.length;
    all.indeterminate = chosen > 0 && chosen < rows.length;
  }
  const count = from.closest(".card, form")?.querySelector("[data-selected-count]");
  if (count) count.textContent = chosen === 1 ? word("selectedOne") : word("selectedMany", chosen);
}

on("change", "[data-select-all]", (box) => {
  for (const row of boxes(box).rows) row.checked = /** @type {HTMLInputElement} */ (box).checked;
  tell(box);
});
on("change", "tbody .pick input", (box) => tell(box));

// Shift extends the choice from the last box.
/** @type {HTMLInputElement | null} */
let last = null;
on("click", "tbody .pick input", (element, event) => {
  const box = /** @type {HTMLInputElement} */ (element);
  const { rows } = boxes(box);
  const [from, to] = [last ? rows.indexOf(last) : -1, rows.indexOf(box)];
  if (/** @type {MouseEvent} */ (event).shiftKey && from >= 0) {
    for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) row.checked = box.checked;
    tell(box);
  }
  last = box;
});
