"""How far a thing goes: denied, hedged, on a condition, done or still open."""
