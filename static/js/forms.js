// Forms: sent once, filters that submit themselves, errors that take the focus.
import { debounced, on, onContent } from "./dom.js";

const TOO_LONG = 20_000; // a file download leaves the page where it is

/** @param {Event} event */
function markBusy(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
  if (form.dataset.sent !== undefined) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  const submitter = /** @type {SubmitEvent} */ (event).submitter;
  form.dataset.sent = "";
  submitter?.setAttribute("aria-busy", "true");
  window.setTimeout(() => release(form), TOO_LONG);
}

/** @param {Element | Document} scope */
function release(scope) {
  const forms = scope instanceof HTMLFormElement ? [scope] : [...scope.querySelectorAll("form[data-sent]")];
  for (const form of forms) {
    form.removeAttribute("data-sent");
    for (const button of form.querySelectorAll('[aria-busy="true"]')) button.removeAttribute("aria-busy");
  }
}

document.addEventListener("submit", markBusy, { capture: true });
window.addEventListener("pageshow", () => release(document));
for (const type of ["htmx:afterRequest", "kameo:idle"]) {
  on(type, "form", (form) => release(form));
}

// A filter applies by itself. While typing, only where htmx keeps the focus; otherwise on Enter or on leaving.
const submitSoon = debounced((/** @type {HTMLFormElement} */ form) => form.requestSubmit(), 300);

on("change", "form[data-auto-submit]", (form, event) => {
  if (event.target instanceof Element && event.target.matches("input[type=search], input[type=text]")) {
    if (form.matches("[hx-get]")) return;
  }
  /** @type {HTMLFormElement} */ (form).requestSubmit();
});
on("input", "form[data-auto-submit][hx-get]", (form, event) => {
  if (event.target instanceof HTMLInputElement && ["search", "text"].includes(event.target.type)) {
    submitSoon(/** @type {HTMLFormElement} */ (form));
  }
});

// Empty filters stay out of the address.
on("formdata", "form[data-auto-submit]", (_form, event) => {
  const data = /** @type {FormDataEvent} */ (event).formData;
  for (const [name, value] of [...data]) {
    if (value === "" && data.getAll(name).length === 1) data.delete(name);
  }
});

onContent((root) => {
  const [errors, another] = root.querySelectorAll("[data-form-errors]");
  if (errors instanceof HTMLElement && !another) errors.focus();
});
