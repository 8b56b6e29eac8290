"""The office's papers, made from what the pages say: one content, written as PDF, Word and Excel."""
