"""Tests see the gazetteer that ships and no other, whatever the user has imported."""

import os

os.environ["SIJILL_PLACES"] = os.devnull + "/no-such-gazetteer"
