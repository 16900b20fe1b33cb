"""Stretches of a sentence between a name and its trigger, as regular expressions by the name that rules use."""

from collections.abc import Mapping

# a noun phrase ends before these
_PREPOSITIONS = (
    "to|at|for|with|from|by|that|which|who|and|or|but|as|in|on|not|para|por|con|que|y|e|o|pero|en|no|al|pour|par|avec"
    "|et|ou|mais|dans|sur|sobre|qui|à|aux?"
)
# nouns that stand for the name behind them
_STAND_FOR = (
    "governments?|delegations?|representatives?|authorities|ministry|republic|kingdom|gobiernos?|delegaci[oó]n(?:es)?"
    "|representantes?|autoridades|ministerio|república|gouvernements?|délégations?|représentante?s?|autorités|ministère"
    "|république"
)
# nouns for those that a list names, and words that open it
_SORTS = (
    "countries|states|members|governments|entities|agencies|organi[sz]ations|delegations|países|estados|miembros"
    "|gobiernos|entidades|organismos|organizaciones|pays|états|membres|gouvernements|entités|organismes"
)
_NAMELY = (
    "among (?:them|which|whom|others)(?: (?:are|were))?|including|namely|notably|such as|like|incluid[oa]s?|a saber"
    "|entre (?:ell[oa]s|otros|l[oa]s (?:que|cuales))(?: (?:se (?:cuentan|encuentran|hallan)|figuran|están|destacan))?"
    "|como|en particular|à savoir|dont|notamment|y compris|comme|tels? que"
    "|(?:parmi (?:eux|elles|lesquel(?:le)?s)|au nombre desquel(?:le)?s)(?: (?:figurent|se trouvent|on compte))?"
)
# words of time: before a date, before a year, of a span, of what came later
_SINCE = "(?:in|en|on|since|from|as of|by|desde|el|depuis|dès|le|à partir de|a partir de)"
_EARLY = "(?:early |late |mid-|the same |el mismo |la même )?"
_AGO = (
    r"(?:an?|one|two|three|\d+|the|last|this|un|dos|tres|deux|trois) (?:\w+ )?"
    r"(?:years?|months?|años?|mes(?:es)?|ans?|mois)\b"
)
_LATER = (
    r"(?:later|earlier|recently|afterwards|después|más tarde|recientemente|luego|ensuite|plus tard|récemment"
    r"|par la suite)\b"
)
_ARTICLE = r"(?:(?:the|las?|los|el|les?)\s|l['’])"
# articles and titles before a name
_TITLE = r"(?:(?:the|las?|los|el|les?|an?|señora?s?|sra?|m|mme|mrs?|ms|ambassad\w+|embajadora?)\.?\s|l['’])"

# how the full name of a state begins, where its short one is the name known: "República Oriental del [Uruguay]"
STATE_FORM = (
    r"(?:república|estado|reino|republic|kingdom|république|royaume)"
    r"(?:\s(?:federativa|cooperativa|oriental|bolivariana|plurinacional|árabe|islamic|islamique|fédérale))?"
    r"(?:\s(?:of|del?|du|des)(?:\s(?:the|la|los))?)?\s"
)

# from a subject to what else is said of it: "Ghana thanked the hosts and [...]", "Ghana has paid, but it [...]"
TO_A_SECOND_VERB = (
    r"(?:\s[^.;:]{1,200}?(?<!⟧)(?<!⟧,)\s(?:and|y|e|et)\s"
    r"|\s(?:[^.:⟦⟧]|⟦[CDEFIJLNPT]+#\d+⟧){1,160}?[,;]\s(?:(?:and|but|y|pero|et|mais)\s)?(?:it|they|ils?|elles?)\s)"
)

PHRASES: Mapping[str, str] = {
    "then": r"(?:\s(?:en|al|a la|a los|dans|à|au|aux|lors|durante|también|además|asimismo|ensuite|puis|également"
    r"|a continuación|después|posteriormente|seguidamente|igualmente|aussi|enfin"
    r"|por su (?:parte|lado)|a su vez|pour (?:sa|leur) part|de (?:son|leur) côté|à (?:son|leur) tour"
    r"|por (?:video|tel)\w+|de (?:forma|manera)|par (?:vidéo|visio)\w*"
    r"|notamment|entre otr[oa]s|luego|sucesivamente|successivement|tour à tour)\b(?:[^⟦⟧.;:,]|⟦[DCE]#\d+⟧){0,50}?)?"
    r"(?:,[^.;:]{1,100}?,|(?:,[^.;:,⟦⟧]{1,50})?\s?:)?\s",
    # before a verb whose subject stands behind it: "Asimismo, en la apertura del taller intervino ⟦H⟧"
    "front": r"(?:(?:y|et|también|asimismo|además|luego|después|posteriormente|finalmente|a continuación,?|ensuite|puis"
    r"|enfin|également|tour à tour|(?:por|en|tras|sobre|ante|durante|con|al|acerca de|a l[ao]s?|desde|para|hoy|ayer|el"
    r"|la|à|au|lors d[eu]|sur|dans|après|pendant) (?:[^⟦⟧,.;:]|⟦[DEC]#\d+⟧){3,60},?) ){0,2}",
    "rel": r"(?:(?:,|\s\([^()]{0,60}\))?(?:\s(?:a|an|un|el|país|pays|state|country)){0,2}"
    r"\s(?:which|who|that|que|qui|quien(?:es)?)(?=\s)|,(?=\s))?",
    "np": rf"(?:(?!(?:{_PREPOSITIONS})\b)[^\W_][\w'’-]*\s|[ld]['’]|⟦[UORFP]+#\d+⟧(?:['’]s)?\s){{0,6}}?",
    "det": rf"(?:(?!(?:{_PREPOSITIONS}|of|de|del|des|du)\b)[^\W_][\w'’-]*\s|[ld]['’]"
    r"|⟦[UORFP]+#\d+⟧(?:['’]s)?\s){0,4}?",
    "such": rf"(?:\s(?:[\w'’-]+\s){{0,4}}?(?:{_SORTS})\b(?:\s[\w'’-]+){{0,4}}?)?"
    rf"\s?[,:(–-]?\s?(?:(?:{_NAMELY})\s?[:,]?\s?)?",
    # likewise, where nothing else may be told before the list: "has 16 members: ..."
    "these": rf"(?:\s(?:[\w'’-]+\s){{0,4}}?(?:{_SORTS})\b(?:\s(?:in all|altogether|en total|au total"
    r"|(?:of|d[eu]l?)\s(?:the\s|la\s|l['’])?⟦[OR]+#\d+⟧))?)?"
    rf"\s?[,:(–-]?\s?(?:(?:{_NAMELY})\s?[:,]?\s?)?",
    "namely": rf",?\s\(?(?:{_NAMELY})\s?[:,]?\s?",
    # what a meeting or a fund does stands at its name, and not "at the workshop ..." or "the plan of the fund ..."
    "itself": r"(?<!\bat )(?<!\bat the )(?<!\bin the )(?<!\ben la )(?<!\ben el )"
    r"(?<![⟧»”\"] of )(?<![⟧»”\"] of the )(?<![⟧»”\"] del )(?<![⟧»”\"] du )",
    # not the agent of a passive: "chaired by ⟦S⟧, the meeting"
    "own": "".join(
        rf"(?<!\b{word})"
        for word in ("by ", "by the ", "por ", "por el ", "por la ", "par ", "par le ", "par la ", "par l’", "par l'")
    ),
    "whose": rf"(?:\s?[»”\"])?(?:,?\s(?:of|de|del|des|du|d['’])\s?{_ARTICLE}?⟦[UORFP]+#\d+⟧)?",
    # "from among the States": which of its members
    "from-among": r"(?:(?:from|among|from among|drawn from|entre|de|parmi) (?:the |los |las |les |l['’])?\w+)",
    "the-body": r"(?:\b(?:it|they|ils?|elles?|ést[ea]|celui-ci|celle-ci)\b"
    r"|\b(?:(?:the|this|el|la|este|esta|le|la|ce|cette|cet|dicho|dicha)\s|l['’]|del\s|du\s|al\s|au\s)(?:[\w-]+\s){0,2}?"
    r"{standing-noun}(?!\s(?:of|on|for|de|del|des|du|d['’]|sur|sobre|para|pour)\b))",
    "aside": r"(?:,|\s\([^()]{0,60}\),?)?",
    "same": r"(?:(?!\b(?:and|y|e|et)\b)(?:[^.;:⟦⟧]|\.(?=\w)|⟦[DCEIJTN]+#\d+⟧)){0,90}?",
    "head": r"(?!['’]s|\s⟦[A-CE-Z])",
    "near": r"(?:[^⟦⟧.;:]|\.(?=\d)|⟦D#\d+⟧){0,40}?",
    # what follows says when: "joined in 2019", "se sumó un año después"
    "at-a-time": rf"(?=,? (?:{_SINCE} (?:⟦D|{_EARLY}(?:(?:19|20)\d\d|year|año|année))|⟦D|{_AGO}|{_LATER}))",
    "objectives": r"(?:,\s[^,;.⟦⟧]{1,40},)?\s"
    r"(?!(?:\w+\s){0,3}?(?:program\w+|projects|proyectos|projets|states|estados|états)\s(?:that|which|que|qui)\b)(?:[^⟦⟧.;:]|⟦I#\d+⟧){0,45}?",
    # the same right behind what deals with them, and not "the plan, which covers"
    "them": r"(?:,\s[^,;.⟦⟧]{1,40},)?\s"
    r"(?:(?!\b(?:which|that|qui|que|cuy[oa]s?|dont|plans?|reports?|informes?|rapports?)\b)"
    r"(?:[^⟦⟧.;:]|⟦I#\d+⟧)){0,45}?",
    "title": r"(?:(?:the |la |el |le )?"
    r"(?:señora?|sra?\.|doña|don|doctora?|dra?\.|mme|m\.|madame|monsieur|honou?rable)\s)",
    "for": rf"{_TITLE}{{0,2}}(?:(?:\w+\s){{0,2}}?(?:{_STAND_FOR})[^⟦⟧.;,:()]{{0,40}}?"
    rf"\s(?:of|de|del|des|du|d['’])\s?{_ARTICLE}?)?(?:{{stands-beside}}\s(?=⟦S))?",
}
