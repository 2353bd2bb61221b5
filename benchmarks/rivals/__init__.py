"""The same records as sites of other generators."""
