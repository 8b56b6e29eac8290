/* The theme's search box, answered by our own search.

   The theme makes one worker and talks to it in four messages. This script stands before the theme's own, so
   that the worker it makes is ours: one that fetches the index when the box is first used and not with every
   page, and that also answers where a page is opened from a folder and no worker may start. */
"use strict";

(() => {
  const READY = 1, QUERY = 2, RESULT = 3;
  const BOX = "[data-md-component=search-query]";
  const FAILED = "โหลดข้อมูลสำหรับค้นหาไม่ได้ โปรดตรวจสัญญาณอินเทอร์เน็ตแล้วลองอีกครั้ง";
  const NEAR = "ไม่พบคำที่พิมพ์ตรงตัว พบคำใกล้เคียง # หน้า";
  const { engine, index } = document.currentScript.dataset;
  const address = (relative, base = document.baseURI) => new URL(relative, base).href;
  const NativeWorker = window.Worker;

  let box = null; // what the theme talks to
  let ask = null; // what hands a question on, once there is an index
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

  const tell = (data) => box && box.dispatchEvent(new MessageEvent("message", { data }));
  const say = (text) => {
    document.querySelector(".md-search-result__meta").textContent = text;
  };

  function handOn() {
    asking = next !== null;
    if (asking) ask(next);
    next = null;
  }

  function heard(message) {
    if (message.type === READY) ready = true;
    tell(message);
    if (message.type !== RESULT) return;
    if (message.data.near) say(NEAR.replace("#", message.data.items.length));
    handOn();
  }

  function failed() {
    started = false; // the next touch of the box tries again
    say(FAILED);
  }

  function start() {
    if (started) return;
    started = true;
    if (location.protocol === "file:") return startHere();
    const worker = new NativeWorker(address(engine));
    worker.onmessage = ({ data }) => heard(data);
    worker.onerror = failed;
    worker.postMessage({ type: 0, data: address(index) });
    ask = (typed) => worker.postMessage({ type: QUERY, data: typed });
  }

  /* The same on this thread: a page from a folder may start no worker, but load scripts. */
  function startHere() {
    const scripts = [address("search-text.js", address(engine)), address(engine), address(index)].map((source) => {
      const script = Object.assign(document.createElement("script"), { src: source, async: false, onerror: failed });
      document.head.append(script);
      return script;
    });
    scripts[2].onload = () => {
      window.itaSearch.load(window.itaPages);
      heard({ type: READY });
    };
    ask = (typed) => setTimeout(() => heard({ type: RESULT, data: window.itaSearch.find(typed) }));
  }

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
})();
