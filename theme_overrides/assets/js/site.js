// The frame of a page: what Material's menu and search box lack for those who use a keyboard or a screen reader.
// Material opens both by a hidden checkbox each. Here buttons tick it, and the focus goes in and comes back.
(() => {
  const parts = {
    drawer: {inside: "#ita-menu", first: ".ita-menu a", close: ".ita-menu__close"},
    search: {inside: ".md-search", first: ".md-search__input", close: ".ita-search__close"},
  }
  const find = (selector) => document.querySelector(selector)
  const seen = (element) => element?.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible"

  for (const [name, part] of Object.entries(parts)) {
    const box = find(`[data-md-toggle=${name}]`)
    const inside = find(part.inside)
    const openers = [...document.querySelectorAll(`[data-ita-opens=${name}]`)]
    if (!box || !inside) continue
    let opener = openers[0]

    part.set = (open) => {
      if (box.checked !== open) box.click()
    }
    part.isOpen = () => box.checked
    part.has = (element) => inside.contains(element) || openers.includes(element)
    part.leave = () => {
      // On a wide screen the search box has no button: the box itself keeps the focus, and only the results go.
      const back = seen(opener) ? opener : find(part.first)
      back.focus()
      part.set(false)
      // Material opens the results a millisecond after the focus has come to the box; who types meanwhile wants them.
      if (back !== opener) part.closing = setTimeout(() => part.set(false), 10)
    }

    for (const each of openers) {
      each.addEventListener("click", () => {
        opener = each
        part.set(!box.checked || each !== openers[0])
        if (box.checked) find(part.first).focus()
      })
    }
    find(part.close)?.addEventListener("click", part.leave)
    box.addEventListener("change", () => {
      for (const each of openers) each.setAttribute("aria-expanded", String(box.checked))
      // Closed by a tap beside it: the focus goes back to where it came from.
      const {activeElement: now} = document
      if (!box.checked && seen(opener) && (now === document.body || inside.contains(now))) opener.focus()
    })
    // What covers the page closes when the focus leaves it.
    document.addEventListener("focusin", ({target}) => {
      if (box.checked && !part.has(target)) part.set(false)
    })
  }

  // Written behind each heading of each page, these words were as long as the signs and their addresses.
  for (const sign of document.querySelectorAll(".headerlink:not([title])")) sign.title = "ลิงก์มาที่หัวข้อนี้"

  const query = find(".md-search__input")
  const results = find(".md-search-result")
  // A search stays a search: there is nothing to send.
  query?.form.addEventListener("submit", (event) => event.preventDefault())
  // Typing on after Escape opens the results again.
  query?.addEventListener("input", () => {
    clearTimeout(parts.search.closing)
    parts.search.set(true)
  })
  // Material takes the results out of the order of Tab.
  if (results) {
    new MutationObserver(() => {
      for (const each of results.querySelectorAll("[tabindex='-1']")) each.removeAttribute("tabindex")
    }).observe(results, {childList: true, subtree: true})
  }

  const typing = (element) => element.matches("input:not([type=radio], [type=checkbox]), textarea, select")

  // Before Material hears of a key: `window`, on the way down.
  window.addEventListener("keydown", (event) => {
    const {key, target} = event
    if (event.isComposing || !(target instanceof Element)) return
    if (key === "Escape") {
      if (parts.drawer.isOpen?.()) parts.drawer.leave()
      if (parts.search.isOpen?.()) {
        parts.search.leave()
        event.stopImmediatePropagation()
      }
    } else if (parts.search.isOpen?.() && target.closest(".md-search")) {
      // Tab would close the results, and any other key but arrows would throw the focus back into the box.
      const moves = key === "ArrowUp" || key === "ArrowDown"
      if (!moves && !(target === query && key === "Enter")) event.stopImmediatePropagation()
    } else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(target)) {
      // Material has shortcuts of one letter: who speaks to the computer, or brushes a key, must not set them off.
      event.stopImmediatePropagation()
    }
  }, true)
})()
