"""What the server runs for each browser tab, again at each interaction."""

from factcheck.ui.main import main

main()
