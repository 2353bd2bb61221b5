# Was Browser mit den Seiten des Handbuchs dürfen. Geschrieben von: sozialraum kopfzeilen gitlab
# Wer in handbuch.yml einen Kartendienst oder Formulare nennt, schreibt die Datei danach neu.
# In /etc/gitlab/gitlab.rb; gilt für alle Pages der Instanz. Ohne das gilt, was in jeder Seite steht.
gitlab_pages['headers'] = [
  "Content-Security-Policy: default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
  "X-Content-Type-Options: nosniff",
  "Referrer-Policy: no-referrer",
  "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy: same-origin",
  "Cross-Origin-Resource-Policy: same-origin",
]
