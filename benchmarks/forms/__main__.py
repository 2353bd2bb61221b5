"""Try the form editor for real: create, edit and save a record of every type, with both programs.

Sveltia works on a folder (the browser's own stands for it), Decap through decap-server on a git repository, with a
branch and a commit for each proposal. Afterwards the check runs over what was saved, and each edit must have changed
one line. Needs npm, Node.js, Chromium and, the first time, the network.
"""

from __future__ import annotations

import sys

from benchmarks.forms.trial import main

sys.exit(main())
