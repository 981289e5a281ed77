/* Editing a section: only what was touched is sent, and the states beside the form follow what was stored.

   A form with data-touched-only leaves out the fields that nobody typed in since it was shown; the server keeps what it is not sent.
   So a second window with an older text takes nothing away from the first. Hidden fields always go along.
   After autosave (autosave.js, "rk:stored") the answer's "standen" holds elements that replace those with the same id. */

const touched = new WeakSet();

for (const type of ["input", "change"]) {
  document.addEventListener(type, (event) => touched.add(event.target));
}
document.addEventListener("formdata", (event) => {
  const form = event.target;
  if (!form.matches("[data-touched-only]")) return;
  const controls = [...form.elements].filter((element) => element.name && !["hidden", "submit"].includes(element.type));
  const kept = new Set(controls.filter((element) => touched.has(element)).map((element) => element.name));
  for (const { name } of controls) {
    if (!kept.has(name)) event.formData.delete(name);
  }
});

document.addEventListener("rk:stored", (event) => {
  const { form, answer } = event.detail;
  if (!answer?.standen || !form.isConnected) return;
  const fresh = new DOMParser().parseFromString(answer.standen, "text/html");
  for (const element of fresh.querySelectorAll("[id]")) {
    const shown = document.getElementById(element.id);
    if (shown && shown.outerHTML !== element.outerHTML) shown.replaceWith(element);
  }
});

// A link opened in a new tab or window is the browser's own: htmx would take the click.
document.addEventListener(
  "click",
  (event) => {
    if ((event.ctrlKey || event.metaKey || event.shiftKey) && event.target.closest("a[hx-post]")) event.stopPropagation();
  },
  true,
);
