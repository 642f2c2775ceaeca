"""The pages of a made-up corpus as a site for Hugo: the same records, words, links and lists.

Hugo is spared what it cannot do: it is given the quotes already wrapped, the numbers of footnotes, the terms linked,
the backlinks with their sentences, origins, rungs and verdicts counted, and lists by year; nothing is checked.
Pictures, the network's drawing, the search index, share images and the data export are left out.
"""

from .writing import write_hugo as write_hugo
