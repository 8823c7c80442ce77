"""Takings: how places pass from hand to hand: taken, lost, vacated, handed over, kept, held no more."""
