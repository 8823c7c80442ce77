"""Reference: which side a mention means, where the article plays and who tells it."""
