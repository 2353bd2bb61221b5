"""The district for other programs: one file per format, all of them in the table of `formats`."""
