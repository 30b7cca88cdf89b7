"""What one says of a paper that was accepted, in the languages of pages: the words, and a plain sentence."""

from __future__ import annotations

import re

from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

ANNOUNCES = lazily(
    r"\baccept(?:ed|ance)\b|\bto appear\b|\bappears?\b|\bpublished\b|\bnew (?:paper|article)\b"
    r"|\bangenommen\b|\bakzeptiert\b|\berschienen\b|\bveröffentlicht\b|\baccepté|\bpublié|\bparu\b"
    r"|\baceptad[oa]\b|\bpublicad[oa]\b|\baceit[oa]\b|\baccettat[oa]\b|\bpubblicat[oa]\b"
    r"|\bgeaccepteerd\b|\bgepubliceerd\b|\baccepterad|\bpublicerad|\bzaakceptowan|\bopublikowan|\bpřijat|\bpublikován"
    r"|\bkabul edil|\bпринят|\bопубликован|"
    r"接收|接受|录用|錄用|录取|接納|发表|發表|收录|採択|採録|掲載|채택|게재",
    re.I,
)
"""Words of an item that tells that a paper was accepted or has appeared."""
PREPRINT = lazily(r"\bpre-?prints?\b|\barxiv\b|预印本|預印本|プレプリント|프리프린트", re.I)
"""Words of an item that tells of a preprint."""


class Sentence(NamedTuple):
    """How a language says that a paper was accepted."""

    accepted: str
    preprint: str


ENGLISH = Sentence("Our paper “{title}” was accepted {at} {venue}.", "New preprint: “{title}”.")
SENTENCES = {
    "en": ENGLISH,
    "de": Sentence("Unser Artikel „{title}“ wurde angenommen: {venue}.", "Neuer Preprint: „{title}“."),
    "fr": Sentence("Notre article « {title} » est accepté : {venue}.", "Nouvelle prépublication : « {title} »."),
    "es": Sentence("Nuestro artículo articulo «{title}» ha sido aceptado en {venue}.", "Nuevo preprint: «{title}»."),
    "pt": Sentence("Nosso artigo “{title}” foi aceito em {venue}.", "Novo preprint: “{title}”."),
    "it": Sentence("Il nostro articolo «{title}» è stato accettato: {venue}.", "Nuovo preprint: «{title}»."),
    "nl": Sentence("Ons artikel “{title}” is geaccepteerd: {venue}.", "Nieuwe preprint: “{title}”."),
    "sv": Sentence("Vår artikel ”{title}” har accepterats: {venue}.", "Nytt preprint: ”{title}”."),
    "pl": Sentence("Nasz artykuł „{title}” został przyjęty: {venue}.", "Nowy preprint: „{title}”."),
    "cs": Sentence("Náš článek „{title}“ byl přijat: {venue}.", "Nový preprint: „{title}“."),
    "tr": Sentence("“{title}” başlıklı makalemiz kabul edildi: {venue}.", "Yeni ön baskı: “{title}”."),
    "ru": Sentence("Наша статья «{title}» принята: {venue}.", "Новый препринт: «{title}»."),
    "zh": Sentence("论文《{title}》被 {venue} 接收。", "新预印本：《{title}》。"),
    "ja": Sentence("論文「{title}」が {venue} に採択されました。", "新しいプレプリント：「{title}」"),
    "ko": Sentence("논문 “{title}”이(가) {venue}에 채택되었습니다.", "새 프리프린트: “{title}”"),
}  # fmt: skip
"""A plain sentence by language; English in any other."""
FRAME = frozenset(
    """
    a an the our my one of new latest recent paper article manuscript work research study was is has have been
    be got gets will to appear appears appeared accepted acceptance accept published publication presentation
    presented present at by in for on as into from i we us am are very so happy glad excited thrilled pleased
    delighted proud announce share that this it its titled entitled called title now out online available good
    great news yay hooray finally conference journal venue proceedings check here see ein eine einer un una
    uno uma een unser unsere mein artikel beitrag aufsatz mit dem titel wurde ist bei der den die das im auf
    von angenommen akzeptiert erschienen veröffentlicht neuer neue neues notre mon été est accepté acceptée
    publié paru dans à au la le les pour nuestro mi artículo articulo trabajo ha sido fue aceptado publicado
    en nosso meu artigo foi aceito em no na nostro mio articolo è stato accettato pubblicato su il ons mijn
    geaccepteerd gepubliceerd op vår har accepterats accepterad publicerad nasz artykuł został przyjęty
    opublikowany w náš článek byl přijat makalemiz kabul edildi наша статья принята в опубликована на
    """.split()
)
"""Words of such an item that are said of any paper."""
