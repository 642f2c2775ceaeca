// Shows, beside a reference, the note, card or source that the page already holds further down.
// Nothing is fetched; without this script every reference is a plain link to the same words.
(function () {
  "use strict";

  const REST = 350; // ms that the pointer must lie still on a reference
  const GRACE = 280; // ms in which the pointer may travel into the preview
  const GAP = 8; // px between a passage and its preview
  const narrow = window.matchMedia("(max-width: 40rem)");
  if (!("popover" in HTMLElement.prototype)) return;

  const open = []; // the previews shown: at most one, and one inside it
  let timer = 0;
  let lastScroll = 0;
  let lastPointer = "mouse";
  let historyEntry = false;

  function target(trigger) {
    const card = trigger.dataset.preview; // its id; without one the link leads to the note or source itself
    const held = document.getElementById(card || trigger.getAttribute("href").slice(1));
    return held && !(card && held.hidden) ? held : null; // a card that came later than the date read as of
  }

  function triggerOf(node) {
    return node instanceof Element ? node.closest("a[data-preview]") : null;
  }

  function level(node) {
    return open.findLastIndex((one) => one.box.contains(node)); // the inner one stands in the outer
  }

  // A sheet in a sheet would cover the link that has the focus.
  function inSheet(trigger) {
    return narrow.matches && level(trigger) >= 0;
  }

  function closeFrom(depth, forAnother) {
    while (open.length > depth) {
      const { box, trigger, inMargin } = open.pop();
      trigger.removeAttribute("aria-expanded");
      light(trigger, false);
      const inside = box.contains(document.activeElement);
      if (inMargin) box.dispatchEvent(new CustomEvent("fold", { bubbles: true }));
      else box.remove();
      if (inside) trigger.focus({ preventScroll: true });
    }
    if (open.length === 0 && historyEntry && !forAnother) {
      historyEntry = false;
      history.back();
    }
  }

  function marksOf(trigger) {
    if (!trigger.matches(".ref > a")) return [];
    const id = trigger.getAttribute("href").replace("#note-", "");
    return document.querySelectorAll(`.mark[data-notes~="${CSS.escape(id)}"]`);
  }

  function light(trigger, on) {
    for (const mark of marksOf(trigger)) mark.classList.toggle("lit", on);
  }

  // `kept` is what focus or a click has opened: the pointer may leave it.
  function show(trigger, kept) {
    const held = target(trigger);
    const inside = level(trigger);
    if (!held || inside === 1) return; // one preview inside a preview is enough
    const shown = open.findIndex((one) => one.trigger === trigger);
    if (kept) open.slice(0, Math.max(shown, inside) + 1).forEach((one) => (one.kept = true));
    if (shown >= 0) return;
    closeFrom(inside + 1, true);
    trigger.setAttribute("aria-expanded", "true");
    if (inside < 0 && standsInView(held)) {
      open.push({ box: held, trigger, kept, inMargin: true });
      light(trigger, true);
      held.dispatchEvent(new CustomEvent("unfold", { bubbles: true }));
      return;
    }

    const box = document.createElement("div");
    box.className = `preview preview-${held.className.split(" ")[0]}`;
    box.popover = "manual";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Preview");
    box.lang = held.closest("[lang]").lang; // not that of the text around the reference
    box.append(...copies(held));
    const close = document.createElement("button");
    close.type = "button";
    close.className = "preview-close";
    close.textContent = "Close";
    close.addEventListener("click", () => closeFrom(open.findIndex((one) => one.box === box)));
    box.append(close);

    (trigger.closest("sup, svg") || trigger).after(box); // so that Tab leads from the reference into it
    open.push({ box, trigger, kept });
    light(trigger, true);
    box.showPopover();
    place(box, trigger);
    if (narrow.matches) uncover(box, trigger);
    if (narrow.matches && !historyEntry) enter();
  }

  // Going back closes the sheet and leaves the page where it is read by then.
  function enter() {
    history.scrollRestoration = "manual";
    history.pushState({ preview: true }, "");
    history.scrollRestoration = "auto";
    historyEntry = true;
  }

  function standsInView(note) {
    if (!note.closest(".in-margin")) return false;
    const { top, bottom } = note.getBoundingClientRect();
    return top < bottom && bottom > 0 && top < window.innerHeight;
  }

  function uncover(box, trigger) {
    const bottom = Math.max(...[...marksOf(trigger), trigger].map((one) => one.getBoundingClientRect().bottom));
    const hidden = bottom + GAP - (window.innerHeight - box.offsetHeight);
    if (hidden > 0 && level(trigger) < 0) window.scrollBy(0, hidden);
  }

  function copies(held) {
    const copy = held.cloneNode(true);
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    return copy.childNodes;
  }

  function place(box, trigger) {
    if (narrow.matches) return; // a sheet at the foot of the screen; see apparatus.css
    const around = [...marksOf(trigger), trigger].map((one) => one.getBoundingClientRect());
    const top = Math.min(...around.map((one) => one.top));
    const bottom = Math.max(...around.map((one) => one.bottom));
    const at = trigger.getBoundingClientRect();
    const apart = trigger.closest("svg") ? 3 * GAP : GAP; // what a line leads to is larger than its end
    const above = top - apart;
    const below = window.innerHeight - bottom - apart;
    const height = box.offsetHeight;
    const under = height <= below || below >= above;
    box.style.maxHeight = `${Math.max(96, Math.min(384, under ? below - GAP : above - GAP))}px`;
    box.style.top = `${under ? bottom + apart : Math.max(GAP, above - box.offsetHeight)}px`;
    const left = at.left + at.width / 2 - box.offsetWidth / 2;
    box.style.left = `${Math.max(GAP, Math.min(left, document.documentElement.clientWidth - box.offsetWidth - GAP))}px`;
  }

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  // The pointer is on what is open up to `depth`; what lies further in and is not kept closes.
  function leave(depth) {
    const first = open.findIndex((one, at) => at > depth && !one.kept);
    if (first < 0) clearTimeout(timer);
    else later(() => closeFrom(first), GRACE);
  }

  document.addEventListener("pointermove", (event) => {
    lastPointer = event.pointerType;
    if (event.pointerType !== "mouse") return;
    const trigger = triggerOf(event.target);
    if (trigger && !open.some((one) => one.trigger === trigger)) {
      later(() => performance.now() - lastScroll >= REST && show(trigger, false), REST);
    } else {
      leave(trigger ? open.findIndex((one) => one.trigger === trigger) : level(event.target));
    }
  });

  document.addEventListener("pointerdown", (event) => {
    lastPointer = event.pointerType;
    if (!triggerOf(event.target) && level(event.target) < 0) closeFrom(0);
  });

  document.addEventListener("click", (event) => {
    const trigger = triggerOf(event.target);
    if (!trigger || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const toPage = !trigger.getAttribute("href").startsWith("#");
    if (toPage && lastPointer === "mouse") return; // a link to a page stays a link
    if (toPage && open.some((one) => one.trigger === trigger)) return; // the second tap follows it
    if (!target(trigger) || level(trigger) === 1) return;
    event.preventDefault();
    clearTimeout(timer);
    show(trigger, true);
    const shown = open.find((one) => one.trigger === trigger);
    const apart = shown && (shown.inMargin || inSheet(trigger));
    if (apart && event.detail === 0) shown.box.querySelector("a:not(.ways-back a)").focus(); // the Enter key leads into it
  });

  document.addEventListener("focusin", (event) => {
    const trigger = triggerOf(event.target);
    if (trigger && trigger.matches(":focus-visible") && lastPointer !== "touch" && !inSheet(trigger)) show(trigger, true);
    else if (!trigger) closeFrom(level(event.target) + 1);
  });

  document.addEventListener("preview", (event) => show(triggerOf(event.target), true));

  document.addEventListener("keydown", (event) => {
    lastPointer = "mouse";
    if (event.key === "Escape" && open.length) {
      event.preventDefault();
      clearTimeout(timer);
      closeFrom(open.length - 1);
    }
  });

  function placeAll() {
    for (const { box, trigger, inMargin } of open) if (!inMargin) place(box, trigger);
  }

  document.addEventListener("scroll", () => {
    lastScroll = performance.now();
    placeAll();
  }, { passive: true });

  let width = document.documentElement.clientWidth;
  window.addEventListener("resize", () => {
    if (document.documentElement.clientWidth === width) return placeAll(); // a phone's bars come and go
    width = document.documentElement.clientWidth;
    closeFrom(0);
  });
  window.addEventListener("popstate", () => {
    history.scrollRestoration = "auto";
    historyEntry = false;
    closeFrom(0);
  });
})();
