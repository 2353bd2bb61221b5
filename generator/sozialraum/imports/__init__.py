"""Other people's data become records: one file per format, all of them in the table of `geojson`."""
