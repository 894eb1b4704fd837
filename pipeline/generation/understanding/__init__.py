"""A question is understood without a model: which meetings, what is asked, about what."""
