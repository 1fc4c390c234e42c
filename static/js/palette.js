// <kameo-palette>: Ctrl K. Without JavaScript its button is a link to the search page.
import { debounced, fragment, on, session } from "./dom.js";
import { Options } from "./options.js";

const RECENT = "kameo-recent";
const MOST_RECENT = 5;

/** @typedef {{ html: string, href: string }} Recent */

class Palette extends HTMLElement {
  /** @type {AbortController | undefined} */
  asking;
  drawn = ""; // the words that the list answers
  hurried = false; // Enter came before the answer
  ask = debounced(() => void this.search(), 120);

  connectedCallback() {
    this.dialog = /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
    this.input = /** @type {HTMLInputElement} */ (this.querySelector("input"));
    this.list = /** @type {HTMLElement} */ (this.querySelector('[role="listbox"]'));
    this.spoken = /** @type {HTMLElement} */ (this.querySelector('[role="status"]'));
    this.options = new Options(this.input, this.list);
    this.input.addEventListener("input", this.ask);
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("click", (event) => this.remember(event.target));
    this.list.addEventListener("pointermove", (event) => this.hover(event.target));
  }

  show() {
    if (!this.dialog || this.dialog.open) return;
    this.dialog.showModal();
    this.input?.select();
    this.hurried = false;
    void this.search();
  }

  async search() {
    if (!this.input || !this.list) return;
    const query = this.input.value.trim();
    this.asking?.abort();
    this.asking = new AbortController();
    this.list.setAttribute("aria-busy", "true");
    try {
      const html = await fragment(`${this.dataset.src}?${new URLSearchParams({ q: query })}`, this.asking.signal);
      this.draw(html, query);
    } catch {
      // A newer question replaced this one.
    }
  }

  /** @param {string | null} html @param {string} query */
  draw(html, query) {
    if (!this.list || !this.options || !this.spoken) return;
    this.list.removeAttribute("aria-busy");
    if (html === null) this.list.replaceChildren(this.template("failed"));
    else this.list.innerHTML = html;
    if (!query) this.list.prepend(...this.recent());
    const found = this.options.all().length;
    if (html !== null && !found) this.list.replaceChildren(this.template("empty"));
    this.spoken.textContent = found ? `${found}` : (this.list.textContent ?? "");
    this.options.first();
    this.drawn = query;
    if (this.hurried && query === this.input?.value.trim()) this.open() || this.input.form?.requestSubmit();
  }

  /** @param {string} name @returns {Node} */
  template(name) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector(`template[data-${name}]`));
    return template.content.cloneNode(true);
  }

  /** @returns {Node[]} */
  recent() {
    const items = readRecent();
    if (!items.length) return [];
    const group = document.createElement("div");
    group.setAttribute("role", "group");
    group.append(this.template("recent"));
    const title = group.querySelector("h3");
    group.setAttribute("aria-label", title?.textContent ?? "");
    title?.setAttribute("aria-hidden", "true");
    for (const [rank, item] of items.entries()) {
      const option = document.createElement("a");
      Object.assign(option, { id: `recent-${rank}`, href: item.href, innerHTML: item.html, tabIndex: -1 });
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      group.append(option);
    }
    return [group];
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    this.hurried = event.key === "Enter" && this.input?.value.trim() !== this.drawn; // listed for other words
    if (this.options?.walk(event) || event.key !== "Enter") return;
    if (this.hurried) void this.search();
    else if (!this.open()) return; // the form goes to the search page
    event.preventDefault();
  }

  open() {
    const chosen = this.options?.current();
    chosen?.click();
    return Boolean(chosen);
  }

  /** @param {EventTarget | null} target */
  remember(target) {
    const chosen = target instanceof Element ? target.closest("a[role=option]") : null;
    if (!(chosen instanceof HTMLAnchorElement)) return;
    const others = readRecent().filter((item) => item.href !== chosen.href);
    const items = [{ html: chosen.innerHTML, href: chosen.href }, ...others].slice(0, MOST_RECENT);
    session.write(RECENT, JSON.stringify(items));
    this.dialog?.close();
  }

  /** @param {EventTarget | null} target */
  hover(target) {
    const option = target instanceof Element ? target.closest('[role="option"]') : null;
    if (option instanceof HTMLElement && option !== this.options?.current()) this.options?.select(option);
  }
}

/** @returns {Recent[]} */
function readRecent() {
  try {
    const items = JSON.parse(session.read(RECENT) ?? "[]");
    return Array.isArray(items) ? items : [];
  } catch {
    return [];
  }
}

customElements.define("kameo-palette", Palette);

/** @param {Event} event */
export function openPalette(event) {
  const palette = document.querySelector("kameo-palette");
  if (!(palette instanceof Palette)) return;
  event.preventDefault();
  palette.show();
}

on("click", '[data-act="palette"]', (_link, event) => {
  const click = /** @type {MouseEvent} */ (event);
  if (!click.ctrlKey && !click.metaKey && !click.shiftKey) openPalette(event);
});
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") openPalette(event);
});
