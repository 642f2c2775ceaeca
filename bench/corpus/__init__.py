"""Whole made-up sites in this project's own model, of any size: the same seed gives the same bytes.

The subject is invented (tea between towns that are nowhere). Every record names only records near to its own place
in the corpus, so that what names any one of them does not grow with the site.
"""

from .writing import write_site as write_site
