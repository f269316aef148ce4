// Comfort only: every page works without this file.
"use strict";

// "/" goes to the search field of the page, unless somebody is typing.
document.addEventListener("keydown", (toets) => {
  const typt = toets.target.closest("input, textarea, select, [contenteditable]");
  if (toets.key !== "/" || typt || toets.ctrlKey || toets.metaKey || toets.altKey) return;
  const zoekveld = document.querySelector("input[type=search]");
  if (!zoekveld) return;
  toets.preventDefault();
  zoekveld.focus();
  zoekveld.select();
});

// A menu that opens over the page closes with Escape and when the focus leaves it.
for (const menu of document.querySelectorAll("details.sh-menu")) {
  menu.addEventListener("keydown", (toets) => {
    if (toets.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", (gebeurtenis) => {
    if (gebeurtenis.relatedTarget && !menu.contains(gebeurtenis.relatedTarget)) menu.open = false;
  });
}

// The error summary takes the focus, so that a screen reader starts there.
document.querySelector("[data-foutoverzicht]")?.focus();

// A form is sent once, however often somebody clicks.
for (const formulier of document.querySelectorAll("form[method=post]")) {
  formulier.addEventListener("submit", (gebeurtenis) => {
    if (formulier.dataset.verstuurd) gebeurtenis.preventDefault();
    formulier.dataset.verstuurd = "ja";
  });
}
window.addEventListener("pageshow", () => {
  for (const formulier of document.querySelectorAll("form[data-verstuurd]")) delete formulier.dataset.verstuurd;
});
