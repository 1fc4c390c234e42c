// Zoom and pan. The drawing is an SVG in a box that scrolls: panning is scrolling, zooming is its size.
import { cardAt } from "./chart.js";

const LEAST = 0.15;
const MOST = 2;
const STEP = 1.2;

/** What stays when the page is drawn again. @type {{ path: string, zoom: number, left: number, top: number } | null} */
let kept = null;

export class Zoom {
  /** @param {HTMLElement} root @param {HTMLElement} room @param {SVGSVGElement} drawing */
  constructor(root, room, drawing) {
    this.root = root;
    this.room = room;
    this.drawing = drawing;
    this.width = drawing.viewBox.baseVal.width;
    this.height = drawing.viewBox.baseVal.height;
    this.level = 1;
    this.begin();
    room.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    room.addEventListener("scroll", () => this.keep(), { passive: true });
    room.addEventListener("pointerdown", (event) => this.pan(event));
    for (const button of root.querySelectorAll("[data-zoom]")) {
      button.addEventListener("click", () => this.press(button.getAttribute("data-zoom") ?? ""));
    }
  }

  /** Where it was, the person asked for, or the top in the middle. */
  begin() {
    const inside = this.room.clientWidth - 24;
    const snug = inside / this.width;
    const same = kept?.path === location.pathname ? kept : null;
    this.set(same ? same.zoom : snug < 1 && snug > 0.7 ? snug : 1);
    if (same) this.room.scrollTo(same.left, same.top);
    const asked = this.drawing.querySelector(".pcard.is-on");
    if (asked && !same) asked.scrollIntoView({ block: "nearest", inline: "center" });
    else if (!same) this.room.scrollLeft = this.top() * this.level - this.room.clientWidth / 2;
  }

  /** @returns {number} the middle of the highest manager, else of the first card */
  top() {
    const top = this.drawing.querySelector('.pcard[aria-level="1"][aria-expanded]');
    const first = top ?? this.drawing.querySelector(".pcard");
    const seat = first?.closest("foreignObject");
    return seat instanceof SVGForeignObjectElement ? seat.x.baseVal.value + seat.width.baseVal.value / 2 : 0;
  }

  keep() {
    kept = { path: location.pathname, zoom: this.level, left: this.room.scrollLeft, top: this.room.scrollTop };
  }

  /** @param {string} sign */
  press(sign) {
    if (sign === "fit") this.fit();
    else this.to(sign === "0" ? 1 : this.level * (sign === "+" ? STEP : 1 / STEP));
  }

  fit() {
    const room = this.room;
    this.set(Math.min(1, (room.clientWidth - 24) / this.width, (room.clientHeight - 24) / this.height));
    room.scrollTo(0, 0);
  }

  /**
   * Zoom around a point of the box, its middle unless told.
   * @param {number} level
   * @param {number} [x]
   * @param {number} [y]
   */
  to(level, x = this.room.clientWidth / 2, y = this.room.clientHeight / 2) {
    const before = this.level;
    const [left, top] = [this.room.scrollLeft + x, this.room.scrollTop + y];
    this.set(level);
    const grown = this.level / before;
    this.room.scrollTo(left * grown - x, top * grown - y);
  }

  /** @param {number} level */
  set(level) {
    this.level = Math.min(MOST, Math.max(LEAST, level));
    this.drawing.style.width = `${this.width * this.level}px`;
    this.drawing.style.height = `${this.height * this.level}px`;
    const shown = this.root.querySelector("[data-zoomed]");
    if (shown) shown.textContent = `${Math.round(this.level * 100)} %`;
    this.keep();
  }

  /** @param {WheelEvent} event */
  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { left, top } = this.room.getBoundingClientRect();
    this.to(this.level * Math.exp(-event.deltaY / 320), event.clientX - left, event.clientY - top);
  }

  /** @param {PointerEvent} event a mouse held on the paper moves it; a finger scrolls by itself */
  pan(event) {
    if (event.button !== 0 || event.pointerType === "touch") return;
    if (cardAt(this.root, event.clientX, event.clientY)) return;
    if (event.target instanceof Element && event.target.closest("a, button")) return;
    const { room } = this;
    const start = { x: event.clientX + room.scrollLeft, y: event.clientY + room.scrollTop };
    const move = (/** @type {PointerEvent} */ at) => room.scrollTo(start.x - at.clientX, start.y - at.clientY);
    const stop = () => {
      room.classList.remove("grabbing");
      window.removeEventListener("pointermove", move);
    };
    room.classList.add("grabbing");
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", stop, { once: true });
  }
}
