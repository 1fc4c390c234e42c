// Walking through the chart with the keyboard: one stop for Tab, arrows go to the nearest card, Enter opens it.
import { box, cards } from "./chart.js";
import { sentence } from "./send.js";

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** @param {DOMRect} rect @returns {[number, number]} */
const middle = (rect) => [rect.left + rect.width / 2, rect.top + rect.height / 2];

/**
 * The nearest card that way: distance along it, and twice what stands aside.
 * @param {HTMLElement[]} all
 * @param {Element} from
 * @param {[number, number]} way
 * @returns {HTMLElement | null}
 */
function nearest(all, from, [right, down]) {
  const [x, y] = middle(box(from));
  let best = null;
  let least = Infinity;
  for (const card of all) {
    const [left, top] = middle(box(card));
    const along = (left - x) * right + (top - y) * down;
    const aside = Math.abs((left - x) * down) + Math.abs((top - y) * right);
    if (along > 4 && along + aside * 2 < least) {
      least = along + aside * 2;
      best = card;
    }
  }
  return best;
}

/** @param {HTMLElement} root @param {import("./zoom.js").Zoom} zoom */
export function walkable(root, zoom) {
  const all = cards(root);
  for (const link of root.querySelectorAll(".org .pcard a, .org .fold")) link.setAttribute("tabindex", "-1");
  for (const card of all) card.tabIndex = -1;
  const first = all.find((card) => card.matches(".is-on")) ?? all[0];
  if (first) first.tabIndex = 0;

  /** @param {HTMLElement | null | undefined} card */
  const go = (card) => {
    if (!card) return;
    for (const other of all) if (other.tabIndex === 0) other.tabIndex = -1;
    card.tabIndex = 0;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  /** @type {Record<string, (card: HTMLElement) => void>} */
  const meanings = {
    Home: () => go(all[0]),
    End: () => go(all.at(-1)),
    Enter: (card) => card.querySelector("a")?.click(),
    "+": () => zoom.press("+"),
    "-": () => zoom.press("-"),
    0: () => zoom.press("0"),
    " ": (card) => /** @type {HTMLElement | null} */ (card.closest(".fo")?.querySelector(".fold"))?.click(),
    l: (card) => leave(root.dataset.line, `source=${card.dataset.person}`),
    m: (card) => leave(card.dataset.position && root.dataset.manager?.replace("/0/", `/${card.dataset.position}/`)),
  };

  root.querySelector(".room")?.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const card = event.target instanceof HTMLElement ? event.target.closest(".pcard") : null;
    if (!(card instanceof HTMLElement)) {
      if (["+", "-", "0"].includes(event.key)) zoom.press(event.key);
      return;
    }
    if (event.target !== card && event.key === "Enter") return;
    const way = ARROWS[event.key];
    const meaning = meanings[event.key];
    if (way) go(nearest(all, card, way));
    else if (meaning) meaning(card);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** @param {string | undefined} address @param {string} [more] open a form that comes back here */
function leave(address, more = "") {
  if (!address) return;
  const joint = address.includes("?") ? "&" : "?";
  const back = `next=${encodeURIComponent(location.pathname + location.search)}`;
  location.assign(`${address}${joint}${more ? `${more}&` : ""}${back}`);
}

/**
 * Looking for somebody on the chart: the first is shown, Enter goes on to the next.
 * @param {HTMLElement} root
 * @param {(words: string) => void} tell
 */
export function findable(root, tell) {
  const input = root.querySelector("[data-map-search]");
  if (!(input instanceof HTMLInputElement) || !root.querySelector(".org")) return;
  const plain = (/** @type {string} */ text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const all = cards(root).map((card) => ({ card, text: plain(card.textContent ?? "") }));
  let turn = 0;

  const look = (/** @type {boolean} */ next) => {
    for (const { card } of all) card.classList.remove("found");
    const words = plain(input.value.trim());
    const found = words ? all.filter(({ text }) => text.includes(words)) : [];
    turn = next ? turn + 1 : 0;
    const card = found[turn % Math.max(found.length, 1)]?.card;
    card?.classList.add("found");
    card?.scrollIntoView({ block: "center", inline: "center" });
    tell(words && !found.length ? sentence("none") : found.length ? `${(turn % found.length) + 1} / ${found.length}` : "");
  };
  input.addEventListener("input", () => look(false));
  input.addEventListener("change", (event) => event.stopPropagation());
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    look(true);
  });
}
