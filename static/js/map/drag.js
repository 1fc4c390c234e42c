// A card dropped on another reports to it. The server decides: a circle is refused in words, by the card.
import { cardAt, ghost, nameOf, note, nudge, refuse } from "./chart.js";
import { act, sentence } from "./send.js";

const FAR = 6; // pixels before a press becomes a drag

/** @param {HTMLElement} root @param {HTMLElement} room */
export function movable(root, room) {
  const address = root.dataset.manager;
  if (!address) return;
  room.addEventListener("dragstart", (event) => event.preventDefault());
  room.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    const from = event.target;
    const card = from instanceof Element ? from.closest(".org .pcard") : null;
    if (!(card instanceof HTMLElement) || (from instanceof Element && from.closest("a.btn, .fold, .pull"))) return;
    watch(root, room, card, event, address);
  });
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} room
 * @param {HTMLElement} card
 * @param {PointerEvent} start
 * @param {string} address
 */
function watch(root, room, card, start, address) {
  /** @type {ReturnType<typeof ghost> | null} */
  let shade = null;
  /** @type {HTMLElement | null} */
  let target = null;
  const ending = new AbortController();
  const { signal } = ending;

  const begin = () => {
    shade = ghost(nameOf(card));
    card.classList.add("moving");
    room.classList.add("grabbing"); // no text is selected on the way
    getSelection()?.removeAllRanges();
    note(root, card.dataset.position ? sentence("moving") : sentence("noPost"), !card.dataset.position);
  };
  const point = (/** @type {HTMLElement | null} */ found) => {
    target?.classList.remove("target");
    target = found && found !== card && found.dataset.position ? found : null;
    target?.classList.add("target");
  };
  const finish = () => {
    ending.abort();
    shade?.remove();
    card.classList.remove("moving");
    room.classList.remove("grabbing");
    const dropped = target;
    point(null);
    note(root, "");
    return shade ? dropped : null;
  };

  window.addEventListener(
    "pointermove",
    (event) => {
      if (!shade && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < FAR) return;
      if (!shade) begin();
      shade?.move(event.clientX, event.clientY);
      nudge(room, event.clientX, event.clientY);
      point(cardAt(root, event.clientX, event.clientY));
    },
    { signal },
  );
  window.addEventListener(
    "pointerup",
    () => {
      const dragged = shade !== null;
      const manager = finish();
      if (dragged) swallowClick();
      if (manager) void report(card, manager, address);
    },
    { signal },
  );
  window.addEventListener("pointercancel", finish, { signal });
  window.addEventListener("keydown", (event) => event.key === "Escape" && finish(), { signal });
}

/** The click that ends a drag opens nothing. */
function swallowClick() {
  const stop = (/** @type {Event} */ event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", stop, { capture: true }), 0);
}

/** @param {HTMLElement} card @param {HTMLElement} manager @param {string} address */
async function report(card, manager, address) {
  const url = address.replace("/0/", `/${card.dataset.position}/`);
  await act(url, { reports_to: manager.dataset.position ?? "" }, (words) => refuse(card, words));
}
