// The few gestures that every module shares. Listeners are delegated: nothing to set up again after a swap.

/**
 * Listen on the document for events coming from inside `selector`.
 * @template {Element} E
 * @param {string} type
 * @param {string} selector
 * @param {(element: E, event: Event) => void} listener
 * @param {AddEventListenerOptions} [options]
 */
export function on(type, selector, listener, options) {
  document.addEventListener(
    type,
    (event) => {
      const from = event.target;
      if (!(from instanceof Element)) return;
      const found = from.closest(selector);
      if (found) listener(/** @type {E} */ (found), event);
    },
    options,
  );
}

/**
 * Run for what is on the page now, and for what htmx brings later.
 * @param {(root: ParentNode) => void} setUp
 */
export function onContent(setUp) {
  setUp(document);
  document.addEventListener("htmx:load", (event) => {
    if (event.target instanceof Element) setUp(event.target);
  });
}

/**
 * A sentence of the page's language, from `<template id="ui-words">`.
 * @param {string} name
 * @param {number} [n] replaces `{n}`
 * @returns {string}
 */
export function word(name, n) {
  const words = document.getElementById("ui-words");
  return (words?.dataset[name] ?? "").replace("{n}", String(n ?? ""));
}

/**
 * A small value kept in the browser; storage may be closed, then nothing is kept.
 * @param {Storage | null} storage
 */
function keeper(storage) {
  return {
    /** @param {string} key */
    read(key) {
      try {
        return storage?.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    /** @param {string} key @param {string | null} value null forgets */
    write(key, value) {
      try {
        if (value === null) storage?.removeItem(key);
        else storage?.setItem(key, value);
      } catch {
        // Full or closed: the page works without it.
      }
    },
  };
}

/** @param {"localStorage" | "sessionStorage"} name */
function open(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

export const kept = keeper(open("localStorage"));
export const session = keeper(open("sessionStorage"));

/**
 * The fragment at `address`, or null when it cannot be had.
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<string | null>}
 */
export async function fragment(address, signal) {
  try {
    const answer = await fetch(address, { signal, headers: { "HX-Request": "true" } });
    return answer.ok && !answer.redirected ? await answer.text() : null;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    return null;
  }
}

/**
 * Call `run` once, `delay` milliseconds after the last call.
 * @template {unknown[]} A
 * @param {(...args: A) => void} run
 * @param {number} delay
 * @returns {(...args: A) => void}
 */
export function debounced(run, delay) {
  /** @type {number | undefined} */
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => run(...args), delay);
  };
}

/** Whether the person is writing: then single keys are letters, not commands. */
export function isWriting() {
  const active = document.activeElement;
  return active instanceof HTMLElement && (active.isContentEditable || active.matches("input, textarea, select"));
}
