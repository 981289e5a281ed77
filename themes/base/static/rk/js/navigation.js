/* Moving between sections by htmx: form and guidance (#werkblad) are swapped together.

   The focus goes to the heading of the new section; an answer that is no section (logged out, no access) is opened as a page of
   its own; a failed request is told in #meldingen, whose data-text-* attributes hold the words. */

const TARGET = "werkblad";

function tell(state) {
  const region = document.getElementById("meldingen");
  if (!region) return;
  const notice = document.createElement("div");
  notice.className = "rk-notice rk-notice--error";
  notice.dataset.connection = "";
  notice.textContent = region.dataset[state] ?? "";
  region.querySelector("[data-connection]")?.remove();
  region.append(notice);
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const { target, xhr, shouldSwap } = event.detail;
  if (target.id !== TARGET || !shouldSwap || xhr.responseText.includes(`id="${TARGET}"`)) return;
  event.preventDefault();
  window.location.assign(xhr.responseURL);
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target.id !== TARGET) return;
  document.querySelector("#meldingen [data-connection]")?.remove();
  if (document.querySelector("[data-error-summary]")) return; // form.js has put the focus there
  const heading = document.querySelector(`#${TARGET} h1`);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
});
document.addEventListener("htmx:responseError", (event) => {
  const { target, xhr, requestConfig } = event.detail;
  if (target.id === TARGET && requestConfig.verb === "get" && xhr.status < 500) window.location.assign(xhr.responseURL);
  else tell("textError");
});
document.addEventListener("htmx:sendError", () => tell("textOffline"));
document.addEventListener("htmx:timeout", () => tell("textOffline"));
