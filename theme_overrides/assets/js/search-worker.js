/* The search beside the page: 0 brings the addresses of its scripts and of the index and is answered by 1, 2 brings what
   was typed and is answered by 3, 4 asks for the pages behind so many of the last answer and is answered by 5. */
"use strict";

let loaded = null; // once the index has come
let root = ""; // of the site

self.onmessage = ({ data: { type, data } }) => {
  if (type === 0) loaded = load(data);
  loaded
    .then(() => answer(type, data))
    .then((made) => self.postMessage({ type: type + 1, data: made }))
    .catch((error) => setTimeout(() => { throw error; })); // which the page hears of
};

function answer(type, data) {
  if (type === 0) return null;
  return type === 2 ? self.itaSearch.findAll(data, (name) => importScripts(new URL(name, root))) : self.itaSearch.after(data);
}

/* The index is a script for pages that come from a folder. As data a browser reads it in a fifth of the time. Its name
   does not change with what it says, and so the server is asked each time whether there is another. */
async function load(addresses) {
  importScripts(...addresses.slice(0, -1));
  root = new URL("..", addresses[addresses.length - 1]);
  const asked = await fetch(addresses[addresses.length - 1], { cache: "no-cache" });
  self.itaSearch.load(JSON.parse((await asked.text()).replace("self.itaPages=", "")));
}
