// Puts the full editor in the place of the plain form, and gives its unnamed controls a name.
"use strict";

(() => {
  const place = document.getElementById("editor");
  const form = document.getElementById("plain");
  if (!place || !form || typeof Yasgui === "undefined") return;

  const endpoint = new URL(place.dataset.endpoint, location.href).href;
  place.hidden = false;
  form.hidden = true;
  const editor = new Yasgui(place, {
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: true,
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    persistenceId: "gcm-editor",
    autofocus: false,
    // The page itself shows the answer to a query in the address.
    populateFromUrl: false,
    yasqe: { autocompleters: ["variables"] },
  });

  // What the editor library leaves undone for screen readers and keyboards; it draws parts anew at any time.
  const named = (element, name) => {
    if (!element.hasAttribute("aria-label")) element.setAttribute("aria-label", name);
  };
  const mend = () => {
    for (const field of place.querySelectorAll(".yasqe textarea")) named(field, "Query");
    for (const field of place.querySelectorAll(".yasr textarea")) named(field, "Answer as text");
    for (const field of place.querySelectorAll("input.autocomplete")) named(field, "Address of the endpoint");
    for (const field of place.querySelectorAll(".yasr input, .yasr select")) named(field, "Filter or page of the table");
    for (const button of place.querySelectorAll(".tabsList > button, .tabsList > div > button.addTab")) {
      button.setAttribute("role", "tab");
      button.setAttribute("aria-selected", "false");
    }
    for (const area of place.querySelectorAll(".CodeMirror-scroll[tabindex='-1']")) area.setAttribute("tabindex", "0");
    for (const { CodeMirror: code } of place.querySelectorAll(".CodeMirror")) {
      // The key Tab moves on instead of trapping the keyboard (WCAG 2.1.2).
      if (code && !code.tabMovesOn) {
        code.tabMovesOn = true;
        code.addKeyMap({ Tab: false, "Shift-Tab": false });
      }
    }
  };
  new MutationObserver(mend).observe(place, { childList: true, subtree: true });

  const show = (tab, query) => {
    tab.setEndpoint(endpoint);
    tab.setQuery(query);
  };
  const asked = form.dataset.asked;
  const kept = localStorage.getItem("gcm-editor-used");
  if (asked || !kept) show(editor.getTab(), form.elements.query.value);
  localStorage.setItem("gcm-editor-used", "yes");
  mend();

  for (const link of document.querySelectorAll("a[data-query]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const tab = editor.addTab(true, { name: link.textContent });
      show(tab, link.dataset.query);
      tab.query();
    });
  }
})();
