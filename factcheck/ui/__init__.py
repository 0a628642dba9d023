"""The workbench in the browser: pages, components and charts, and what the person has open.

``words`` and ``present`` turn the pipeline's views into plain data, ``charts`` into a chart's specification: both
pure. ``components`` draws that data in the browser, ``state`` holds what is open and selected, ``pages`` put them
together. Nothing here computes a relation, a rank or a number.
"""
