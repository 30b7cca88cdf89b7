"""al-folio: names flat in the configuration, links in `_data/socials.yml` or, in older sites, flat as well."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import table

NAMES = table("""
Identity
title | text | the site's title; if empty, the full name
first_name | name
middle_name | name
last_name | name
email | email
contact_note | area | a sentence below the links
description | area | one sentence, for search engines
keywords | text | words for search engines, separated by commas
""")

SOCIALS = table("""
Links
cv_pdf | file | such as /assets/pdf/cv.pdf
email | email
acm_id | user | dl.acm.org/profile/
blogger_url | url
bluesky_url | url | bsky.app/profile/…
dblp_url | url | dblp.org/pid/…
discord_id | user | discord.com/users/
facebook_id | user | facebook.com/
flickr_id | user | www.flickr.com/
github_username | user | github.com/
gitlab_username | user | gitlab.com/
hal_id | user | cv.hal.science/
ieee_id | user | ieeexplore.ieee.org/author/
inspirehep_id | user | inspirehep.net/authors/
instagram_id | user | instagram.com/
kaggle_id | user | www.kaggle.com/
keybase_username | user | keybase.io/
lastfm_id | user | www.last.fm/user/
lattes_id | user | lattes.cnpq.br/
leetcode_id | user | leetcode.com/u/
linkedin_username | user | www.linkedin.com/in/
mastodon_username | text | instance and user name: mastodon.social/@NAME
medium_username | user | medium.com/@
orcid_id | user | orcid.org/
osf_id | user | osf.io/
pinterest_id | user | www.pinterest.com/
publons_id | user | publons.com/a/
quora_username | user | www.quora.com/profile/
research_gate_profile | user | www.researchgate.net/profile/
rss_icon | flag | whether the RSS icon is shown
scholar_userid | user | scholar.google.com/citations?user=
scopus_id | user | www.scopus.com/authid/detail.uri?authorId=
semanticscholar_id | user | www.semanticscholar.org/author/
spotify_id | user | open.spotify.com/user/
stackoverflow_id | user | stackoverflow.com/users/
strava_userid | user | www.strava.com/athletes/
telegram_username | user | t.me/
unsplash_id | user | unsplash.com/@
wechat_qr | file | a picture in assets/img/
whatsapp_number | text | telephone number with country code, digits only
wikidata_id | user | www.wikidata.org/wiki/
wikipedia_id | user | wikipedia.org/wiki/User:
work_url | url
x_username | user | x.com/
youtube_id | user | www.youtube.com/@
zotero_username | user | www.zotero.org/
""")

FLAT_SOCIALS = tuple(known for known in SOCIALS if known.name not in ("email", "cv_pdf")) + table("""
Links
twitter_username | user | x.com/
""")
"""The links of sites that have no data file for them."""

PAGE = table("""
Home page
subtitle | text | a line below your name; HTML is allowed
profile.align | text | left or right: the side of the picture
profile.image | file | a picture in assets/img/
profile.image_circular | flag | whether the picture is cut to a circle
profile.address | area | lines below the picture, as HTML
profile.more_info | area | lines below the picture, as HTML
""")
"""The front matter of the home page. Older sites have `address`, newer ones `more_info`."""
