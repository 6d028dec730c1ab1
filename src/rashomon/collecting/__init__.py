"""Pages on their way here: saved politely from the network, or arriving in a folder.

The one room that speaks to the network, and only when `rashomon collect` is called.
"""
