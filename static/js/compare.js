// On the page that compares: a line and the two claims that it joins light up together, from whichever of them the pointer
// or the focus comes.
(function () {
  "use strict";

  const spine = document.querySelector(".spine");
  if (!spine) return;
  const lines = [...spine.querySelectorAll("a[data-left]")];
  const claims = [...spine.querySelectorAll("[data-claim]")];

  const joins = (line, claim) => line.dataset.left === claim.dataset.claim || line.dataset.right === claim.dataset.claim;

  function light({ target }) {
    const at = target.closest("a[data-left], [data-claim]");
    const lit = at ? lines.filter((line) => line === at || (at.dataset.claim && joins(line, at))) : [];
    spine.toggleAttribute("data-lit", lit.length > 0);
    for (const line of lines) line.classList.toggle("lit", lit.includes(line));
    for (const claim of claims) claim.classList.toggle("lit", claim === at || lit.some((line) => joins(line, claim)));
  }

  for (const kind of ["pointerover", "focusin"]) spine.addEventListener(kind, light);
  spine.addEventListener("pointerleave", () => light({ target: document.activeElement }));
  spine.addEventListener("focusout", (event) => event.relatedTarget || light({ target: spine }));
})();
