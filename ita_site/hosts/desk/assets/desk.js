// Small helps for those who have scripts; every page does all it does without them.
"use strict"

// A form is sent to a program that still runs: a browser would leave the page, and all that was typed there.
const closed = "โปรแกรมปิดไปแล้ว จึงยังไม่ได้บันทึก สิ่งที่พิมพ์ยังอยู่ในหน้านี้ ให้สั่ง ita-site edit ใหม่ แล้วคัดลอกไปวางในแบบที่เปิดใหม่"
const answered = new WeakSet()
for (const form of document.querySelectorAll("main form[method=post]")) {
  form.addEventListener("submit", async event => {
    if (answered.delete(form)) return
    event.preventDefault()
    try {
      await fetch("/assets/desk.svg", { method: "HEAD", cache: "no-store" })
    } catch {
      const told = document.getElementById("closed") ?? document.createElement("div")
      told.id = "closed"
      told.className = "error"
      told.setAttribute("role", "alert")
      told.textContent = closed
      form.before(told)
      told.scrollIntoView({ block: "nearest" })
      return
    }
    answered.add(form)
    form.requestSubmit(event.submitter)
  })
}

// A form that was changed and not saved is not left by mistake.
for (const form of document.querySelectorAll("form[data-keep]")) {
  let changed = form.hasAttribute("data-changed")
  form.addEventListener("input", () => { changed = true })
  form.addEventListener("submit", event => { changed &&= event.defaultPrevented })
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

// What is told of a field, and how it is understood, is shown when the field is left; nothing is saved by that.
for (const form of document.querySelectorAll("form[data-check]")) {
  form.addEventListener("change", async event => {
    const name = event.target.name
    if (!name) return
    const sent = new URLSearchParams(new FormData(form))
    const answer = await fetch(form.dataset.check, { method: "POST", body: sent })
    if (!answer.ok) return
    const found = (await answer.json()).fields[name] ?? { reading: "", told: [] }
    const told = document.getElementById(`${name}-told`)
    const reading = document.getElementById(`${name}-reading`)
    if (!told || !reading) return
    reading.textContent = found.reading
    told.replaceChildren(...found.told.map(each => {
      const line = document.createElement("p")
      line.className = each.severity === "error" ? "told-error" : "told-warning"
      line.textContent = `${each.word}: ${each.message}`
      return line
    }))
    told.setAttribute("role", "status")
    event.target.toggleAttribute("aria-invalid", false)
    if (found.told.some(each => each.severity === "error")) event.target.setAttribute("aria-invalid", "true")
  })
}

// A long list is narrowed to the lines that hold the words typed.
for (const filter of document.querySelectorAll("input[data-filter]")) {
  const list = document.getElementById(filter.dataset.filter)
  const lines = [...list.children].filter(each => each.hasAttribute("data-item"))
  const said = line => [line.textContent, ...[...line.querySelectorAll("input, textarea")].map(each => each.value)].join(" ")
  filter.closest(".filter").hidden = false
  filter.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault() })
  filter.addEventListener("input", event => {
    event.stopPropagation() // it is no part of the form
    const words = filter.value.trim().toLowerCase().split(/\s+/)
    for (const line of lines) line.hidden = !words.every(word => said(line).toLowerCase().includes(word))
  })
}
