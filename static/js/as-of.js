// Reads the page as of a date: what came later is hidden, verdicts go back, counts follow.
// Nothing is fetched: the page holds every dated thing once, and this only chooses among them.
(function () {
  "use strict";

  const control = document.querySelector(".as-of");
  if (!control) return;
  const input = control.querySelector("input");
  const output = control.querySelector("output");
  const today = control.querySelector("[data-today]").dataset.asof;
  const dated = [...document.querySelectorAll("[data-on], [data-until]")];
  const origins = new Map(); // of each tally the names, in their order, before any is left out
  for (const tally of document.querySelectorAll("[data-tally]")) {
    origins.set(tally, [...tally.children].map((name) => name.textContent));
  }
  let shown = today;

  function addressed() {
    const asked = new URLSearchParams(location.search).get("asof") || "";
    return isDay(asked) && asked < today ? asked : today;
  }

  function isDay(text) {
    const day = new Date(`${text}T00:00:00Z`); // the 31st of February becomes another day, or none
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
  }

  function known(element, day) {
    const { on = "", until = "9999" } = element.dataset;
    return on <= day && day < until;
  }

  function counted(number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
  }

  function pairs(text) {
    return text.split(" ").filter(Boolean).map((one) => one.split("="));
  }

  function retell(tally, day) {
    const held = pairs(tally.dataset.tally).filter(([on]) => on <= day);
    const places = new Set(held.flatMap(([, origins]) => origins.split(",")));
    const heard = origins.get(tally).filter((_, place) => places.has(String(place)));
    const told = `${counted(held.length, "source")}, ${counted(heard.length, "origin")}`;
    tally.textContent = held.length ? told + (heard.length ? `: ${heard.join("; ")}` : "") : "none";
  }

  function recount(strip, day) {
    const counts = {};
    for (const history of strip.dataset.histories.split("|").filter(Boolean)) {
      const [, verdict] = pairs(history).findLast(([on]) => on <= day) || ["", ""]; // none: not yet assessed
      counts[verdict] = (counts[verdict] || 0) + 1;
    }
    for (const item of strip.querySelectorAll("[data-verdict]")) {
      const count = counts[item.dataset.verdict] || 0;
      item.querySelector(".count").textContent = count;
      item.hidden = count === 0;
    }
  }

  // How many there are: of what stands around the number, or of the days that it holds itself.
  function count(number, day) {
    const { counts, days } = number.dataset;
    const around = number.closest("details, section, main");
    number.textContent = counts
      ? [...around.querySelectorAll(counts)].filter((one) => !one.closest("[hidden]")).length
      : days.split(" ").filter((on) => on <= day).length;
  }

  function carry(day) {
    for (const link of document.querySelectorAll("a[href]")) {
      const href = link.getAttribute("href");
      if (/^([a-z]+:|#)/.test(href)) continue;
      const [path, fragment] = href.split("#");
      const bare = path.split("?")[0];
      const query = day === today ? "" : `?asof=${day}`;
      link.setAttribute("href", bare + query + (fragment ? `#${fragment}` : ""));
    }
  }

  function show(day, written) {
    shown = day;
    for (const element of dated) {
      element.toggleAttribute("hidden", !known(element, day)); // marks in a picture have no property for it
    }
    const later = dated.filter((one) => one.hidden && one.matches("li, tr")).length;
    for (const tally of origins.keys()) retell(tally, day);
    document.querySelectorAll("[data-histories]").forEach((strip) => recount(strip, day));
    document.querySelectorAll("[data-counts], [data-days]").forEach((number) => count(number, day));
    document.documentElement.toggleAttribute("data-past", day !== today);
    control.open = control.open || day !== today;
    if (!written) input.value = day;
    for (const button of control.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.asof === day));
    }
    output.textContent =
      day === today ? "" : `${counted(later, "thing")} on this page came later and ${later === 1 ? "is" : "are"} hidden. The prose is written with what is known today.`;
    carry(day);
    document.dispatchEvent(new CustomEvent("asof"));
  }

  // A day that is `written` in the field comes piece by piece, and must not be mended meanwhile.
  function choose(day, written) {
    const address = new URL(location.href);
    if (day === today) address.searchParams.delete("asof");
    else address.searchParams.set("asof", day);
    history.replaceState(history.state, "", address);
    show(day, written);
  }

  input.addEventListener("change", () => {
    if (input.value && input.value < "1000") return; // a year with digits to come
    choose(input.value && input.value < today ? input.value : today, true);
  });
  input.addEventListener("blur", () => (input.value = shown));
  control.addEventListener("click", (event) => {
    const button = event.target.closest("[data-asof]");
    if (button) choose(button.dataset.asof);
  });
  window.addEventListener("popstate", () => addressed() !== shown && show(addressed()));
  if (addressed() !== today) show(addressed());
})();
