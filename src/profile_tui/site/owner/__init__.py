"""The fields that say who the owner of a site is: what they are called, what they take, where they are kept."""
