MADE_BY_TESTS = {
    "datei_zu_gross",
    "datei_unlesbar",
    "kein_utf8",
    "bom",
    "windows_zeilenenden",
    "steuerzeichen",
    "richtungszeichen",
    "dateiname_verwechselbar",
    "verknuepfung_nach_aussen",
    "handbuch_fehlt",
}
