"""The decision ledger: each decision with its orders, links to later meetings and what people signed."""
