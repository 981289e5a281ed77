/* Autosave of a form as werktekst.

   form[data-autosave-url] is sent 1.5 s after the last change, when the tab is hidden, and before htmx swaps the form away.
   What happens is told in every [data-autosave-state] (rk/save_state.html), whose data-text-* attributes hold the words.
   The address answers 2xx when the text is stored; a JSON body {"melding": "..."} with 4xx is shown as it is.
   The browser warns before it leaves the page only while text is not stored. */

const DELAY = 1500;
const SHOW_SAVING_AFTER = 600;
const RETRY_AFTER = [5000, 15000, 30000, 60000];
const KEEPALIVE_LIMIT = 60000; // browsers refuse more than 64 KiB in all
const GIVE_UP = new Set([404, 409, 410, 413, 422]); // trying again changes nothing: wait for the next change

const savers = new Map();

function csrfToken(form) {
  // The cookie is newer than the page after someone logged in again in another tab.
  const cookie = document.cookie.match(/(?:^|; )(?:__Host-|__Secure-)?csrftoken=([^;]+)/);
  return cookie ? decodeURIComponent(cookie[1]) : (form.elements.csrfmiddlewaretoken?.value ?? "");
}

function serialise(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (name !== "csrfmiddlewaretoken" && typeof value === "string") body.append(name, value);
  }
  return body.toString();
}

function show(state, words) {
  for (const element of document.querySelectorAll("[data-autosave-state]")) {
    const text = words || (element.dataset[`text${state[0].toUpperCase()}${state.slice(1)}`] ?? "").replace("{tijd}", clock());
    element.dataset.state = state;
    // The same words again are not written again, so that a screen reader says "Bewaard om 10.42 uur" once a minute at most.
    if (element.textContent !== text) element.textContent = text;
  }
}

function clock() {
  return new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" }).replace(":", ".");
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.saved = serialise(form);
    this.failures = 0;
    this.submitting = false;
  }

  get dirty() {
    return this.form.isConnected && !this.submitting && serialise(this.form) !== this.saved;
  }

  changed() {
    this.failures = 0;
    this.schedule(DELAY);
  }

  schedule(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  /* Store what is in the form now; true when nothing is left to store. */
  async save({ leaving = false } = {}) {
    clearTimeout(this.timer);
    if (this.running && !leaving) {
      await this.running;
    }
    if (!this.dirty) return true;
    this.running = this.send(serialise(this.form), leaving);
    const stored = await this.running;
    this.running = null;
    if (stored && this.dirty) this.schedule(DELAY);
    return stored;
  }

  async send(text, leaving) {
    const body = new URLSearchParams(text);
    body.append("csrfmiddlewaretoken", csrfToken(this.form));
    this.abort = new AbortController();
    const saying = setTimeout(() => show("saving"), SHOW_SAVING_AFTER);
    try {
      const response = await fetch(this.form.dataset.autosaveUrl, {
        method: "POST",
        body,
        headers: { "X-Requested-With": "autosave", Accept: "application/json" },
        credentials: "same-origin",
        redirect: "manual",
        keepalive: leaving && text.length < KEEPALIVE_LIMIT,
        signal: leaving ? undefined : this.abort.signal,
      });
      clearTimeout(saying);
      this.status = response.status;
      if (response.ok) return this.stored(text, response);
      return this.refused(response.type === "opaqueredirect" ? "loggedout" : "refused", response);
    } catch (error) {
      clearTimeout(saying);
      this.status = 0;
      if (error.name === "AbortError") return false;
      return this.refused("offline");
    }
  }

  async stored(text, response) {
    this.saved = text;
    this.failures = 0;
    show("saved");
    if (response.headers.get("Content-Type")?.startsWith("application/json")) {
      const answer = await response.json().catch(() => null); // stored all the same: the answer only adds to it
      document.dispatchEvent(new CustomEvent("rk:stored", { detail: { form: this.form, answer } }));
    }
    return true;
  }

  async refused(state, response) {
    let words = "";
    if (response?.headers.get("Content-Type")?.startsWith("application/json")) {
      try {
        words = (await response.json()).melding ?? "";
      } catch {
        words = ""; // not JSON after all: the words of the state do
      }
    }
    show(state, words);
    if (!response || !GIVE_UP.has(response.status)) {
      this.schedule(RETRY_AFTER[Math.min(this.failures, RETRY_AFTER.length - 1)]);
      this.failures += 1;
    }
    return false;
  }

  /* The form itself is being sent: an autosave that arrives later would bring old text back. */
  sent() {
    clearTimeout(this.timer);
    this.abort?.abort();
    this.submitting = true;
  }
}

function attach(root) {
  for (const form of savers.keys()) {
    if (!form.isConnected) savers.delete(form);
  }
  for (const form of root.querySelectorAll("form[data-autosave-url]")) {
    if (!savers.has(form)) savers.set(form, new Autosave(form));
  }
  if (root.matches?.("form[data-autosave-url]") && !savers.has(root)) savers.set(root, new Autosave(root));
}

function unsaved() {
  return [...savers.values()].filter((saver) => saver.dirty);
}

for (const type of ["input", "change"]) {
  document.addEventListener(type, (event) => savers.get(event.target.form)?.changed());
}
// Text that is not stored yet is stored before the form is sent: who turns out to be logged out or offline stays here with it.
// A button with an address of its own throws the text away, and an answer of 422 is better read on the page that says why.
document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  const saver = savers.get(form);
  if (!saver) return;
  if (!saver.dirty || submitter?.hasAttribute("formaction")) {
    saver.sent();
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  saver.save().then((stored) => {
    if (!stored && saver.status !== 422) return;
    saver.sent();
    form.requestSubmit(submitter);
  });
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") unsaved().forEach((saver) => saver.save({ leaving: true }));
});
window.addEventListener("pagehide", () => unsaved().forEach((saver) => saver.save({ leaving: true })));
window.addEventListener("pageshow", () => savers.forEach((saver) => (saver.submitting = false)));
window.addEventListener("online", () => unsaved().forEach((saver) => saver.save()));
window.addEventListener("beforeunload", (event) => {
  if (unsaved().length) event.preventDefault();
});

// Another section takes the place of the form: store first, and stay here when that fails.
document.addEventListener("htmx:confirm", (event) => {
  const { target, elt, issueRequest } = event.detail;
  const leaving = unsaved().filter((saver) => saver.form !== elt && target?.contains(saver.form));
  if (!leaving.length) return;
  event.preventDefault();
  Promise.all(leaving.map((saver) => saver.save())).then((results) => {
    if (results.every(Boolean)) issueRequest(true);
  });
});
document.addEventListener("htmx:load", (event) => attach(event.detail.elt));
attach(document);
