// Gestures are sent to the server, which draws the page again: the drawing never holds a truth of its own.
import { say } from "../toasts.js";

/** @typedef {{ ok: boolean, words: string }} Answer */

/** A sentence of `<template data-words>`. @param {string} name @param {Record<string, string>} [parts] */
export function sentence(name, parts = {}) {
  const words = document.querySelector("decision-map template[data-words]");
  const found = words instanceof HTMLElement ? (words.dataset[name] ?? "") : "";
  return Object.entries(parts).reduce((text, [key, value]) => text.replace(`{${key}}`, value), found);
}

/** @returns {string} the token that every write carries */
function token() {
  const headers = document.body.getAttribute("hx-headers");
  return headers ? (JSON.parse(headers)["X-CSRFToken"] ?? "") : "";
}

/**
 * POST the fields. A refusal comes back with its words.
 * @param {string} url
 * @param {Record<string, string> | FormData} fields
 * @returns {Promise<Answer>}
 */
async function send(url, fields) {
  const body = fields instanceof FormData ? fields : new FormData();
  if (!(fields instanceof FormData)) for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.set("next", location.pathname + location.search);
  try {
    const headers = { "HX-Request": "true", "X-CSRFToken": token() };
    const answer = await fetch(url, { method: "POST", body, headers });
    if (answer.ok) return { ok: true, words: "" };
    return { ok: false, words: answer.status === 422 ? await answer.text() : sentence("failed") };
  } catch {
    return { ok: false, words: sentence("failed") };
  }
}

/**
 * Draw the page again, at `address` when it changes. Focus and messages are kept.
 * @param {string} [address]
 */
export async function refresh(address = location.href) {
  const main = document.getElementById("main");
  const focused = document.activeElement?.closest("[id]")?.id ?? "";
  const answer = await fetch(address, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!main || !answer?.ok || answer.redirected) return location.assign(address);
  main.innerHTML = await answer.text();
  if (address !== location.href) history.replaceState(null, "", address);
  const toasts = main.querySelector("template[data-new-toasts]");
  if (toasts instanceof HTMLTemplateElement) document.getElementById("toasts")?.append(toasts.content);
  /** @type {any} */ (window).htmx?.process(main);
  const again = focused ? document.getElementById(focused) : null;
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/**
 * Send, then draw again; a refusal is said where it happened.
 * @param {string} url
 * @param {Record<string, string> | FormData} fields
 * @param {(words: string) => void} [refused]
 * @returns {Promise<boolean>}
 */
export async function act(url, fields, refused) {
  const { ok, words } = await send(url, fields);
  if (ok) await refresh();
  else if (refused) refused(words);
  else say(words, "bad");
  return ok;
}
