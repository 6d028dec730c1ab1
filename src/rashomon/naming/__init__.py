"""Who is who: the same person or body under several names, in one article and over all of them."""

from rashomon.naming.clusters import Cluster, Join, Use
from rashomon.naming.same import same_name
from rashomon.naming.who import who_is_who

__all__ = ["Cluster", "Join", "Use", "same_name", "who_is_who"]
