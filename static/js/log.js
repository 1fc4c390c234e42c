// Logging from anywhere: on an account's page it is the composer, elsewhere a dialog over the page one is on.
// Without JavaScript the entries of "Add" are links to a page that does the same.
import { fragment, on } from "./dom.js";

const PLACE = "log-anywhere";
/** @type {HTMLElement | null} where the cursor was */
let opener = null;

/** @param {string} kind @returns {boolean} whether the page has a composer that takes this kind */
function write(kind) {
  const form = document.querySelector("main form[data-composer]");
  const area = form?.querySelector("textarea");
  if (!form || !area) return false;
  const radio = form.querySelector(`input[name="kind"][value="${kind}"]`);
  if (radio instanceof HTMLInputElement) radio.checked = true;
  area.scrollIntoView({ block: "nearest" });
  area.focus();
  return true;
}

/** @returns {HTMLElement} the place of the dialog, made when it is first needed */
function place() {
  const found = document.getElementById(PLACE);
  if (found) return found;
  const made = document.createElement("div");
  made.id = PLACE;
  document.body.append(made);
  return made;
}

/** @param {string} address */
async function ask(address) {
  opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const html = await fragment(address, new AbortController().signal);
  if (html === null) {
    location.assign(address);
    return;
  }
  const here = place();
  here.innerHTML = html;
  // @ts-expect-error htmx is a script of its own
  window.htmx.process(here);
  here.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true }));
}

/**
 * Log a call, a note or a meeting; false when this person may not.
 * @param {string} kind
 */
export function logFromHere(kind) {
  const entry = document.querySelector(`#quick-add a[href$="/log/${kind}/"]`);
  if (!(entry instanceof HTMLAnchorElement)) return false;
  if (!write(kind)) void ask(entry.href);
  return true;
}

on("click", '#quick-add a[href*="/log/"]', (entry, event) => {
  const click = /** @type {MouseEvent} */ (event);
  const kind = /\/log\/(\w+)\/$/.exec(/** @type {HTMLAnchorElement} */ (entry).pathname)?.[1];
  if (!kind || click.ctrlKey || click.metaKey || click.shiftKey) return;
  event.preventDefault();
  logFromHere(kind);
});

// Enter in the search goes on to the line, with the first account found.
on("keydown", "[data-log-search]", (box, event) => {
  const key = /** @type {KeyboardEvent} */ (event);
  if (key.key !== "Enter" || key.isComposing) return;
  key.preventDefault();
  const form = /** @type {HTMLInputElement} */ (box).form;
  /** @type {HTMLElement | null | undefined} */ (form?.querySelector("textarea"))?.focus();
});

// Enter in the search of people keeps what was typed: the list follows by itself, nothing is sent.
on("keydown", "[data-find-people]", (_box, event) => {
  const key = /** @type {KeyboardEvent} */ (event);
  if (key.key === "Enter" && !key.isComposing) key.preventDefault();
});

// Logged: the answer empties the place, and the cursor goes back to where it was.
on("htmx:afterSwap", `#${PLACE}`, () => {
  if (document.getElementById(PLACE)?.querySelector("dialog")) return;
  if (opener?.isConnected) opener.focus();
});
