// [data-dialog="id"] opens, [data-close] closes, a click on the veil closes what holds no form.
import { on, onContent } from "./dom.js";

/** @param {string | null} id */
function show(id) {
  const dialog = id ? document.getElementById(id) : null;
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
  for (const popover of document.querySelectorAll(":popover-open")) {
    /** @type {HTMLElement} */ (popover).hidePopover();
  }
  dialog.showModal();
}

on("click", "[data-dialog]", (button, event) => {
  event.preventDefault();
  show(button.getAttribute("data-dialog"));
});

on("click", "dialog [data-close]", (button) => button.closest("dialog")?.close());

on("click", "dialog[open]", (dialog, event) => {
  if (event.target === dialog && !dialog.querySelector("form:not(.find)")) {
    /** @type {HTMLDialogElement} */ (dialog).close();
  }
});

onContent((root) => {
  for (const dialog of root.querySelectorAll("dialog[data-open]")) show(dialog.id);
});

// A menu closes behind the choice that was made in it.
on("click", "[popover].menu :is(a, button)", (item) => {
  const menu = item.closest("[popover]");
  if (menu instanceof HTMLElement && menu.matches(":popover-open")) setTimeout(() => menu.hidePopover(), 0);
});

// Arrow keys walk through a menu.
on("keydown", "[popover].menu", (menu, event) => {
  if (!(event instanceof KeyboardEvent) || !["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return;
  const items = /** @type {HTMLElement[]} */ ([...menu.querySelectorAll("a[href], button")]);
  const here = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = { ArrowDown: here + 1, ArrowUp: here < 0 ? -1 : here - 1, Home: 0, End: -1 }[event.key] ?? 0;
  event.preventDefault();
  items.at(next % items.length)?.focus();
});
