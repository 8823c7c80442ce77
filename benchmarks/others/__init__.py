"""Quality on articles of other outlets and years than those that the weights were fitted on."""
