// A toast leaves after 8 seconds, never while it is hovered or focused. A failure stays until it is closed.
import { on, word } from "./dom.js";

const STAY = 8000;
const region = document.getElementById("toasts");

/** @param {Element} toast */
function leave(toast) {
  toast.classList.add("leaving");
  const quick = matchMedia("(prefers-reduced-motion: reduce)").matches;
  setTimeout(() => toast.remove(), quick ? 0 : 200);
}

/** @param {Element} toast */
function start(toast) {
  if (toast.classList.contains("bad")) return;
  let timer = window.setTimeout(() => leave(toast), STAY);
  const hold = () => clearTimeout(timer);
  const release = () => {
    clearTimeout(timer);
    if (!toast.matches(":hover, :focus-within")) timer = window.setTimeout(() => leave(toast), STAY);
  };
  toast.addEventListener("pointerenter", hold);
  toast.addEventListener("focusin", hold);
  toast.addEventListener("pointerleave", release);
  toast.addEventListener("focusout", () => setTimeout(release, 0));
}

/**
 * Say something that the server did not say itself.
 * @param {string} message
 * @param {"" | "bad"} [tone]
 */
export function say(message, tone = "") {
  if (!region || !message) return;
  const toast = document.createElement("div");
  toast.className = `toast ${tone}`.trim();
  const text = document.createElement("span");
  text.textContent = message;
  toast.append(text);
  region.append(toast);
  if (tone) setTimeout(() => leave(toast), STAY * 2);
}

if (region) {
  for (const toast of region.querySelectorAll("[data-toast]")) start(toast);
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) if (node instanceof Element && node.matches(".toast")) start(node);
    }
  }).observe(region, { childList: true });
}

on("click", "[data-dismiss]", (button) => {
  const toast = button.closest(".toast");
  if (toast) leave(toast);
});

document.addEventListener("htmx:responseError", (event) => {
  const status = /** @type {CustomEvent} */ (event).detail?.xhr?.status;
  say(word(status === 403 || status === 404 ? "forbidden" : "failed"), "bad");
});
