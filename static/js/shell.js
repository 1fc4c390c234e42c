// Theme, sidebar, print: the frame's own buttons, all [data-act].
import { kept, on } from "./dom.js";

const root = document.documentElement;
const small = matchMedia("(width < 760px)");

/** @param {string} choice light, dark or system */
function theme(choice) {
  if (choice === "system") delete root.dataset.theme;
  else root.dataset.theme = choice;
  kept.write("kameo-theme", choice === "system" ? null : choice);
  keepTheme(choice);
  markTheme();
}

/** Tell the server, so that the person's other computers follow. @param {string} choice */
function keepTheme(choice) {
  const { themeUrl } = document.body.dataset;
  if (!themeUrl) return;
  const headers = JSON.parse(document.body.getAttribute("hx-headers") ?? "{}");
  fetch(themeUrl, { method: "POST", headers, body: new URLSearchParams({ theme: choice }) }).catch(() => {
    // This browser keeps it anyway.
  });
}

function markTheme() {
  const chosen = root.dataset.theme ?? "system";
  for (const button of document.querySelectorAll('[data-act^="theme:"]')) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-act") === `theme:${chosen}`));
  }
}

function side() {
  if (small.matches) {
    openDrawer(root.dataset.side !== "open");
    return;
  }
  const rail = root.dataset.side === "rail";
  if (rail) delete root.dataset.side;
  else root.dataset.side = "rail";
  kept.write("kameo-side", rail ? null : "rail");
}

/** @type {HTMLElement | null} */
let opener = null;

/** @param {boolean} open */
function openDrawer(open) {
  if (open) {
    opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    root.dataset.side = "open";
    /** @type {HTMLElement | null} */ (document.querySelector(".side .nav a"))?.focus();
  } else if (root.dataset.side === "open") {
    delete root.dataset.side;
    opener?.focus();
  }
}

on("click", "[data-act]", (element) => {
  const [name, value] = (element.getAttribute("data-act") ?? "").split(":");
  if (name === "theme" && value) theme(value);
  else if (name === "side") side();
  else if (name === "print") window.print();
});

document.addEventListener("click", (event) => {
  const target = event.target;
  if (root.dataset.side !== "open" || !(target instanceof Element)) return;
  if (!target.closest('.side, [data-act="side"], [popover]')) openDrawer(false);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") openDrawer(false);
});

small.addEventListener("change", () => {
  if (root.dataset.side === "open") delete root.dataset.side;
});

// A sign-out leaves nothing of this person in the tab.
on("submit", "[data-sign-out]", () => {
  try {
    sessionStorage.clear();
  } catch {
    // Closed storage holds nothing.
  }
});

markTheme();
