/* The search beside the page: 0 brings the addresses of its scripts and of the index and is answered by 1, 2 brings what
   was typed and is answered by 3, 4 asks for the pages behind so many of the last answer and is answered by 5. */
"use strict";

self.onmessage = ({ data: { type, data } }) => {
  if (type === 0) {
    importScripts(...data);
    self.itaSearch.load(self.itaPages);
    self.postMessage({ type: 1 });
  } else {
    self.postMessage({ type: type + 1, data: type === 2 ? self.itaSearch.find(data) : self.itaSearch.after(data) });
  }
};
