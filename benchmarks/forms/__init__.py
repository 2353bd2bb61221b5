"""A trial of the form editor in a real browser: `python -m benchmarks.forms`, or `make redaktion-probe`."""
