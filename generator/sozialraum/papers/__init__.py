"""What a data-protection officer asks for, from the settings and the model: PAPERS is in `sheets`."""
