/* In the head, before anything is drawn: what Material's scripts ask of the browser's storage, and the colours.

   Material has both as inline scripts, which a server's own policy may refuse, and which end where the storage is
   denied, is null or holds what nobody wrote. Here such a storage is one that remembers nothing. */
"use strict";

(() => {
  const { src, dataset: { scope: whole, palette } } = document.currentScript;
  /* What would else stand on every page: it is put in front of this script, unless the pages have it. */
  const parts = window.itaSite?.parts ?? {};
  for (const [name, markup] of Object.entries(parts)) {
    customElements.define(name, class extends HTMLElement {
      connectedCallback() {
        this.innerHTML = markup;
      }
    });
  }
  const options = Object.assign(document.createElement("template"), { innerHTML: parts["ita-palette"] ?? "" }).content.querySelectorAll("input");
  const offered = palette ? JSON.parse(palette) : [...options].map((each) => ["media", "scheme", "primary", "accent"].map((of) => each.getAttribute(`data-md-color-${of}`)));
  const schemes = offered.map(([media, scheme, primary, accent]) => ({ media, scheme, primary, accent }));

  /* Others ask the storage itself, and must be answered too. */
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].getItem("");
    } catch {
      const held = new Map();
      const value = {
        getItem: (key) => held.get(key) ?? null, setItem: (key, text) => { held.set(key, text); }, removeItem: (key) => held.delete(key),
      };
      try {
        Object.defineProperty(window, name, { configurable: true, value });
      } catch {
        // It stays as it is: what is below asks with care.
      }
    }
  }

  /* The choice of colours that was stored, as one of those there are now; null for any other value. */
  function chosen(stored) {
    const scheme = stored?.color?.scheme;
    if (typeof scheme !== "string") return null;
    const same = schemes.map((each, place) => (each.scheme === scheme ? place : -1)).filter((place) => place >= 0);
    const index = same.includes(stored.index) ? stored.index : same[0];
    return index === undefined ? null : { index, color: schemes[index] };
  }

  window.__md_scope = new URL(whole ?? "../..", whole ? location : src);
  window.__md_hash = (text) => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
  window.__md_get = (key, storage, scope = window.__md_scope) => {
    let value = null;
    try {
      value = JSON.parse((storage || localStorage).getItem(`${scope.pathname}.${key}`));
    } catch {
      // Nothing is known.
    }
    return key === "__palette" ? chosen(value) : value;
  };
  window.__md_set = (key, value, storage, scope = window.__md_scope) => {
    try {
      (storage || localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // It is not remembered.
    }
  };

  if (schemes.length < 2) return;
  const stored = window.__md_get("__palette");
  const index = stored ? stored.index : schemes.findIndex((each) => matchMedia(each.media).matches);
  if (index < 0) return;
  /* As soon as there is a body, which is before it is drawn: a dark screen must not flash white. */
  const paint = () => {
    if (!document.body) return false;
    for (const [name, value] of Object.entries(schemes[index])) document.body.setAttribute(`data-md-color-${name}`, value);
    return true;
  };
  if (!paint()) new MutationObserver((_, seen) => paint() && seen.disconnect()).observe(document.documentElement, { childList: true });
  document.addEventListener("DOMContentLoaded", () => {
    const option = document.getElementById(`__palette_${index}`);
    if (option) option.checked = true;
  });
})();
