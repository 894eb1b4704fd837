"""Who was there, who was not, who reported, who spoke, who holds a post."""
