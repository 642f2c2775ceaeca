// Leaves out of a list, a table or a picture what a reader did not ask for, and sorts tables.
// Nothing is fetched: every item says in its data what it is. The choice stands in the address.
(function () {
  "use strict";

  const address = () => new URL(location.href);
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const tokens = (text) => (text || "").split(" ").filter(Boolean);

  function remember(name, value) {
    const next = address();
    if (value) next.searchParams.set(name, value);
    else next.searchParams.delete(name);
    history.replaceState(history.state, "", next);
  }

  // Leaving out

  function filter(field) {
    const container = document.getElementById(field.dataset.for);
    if (!container) return;
    const controls = [...field.elements].filter((one) => one.name);
    const items = [...container.querySelectorAll("[data-item]")];
    const rows = items.filter((one) => one.dataset.item === "row");
    const counted = rows.length ? rows : items;
    const groups = [...container.querySelectorAll("[data-group]")];
    const words = new Map();
    const output = field.querySelector("output");
    const reset = field.querySelector("button");

    const shown = (item) => !item.hasAttribute("data-out") && !item.closest("[hidden]");

    function text(item) {
      if (!words.has(item)) words.set(item, plain(`${item.textContent} ${item.dataset.words || ""}`));
      return words.get(item);
    }

    function matches(mark) {
      const item = mark.dataset.item === "mark" ? document.getElementById(mark.dataset.preview) : mark; // as its row
      return controls.every(({ name, value }) => {
        if (!value) return true;
        if (name === "find") return plain(value).split(/\s+/).every((word) => text(item).includes(word));
        return tokens(item.dataset[name]).includes(value);
      });
    }

    function count() {
      for (const group of groups) {
        const within = counted.filter((item) => group.contains(item));
        group.toggleAttribute("data-out", within.length > 0 && !within.some(shown));
        for (const number of group.querySelectorAll("[data-count]")) {
          if (number.closest("[data-group]") === group) number.textContent = within.filter(shown).length;
        }
      }
      const known = counted.filter((item) => !item.closest("[hidden]"));
      const left = known.filter(shown).length;
      const { noun, nouns } = field.dataset;
      const all = `${known.length} ${known.length === 1 ? noun : nouns}`;
      output.textContent = left === known.length ? all : `${left} of ${all}`;
    }

    function apply() {
      for (const item of items) item.toggleAttribute("data-out", !matches(item));
      reset.hidden = controls.every(({ value }) => !value);
      count();
      container.dispatchEvent(new CustomEvent("filtered"));
    }

    function restore() {
      const asked = address().searchParams;
      for (const control of controls) {
        control.value = asked.get(control.name) || "";
        if (control.selectedIndex === -1) control.value = ""; // an address may ask for what there is not
      }
      apply();
    }

    field.addEventListener("input", (event) => {
      if (!event.target.name) return;
      remember(event.target.name, event.target.value);
      apply();
    });
    reset.addEventListener("click", () => {
      for (const control of controls) {
        control.value = "";
        remember(control.name, "");
      }
      apply();
      controls[0].focus(); // the button is gone
    });
    document.addEventListener("asof", apply);
    window.addEventListener("popstate", restore);
    restore();
  }

  // Sorting: a column whose head is marked with `data-sort` gets a button; "number" sorts by size, all else by words.

  function sortable(table) {
    const body = table.tBodies[0];
    const written = [...body.rows];
    const heads = [...table.tHead.rows[0].cells].filter((cell) => "sort" in cell.dataset);
    const words = new Intl.Collator(document.documentElement.lang, { numeric: true });

    const key = (row, place) => row.cells[place].dataset.key ?? row.cells[place].textContent.trim();
    const orders = { number: (one, other) => parseFloat(one) - parseFloat(other), "": words.compare };

    function sort(head, direction) {
      const order = orders[head && head.dataset.sort] || orders[""];
      const sign = direction === "descending" ? -1 : 1;
      const rows = head
        ? written.toSorted((one, other) => sign * order(key(one, head.cellIndex), key(other, head.cellIndex)))
        : written;
      body.append(...rows);
      for (const one of heads) {
        if (one === head) one.setAttribute("aria-sort", direction);
        else one.removeAttribute("aria-sort");
      }
    }

    function restore() {
      const asked = address().searchParams.get("sort") || "";
      const head = heads.find((one) => one.dataset.name === asked.replace(/^-/, ""));
      sort(head, asked.startsWith("-") ? "descending" : "ascending");
    }

    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const direction = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
        sort(head, direction);
        remember("sort", (direction === "descending" ? "-" : "") + head.dataset.name);
      });
    }
    window.addEventListener("popstate", restore);
    restore();
  }

  document.querySelectorAll("table[data-sortable]").forEach(sortable);
  document.querySelectorAll(".filters[data-for]").forEach(filter);
})();
