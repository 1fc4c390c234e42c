// Passkeys: the browser's credential goes out with the form around the button.
// data-passkey: "sign-in" (options asked of the server), "prove" or "create" (options on the page).
import { on, onContent } from "./dom.js";

/** @typedef {Record<string, unknown> & { id: string }} Descriptor */
/** @typedef {{ publicKey: Record<string, any>, mediation?: CredentialMediationRequirement }} Options */

/** @param {string} text base64url */
function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}

/** @param {ArrayBuffer | null | undefined} buffer */
function text(buffer) {
  if (!buffer) return null;
  const plain = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return plain.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {Descriptor[] | undefined} list */
function credentials(list) {
  return list?.map((one) => ({ ...one, id: bytes(one.id) }));
}

/** @param {Options} options what the server sent, its bytes written in base64url */
function decoded({ publicKey, ...rest }) {
  /** @type {Record<string, any>} */
  const key = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (publicKey.user) key.user = { ...publicKey.user, id: bytes(publicKey.user.id) };
  if (publicKey.excludeCredentials) key.excludeCredentials = credentials(publicKey.excludeCredentials);
  if (publicKey.allowCredentials) key.allowCredentials = credentials(publicKey.allowCredentials);
  return { ...rest, publicKey: /** @type {any} */ (key) };
}

/** @param {PublicKeyCredential} credential */
function encoded(credential) {
  const answer = /** @type {any} */ (credential.response);
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  /** @type {Record<string, unknown>} */
  const response = {};
  for (const part of parts) {
    if (answer[part] !== undefined) response[part] = text(answer[part]);
  }
  if (answer.getTransports) response.transports = answer.getTransports();
  return {
    type: credential.type,
    id: credential.id,
    rawId: text(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

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
  if (form.dataset.passkey !== "create") return navigator.credentials.get(decoded(sent.request_options));
  const alone = form.querySelector("input[name=passwordless]");
  const passwordless = alone instanceof HTMLInputElement && alone.checked;
  const wanted = sent.creation_options;
  wanted.publicKey.authenticatorSelection = {
    ...wanted.publicKey.authenticatorSelection,
    residentKey: passwordless ? "required" : "discouraged",
    requireResidentKey: passwordless,
    userVerification: passwordless ? "required" : "discouraged",
  };
  return navigator.credentials.create(decoded(wanted));
}

/** @param {HTMLFormElement} form @param {unknown} error */
function explain(form, error) {
  const place = form.querySelector("[data-passkey-error]");
  if (!(place instanceof HTMLElement)) return;
  const insecure = error instanceof DOMException && error.name === "SecurityError";
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
    if (!(credential instanceof PublicKeyCredential) || !(field instanceof HTMLInputElement)) return;
    field.value = JSON.stringify(encoded(credential));
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
