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

// Simulation: the effect follows the values, a moment after the last change. Without this there is the button.
const doorrekenen = document.querySelector("form[data-doorrekenen]");
if (doorrekenen) {
  const effect = document.querySelector("[data-doorrekenen-effect]");
  const melding = document.querySelector("[data-doorrekenen-melding]");
  let wachten;
  let vraag;
  const reken = async () => {
    vraag?.abort();
    vraag = new AbortController();
    const zoek = new URLSearchParams(new FormData(doorrekenen));
    effect.setAttribute("aria-busy", "true");
    try {
      const antwoord = await fetch(`${doorrekenen.dataset.doorrekenen}?${zoek}`, { signal: vraag.signal });
      // Another status than "good" and "wrong values" is for the whole page to show.
      if (antwoord.status !== 200 && antwoord.status !== 400) throw new Error(String(antwoord.status));
      const open = [...effect.querySelectorAll("details")].map((stuk) => stuk.open);
      effect.innerHTML = await antwoord.text();
      effect.querySelectorAll("details").forEach((stuk, plek) => {
        if (plek in open) stuk.open = open[plek];
      });
      melding.textContent = effect.querySelector("[data-samenvatting]")?.textContent ?? "";
      effect.removeAttribute("aria-busy");
      if (antwoord.status === 200) history.replaceState(null, "", `${doorrekenen.action}?${zoek}`);
    } catch (fout) {
      if (fout.name === "AbortError") return;
      effect.removeAttribute("aria-busy");
      melding.textContent = "Bijwerken lukt nu niet. Gebruik de knop Doorrekenen.";
    }
  };
  const straks = () => {
    clearTimeout(wachten);
    wachten = setTimeout(reken, 250);
  };
  for (const schuif of doorrekenen.querySelectorAll("[data-schuif]")) {
    const veld = document.getElementById(schuif.dataset.schuif);
    const lees = () => Number(veld.value.replaceAll(".", "").replace(",", ".").replace(/[^0-9.]/g, ""));
    schuif.hidden = false;
    schuif.value = lees();
    schuif.addEventListener("input", () => {
      veld.value = schuif.value.replace(".", ",");
      straks();
    });
    veld.addEventListener("input", () => {
      schuif.value = lees();
    });
  }
  doorrekenen.addEventListener("input", straks);
}
