"""academicpages and AcadHomepage: the `author:` block of the configuration, whose blank keys are not shown."""

from __future__ import annotations

from profile_tui.site.template.owner_fields import table

ACADEMICPAGES = table("""
Identity
avatar | file | a picture in images/, or its URL
name | name | your name, as the sidebar shows it
pronouns | text | such as she/her
bio | text | one line below the name
location | text | city, country
employer | text | university or company
uri | url | example.org
email | email

Academic
arxiv | url | arxiv.org/a/…
academia | url | university.academia.edu/…
googlescholar | url | scholar.google.com/citations?user=…
impactstory | url | profiles.impactstory.org/u/…
inspire-hep | url | inspirehep.net/authors/…
orcid | url | orcid.org/0000-…
semantic | url | www.semanticscholar.org/author/…
pubmed | url | pubmed.ncbi.nlm.nih.gov/?term=…
researchgate | url | www.researchgate.net/profile/…
scopus | url | www.scopus.com/authid/detail.uri?authorId=…
ssrn | url | papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id=…

Code
bitbucket | user | bitbucket.org/
codepen | user | codepen.io/
dribbble | user | dribbble.com/
github | user | github.com/
kaggle | user | www.kaggle.com/
stackoverflow | user | stackoverflow.com/users/

Social
artstation | user | www.artstation.com/
bluesky | user | bsky.app/profile/
facebook | user | www.facebook.com/
flickr | user | www.flickr.com/people/
foursquare | user | foursquare.com/
goodreads | user | www.goodreads.com/
google_plus | user | plus.google.com/+
keybase | user | keybase.io/
instagram | user | instagram.com/
lastfm | user | www.last.fm/user/
linkedin | user | www.linkedin.com/in/
mastodon | url | mastodon.social/@…
medium | url | medium.com/@…
pinterest | user | www.pinterest.com/
soundcloud | user | soundcloud.com/
steam | user | steamcommunity.com/id/
telegram | url | t.me/…
tumblr | user | ….tumblr.com
twitter | user | x.com/
vine | user | vine.co/u/
weibo | user | weibo.com/
wikipedia | user | en.wikipedia.org/wiki/User:
xing | user | www.xing.com/profile/
youtube | user | www.youtube.com/@
zhihu | user | www.zhihu.com/people/
zotero | user | www.zotero.org/
""")

ACAD_HOMEPAGE = table("""
Identity
name | name | your name, as the sidebar shows it
avatar | file | the path of a picture, such as images/me.png
bio | text | one line below the name
location | text | city, country
employer | text | university or company

Academic
pubmed | url | pubmed.ncbi.nlm.nih.gov/?term=…
googlescholar | url | scholar.google.com/citations?user=…
email | email
researchgate | url | www.researchgate.net/profile/…
uri | url | example.org

Code and social
bitbucket | user | bitbucket.org/
codepen | user | codepen.io/
dribbble | user | dribbble.com/
flickr | user | www.flickr.com/people/
facebook | user | www.facebook.com/
foursquare | user | foursquare.com/
github | user | github.com/
google_plus | user | plus.google.com/+
keybase | user | keybase.io/
instagram | user | instagram.com/
impactstory | url | profiles.impactstory.org/u/…
lastfm | user | www.last.fm/user/
linkedin | user | www.linkedin.com/in/
dblp | url | dblp.org/pid/…
orcid | url | orcid.org/0000-…
pinterest | user | www.pinterest.com/
soundcloud | user | soundcloud.com/
stackoverflow | user | stackoverflow.com/users/
steam | user | steamcommunity.com/id/
tumblr | user | ….tumblr.com
twitter | user | x.com/
vine | user | vine.co/u/
weibo | user | weibo.com/
xing | user | www.xing.com/profile/
youtube | user | www.youtube.com/user/
wikipedia | user | en.wikipedia.org/wiki/User:
""")

SITE = table("""
Site
title | text | the title of every page
name | name | your name, for feeds and search engines
description | text | one sentence, for search engines
""")
"""Flat keys of the same configuration."""
