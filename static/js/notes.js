// On an article: stands the notes beside their passages where there is room, steps from note to note,
// and remembers how many of them the reader wants to see.
(function () {
  "use strict";

  const article = document.querySelector(".article");
  const body = document.querySelector(".annotated");
  const tools = document.querySelector(".tools");
  if (!article || !body || !tools) return;

  const wide = window.matchMedia("(min-width: 64rem)");
  const text = body.querySelector(".text");
  const list = body.querySelector(".note-list");
  const notes = [...list.querySelectorAll(".note")];
  const GAP = 6; // px between two notes in the margin
  const folded = new Map(); // the heights of the notes while they are folded

  function refOf(note) {
    return document.getElementById(note.id.replace("note-", "ref-"));
  }

  function marksOf(note) {
    return body.querySelectorAll(`.mark[data-notes~="${CSS.escape(note.id.slice(5))}"]`);
  }

  function shown(note) {
    return article.dataset.density !== "none" && (article.dataset.density !== "key" || note.matches(".note-key"));
  }

  // Positions that keep the order, never overlap, and are as near to the passages as that allows:
  // the pool-adjacent-violators algorithm on the wished positions less the heights above them.
  function settle(wished, heights) {
    const blocks = [];
    let above = 0;
    wished.forEach((wish, place) => {
      blocks.push({ sum: wish - above, count: 1 });
      above += heights[place] + GAP;
      while (blocks.length > 1) {
        const [former, last] = blocks.slice(-2);
        if (former.sum / former.count <= last.sum / last.count) break;
        blocks.splice(-2, 2, { sum: former.sum + last.sum, count: former.count + last.count });
      }
    });
    const levels = blocks.flatMap(({ sum, count }) => Array(count).fill(Math.max(0, sum / count)));
    above = 0;
    return levels.map((level, place) => {
      const top = level + above;
      above += heights[place] + GAP;
      return top;
    });
  }

  function heightsOf(listed) {
    for (const note of listed) if (!note.matches(".unfolded")) folded.set(note, note.offsetHeight);
    return listed.map((note) => folded.get(note));
  }

  function stand() {
    body.classList.toggle("in-margin", wide.matches && article.dataset.density !== "none");
    if (body.classList.contains("in-margin")) {
      const listed = notes.filter(shown);
      const zero = list.getBoundingClientRect().top;
      const wished = listed.map((note) => {
        const first = marksOf(note)[0] || refOf(note);
        return first.getClientRects()[0].top - zero;
      });
      body.classList.remove("tight");
      let heights = heightsOf(listed);
      if (heights.reduce((sum, height) => sum + height + GAP, 0) > text.offsetHeight) {
        body.classList.add("tight");
        heights = heightsOf(listed);
      }
      const tops = settle(wished, heights);
      listed.forEach((note, place) => note.style.setProperty("--top", `${Math.round(tops[place])}px`));
      const end = listed.length ? tops[tops.length - 1] + heights[heights.length - 1] : 0;
      list.style.setProperty("--height", `${Math.ceil(end)}px`);
    } else {
      list.style.removeProperty("--height");
    }
    body.classList.add("placed");
  }

  // A passage and its note light up together, from whichever side the pointer comes.

  let lit = [];

  function light(lights) {
    for (const note of lit) paint(note, false);
    lit = notes.filter((note) => lights(note) || refOf(note).matches("[aria-expanded]"));
    for (const note of lit) paint(note, true);
  }

  function paint(note, on) {
    for (const part of [note, ...marksOf(note)]) part.classList.toggle("lit", on);
  }

  body.addEventListener("pointerover", ({ target }) => {
    const own = target.closest(".note, .ref");
    const marked = target.closest(".mark")?.dataset.notes.split(" ") || [];
    light((note) => note === own || own?.contains(refOf(note)) || marked.includes(note.id.slice(5)));
  });
  body.addEventListener("pointerleave", () => light(() => false));

  // In the margin a note shows its first lines; preview.js says when it is to show all.

  list.addEventListener("unfold", (event) => {
    const note = event.target;
    note.classList.add("unfolded");
    const { top, bottom } = note.getBoundingClientRect();
    const shift = Math.max(GAP - top, Math.min(0, window.innerHeight - GAP - bottom));
    note.style.setProperty("translate", `0 ${Math.round(shift)}px`);
  });

  list.addEventListener("fold", (event) => {
    event.target.classList.remove("unfolded");
    event.target.style.removeProperty("translate");
  });

  function ask(event) {
    const note = event.target.closest(".in-margin .note:not(.unfolded)");
    if (note) refOf(note).dispatchEvent(new CustomEvent("preview", { bubbles: true }));
  }

  list.addEventListener("focusin", ask);
  list.addEventListener("click", (event) => event.target.closest("a") || ask(event));

  // Density

  function setDensity(value) {
    article.dataset.density = value;
    for (const choice of tools.querySelectorAll("input")) choice.checked = choice.value === value;
    stand();
  }

  function remembered() {
    try {
      const kept = localStorage.getItem("density");
      return tools.querySelector(`input[value="${CSS.escape(kept)}"]`) ? kept : "all";
    } catch {
      return "all"; // a browser that keeps nothing, as some do on pages from disk
    }
  }

  tools.addEventListener("change", (event) => {
    setDensity(event.target.value);
    try {
      localStorage.setItem("density", event.target.value);
    } catch {
      // the choice holds for this page only
    }
  });

  // Steps from note to note, and the address of one

  function go(note) {
    const ref = refOf(note);
    history.replaceState(history.state, "", `#${note.id}`);
    ref.scrollIntoView({ block: "center" });
    ref.focus({ preventScroll: true });
    ref.dispatchEvent(new CustomEvent("preview", { bubbles: true }));
  }

  function step(by) {
    const listed = notes.filter(shown);
    if (!listed.length) return;
    const at = listed.findIndex((note) => `#${note.id}` === location.hash);
    const next = at < 0 ? (by > 0 ? 0 : listed.length - 1) : (at + by + listed.length) % listed.length;
    go(listed[next]);
  }

  tools.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (button) step(Number(button.dataset.step));
  });

  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
  });

  function openAddressed() {
    const id = location.hash.slice(1).replace(/^ref-/, "note-");
    const note = notes.find((one) => one.id === id);
    if (!note) return;
    if (!shown(note)) setDensity("all");
    go(note);
  }

  wide.addEventListener("change", stand);
  window.addEventListener("hashchange", openAddressed);
  new ResizeObserver(stand).observe(text);
  setDensity(remembered());
  window.addEventListener("load", () => setTimeout(openAddressed)); // after the browser's own jump to the address
})();
