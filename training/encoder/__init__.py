"""How the encoder that ships is made: targets, pretrained weights, the fit, and the files for the package."""
