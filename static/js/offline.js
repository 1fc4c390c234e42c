// The server does not answer: say so in one place, keep what was being written, offer to try again.
import { debounced, on, onContent, session } from "./dom.js";

/** @type {(() => void) | null} */
let again = null;

/** @param {(() => void) | null} [retry] */
function warn(retry = null) {
  again = retry;
  if (document.querySelector(".callout.offline")) return;
  const template = document.getElementById("offline-note");
  if (template instanceof HTMLTemplateElement) document.body.append(template.content.cloneNode(true));
}

function clear() {
  document.querySelector(".callout.offline")?.remove();
}

window.addEventListener("offline", () => warn());
window.addEventListener("online", clear);
document.addEventListener("htmx:afterOnLoad", clear);

for (const type of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(type, (event) => {
    const from = /** @type {CustomEvent} */ (event).detail?.elt;
    const cause = /** @type {CustomEvent} */ (event).detail?.requestConfig?.triggeringEvent;
    warn(() => from?.dispatchEvent(new Event(cause?.type ?? "click", { bubbles: true, cancelable: true })));
  });
}

on("click", "[data-retry]", () => {
  clear();
  if (again) again();
  else location.reload();
});

// A form sent without a network would lose its page to the browser's own error.
document.addEventListener(
  "submit",
  (event) => {
    if (navigator.onLine || !(event.target instanceof HTMLFormElement) || event.target.method === "dialog") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    warn(() => /** @type {HTMLFormElement} */ (event.target).requestSubmit());
  },
  { capture: true },
);

// ---- Drafts: form[data-draft] keeps its text in this tab until it is sent.

/** @param {Element} form */
const keyOf = (form) => `kameo-draft:${location.pathname}:${form.id}`;

/** @param {Element} form */
function keep(form) {
  const text = form.querySelector("textarea")?.value ?? "";
  session.write(keyOf(form), text.trim() ? text : null);
}

const keepSoon = debounced(keep, 250);
on("input", "form[data-draft]", (form) => keepSoon(form));
window.addEventListener("pagehide", () => document.querySelectorAll("form[data-draft]").forEach(keep));

on("submit", "form[data-draft]", (form) => {
  if (!form.matches("[hx-post]")) session.write(`${keyOf(form)}:sent`, "1");
});

on("htmx:afterRequest", "form[data-draft]", (form, event) => {
  if (/** @type {CustomEvent} */ (event).detail?.successful) session.write(keyOf(form), null);
});

onContent((root) => {
  for (const form of root.querySelectorAll("form[data-draft]")) {
    const area = form.querySelector("textarea");
    const draft = session.read(keyOf(form));
    const sent = session.read(`${keyOf(form)}:sent`);
    session.write(`${keyOf(form)}:sent`, null);
    if (sent && !form.querySelector("[aria-invalid]")) session.write(keyOf(form), null);
    else if (area && draft && !area.value) area.value = draft;
  }
});
