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
    const name = trigger.dataset.preview;
    const id = name === "note" ? trigger.getAttribute("href").slice(1) : name;
    return document.getElementById(id);
  }

  function triggerOf(node) {
    return node instanceof Element ? node.closest("a[data-preview]") : null;
  }

  function level(node) {
    return open.findIndex((one) => one.box.contains(node));
  }

  function closeFrom(depth) {
    while (open.length > depth) {
      const { box, trigger, inMargin } = open.pop();
      trigger.removeAttribute("aria-expanded");
      light(trigger, false);
      const inside = box.contains(document.activeElement);
      if (inMargin) box.dispatchEvent(new CustomEvent("fold", { bubbles: true }));
      else box.remove();
      if (inside) trigger.focus({ preventScroll: true });
    }
    if (open.length === 0 && historyEntry) {
      historyEntry = false;
      history.back();
    }
  }

  function marksOf(trigger) {
    const id = (trigger.getAttribute("href") || "").replace("#note-", "");
    return trigger.dataset.preview === "note"
      ? document.querySelectorAll(`.mark[data-notes~="${CSS.escape(id)}"]`)
      : [];
  }

  function light(trigger, on) {
    for (const mark of marksOf(trigger)) mark.classList.toggle("lit", on);
  }

  function show(trigger) {
    const held = target(trigger);
    if (!held || open.some((one) => one.trigger === trigger)) return;
    const inside = level(trigger);
    if (inside === 1) return; // one preview inside a preview is enough
    closeFrom(inside + 1);
    trigger.setAttribute("aria-expanded", "true");
    if (inside < 0 && standsInView(held)) {
      open.push({ box: held, trigger, inMargin: true });
      light(trigger, true);
      held.dispatchEvent(new CustomEvent("unfold", { bubbles: true }));
      return;
    }

    const box = document.createElement("div");
    box.className = `preview preview-${held.className.split(" ")[0]}`;
    box.popover = "manual";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "Preview");
    box.append(...copies(held));
    const close = document.createElement("button");
    close.type = "button";
    close.className = "preview-close";
    close.textContent = "Close";
    close.addEventListener("click", () => closeFrom(open.findIndex((one) => one.box === box)));
    box.append(close);

    (trigger.closest("sup") || trigger).after(box); // so that Tab leads from the reference into it
    open.push({ box, trigger });
    light(trigger, true);
    box.showPopover();
    place(box, trigger);
    if (narrow.matches) uncover(box, trigger);
    if (narrow.matches && !historyEntry) {
      history.pushState({ preview: true }, "");
      historyEntry = true;
    }
  }

  function standsInView(note) {
    if (!note.closest(".in-margin")) return false;
    const { top, bottom } = note.getBoundingClientRect();
    return top < bottom && top >= 0 && bottom <= window.innerHeight;
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
    if (narrow.matches) return; // a sheet at the foot of the screen; see annotations.css
    const around = [...marksOf(trigger), trigger].map((one) => one.getBoundingClientRect());
    const top = Math.min(...around.map((one) => one.top));
    const bottom = Math.max(...around.map((one) => one.bottom));
    const at = trigger.getBoundingClientRect();
    const above = top - GAP;
    const below = window.innerHeight - bottom - GAP;
    const height = box.offsetHeight;
    const under = height <= below || below >= above;
    box.style.maxHeight = `${Math.max(96, Math.min(384, under ? below - GAP : above - GAP))}px`;
    box.style.top = `${under ? bottom + GAP : Math.max(GAP, above - box.offsetHeight)}px`;
    const left = at.left + at.width / 2 - box.offsetWidth / 2;
    box.style.left = `${Math.max(GAP, Math.min(left, document.documentElement.clientWidth - box.offsetWidth - GAP))}px`;
  }

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  document.addEventListener("pointermove", (event) => {
    lastPointer = event.pointerType;
    if (event.pointerType !== "mouse") return;
    const trigger = triggerOf(event.target);
    if (trigger && !open.some((one) => one.trigger === trigger)) {
      later(() => performance.now() - lastScroll > REST && show(trigger), REST);
    } else if (trigger) {
      later(() => closeFrom(open.findIndex((one) => one.trigger === trigger) + 1), GRACE);
    } else {
      const inside = level(event.target);
      if (open.length > inside + 1) later(() => closeFrom(inside + 1), GRACE);
      else clearTimeout(timer);
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
    if (!target(trigger)) return;
    event.preventDefault();
    clearTimeout(timer);
    show(trigger);
  });

  document.addEventListener("focusin", (event) => {
    const trigger = triggerOf(event.target);
    if (trigger && trigger.matches(":focus-visible") && lastPointer !== "touch") show(trigger);
    else if (!trigger && level(event.target) < 0) closeFrom(0);
  });

  document.addEventListener("preview", (event) => show(triggerOf(event.target)));

  document.addEventListener("keydown", (event) => {
    lastPointer = "mouse";
    if (event.key === "Escape" && open.length) {
      event.preventDefault();
      clearTimeout(timer);
      closeFrom(open.length - 1);
    }
  });

  document.addEventListener("scroll", () => {
    lastScroll = performance.now();
    for (const { box, trigger, inMargin } of open) if (!inMargin) place(box, trigger);
  }, { passive: true });

  window.addEventListener("resize", () => closeFrom(0));
  window.addEventListener("popstate", () => {
    historyEntry = false;
    closeFrom(0);
  });
})();
