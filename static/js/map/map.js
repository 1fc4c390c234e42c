// <decision-map>: what JavaScript adds to a page that the server drew. Every part works on what is there.
import { findable, walkable } from "./keys.js";
import { movable } from "./drag.js";
import { note } from "./chart.js";
import { pullable } from "./pull.js";
import { ratable } from "./grid.js";
import { act, refresh } from "./send.js";
import { Zoom } from "./zoom.js";

class DecisionMap extends HTMLElement {
  connectedCallback() {
    const room = this.querySelector(".room");
    const drawing = this.querySelector("svg.org");
    if (room instanceof HTMLElement && drawing instanceof SVGSVGElement && room.clientWidth) {
      const zoom = new Zoom(this, room, drawing);
      walkable(this, zoom);
      movable(this, room);
      pullable(this, room, drawing);
    }
    findable(this, (words) => note(this, words));
    ratable(this);
    this.addEventListener("click", (event) => this.fold(event));
    this.addEventListener("change", (event) => this.changed(event));
    this.addEventListener("input", (event) => this.slide(event));
  }

  /** @param {MouseEvent} event a branch folds without leaving the page */
  fold(event) {
    const link = event.target instanceof Element ? event.target.closest("a[data-fold]") : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    link.closest(".fo")?.querySelector(".pcard")?.setAttribute("tabindex", "0");
    /** @type {HTMLElement | null | undefined} */ (link.closest(".fo")?.querySelector(".pcard"))?.focus();
    void refresh(link.href);
  }

  /** @param {Event} event kinds of lines switched off, ratings chosen in the list, the day of the slider */
  changed(event) {
    const control = event.target;
    if (control instanceof HTMLInputElement && control.dataset.kind) {
      for (const line of this.querySelectorAll(`.org .tie.${control.dataset.kind}`)) {
        line.classList.toggle("off", !control.checked);
      }
    }
    if (control instanceof HTMLInputElement && control.dataset.days) control.form?.requestSubmit();
    const form = control instanceof HTMLSelectElement ? control.closest("form[data-rate]") : null;
    if (form instanceof HTMLFormElement) void act(form.action, new FormData(form));
  }

  /** @param {Event} event the slider writes its day in the date field */
  slide(event) {
    const range = event.target;
    if (!(range instanceof HTMLInputElement) || !range.dataset.days) return;
    const day = range.dataset.days.split(" ")[range.valueAsNumber] ?? "";
    const field = range.form?.elements.namedItem("as_of");
    if (field instanceof HTMLInputElement) field.value = day;
    range.setAttribute("aria-valuetext", day);
  }
}

customElements.define("decision-map", DecisionMap);
