// Cells changed in place: double click, the pencil, or E. Enter saves, Esc gives the cell back as it was.
import { on, word } from "./dom.js";
import { say } from "./toasts.js";

/** @type {WeakMap<Element, string>} what a cell was before its form */
const before = new WeakMap();

/** @param {Element} cell @returns {string} */
function address(cell) {
  const list = cell.closest("[data-cell-url]");
  const id = cell.closest("tr")?.querySelector(".pick input")?.getAttribute("value") ?? "0";
  const url = list?.getAttribute("data-cell-url") ?? "";
  return url.replace("/0/", `/${id}/`).replace("/field/", `/${cell.getAttribute("data-edit")}/`);
}

/** @param {string} url @param {RequestInit} [options] */
async function ask(url, options) {
  const answer = await fetch(url, { ...options, headers: { "HX-Request": "true" } });
  if (answer.headers.has("HX-Refresh")) location.reload();
  return { status: answer.status, html: answer.status === 204 ? "" : await answer.text() };
}

/** @param {Element} cell */
async function edit(cell) {
  if (before.has(cell) || !cell.closest("[data-cell-url]")) return;
  before.set(cell, cell.innerHTML);
  const { status, html } = await ask(address(cell)).catch(() => ({ status: 0, html: "" }));
  if (status === 200) show(cell, html);
  else {
    before.delete(cell);
    say(word(status === 403 || status === 404 ? "forbidden" : "failed"), "bad");
  }
}

/** @param {Element} cell @param {string} html */
function show(cell, html) {
  // Parsed apart: inside the list's own form, the parser would drop the cell's.
  cell.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  cell.classList.add("editing");
  const control = cell.querySelector("input:not([type=hidden]), select");
  if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return;
  control.focus();
  if (control instanceof HTMLInputElement) control.select();
}

/** @param {Element} cell */
function leave(cell) {
  cell.innerHTML = before.get(cell) ?? cell.innerHTML;
  before.delete(cell);
  cell.classList.remove("editing");
  if (cell instanceof HTMLElement) {
    cell.tabIndex = -1;
    cell.focus({ preventScroll: true });
  }
}

/** @param {HTMLFormElement} form @param {Element} cell */
async function save(form, cell) {
  const sent = { method: "POST", body: new FormData(form) };
  const { status, html } = await ask(form.action, sent).catch(() => ({ status: 0, html: "" }));
  form.removeAttribute("data-sent");
  if (status === 422) return show(cell, html);
  if (status !== 200) {
    if (status !== 204) say(word(status === 403 || status === 404 ? "forbidden" : "failed"), "bad");
    return;
  }
  const answer = new DOMParser().parseFromString(html, "text/html");
  const fresh = answer.querySelector("td");
  if (fresh) before.set(cell, fresh.innerHTML);
  leave(cell);
  for (const toast of answer.querySelectorAll(".toast")) document.getElementById("toasts")?.append(toast);
}

on("kameo:edit", "[data-edit]", (cell) => void edit(cell));
on("dblclick", "[data-edit]", (cell, event) => {
  event.preventDefault();
  void edit(cell);
});
on("submit", "[data-edit] form[data-cell-form]", (form, event) => {
  event.preventDefault();
  const cell = form.closest("[data-edit]");
  if (cell) void save(/** @type {HTMLFormElement} */ (form), cell);
});
on("click", "[data-edit] [data-cell-cancel]", (button, event) => {
  event.preventDefault();
  const cell = button.closest("[data-edit]");
  if (cell) leave(cell);
});
on("keydown", "[data-edit].editing", (cell, event) => {
  if (!(event instanceof KeyboardEvent)) return;
  if (event.key === "Escape") leave(cell);
  event.stopPropagation();
});

// One pencil for the whole list, in the cell under the pointer.
const pencil = document.querySelector("[data-pencil]");
on("pointerover", "[data-cell-url] [data-edit]", (cell) => {
  if (pencil instanceof HTMLElement && !cell.classList.contains("editing") && !cell.contains(pencil)) {
    pencil.hidden = false;
    cell.append(pencil);
  }
});
on("click", "[data-edit] [data-pencil]", (button) => {
  const cell = button.closest("[data-edit]");
  button.remove();
  if (cell) void edit(cell);
});
