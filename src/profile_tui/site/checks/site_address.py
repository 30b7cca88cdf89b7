"""`site-address`: an `url` or `baseurl` that leads links and images astray."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_tui.site.checks import Surveyor, register_surveyor
from profile_tui.site.problem import Problem
from profile_tui.text.catalogue import _
from profile_tui.text.pattern import lazily

_TEMPLATES = lazily(
    r"https?://(?:academicpages|alshedivat|rayeren|yaoyao-liu|luost26|mmistakes|greenelab|getbootstrap|jekyllrb"
    r"|chirpy\.cotes|beautifuljekyll)\.(?:github\.io|page|com)|https?://(?:www\.)?(?:allanlab\.org|stuartgeiger\.com"
    r"|your-?(?:domain|site|username|website)\S*|\[?your\S*|username\.github\.io)",
    re.I,
)
_LOCAL = lazily(r"https?://(?:localhost|127\.|0\.0\.0\.0)", re.I)


@register_surveyor
class SiteAddress(Surveyor):
    """Reads `url` and `baseurl` of the configuration."""

    def end(self) -> Iterator[Problem]:
        """What is wrong with them."""
        for key, find in (("url", self._url), ("baseurl", _base)):
            value, name, line = self.given.setting(key)
            if not name or value in (None, ""):
                continue
            for message in find(str(value).strip()):
                yield Problem("warning", "site-address", name, line, message)

    def _url(self, url: str) -> Iterator[str]:
        """What is wrong with the address of the server."""
        host, slash, path = url.partition("://")[2].partition("/")
        owner = self._own_name
        if "://" not in url:
            yield _("`url: {url}` does not begin with https://, so links made with it lead nowhere; add it.").format(
                url=url
            )
        elif _LOCAL.match(url):
            yield _("`url: {url}` is that of the preview; write the address of the site.").format(url=url)
        elif _TEMPLATES.match(url) and host.lower() != owner:
            yield _(
                "`url: {url}` is still the template's: images and links lead to its site; write your own address."
            ).format(url=url)
        elif path and not self.given.site.made_from.url_has_path:
            yield _("`url: {url}` has a path; write it into `baseurl: /{value}` instead.").format(
                url=url, value=path.strip("/")
            )
        elif slash and not path:
            yield _("`url: {url}` ends in a slash, which makes `//` in addresses; remove it.").format(url=url)

    @property
    def _own_name(self) -> str:
        """The host that the folder's name tells, where the site is the template's own."""
        return self.given.site.root.resolve().name.lower()


def _base(base: str) -> Iterator[str]:
    """What is wrong with the path below the server."""
    if base == "/":
        yield _("`baseurl: /` makes `//` in addresses; leave it empty for a site at the top.")
    elif "://" in base:
        yield _("`baseurl: {base}` is a whole address; it is a path like /blog, or empty.").format(base=base)
    elif not base.startswith("/"):
        yield _(
            "`baseurl: {base}` does not begin with a slash, so links run into the server's name; write /{base}."
        ).format(base=base)
    elif base.endswith("/"):
        yield _("`baseurl: {base}` ends in a slash, which makes `//` in addresses; remove it.").format(base=base)
