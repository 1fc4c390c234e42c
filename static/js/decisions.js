// Typing beside “another account”, or choosing in its list, is choosing it.
import { on } from "./dom.js";

for (const type of ["input", "change"]) {
  on(type, "[data-other] .picker :is(input, select)", (control) => {
    const radio = control.closest("[data-other]")?.querySelector('input[type="radio"]');
    if (radio instanceof HTMLInputElement) radio.checked = true;
  });
}
