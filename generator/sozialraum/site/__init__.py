"""The handbook: records become pages."""
