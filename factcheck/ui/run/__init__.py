"""The script that the server runs, in a folder of its own.

Streamlit takes a folder ``pages`` beside the script for pages of an older kind and would run its files by themselves.
"""
