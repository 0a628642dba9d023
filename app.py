"""The workbench as an ASGI application: ``streamlit run app.py`` or ``uvicorn app:app``; usually ``factcheck serve``.

``FACTCHECK_WORKSPACE`` names the workspace, else ``./indexes`` is taken.
"""

from factcheck.serve import application
from factcheck.settings import load

app = application(load().workspace)
