// Passkeys: the browser's credential goes out with the form around the button.
// data-passkey: "sign-in" (options asked of the server), "prove" or "create" (options on the page).
import "../vendor/simplewebauthn.js";
import { on, onContent } from "./dom.js";

/** @import * as Webauthn from "@simplewebauthn/browser" */

/** @type {typeof Webauthn} */
const { startAuthentication, startRegistration } = /** @type {any} */ (window).SimpleWebAuthnBrowser;

/** @param {HTMLFormElement} form @returns {Promise<any>} */
async function options(form) {
  if (form.dataset.passkey !== "sign-in") {
    return JSON.parse(document.getElementById("passkey-options")?.textContent ?? "{}");
  }
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new TypeError("options");
  return answer.json();
}

/** @param {HTMLFormElement} form */
async function ask(form) {
  const sent = await options(form);
  if (form.dataset.passkey !== "create") {
    return startAuthentication({ optionsJSON: sent.request_options.publicKey });
  }
  const alone = form.querySelector("input[name=passwordless]");
  const passwordless = alone instanceof HTMLInputElement && alone.checked;
  const optionsJSON = sent.creation_options.publicKey;
  optionsJSON.authenticatorSelection = {
    ...optionsJSON.authenticatorSelection,
    residentKey: passwordless ? "required" : "discouraged",
    requireResidentKey: passwordless,
    userVerification: passwordless ? "required" : "discouraged",
  };
  return startRegistration({ optionsJSON });
}

/** @param {HTMLFormElement} form @param {unknown} error */
function explain(form, error) {
  const place = form.querySelector("[data-passkey-error]");
  if (!(place instanceof HTMLElement)) return;
  const insecure = !window.isSecureContext || (error instanceof Error && error.name === "SecurityError");
  place.textContent =
    (insecure ? place.dataset.insecure : error instanceof TypeError ? place.dataset.failed : place.dataset.refused) ??
    "";
  place.hidden = false;
}

on("click", "[data-passkey-start]", async (button) => {
  const form = button.closest("form");
  if (!form || button.getAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  try {
    const credential = await ask(form);
    const field = form.querySelector("input[name=credential]");
    if (!(field instanceof HTMLInputElement)) return;
    field.value = JSON.stringify(credential);
    form.submit();
  } catch (error) {
    explain(form, error);
  } finally {
    button.removeAttribute("aria-busy");
  }
});

onContent((root) => {
  if (!window.PublicKeyCredential) return;
  for (const form of root.querySelectorAll("form[data-passkey][hidden]")) form.removeAttribute("hidden");
});
