"""Personal data in text: pure functions from a text to what stands in it. Nothing here knows records or rules."""
