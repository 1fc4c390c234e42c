// <kameo-mention> around a textarea: "@" and letters suggest colleagues. The chosen ones travel as hidden `mention`.
import { debounced, fragment } from "./dom.js";
import { Options } from "./options.js";

const BEFORE_CARET = /(?:^|\s)@([\p{L}'’-]*(?: [\p{L}'’-]+)?)$/u;
let instances = 0;

class Mention extends HTMLElement {
  /** @type {AbortController | undefined} */
  asking;
  ask = debounced(() => void this.suggest(), 120);

  connectedCallback() {
    const area = this.querySelector("textarea");
    if (!area || this.options) return;
    this.area = area;
    const list = document.createElement("div");
    Object.assign(list, { className: "mentions", id: `mentions-${++instances}`, hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "@");
    this.append(list);
    this.options = new Options(area, list);
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-controls", list.id);
    area.addEventListener("input", this.ask);
    area.addEventListener("keydown", (event) => this.key(event));
    area.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    list.addEventListener("pointerdown", (event) => this.point(event));
    area.form?.addEventListener("submit", () => this.prune(), { capture: true });
  }

  query() {
    const area = this.area;
    return area ? (BEFORE_CARET.exec(area.value.slice(0, area.selectionStart))?.[1] ?? null) : null;
  }

  async suggest() {
    const query = this.query();
    if (query === null || !this.options) return this.close();
    this.asking?.abort();
    this.asking = new AbortController();
    const source = this.dataset.src ?? "/colleagues/mentions/";
    try {
      const html = await fragment(`${source}?${new URLSearchParams({ q: query })}`, this.asking.signal);
      this.options.list.innerHTML = html ?? "";
      this.options.list.hidden = !this.options.all().length;
      this.options.first();
    } catch {
      // A newer question replaced this one.
    }
    return undefined;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (!this.options || this.options.list.hidden || this.options.walk(event)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      this.choose(this.options.current());
    }
  }

  /** @param {PointerEvent} event */
  point(event) {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    this.choose(option instanceof HTMLElement ? option : null);
  }

  /** @param {HTMLElement | null} option */
  choose(option) {
    const area = this.area;
    if (!option || !area) return;
    const caret = area.selectionStart;
    const start = area.value.slice(0, caret).lastIndexOf("@");
    area.setRangeText(`@${option.dataset.name} `, start, caret, "end");
    const hidden = document.createElement("input");
    Object.assign(hidden, { type: "hidden", name: "mention", value: option.dataset.id ?? "" });
    hidden.dataset.name = option.dataset.name ?? "";
    this.append(hidden);
    area.dispatchEvent(new Event("input", { bubbles: true }));
    this.close();
  }

  /** Forget the colleagues whose name was deleted from the text. */
  prune() {
    for (const hidden of this.querySelectorAll('input[name="mention"]')) {
      const name = /** @type {HTMLInputElement} */ (hidden).dataset.name;
      if (!this.area?.value.includes(`@${name}`)) hidden.remove();
    }
  }

  close() {
    if (!this.options) return;
    this.options.list.hidden = true;
    this.options.select(null);
  }
}

customElements.define("kameo-mention", Mention);
