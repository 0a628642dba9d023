"""The workbench as an ASGI application: ``streamlit run app.py`` or ``uvicorn app:app``; usually ``factcheck serve``.

``FACTCHECK_WORKSPACE`` names the workspace, else ``./indexes`` is taken.
"""

import streamlit as st

from factcheck.serve import SCRIPT, parts
from factcheck.settings import load

app = st.App(SCRIPT, **parts(load().workspace))
