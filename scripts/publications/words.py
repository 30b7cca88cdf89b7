"""Invented people, titles and venues of the world, English words among the surnames."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

GIVEN = (
    "Ada Bo Carl Dana Elif Finn Gita Hana Ivo Jana Karl Lena Mira Nils Olga Pia Quinn Rosa Sven Tara Uma Vera Wei "
    "Xia Yuki Zoe Anna-Lena Jean-Luc María José Søren Łukasz Zdeněk Øyvind Ngoc Minh Linh Jae-In Seung-Ho Yi "
    "Xiaoming Zhiwei Ahmed Fatima Kwame Ngozi Takumi Haruka Priya Arjun Nguyen Li Do Hao Yu Jin Ming Tianyu "
    "Chenxi Yuanzhe Ruiqi Mohammad Sara Peter Paul Ian Ann Lu Bao Quoc Hyun Do-Hyun Thijs Maarten Inês João "
    "Ludwig Éva Ilya"
).split()
FAMILY = (
    "Moss Reed Finch Wu Li Ko An Do To In On Best Page Press Link Large Deep Model Hori Tanaka Volkov Çelik Ågård "
    "Nguyen Tran Kim Park Lee Chen Wang Zhang Liu Yang Zhao Huang Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng "
    "Song Tang Rossi Silva Santos Pereira García Kowalski Novák Nagy Szabó Okafor Mensah Singh Sharma Rao Kumar "
    "Anantha Iyer Müller Schmidt Weiß Berg Hansen Larsson Virtanen Papadopoulos Ivanova Petrov O'Neil McDonald "
    "Al-Sabri Page-Brook Lindo-Rey Church Young Bird Field Grove Sample Example Orrin Tallow Reef Zand Yew "
    "Brandis Woods Stone Rivers Sharp Wise Noble Frost Snow Marsh Lake Ouyang Sarkar Bose"
).split()
PARTICLES = "van|von|de|der|del|di|da|dos|van der|van den|de la|le|al|bin|ter|ten".split("|")
EAST = (
    "张伟 王芳 李娜 刘洋 陈静 杨光 赵敏 黄磊 周杰 吴昊 徐丽 孙强 欧阳明 "
    "司马青 何世 高盛 金哲 田中太郎 佐藤花子 김민수 이지은 박서준"
).split()
ADJECTIVES = (
    "deep slow bright tall quiet robust sparse fast hidden local global neural adaptive efficient causal private "
    "federated dim wet dry cold warm ancient urban rural spatial temporal random noisy latent visual textual "
    "multilingual lightweight interpretable scalable self-supervised low-rank open-source 3D real-time "
    "long-tailed weak strong stable"
).split()
NOUNS = (
    "lamps reeds lakes moss bogs networks graphs maps bridges rivers storms archives letters signals proteins "
    "soils markets prices wages schools clocks ferries hedges swifts tides fields models agents queries tables "
    "images videos speech texts policies robots planners sensors benchmarks gradients embeddings kernels trees "
    "forests glaciers harbours towns rumours mills streets signs waves cells tissues genes drugs patients trials "
    "votes laws rights poems novels saints coins ships"
).split()
VERBS = (
    "learning reading counting mapping tracking measuring predicting explaining rethinking understanding "
    "modelling detecting sorting building testing unlearning compressing aligning recovering editing watching"
).split()
TOPICS = (
    "Peat|Lamps|Bogs|Maps|Optics|Waters|Acoustics|Reeds|Computing|Vision|Language|Robotics|Ecology|Physics|"
    "Chemistry|Medicine|Economics|History|Law|Soil|Learning|Graphs|Data Mining|Security|Signal Processing|"
    "Materials|Fluids|Geology|Statistics|Philosophy|Linguistics|Nursing|Education|Urban Studies|Remote Sensing|"
    "Software Engineering|Human Factors|Marine Sciences|Marine Life"
).split("|")
PLACES = "Oslo Lisbon Kyoto Porto Vienna Honolulu Seoul Bergen Virtual Macao Leicester".split()
MONTHS = "Jan Feb March April May June July Aug. Sept Oct. November December".split()
_SMALL = frozenset("of the for and in on with from to a an via by under at as".split())
_EAST_THINGS = "图 湖泊 多视角 知识 小样本 冰层 地图 深度 雷达 文本 潮汐 城市".split()
_EAST_ACTS = "学习 识别 方法 研究 观测 匹配 预测 综述 分析 模型".split()
_EAST_ENDS = "学报 科学与工程 科学 杂志 会议 与湖泊学报 通报".split()
_THESES = "PhD thesis|PhD dissertation|Doctoral dissertation|Master's thesis|Bachelor thesis|Diplomarbeit".split("|")
_GERMAN = "Größe Maß Scheunen Seen Lampen Karten Recht Sprache Häuser Brücken Märkte Wälder Gärten Uhren".split()
_FRENCH = "lacs mers lampes cartes rues villes jardins ponts langues forêts".split()
_SPANISH = "lagos mares lámparas mapas calles ciudades jardines puentes lenguas bosques".split()

Random = random.Random

_PHRASES = (
    "{a} {n} for {b} {m}", "{v} {a} {n} from {m}", "the {n} of {m} and {o}", "a {a} approach to {n}",
    "{v} {n} with {a} {m}", "on the {n} of {a} {m}", "towards {a} {n}", "{a} {n}", "{a} {n} and {m}",
    "{n}, {m} and {o}", "{v} {n}", "{a} {n} & {b} {m}", "{n}, {m} & {o}", "{n}, {v} {a} {m}",
    "how {n} learn", "is {v} {a} {n} enough", "{a} {n}: {v} {m} in {o}", "from {n} to {m}", "a survey of {a} {n}",
    "{v} {n} by {v} {m} under {a} {o}", "{a}, {b}, and {c} {n}", "{a} {n} in {p}, 1890–1950", "{n} ({a} {m}) revisited",
    "what {n} know about {m}", "{a} {n} 2 for {o}", "{v} {a} {n} and {b} {m} via {a} {o} in the {n} of {m}",
    "an {a} study of {n} and its {m} to {b} {o} in {n}",
)  # fmt: skip
_FOREIGN: tuple[Callable[[Random], str], ...] = (
    lambda r: f"{r.choice(_GERMAN)} und {r.choice(_GERMAN)} der {r.choice(_GERMAN)}",
    lambda r: f"Über die {r.choice(_GERMAN)} und {r.choice(_GERMAN)} in {r.choice(_GERMAN)}",
    lambda r: f"{r.choice(_GERMAN)}, {r.choice(_GERMAN)} und {r.choice(_GERMAN)}",
    lambda r: f"Zur {r.choice(_GERMAN)} der {r.choice(_GERMAN)}",
    lambda r: f"{r.choice(_GERMAN)} und {r.choice(_GERMAN)}",
    lambda r: f"Sur la mesure des {r.choice(_FRENCH)} et des {r.choice(_FRENCH)}",
    lambda r: f"Les {r.choice(_FRENCH)} et les {r.choice(_FRENCH)} de Paris",
    lambda r: f"Los {r.choice(_SPANISH)} y los {r.choice(_SPANISH)} en Lisboa",
    lambda r: f"Historia de {r.choice(_SPANISH)} y {r.choice(_SPANISH)}",
)


def cap(word: str) -> str:
    """A word with a capital."""
    return word[:1].upper() + word[1:]


def letters(r: Random, count: int = 0) -> str:
    """An acronym."""
    return "".join(r.choice("ABCDEGHIKLMNOPRSTUVX") for _ in range(count or r.randint(2, 5)))


def phrase(r: Random) -> str:
    """A few words as titles have them, in small letters."""
    adjectives, nouns = r.choices(ADJECTIVES, k=3), r.choices(NOUNS, k=3)
    return r.choice(_PHRASES).format(
        a=adjectives[0], b=adjectives[1], c=adjectives[2], n=nouns[0], m=nouns[1], o=nouns[2],
        v=r.choice(VERBS), p=r.choice(PLACES),
    )  # fmt: skip


def system(r: Random) -> str:
    """The name of a system, as titles begin with."""
    ending = r.choice(("Net", "BERT", "GPT", "Flow", "Former", "-3D", "Bench"))
    return r.choice(
        (letters(r), cap(r.choice(NOUNS))[:5] + ending, cap(r.choice(ADJECTIVES)[:4]) + cap(r.choice(NOUNS)[:4]),
         f"{letters(r, 2)}-{letters(r, 3)}", f"Lite-{letters(r, 3)}")
    )  # fmt: skip


def _eastern(r: Random) -> str:
    """A Chinese title."""
    x, y, z = (r.choice(_EAST_THINGS) for _ in range(3))
    act, other = r.choice(_EAST_ACTS), r.choice(_EAST_ACTS)
    return r.choice(
        (f"基于{x}的{y}{act}", f"{x}{act}的{other}", f"面向{x}的{y}{act}与{other}", f"{x}{y}{act}：{z}的{other}")
    )


def title(r: Random, capitals: str) -> str:
    """A title: `T` in title case, `s` in sentence case, `C` in Chinese."""
    if capitals == "C":
        return _eastern(r)
    if r.random() < 0.06:
        return r.choice(_FOREIGN)(r)
    said = phrase(r)
    if r.random() < 0.25 and ":" not in said:
        said += ": " + phrase(r)
    said = _cased(said, capitals)
    if r.random() < (0.4 if capitals == "T" else 0.06) and ": " not in said:
        said = f"{system(r)}: {said}"
    return _odd(r, said, capitals)


def _cased(said: str, capitals: str) -> str:
    """A title in its case."""
    if capitals != "T":
        return cap(said)
    words = said.split()
    kept = (at and word in _SMALL and not words[at - 1].endswith(":") for at, word in enumerate(words))
    return " ".join(word if keep else cap(word) for word, keep in zip(words, kept, strict=True))


def _odd(r: Random, said: str, capitals: str) -> str:
    """A title, now and then a question, a single name, very short, or with a year in it."""
    at = r.random()
    if at < 0.06:
        return said + "?"
    if at < 0.07:
        return system(r)
    if at < 0.18:
        count = r.choice((1, 2, 2, 2, 3))
        return _cased(" ".join([*r.choices(ADJECTIVES, k=count - 1), r.choice(NOUNS)]), capitals)
    if at < 0.23:
        return said + r.choice((" in {}", " of {}", ": The {} Storm", " since {}")).format(r.randint(1900, 2026))
    if at < 0.28:
        return f"{said} ({letters(r, r.randint(3, 5))})"
    return f"The {r.randint(1900, 2026)} {said}" if at < 0.31 else said


def person(r: Random, form: str) -> str:
    """A person in a form, as `L,i` for `Moss, A. B.`; a `c` before it puts the surname in capitals."""
    if form == "east":
        return r.choice(EAST)
    given, family = r.choice(GIVEN), r.choice(FAMILY)
    if r.random() < 0.06:
        family = f"{r.choice(PARTICLES)} {family}"
    if r.random() < 0.05:
        family += " " + r.choice(FAMILY)
    if r.random() < 0.06:
        given += " " + r.choice(GIVEN)
    if r.random() < 0.12 and form in ("FL", "LF"):
        given += f" {r.choice('ABCDEHJKMRSTW')}."
    if form[0] == "c":
        family, form = family.upper(), form[1:]
    if r.random() < 0.03 and form in ("FL", "L,F", "Ln"):
        return family
    short = [part[0] for part in re.split(r"[\s-]", given.replace(".", ""))]
    dotted = [f"{letter}." for letter in short]
    forms = {
        "FL": f"{given} {family}", "LF": f"{family} {given}", "L,F": f"{family}, {given}",
        "iL": f"{' '.join(dotted)} {family}", "jL": f"{''.join(dotted)} {family}", "nL": f"{' '.join(short)} {family}",
        "L,i": f"{family}, {' '.join(dotted)}", "L,n": f"{family}, {''.join(short)}",
        "Li": f"{family} {''.join(dotted)}", "Ln": f"{family} {''.join(short)}",
    }  # fmt: skip
    return forms[form]


def venue(r: Random, kind: str) -> str:
    """A venue: `short`, `long` or `east`."""
    if kind == "short" and r.random() < 0.08:
        return letters(r, r.choice((1, 1, 2)))
    if kind == "short":
        return r.choice(
            (letters(r, 4), letters(r, 4), letters(r, 3), letters(r, 5), cap(r.choice(NOUNS)) + "Conf",
             "Neur" + letters(r, 3), letters(r, 4) + " Workshop", f"{letters(r, 4)} {letters(r, 4)}",
             f"{letters(r, 3)}&{letters(r, 2)}", "arXiv", "Preprint", "Under review", r.choice(TOPICS) + " Letters",
             letters(r, 3) + " Findings", letters(r, 4) + " Oral", "Technical Report")
        )  # fmt: skip
    if kind == "east":
        made = (r.choice(_EAST_THINGS) + r.choice(_EAST_ENDS) for _ in range(4))
        return r.choice(("软件学报", "计算机学报", "中文信息学报", *made))
    return _long(r)


def _long(r: Random) -> str:
    """The full name of a journal, a conference, a thesis, or an abbreviated one."""
    t, u, w = (r.choice(TOPICS) for _ in range(3))
    nth = f"{r.randint(2, 40)}th"
    return r.choice(
        (f"Journal of {t}", f"Journal of {t} and {u}", f"{t} Letters", f"{t} Quarterly", f"Annals of {t}", f"{t} & {u}",
         f"{t} and {u}", t, f"{t} {u}", f"Transactions on {t}", f"{letters(r, 4)} Transactions on {t} and {u}",
         f"Review of {t}", f"Proceedings of the {nth} International Conference on {t} ({letters(r)})",
         f"Proceedings of the {letters(r, 4)} Conference on {t}", f"International Conference on {t} ({letters(r)})",
         f"Conference on {t}, {u}, and {w} ({letters(r)})", f"Workshop on {t} at {letters(r, 4)}",
         f"arXiv preprint arXiv:2{r.randint(100, 512)}.{r.randint(10000, 20000)}", "bioRxiv",
         f"The {r.randint(1998, 2026)} {letters(r, 4)} Conference on {t}", f"{letters(r, 4)} {t} Symposium",
         f"PhD thesis, University of {r.choice(PLACES)}",
         f"{r.choice(_THESES)}, {r.choice(PLACES)} University",
         f"The {nth} {letters(r)} Conference", f"{t[:4]}. {u[:5]}. {w[:3]}.", f"J. {t[:5]}. {u}",
         f"Proc. {letters(r, 4)}", f"Proc. Natl. Acad. {t[:3]}.", f"{r.choice(PLACES)} University Press",
         f"Studies in {t}", f"Zeitschrift für {t}", f"Revue de {t}", f"Acta {t}", f"{t}, {u} and {w}")
    )  # fmt: skip


def numbers(r: Random) -> str:
    """Volume, issue and pages."""
    volume, issue, first = r.randint(1, 90), r.randint(1, 12), r.randint(1, 900)
    last = first + r.randint(3, 30)
    dash = r.choice("-–")
    forms = (
        f"{volume}({issue}), {first}{dash}{last}", f"{volume}({issue}), {first}{dash}{last}",
        f"vol. {volume}, no. {issue}, pp. {first}{dash}{last}", f"{volume}: {first}{dash}{last}",
        f"{volume}({issue}):{first}{dash}{last}", f"{volume}, {r.randint(10000, 2000000)}", f"{first}{dash}{last}",
        f"Volume {volume}, pages {first}{dash}{last}",
        f"Bd. {volume}, Nr. {issue}, S. {first}{dash}{last}", f"{volume}. Jg., H. {issue}, S. {first}{dash}{last}",
        f"t. {volume}, nº {issue}, p. {first}{dash}{last}", f"v. {volume}, n. {issue}, p. {first}{dash}{last}",
    )  # fmt: skip
    return r.choice(forms)


def rest_of_numbers(r: Random) -> str:
    """Issue and pages."""
    issue, first = r.randint(1, 12), r.randint(1, 900)
    last = first + r.randint(3, 30)
    return r.choice((f"no. {issue}, pp. {first}-{last}", f"({issue}), {first}–{last}", f"pp. {first}–{last}"))
