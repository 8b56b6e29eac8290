/* The search beside the page: 0 brings the addresses of its scripts and of the index and is answered by 1, 2 brings what
   was typed and is answered by 3. */
"use strict";

self.onmessage = ({ data: { type, data } }) => {
  if (type === 0) {
    importScripts(...data);
    self.itaSearch.load(self.itaPages);
    self.postMessage({ type: 1 });
  } else {
    self.postMessage({ type: 3, data: self.itaSearch.find(data) });
  }
};
