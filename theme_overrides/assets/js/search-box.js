/* What the theme's script reads of a page, and the theme's search box, answered by our own search.

   The theme makes one worker and talks to it in four messages. This script stands before the theme's own, so
   that the worker it makes is ours: one that fetches the index when the box is first used and not with every
   page, and that also answers where a page is opened from a folder and no worker may start. */
"use strict";

(() => {
  const READY = 1, QUERY = 2, RESULT = 3, MORE = 4, FURTHER = 5;
  const BOX = "[data-md-component=search-query]";
  const FAILED = "โหลดข้อมูลสำหรับค้นหาไม่ได้ โปรดตรวจสัญญาณอินเทอร์เน็ตแล้วลองอีกครั้ง";
  const GONE = "เว็บไซต์ปรับปรุงแล้วหลังจากเปิดหน้านี้ โปรดโหลดหน้านี้ใหม่เพื่อค้นหา";
  const RELOAD = "โหลดหน้านี้ใหม่";
  const NEAR = "ไม่พบคำที่พิมพ์ตรงตัว พบคำใกล้เคียง # หน้า";
  const INSTEAD = " คือ “#”";
  const AT_ONCE = 100; // pages of an answer, as in search.js
  const TEN = 10; // that the theme shows without being scrolled
  const NEXT = "แสดงอีก # หน้า จากที่เหลือ # หน้า";
  const SHOWN = "หน้าที่ # ถึง # จาก # หน้าที่พบ";
  const ALSO = " ค้นคำว่า # ด้วย";
  const WORDS = {
    "clipboard.copy": "คัดลอก",
    "clipboard.copied": "คัดลอกแล้ว",
    "clipboard.error": "คัดลอกไม่ได้",
    "search.result.placeholder": "พิมพ์คำที่ต้องการค้น",
    "search.result.none": "ไม่พบหน้าที่มีคำนี้",
    "search.result.one": "พบ 1 หน้า",
    "search.result.other": "พบ # หน้า",
    "search.result.more.one": "อีก 1 แห่งในหน้านี้",
    "search.result.more.other": "อีก # แห่งในหน้านี้",
    "search.result.term.missing": "ไม่มีคำว่า",
    "select.version": "เลือกรุ่น",
  };
  const { src, dataset } = document.currentScript;
  const root = new URL("../..", src).href;
  // Named on the page, or in front of the first script of all.
  const { worker: workerScript, scripts: named, features } = window.itaSite?.search ?? dataset;
  const address = (relative) => new URL(relative, window.itaSite ? root : document.baseURI).href;
  const scripts = named.split(" ").map(address); // those of the search, and the index
  const NativeWorker = window.Worker;

  /* The theme has these words and settings on every page; here they are once, and kept by the browser. */
  if (!document.getElementById("__config")) {
    const config = Object.assign(document.createElement("script"), { id: "__config", type: "application/json" });
    config.textContent = JSON.stringify({ base: root, features: features.split(" "), translations: WORDS, search: workerScript });
    document.currentScript.before(config);
  }

  let box = null; // what the theme talks to
  let send = null; // what hands a question on, once there is an index
  let started = false, ready = false;
  let asking = false, next = null; // one question at a time; of those typed meanwhile only the last counts

  class BoxWorker extends EventTarget {
    constructor() {
      super();
      box = this;
      window.Worker = NativeWorker;
      if (ready) setTimeout(() => tell({ type: READY }));
    }

    postMessage({ type, data }) {
      if (type !== QUERY) return;
      next = data;
      if (!asking) handOn();
    }

    terminate() {}
  }

  const meta = document.querySelector(".md-search-result__meta");
  const spoken = meta?.previousElementSibling; // the theme's own line, which it writes each time it is given pages
  const tell = (data) => box && box.dispatchEvent(new MessageEvent("message", { data }));
  const say = (text) => {
    meta.textContent = text;
  };

  const filled = (words, ...numbers) => numbers.reduce((text, number) => text.replace("#", () => number.toLocaleString("en")), words);

  /* How many pages were found; that they are only near, or by which other words. */
  function summed({ count, near, also, instead }) {
    let text = count > TEN ? filled(WORDS["search.result.other"], count) : spoken.textContent.trim();
    if (near) text = filled(NEAR, count) + (instead ? INSTEAD.replace("#", () => instead) : "");
    return count && also.length ? text + ALSO.replace("#", () => also.slice(0, 4).map((each) => `“${each}”`).join(" ")) : text;
  }

  function handOn() {
    asking = next !== null;
    if (asking) send({ type: QUERY, data: next });
    next = null;
  }

  function heard(message) {
    if (message.type === READY) ready = true;
    if (message.type === FURTHER) return add(message.data);
    if (message.type !== RESULT) return tell(message);
    begin(message.data);
    handOn();
  }

  /* ---- The list. The theme shows ten pages, and the next four where the end is scrolled to, which a keyboard hardly
     does: it is given ten at a time, and what it makes of them moves into a list of ours, which it cannot begin anew. ---- */

  const [list, made] = document.querySelectorAll(".md-search-result__list"); // ours, and the theme's
  const last = Object.assign(document.createElement("li"), { className: "ita-search__more" });
  const button = Object.assign(document.createElement("button"), { type: "button", className: "md-button" });
  const end = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && grow(), { rootMargin: "400px" });
  let waiting = []; // pages of the last answer that are not yet in the list
  let given = 0, found = 0; // pages of the last answer: those that came, and all

  function begin({ items, count, ...how }) {
    list.textContent = "";
    given = items.length;
    found = count;
    waiting = items.slice(TEN);
    tell({ type: RESULT, data: { ...how, items: items.slice(0, TEN), waiting } });
    take();
    say(summed({ count, ...how }));
  }

  /* Move into the list what the theme made, and offer the next pages behind all that came. */
  function take() {
    list.append(...made.children);
    end.disconnect();
    if (waiting.length) end.observe(list.lastElementChild);
    else if (given < found) {
      button.textContent = filled(NEXT, Math.min(AT_ONCE, found - given), found - given);
      list.append(last);
    }
  }

  function grow() {
    if (!waiting.length) return;
    tell({ type: RESULT, data: { items: waiting.splice(0, TEN) } });
    take();
  }

  /* Put the pages that were asked for into the list. */
  function add(items) {
    last.remove();
    const before = given;
    given += items.length;
    waiting = items;
    grow();
    say(filled(SHOWN, before + 1, given, found));
    list.children[before].querySelector("a").focus();
  }

  /* The theme's arrow keys know links only. */
  function step(event) {
    if (event.key !== "ArrowDown" || !last.isConnected || !last.previousElementSibling.contains(event.target)) return;
    const places = [...list.querySelectorAll(":not(details) > [href], summary, details[open] [href]")];
    if (event.target !== places.pop()) return;
    event.preventDefault();
    event.stopPropagation();
    button.focus();
  }

  /* After a deploy the names of these files are others, and an old page asks for what is no more. */
  async function failed() {
    started = asking = false; // the next touch of the box tries again
    say(FAILED);
    if (location.protocol === "file:") return;
    for (const each of scripts) {
      const answer = await fetch(each, { method: "HEAD" }).catch(() => null);
      if (!answer || started) return;
      if (!answer.ok || !/script/.test(answer.headers.get("content-type"))) return offer();
    }
  }

  function offer() {
    say(`${GONE} `);
    const reload = Object.assign(document.createElement("button"), { type: "button", className: "md-button", textContent: RELOAD });
    reload.addEventListener("click", () => {
      const asked = new URL(location);
      if (field.value) asked.searchParams.set("q", field.value); // the new page searches for it
      history.replaceState(history.state, "", asked);
      location.reload();
    });
    meta.append(reload);
  }

  function start() {
    if (started) return;
    started = true;
    if (location.protocol === "file:") return startHere();
    try {
      const worker = new NativeWorker(address(workerScript));
      worker.onmessage = ({ data }) => heard(data);
      worker.onerror = () => {
        if (ready) failed();
        else startHere();
      };
      worker.postMessage({ type: 0, data: scripts });
      send = (message) => worker.postMessage(message);
    } catch {
      startHere();
    }
  }

  /* The same on this thread: where a page comes from a folder or stands in a frame, no worker may start. */
  function startHere() {
    let last;
    for (const src of scripts) {
      last = Object.assign(document.createElement("script"), { src, async: false });
      last.addEventListener("error", failed);
      document.head.append(last);
    }
    last.onload = () => {
      if (!window.itaSearch || !window.itaPages) return;
      window.itaSearch.load(window.itaPages);
      heard({ type: READY });
    };
    send = ({ type, data }) => setTimeout(async () => {
      const { findAll, after } = window.itaSearch;
      heard({ type: type + 1, data: type === QUERY ? await findAll(data, bring) : after(data) });
    });
  }

  /* Load a further script by its address from the root of the site. */
  const bring = (name) => new Promise((loaded) => {
    const script = Object.assign(document.createElement("script"), { src: root + name, onload: loaded, onerror: failed });
    document.head.append(script);
  });

  const field = document.querySelector(BOX);
  if (!field) return;
  window.Worker = BoxWorker;
  // The theme fetches an index of its own, on every page, for a form of this name.
  field.form.removeAttribute("name");
  field.addEventListener("focus", start);
  if (document.activeElement === field) start();
  // The theme looks again when a key is let go, which pasting, speaking and input methods never do.
  const look = () => field.dispatchEvent(new KeyboardEvent("keyup"));
  field.addEventListener("input", look);
  field.form.addEventListener("reset", () => setTimeout(look));
  last.append(button);
  button.addEventListener("click", () => {
    if (!asking) send({ type: MORE, data: given }); // else the list is about to be another
  });
  list.addEventListener("keydown", step);
  list.addEventListener("focusin", ({ target }) => list.lastElementChild.contains(target) && grow());
})();
