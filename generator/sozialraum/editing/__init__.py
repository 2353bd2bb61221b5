"""Writing records: a new one from a few answers, a new district from three; their one form, help for editors and reviewers."""
