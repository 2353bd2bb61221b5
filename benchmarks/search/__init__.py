"""How well the search finds, on three collections, beside three others: `python -m benchmarks.search`."""
