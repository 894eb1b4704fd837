"""The evaluation: the product is held against questions whose answers and evidence are known."""
