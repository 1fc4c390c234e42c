// <kameo-chart>: a Vega-Lite spec drawn in the colours of the page. Its table says the same without it.
// Expressions go through vega-embed's interpreter, so that the policy against eval holds.

/** @type {Promise<void> | null} */
let libraries = null;

/** @param {string} address */
function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.async = false; // each needs the one before
    script.addEventListener("load", () => resolve(undefined));
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}

/** @param {string} addresses separated by spaces */
function ready(addresses) {
  libraries ??= Promise.all(addresses.split(" ").map(load)).then(() => undefined);
  return libraries;
}

class KameoChart extends HTMLElement {
  /** @type {{ finalize(): void } | null} */
  drawn = null;

  connectedCallback() {
    this.draw().catch(() => this.classList.add("failed"));
  }

  disconnectedCallback() {
    this.drawn?.finalize();
    this.drawn = null;
  }

  async draw() {
    await ready(this.dataset.libraries ?? "");
    // Names are measured with the page's own fonts, which may still be on their way.
    await document.fonts.ready;
    const spec = JSON.parse(this.dataset.spec ?? "{}");
    const plot = document.createElement("div");
    plot.className = "plot";
    this.replaceChildren(plot);
    const result = await /** @type {any} */ (window).vegaEmbed(plot, spec, {
      ast: true,
      actions: false,
      renderer: "svg",
      defaultStyle: false,
      tooltip: { disableDefaultStyle: true, theme: "kameo" },
    });
    this.drawn = result;
    const svg = plot.querySelector("svg");
    svg?.setAttribute("role", this.dataset.open ? "group" : "img");
    svg?.setAttribute("aria-label", spec.description ?? "");
    if (this.dataset.open) this.openable(result.view, plot);
  }

  /**
   * Each bubble opens its reasons: by the mouse, or by the keyboard, one stop and then the arrows.
   * @param {any} view @param {HTMLElement} plot
   */
  openable(view, plot) {
    view.addEventListener("click", (/** @type {Event} */ _event, /** @type {any} */ item) => {
      if (item?.datum?.id) this.open(item.datum.id);
    });
    const bubbles = [...plot.querySelectorAll(".mark-symbol path")].filter((one) => datum(one)?.id);
    bubbles.sort((a, b) => datum(b).area - datum(a).area);
    bubbles.forEach((one, rank) => {
      one.setAttribute("role", "button");
      one.setAttribute("tabindex", rank ? "-1" : "0");
      one.setAttribute("aria-label", datum(one).told);
      one.addEventListener("keydown", (event) => this.step(/** @type {KeyboardEvent} */ (event), bubbles, rank));
    });
  }

  /** @param {KeyboardEvent} event @param {Element[]} bubbles @param {number} rank */
  step(event, bubbles, rank) {
    const moves = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    const target = bubbles[rank + (move ?? 0)];
    if (event.key === "Enter" || event.key === " ") this.open(datum(/** @type {Element} */ (bubbles[rank])).id);
    else if (!move || !(target instanceof SVGElement)) return;
    else {
      bubbles[rank]?.setAttribute("tabindex", "-1");
      target.setAttribute("tabindex", "0");
      target.focus();
    }
    event.preventDefault();
  }

  /** @param {number} id the account's: its row has the link that opens the same */
  open(id) {
    const link = document.querySelector(`[data-reasons="${id}"], [data-ratings="${id}"]`);
    if (link instanceof HTMLElement) link.click();
  }
}

/** @param {Element} element @returns {any} what Vega drew it from */
function datum(element) {
  return /** @type {any} */ (element).__data__?.datum;
}

customElements.define("kameo-chart", KameoChart);

// The reasons of an account, in the bubble of the page; the link leads to a page of its own without JavaScript.
document.addEventListener("click", async (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-reasons]") : null;
  const box = document.getElementById("reasons");
  if (!(link instanceof HTMLAnchorElement) || !box || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const from = document.activeElement;
  const answer = await fetch(link.href, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return link.ownerDocument.location.assign(link.href);
  box.innerHTML = await answer.text();
  box.showPopover();
  /** @type {HTMLElement | null} */ (box.querySelector("[autofocus], a, button"))?.focus();
  box.addEventListener("toggle", () => from instanceof SVGElement && from.focus(), { once: true });
});
