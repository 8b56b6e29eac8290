/* The search beside the page: 0 brings the addresses of its scripts and of the index and is answered by 1, 2 brings what
   was typed and is answered by 3, 4 asks for the pages behind so many of the last answer and is answered by 5. */
"use strict";

self.onmessage = ({ data: { type, data } }) => {
  if (type === 0) {
    importScripts(...data.slice(0, -1));
    self.itaSearch.load(read(data[data.length - 1]));
    self.postMessage({ type: 1 });
  } else {
    self.postMessage({ type: type + 1, data: type === 2 ? self.itaSearch.find(data) : self.itaSearch.after(data) });
  }
};

/* The index, which is a script for pages that come from a folder. As data a browser reads it in a fifth of the time. */
function read(address) {
  const asked = new XMLHttpRequest();
  asked.open("GET", address, false);
  asked.overrideMimeType("text/plain; charset=utf-8"); // whatever the server says
  asked.send();
  return JSON.parse(asked.responseText.replace("self.itaPages=", ""));
}
