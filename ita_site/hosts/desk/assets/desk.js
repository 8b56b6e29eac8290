// Small helps for those who have scripts; every page does all it does without them.
"use strict"

// A form that was changed and not saved is not left by mistake.
for (const form of document.querySelectorAll("form[data-keep]")) {
  let changed = false
  form.addEventListener("input", () => { changed = true })
  form.addEventListener("submit", () => { changed = false })
  addEventListener("beforeunload", event => { if (changed) event.preventDefault() })
}

// The page of the site is loaded again once it was made anew.
const preview = document.querySelector("[data-preview]")
if (preview) {
  const frame = preview.querySelector("iframe")
  const told = preview.querySelector("[data-preview-told]")
  let shown = Number(preview.dataset.preview)
  const look = async () => {
    let wait = 3000
    try {
      const answer = await fetch("/preview/state", { headers: { Accept: "application/json" } })
      if (!answer.ok) return
      const now = await answer.json()
      const said = now.building ? "กำลังสร้างหน้าเว็บใหม่" : now.report ? "หน้านี้เป็นของเดิม เพราะยังมีเรื่องต้องแก้" : "หน้าเว็บที่จะได้"
      if (told.textContent.trim() !== said) told.textContent = said
      if (now.number !== shown) {
        shown = now.number
        frame.src = frame.getAttribute("src")
      }
      if (now.building) wait = 700
    } catch {
      told.textContent = "โปรแกรมปิดไปแล้ว ให้สั่ง ita-site edit ใหม่"
    }
    setTimeout(look, document.hidden ? 10000 : wait)
  }
  setTimeout(look, 700)
}
