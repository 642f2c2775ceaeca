// The page of the search: asks Pagefind's index, which it loads piece by piece from the site itself.
// Words and filters stand in the address. Without an index, or from disk, the page says so and its list of indexes remains.
(function () {
  "use strict";

  const form = document.querySelector("form.search");
  const list = document.createElement("ol");
  const more = document.querySelector(".more");
  const without = document.querySelector(".without");
  const output = form.querySelector("output");
  const controls = [...form.elements].filter((one) => one.name);
  const field = form.elements.q;
  const root = new URL(form.dataset.root, location.href);
  const PAGE = 20; // results that are shown at once
  const PAUSE = 150; // ms without a key before the index is asked
  let index = null;
  let asked = 0; // the number of the last question: what an earlier one finds comes too late
  let timer = 0;
  let left = [];

  function refuse(why) {
    form.hidden = true;
    without.hidden = false;
    without.querySelector(".why").textContent = why;
  }

  function load() {
    index ||= import(new URL(form.dataset.index, location.href).href).then(async (pagefind) => {
      await pagefind.options({ ranking: { pageLength: 0.1, metaWeights: { title: 0 } } }); // the weights of the entries decide
      await pagefind.init();
      return pagefind;
    });
    return index;
  }

  function remember() {
    const address = new URL(location.href);
    for (const { name, value } of controls) {
      if (value.trim()) address.searchParams.set(name, value.trim());
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, "", address);
  }

  function restore() {
    const { searchParams } = new URL(location.href);
    for (const control of controls) {
      control.value = searchParams.get(control.name) || "";
      if (control.selectedIndex === -1) control.value = ""; // an address may ask for what there is not
    }
  }

  const typographic = (text) => text.replace(/[“”„«»]/g, '"').replace(/[‘’]/g, "'");

  async function search() {
    const number = ++asked;
    const words = typographic(field.value.trim());
    const filters = Object.fromEntries(controls.filter((one) => one !== field && one.value).map((one) => [`${one.name} ${one.value}`, "1"]));
    if (!words && !Object.keys(filters).length) return show(number, null, "");
    let pagefind;
    try {
      pagefind = await load();
    } catch {
      return refuse("The index of this site is missing or was not loaded, so nothing can be searched here. Everything also stands in one of these:");
    }
    const found = await pagefind.search(words || null, { filters });
    await show(number, found.results, words);
  }

  async function show(number, results, words) {
    if (number !== asked) return;
    const day = new URL(location.href).searchParams.get("asof") || "9999";
    left = [...(results || [])];
    const items = await take(day);
    if (number !== asked) return;
    list.replaceChildren(...items);
    without.hidden = results !== null && results.length > 0;
    if (results === null) output.textContent = "\u00a0"; // as high as a line
    else if (!results.length) output.textContent = `Nothing found${words ? ` for ${words}` : ""}. Fewer words, another spelling or no filter may help.`;
    else output.textContent = (results.length === 1 ? "1 result" : `${results.length} results`) + (day === "9999" ? "" : `; what came after ${day} is left out`);
  }

  async function take(day) {
    const next = left.splice(0, PAGE);
    const told = await Promise.all(next.map((result) => result.data()));
    more.hidden = left.length === 0;
    return told.filter(({ meta }) => (meta.on || "") <= day).map((data) => item(data, day));
  }

  function item(data, day) {
    const row = document.createElement("li");
    const link = document.createElement("a");
    const address = new URL(data.raw_url || data.url, root);
    if (day !== "9999") address.searchParams.set("asof", day);
    link.href = address.href;
    link.textContent = data.meta.title;
    const facts = document.createElement("span");
    facts.className = "result-facts";
    facts.textContent = ["kind", "strand", "verdict", "country", "year"].map((name) => data.meta[name]).filter(Boolean).join(" · ");
    const text = document.createElement("p");
    text.append(...excerpt(data.excerpt));
    row.append(link, facts, text);
    return row;
  }

  // Of the excerpt's HTML only the words, and which of them were asked for.
  function excerpt(html) {
    const read = new DOMParser().parseFromString(html, "text/html").body;
    return [...read.childNodes].map((node) => {
      if (node.nodeName !== "MARK") return node.textContent;
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      return mark;
    });
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  form.addEventListener("input", () => {
    remember();
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  more.addEventListener("click", async () => {
    const items = await take(new URL(location.href).searchParams.get("asof") || "9999");
    list.append(...items);
    items[0]?.querySelector("a").focus();
  });
  document.addEventListener("asof", search);
  window.addEventListener("popstate", () => {
    restore();
    search();
  });

  if (location.protocol === "file:") {
    refuse("A page that is opened from disk may not read the index, so nothing can be searched here; on a host it can. Everything also stands in one of these:");
    return;
  }
  document.querySelector(".results").append(list);
  without.querySelector(".why").textContent = "Everything that can be found also stands in one of these:";
  restore();
  field.focus();
  search();
})();
