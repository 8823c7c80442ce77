"""Tolls: who was killed, hurt, captured, missing, displaced, how many (`casualties`), in which event (`sharing`)."""
