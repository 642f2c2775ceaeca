// A stroke (/) leads to the search from every page, unless it is typed into a field.
(function () {
  "use strict";

  const search = document.querySelector("a[data-search]");
  document.addEventListener("keydown", (event) => {
    const field = event.target.matches?.("input:not([type=radio]), select, textarea, [contenteditable]");
    if (event.key !== "/" || field || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const query = document.getElementById("query");
    if (query) query.focus();
    else search.click();
  });
})();
