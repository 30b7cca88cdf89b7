"""What shows what: which loops of a site's pages, includes and layouts show which of its data.

`values` are what a template's variables stand for while nothing is built, `conditions` decides what the configuration
decides, `interpreter` follows a page with its layouts and includes, `roles` says what the keys that a loop prints mean,
and `find` does so for all pages of a site. Nothing here is loaded before a site's stores are asked for.
"""
