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
    yasqe: { autocompleters: ["variables"], showQueryButton: true, resizeable: true },
  });
  const asked = new URLSearchParams(location.search).get("query");
  const first = asked || form.elements.query.value;
  if (asked || !editor.getTab().getQuery().trim() || !localStorage.getItem("gcm-editor-used")) {
    editor.getTab().setQuery(first);
    localStorage.setItem("gcm-editor-used", "yes");
  }
  editor.getTab().setEndpoint(endpoint);

  for (const link of document.querySelectorAll("a[data-query]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const tab = editor.addTab(true, { name: link.textContent });
      tab.setEndpoint(endpoint);
      tab.setQuery(link.dataset.query);
      tab.query();
    });
  }
})();
