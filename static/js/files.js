// Files: dropped on [data-drop], sent with a progress bar by form[data-upload].
import { on, word } from "./dom.js";
import { say } from "./toasts.js";

/** @param {Element} zone @returns {HTMLInputElement | null} */
const inputOf = (zone) => zone.querySelector('input[type="file"]');

/** @param {Element} zone */
function showNames(zone) {
  const files = inputOf(zone)?.files;
  const name = zone.querySelector(".drop-name");
  const hint = zone.querySelector(".drop-hint");
  if (!(name instanceof HTMLElement) || !files) return;
  name.hidden = files.length === 0;
  name.textContent = files.length > 1 ? word("files", files.length) : (files[0]?.name ?? "");
  if (hint instanceof HTMLElement) hint.hidden = files.length > 0;
}

for (const type of ["dragenter", "dragover"]) {
  on(type, "[data-drop]", (zone, event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
}
for (const type of ["dragleave", "drop"]) on(type, "[data-drop]", (zone) => zone.classList.remove("over"));

on("drop", "[data-drop]", (zone, event) => {
  const input = inputOf(zone);
  const dropped = /** @type {DragEvent} */ (event).dataTransfer?.files;
  event.preventDefault();
  if (!input || !dropped?.length) return;
  if (input.multiple || dropped.length === 1) input.files = dropped;
  else {
    const one = new DataTransfer();
    one.items.add(/** @type {File} */ (dropped[0]));
    input.files = one.files;
  }
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

// A file dropped beside the zone must not replace the page.
for (const type of ["dragover", "drop"]) {
  document.addEventListener(type, (event) => {
    if (document.querySelector("[data-drop]")) event.preventDefault();
  });
}

on("change", '[data-drop] input[type="file"]', (input) => {
  const zone = input.closest("[data-drop]");
  if (zone) showNames(zone);
});

on("submit", "form[data-upload]", (element, event) => {
  const form = /** @type {HTMLFormElement} */ (element);
  const input = /** @type {HTMLInputElement | null} */ (form.querySelector('input[type="file"]'));
  if (!input?.files?.length) return;
  event.preventDefault();
  send(form);
});

/** @param {HTMLFormElement} form */
function send(form) {
  const state = /** @type {HTMLElement | null} */ (form.querySelector(".upload-state"));
  const bar = state?.querySelector("rect");
  const text = state?.querySelector(".meta");
  const request = new XMLHttpRequest();
  if (state) state.hidden = false;
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) return;
    const done = Math.round((100 * event.loaded) / event.total);
    bar?.setAttribute("width", `${done}%`);
    if (text) text.textContent = done < 100 ? `${done} %` : word("uploaded");
  });
  request.addEventListener("load", () => show(request, form));
  request.addEventListener("error", () => fail(form));
  request.open("POST", form.action);
  request.send(new FormData(form));
}

/**
 * The answer is a page: its main part takes the place of ours, as after a plain submit.
 * @param {XMLHttpRequest} request
 * @param {HTMLFormElement} form
 */
function show(request, form) {
  const here = new URL(request.responseURL);
  if (request.status < 400 && here.pathname !== new URL(form.action).pathname) {
    location.assign(here);
    return;
  }
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  const fresh = page.querySelector("main");
  if (request.status >= 500 || !fresh) {
    fail(form);
    return;
  }
  document.querySelector("main")?.replaceWith(document.adoptNode(fresh));
  document.title = page.title;
  /** @type {HTMLElement | null} */ (document.querySelector("[data-form-errors]"))?.focus();
}

/** @param {HTMLFormElement} form */
function fail(form) {
  const state = form.querySelector(".upload-state");
  if (state instanceof HTMLElement) state.hidden = true;
  form.dispatchEvent(new CustomEvent("kameo:idle", { bubbles: true }));
  say(word("failed"), "bad");
}
