"""Who is who: the same person or body under several names, in one article and over all of them."""

from rashomon.naming.clusters import Cluster, Join, Use
from rashomon.naming.who import who_is_who

# `same_name` stays in its module: the name lists behind it take long to load, and relating pages does not need them.
__all__ = ["Cluster", "Join", "Use", "who_is_who"]
