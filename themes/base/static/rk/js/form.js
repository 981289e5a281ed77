/* Forms: focus on the error summary, no loss of unsent text, no second submit by a double click, a fresh csrf token.

   A form with data-no-guard (search, filters) is left alone; a form with data-autosave-url is guarded by autosave.js. */

const DOUBLE_CLICK = 3000;
const changed = new Set();

function guarded(form) {
  return form instanceof HTMLFormElement && form.method === "post" && !form.matches("[data-no-guard], [data-autosave-url], [role=search]");
}

function focusErrors(root) {
  root.querySelector("[data-error-summary]")?.focus();
}

function freshToken(form) {
  // After logging in again in another tab the token in an open form is old; the cookie has the one that counts.
  const cookie = document.cookie.match(/(?:^|; )(?:__Host-|__Secure-)?csrftoken=([^;]+)/);
  const field = form.elements.namedItem("csrfmiddlewaretoken");
  if (cookie && field instanceof HTMLInputElement) field.value = decodeURIComponent(cookie[1]);
}

document.addEventListener("input", (event) => {
  if (guarded(event.target.form)) changed.add(event.target.form);
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "ja";
  setTimeout(() => delete form.dataset.sent, DOUBLE_CLICK);
  freshToken(form);
  changed.delete(form);
});
window.addEventListener("beforeunload", (event) => {
  if ([...changed].some((form) => form.isConnected)) event.preventDefault();
});
document.addEventListener("htmx:load", (event) => focusErrors(event.detail.elt));
focusErrors(document);
