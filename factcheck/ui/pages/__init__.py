"""One module a page, each with a function of the same name that draws it."""
