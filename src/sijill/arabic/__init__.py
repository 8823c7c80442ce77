"""Text only: folding with a map back to raw offsets, tokens, sentences, clitics, numbers, phrases."""
