// A line pulled from one card to another, then its kind and its words in a small dialog.
import { box, cardAt, nameOf, note, nudge } from "./chart.js";
import { act, sentence } from "./send.js";

const SVG = "http://www.w3.org/2000/svg";

/** @param {HTMLElement} root @param {HTMLElement} room @param {SVGSVGElement} drawing */
export function pullable(root, room, drawing) {
  const dialog = root.querySelector("dialog[data-tie-form]");
  const address = root.dataset.line;
  const handle = root.querySelector("template[data-grip]");
  if (!address || !(dialog instanceof HTMLDialogElement) || !(handle instanceof HTMLTemplateElement)) return;
  const grip = /** @type {HTMLAnchorElement} */ (handle.content.firstElementChild?.cloneNode(true));

  const offer = (/** @type {Event} */ event) => {
    const card = event.target instanceof Element ? event.target.closest(".fo")?.querySelector(".pcard") : null;
    if (!(card instanceof HTMLElement) || grip.parentElement === card.parentElement) return;
    grip.href = `${address}&source=${card.dataset.person}`;
    grip.title = sentence("pull", { who: nameOf(card) });
    card.parentElement?.append(grip);
  };
  room.addEventListener("pointerover", offer);
  room.addEventListener("focusin", offer);
  grip.addEventListener("dragstart", (event) => event.preventDefault());
  grip.addEventListener("click", (event) => event.detail > 0 && event.preventDefault());
  grip.addEventListener("pointerdown", (event) => {
    const card = grip.parentElement?.querySelector(".pcard");
    if (event.button !== 0 || !(card instanceof HTMLElement)) return;
    event.preventDefault();
    event.stopPropagation();
    grip.setPointerCapture(event.pointerId);
    note(root, sentence("pulling"));
    follow(root, room, drawing, grip, card, (target) => ask(dialog, card, target));
  });

  const form = dialog.querySelector("form");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    dialog.close();
    void act(address, new FormData(form));
  });
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} room
 * @param {SVGSVGElement} drawing
 * @param {HTMLElement} grip
 * @param {HTMLElement} card
 * @param {(target: HTMLElement) => void} done
 */
function follow(root, room, drawing, grip, card, done) {
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("class", "pulled");
  drawing.append(line);
  /** @type {HTMLElement | null} */
  let target = null;
  const ending = new AbortController();
  const here = (/** @type {number} */ x, /** @type {number} */ y) => {
    const frame = box(drawing);
    const scale = drawing.viewBox.baseVal.width / frame.width;
    return { x: (x - frame.left) * scale, y: (y - frame.top) * scale };
  };
  const end = () => {
    ending.abort();
    line.remove();
    target?.classList.remove("target");
    note(root, "");
  };
  const move = (/** @type {PointerEvent} */ event) => {
    const from = box(card);
    const start = here(from.right, from.top + from.height / 2);
    const stop = here(event.clientX, event.clientY);
    const bend = Math.max(40, Math.abs(stop.x - start.x) / 2);
    line.setAttribute("d", `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${stop.x - bend} ${stop.y} ${stop.x} ${stop.y}`);
    nudge(room, event.clientX, event.clientY);
    const found = cardAt(root, event.clientX, event.clientY);
    target?.classList.remove("target");
    target = found === card ? null : found;
    target?.classList.add("target");
  };
  grip.addEventListener("pointermove", move, { signal: ending.signal });
  grip.addEventListener(
    "pointerup",
    () => {
      const found = target;
      end();
      if (found) done(found);
    },
    { signal: ending.signal },
  );
  grip.addEventListener("pointercancel", end, { signal: ending.signal });
  window.addEventListener("keydown", (event) => event.key === "Escape" && end(), { signal: ending.signal });
}

/** @param {HTMLDialogElement} dialog @param {HTMLElement} source @param {HTMLElement} target */
function ask(dialog, source, target) {
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
  form.reset();
  const set = (/** @type {string} */ name, /** @type {string} */ value) => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  };
  set("source", source.dataset.person ?? "");
  set("target", target.dataset.person ?? "");
  for (const [place, card] of /** @type {[string, HTMLElement][]} */ ([["from", source], ["to", target]])) {
    const words = dialog.querySelector(`[data-${place}]`);
    if (words) words.textContent = nameOf(card);
  }
  dialog.showModal();
}
