// The composer: Enter logs a line, Shift+Enter starts a second one; from then on Ctrl+Enter logs.
import { on } from "./dom.js";

const touch = window.matchMedia("(pointer: coarse)");

on("keydown", "form[data-composer] textarea", (area, event) => {
  const key = /** @type {KeyboardEvent} */ (event);
  const text = /** @type {HTMLTextAreaElement} */ (area);
  if (key.key !== "Enter" || key.isComposing || key.shiftKey || key.defaultPrevented) return;
  const sure = key.ctrlKey || key.metaKey;
  if (!sure && (touch.matches || text.value.includes("\n"))) return;
  if (!sure && text.closest("kameo-mention")?.querySelector('[role="listbox"]:not([hidden])')) return;
  key.preventDefault();
  text.form?.requestSubmit();
});

// What was logged leaves the composer empty, ready for the next line.
on("htmx:afterSettle", "form[data-composer]", (form) => {
  if (!touch.matches) form.querySelector("textarea")?.focus();
});

on("click", "[data-focus]", (link, event) => {
  const target = document.querySelector(link.getAttribute("data-focus") ?? "");
  if (!(target instanceof HTMLElement)) return;
  event.preventDefault();
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
});
