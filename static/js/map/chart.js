// What the modules share about the org chart: its cards, where they stand, who is under the pointer.

/** @param {Element} card @returns {DOMRect} */
export function box(card) {
  return card.getBoundingClientRect();
}

/** @param {ParentNode} root @returns {HTMLElement[]} the cards of the chart, in its order */
export function cards(root) {
  return /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".org .pcard")]);
}

/** @param {Element} card @returns {string} the person's whole name */
export function nameOf(card) {
  const name = card.querySelector(".pn [title]")?.getAttribute("title");
  return name ?? card.querySelector(".pn")?.textContent ?? "";
}

/** @param {Element} root @param {number} x @param {number} y @returns {HTMLElement | null} */
export function cardAt(root, x, y) {
  const found = document.elementFromPoint(x, y)?.closest(".org .pcard");
  return found instanceof HTMLElement && root.contains(found) ? found : null;
}

/**
 * Words that follow the pointer.
 * @param {string} words
 * @returns {{ move: (x: number, y: number) => void, remove: () => void }}
 */
export function ghost(words) {
  const element = document.createElement("div");
  element.className = "ghost";
  element.textContent = words;
  document.body.append(element);
  return {
    move: (x, y) => element.style.setProperty("transform", `translate(${x + 14}px, ${y + 10}px)`),
    remove: () => element.remove(),
  };
}

/**
 * Say something on the bench, or beside a card when it is refused.
 * @param {Element} root
 * @param {string} words
 * @param {boolean} [bad]
 */
export function note(root, words, bad = false) {
  const place = root.querySelector("[data-note]");
  if (!place) return;
  place.textContent = words;
  place.classList.toggle("bad", bad);
}

/** @param {Element} card @param {string} words what the server refused, shown under the card */
export function refuse(card, words) {
  const bubble = document.createElement("div");
  bubble.className = "refusal";
  bubble.setAttribute("role", "alert");
  bubble.textContent = words;
  card.closest(".fo")?.append(bubble);
  setTimeout(() => bubble.remove(), 7000);
}

/**
 * Scroll while something is held near an edge.
 * @param {HTMLElement} room
 * @param {number} x
 * @param {number} y
 */
export function nudge(room, x, y) {
  const { left, right, top, bottom } = box(room);
  const step = (/** @type {number} */ low, /** @type {number} */ high, /** @type {number} */ at) =>
    at < low + 36 ? -14 : at > high - 36 ? 14 : 0;
  room.scrollBy(step(left, right, x), step(top, bottom, y));
}
