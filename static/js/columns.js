// Columns put in order with buttons or by dragging, and cards of the board dragged towards another class.
import { on } from "./dom.js";

on("click", "[data-columns] [data-move]", (button, event) => {
  event.preventDefault();
  const line = button.closest("[data-column]");
  const up = button.getAttribute("data-move") === "-1";
  const other = up ? line?.previousElementSibling : line?.nextElementSibling;
  if (!line || !other) return;
  if (up) other.before(line);
  else other.after(line);
  /** @type {HTMLElement} */ (button).focus();
  keepOrder(line);
});

/**
 * A list that keeps its order at once sends it; others wait for their form.
 * @param {Element} line
 */
function keepOrder(line) {
  const form = line.closest("form[data-order-form]");
  if (!(form instanceof HTMLFormElement)) return;
  fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" }).catch(() => form.submit());
}

// The last empty line of a list of choices is followed by another one once something stands in it.
on("input", "[data-grows] [data-column] input", (input) => {
  const line = input.closest("[data-column]");
  if (!line || line.nextElementSibling || !(input instanceof HTMLInputElement) || !input.value) return;
  const next = /** @type {Element} */ (line.cloneNode(true));
  for (const one of next.querySelectorAll("input")) one.value = "";
  line.after(next);
});

/** @type {Element | null} */
let dragged = null;

on("pointerdown", "[data-column] [data-grip]", (grip) => {
  const line = grip.closest("[data-column]");
  if (line) /** @type {HTMLElement} */ (line).draggable = true;
});
on("dragstart", "[data-column], [data-card]", (element) => {
  dragged = element;
  element.classList.add("dragging");
});
on("dragend", "[data-column], [data-card]", (element) => {
  if (element.matches("[data-column]")) {
    element.removeAttribute("draggable");
    keepOrder(element);
  }
  element.classList.remove("dragging");
  for (const target of document.querySelectorAll(".drop-here")) target.classList.remove("drop-here");
  dragged = null;
});
on("dragover", "[data-column]", (line, event) => {
  if (!dragged?.matches("[data-column]") || line === dragged || !(event instanceof DragEvent)) return;
  event.preventDefault();
  const box = line.getBoundingClientRect();
  if (event.clientY < box.top + box.height / 2) line.before(dragged);
  else line.after(dragged);
});

// A card dropped on a class opens the form that decides: nothing is decided by the drag alone.
on("dragover", "[data-board] [data-class]", (column, event) => {
  if (!dragged?.matches("[data-card]") || column.contains(dragged)) return;
  event.preventDefault();
  column.classList.add("drop-here");
});
on("dragleave", "[data-board] [data-class]", (column) => column.classList.remove("drop-here"));
on("drop", "[data-board] [data-class]", (column, event) => {
  const wanted = column.getAttribute("data-class") ?? "";
  const link = dragged?.querySelector(`a[href*="?class=${wanted}#"]`);
  if (!link) return;
  event.preventDefault();
  /** @type {HTMLElement} */ (link).click();
});
