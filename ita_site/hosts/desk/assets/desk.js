// Small helps for those who have scripts; every page does all it does without them.
"use strict"

// A form that was changed and not saved is not left by mistake.
for (const form of document.querySelectorAll("form[data-keep]")) {
  let changed = false
  form.addEventListener("input", () => { changed = true })
  form.addEventListener("submit", () => { changed = false })
  addEventListener("beforeunload", event => { if (changed) event.preventDefault() })
}
