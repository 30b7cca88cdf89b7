"""Properties, checked by Hypothesis; HYPOTHESIS_PROFILE=thorough checks 10,000 cases of each."""
