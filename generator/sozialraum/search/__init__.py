"""Texts become the index that the browser searches; pure functions, no file is read but the list of nouns."""
