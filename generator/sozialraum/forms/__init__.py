"""The form editor below `redaktion/`: what it asks, made from the model, and the page and program that ask it."""
