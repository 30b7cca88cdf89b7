"""The tables of the templates with few fields."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import table

MINIMAL_LIGHT = table("""
Identity
title | name | your name
position | text | such as Ph.D. Student
affiliation | text | university or company
affiliation_link | url | example.edu
email | email | e-mail address, such as name (at) example.edu

Search engines
keywords | text | words, separated by commas
description | text | one sentence
canonical | url | example.org

Links
google_scholar | url | scholar.google.com/citations?user=…
cv_link | file | such as assets/files/cv.pdf, or a URL
github_link | url | github.com/…
linkedin | url | www.linkedin.com/in/…
twitter | url | x.com/…

Pictures
avatar | file | such as ./assets/img/avatar.png
favicon | file | such as ./assets/img/favicon.png
favicon_dark | file | such as ./assets/img/favicon-dark.png
""")

MINIMAL_MISTAKES = table("""
Identity
name | name | your name
avatar | file | such as /assets/images/me.png
bio | text | one line below the name
location | text | city, country
email | email

Links
links | maps | each with label, icon and url
""")

AUTHOR = table("""
Identity
name | name | your name
picture | file | a picture, or its URL
avatar | file | a picture, or its URL
bio | text | one line below the name
location | text | city, country
email | email

Links
uri | url | example.org
url | url | example.org
cv | file | a file or URL
github | user | github.com/
gitlab | user | gitlab.com/
linkedin | user | www.linkedin.com/in/
twitter | user | x.com/
scholar | url | scholar.google.com/citations?user=…
dblp | url | dblp.org/pid/…
semanticscholar | url | www.semanticscholar.org/author/…
huggingface | url | huggingface.co/…
rednote | url | www.xiaohongshu.com/user/profile/…
bilibili | url | space.bilibili.com/…
blog | url | example.org/blog
links | maps | each with label, icon and url
""")
"""What an `author:` map of any template may hold."""

SITE = table("""
Site
title | text | the title of every page
tagline | text | a line below the title
subtitle | text | a line below the title
description | area | one sentence, for search engines
author | name | your name
email | email
logo | file | a picture
avatar | file | a picture, or its URL
github_username | user | github.com/
twitter_username | user | x.com/
linkedin_username | user | www.linkedin.com/in/
""")
"""Flat keys that most themes know."""

AUTHOR_ALONE = tuple(known for known in SITE if known.name == "author")
"""Your name alone, where the theme has no table that says so."""

CHIRPY = table("""
Site
title | text | the title of every page
tagline | text | a line below the title
description | area | one sentence, for search engines
avatar | file | a picture, or its URL
github.username | user | github.com/
twitter.username | user | x.com/
social.name | name | your name
social.email | email
social.links | list | URLs; the first is the owner's
""")

BEAUTIFUL = table("""
Site
title | text | the title of every page
avatar | file | such as /assets/img/me.png

Links
social-network-links.email | email
social-network-links.rss | flag
social-network-links.facebook | user | www.facebook.com/
social-network-links.github | user | github.com/
social-network-links.twitter | user | x.com/
social-network-links.instagram | user | instagram.com/
social-network-links.linkedin | user | www.linkedin.com/in/
social-network-links.mastodon | text | instance and user name: mastodon.social/@NAME
social-network-links.youtube | user | www.youtube.com/@
social-network-links.orcid | user | orcid.org/
social-network-links.google-scholar | user | scholar.google.com/citations?user=
""")

LAB = table("""
Site
title | text | the lab's name
subtitle | text | a line below the title
description | area | one sentence, for search engines
header | file | a picture
footer | file | a picture

Links
links.email | email
links.orcid | user | orcid.org/
links.google-scholar | user | scholar.google.com/citations?user=
links.github | user | github.com/
links.twitter | user | x.com/
links.bluesky | user | bsky.app/profile/
links.youtube | user | www.youtube.com/@
links.linkedin | user | www.linkedin.com/in/
links.facebook | user | www.facebook.com/
links.instagram | user | instagram.com/
""")

MINIMA = table("""
Site
title | text | the title of every page
tagline | text | a line below the title
email | email
description | area | one sentence, for search engines
logo | file | a picture
minima.social_links | maps | each with platform and user_url
github_username | user | github.com/
twitter_username | user | x.com/
linkedin_username | user | www.linkedin.com/in/
""")

MINIMA_AUTHOR = table("""
Identity
name | name | your name
email | email
""")

LUOST26 = table("""
Identity
primary_name | name | your name
other_names | list | other forms of your name
avatar | file | a picture in assets/images/
positions | maps | what you are and where
short_bio | area | a few sentences; HTML is allowed
email | email
cv_link | file | a file or URL

Links
social.github | user | github.com/
social.twitter | user | x.com/
social.google_scholar | user | scholar.google.com/citations?user=
social.linkedin | user | www.linkedin.com/in/
social.orcid | user | orcid.org/

Vita
education | maps
experience | maps
awards | maps | each with name and date
""")

ONLINE_CV = table("""
Sidebar
name | name | your name
tagline | text | such as Ph.D. Student
avatar | file | a picture in assets/images/
email | email
phone | text | telephone number
website | text | example.org, without https://
linkedin | user | www.linkedin.com/in/
github | user | github.com/
gitlab | user | gitlab.com/
bitbucket | user | bitbucket.org/
twitter | user | x.com/
stack-overflow | user | stackoverflow.com/users/
goodreads | user | www.goodreads.com/
telegram | user | t.me/
""")

DATA_AUTHOR = table("""
Author
name | name
uri | url | example.org
email | email
bio | text
avatar | file | a picture
twitter | user | x.com/
""")
"""An entry of `_data/authors.yml`."""
