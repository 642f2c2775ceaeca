// A stroke (/) leads to the search from every page, unless it is typed into a field.
(function () {
  "use strict";

  const search = document.querySelector("a[data-search]");
  document.addEventListener("keydown", (event) => {
    const typed = event.target.closest("input:not([type=radio]), select, textarea, [contenteditable]");
    if (event.key !== "/" || typed || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const field = document.getElementById("query");
    if (field) field.focus();
    else search.click();
  });
})();
