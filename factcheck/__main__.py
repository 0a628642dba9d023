"""``python -m factcheck``: the commands, where the script ``factcheck`` is not on the path."""

from factcheck.cli import main

raise SystemExit(main())
