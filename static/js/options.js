// A list of options driven from a text box: arrows move, aria-activedescendant tells where.

/** Options of one listbox; the text box keeps the focus. */
export class Options {
  /**
   * @param {HTMLElement} box the text box
   * @param {HTMLElement} list the listbox
   */
  constructor(box, list) {
    this.box = box;
    this.list = list;
  }

  /** @returns {HTMLElement[]} */
  all() {
    return [...this.list.querySelectorAll('[role="option"]')].map((item) => /** @type {HTMLElement} */ (item));
  }

  /** @returns {HTMLElement | null} */
  current() {
    return this.list.querySelector('[aria-selected="true"]');
  }

  /** @param {HTMLElement | null} option null selects none */
  select(option) {
    this.current()?.setAttribute("aria-selected", "false");
    if (!option) {
      this.box.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.box.setAttribute("aria-activedescendant", option.id);
  }

  first() {
    this.select(this.all()[0] ?? null);
  }

  /**
   * Move with the arrows, around the ends. True when the key was one of ours.
   * @param {KeyboardEvent} event
   */
  walk(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return false;
    const options = this.all();
    const current = this.current();
    const here = current ? options.indexOf(current) : -1;
    const step = event.key === "ArrowDown" ? 1 : here < 0 ? 0 : -1;
    event.preventDefault();
    this.select(options.at((here + step) % options.length) ?? null);
    return true;
  }
}
