"""Month names of the languages phones print dates in, merged into one table.

The short forms that occur have one meaning across these languages. Czech, Polish and
Ukrainian share a few words with different months in Croatian, which is left out.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_NAMES: Final = """
- january jan яну jaan jaanuar januar jänner jän janvier janv enero ene janeiro gennaio gen gener ianuarie ian
  januari tammikuu tammi styczeń stycznia sty leden ledna led január január ocak oca январь
  января янв січень січня січ ιανουάριος ιανουαρίου ιαν janúar
- february feb фев veebr veebruar februar febr février févr fév febrero fevereiro fev febbraio febrer februarie
  februari helmikuu helmi luty lutego lut únor února úno február şubat şub февраль февраля
  февр фев лютий лютого лют φεβρουάριος φεβρουαρίου φεβ
- march mar märts mac märz mär mrz mars marzo março març martie maart mrt marts maaliskuu maalis marzec
  marca březen března bře marec március márc mart март марта мар березень березня бер μάρτιος
  μαρτίου μαρ μάρ maret
- april apr aprill avril avr abril abr aprile aprilie huhtikuu huhti kwiecień kwietnia kwi duben
  dubna dub apríl április ápr nisan nis апрель апреля апр квітень квітня кві απρίλιος απριλίου
  απρ
- may mai mayo maio maggio mag maig mei maj touko toukokuu maja květen května kvě máj május
  mayıs мая май травень травня тра μάιος μαΐου μαΐ μάι
- june jun юни juuni juni juin junio junho giugno giu juny iunie iun kesäkuu kesä czerwiec czerwca cze
  červen června čvn jún június haziran haz июнь июня июн червень червня чер ιούνιος ιουνίου
  ιουν
- july jul юли juuli juli juillet juil julio julho luglio lug juliol iulie iul heinäkuu heinä lipiec
  lipca lip červenec července čvc júl július temmuz tem июль июля июл липень липня лип ιούλιος
  ιουλίου ιουλ
- august aug avg ogos août aoû agosto ago agost elokuu elo sierpień sierpnia sie srpen srpna srp
  augustus augusti augusztus ağustos ağu август августа авг серпень серпня сер αύγουστος
  αυγούστου αυγ αύγ agustus agt agu
- september sep сеп septembril sept septembre septiembre setembro set settembre setembre septembrie syyskuu
  syys wrzesień września wrz září zář szeptember szept eylül eyl сентябрь сентября сент сен
  вересень вересня вер σεπτέμβριος σεπτεμβρίου σεπ
- october oct oktober okt octobre octubre outubro out ottobre ott octombrie lokakuu loka
  październik października paź říjen října říj október ekim eki октябрь октября окт жовтень
  жовтня жов οκτώβριος οκτωβρίου οκτ
- november nov ное novembre noviembre novembro noiembrie noi marraskuu marras listopad listopada
  lis kasım kas ноябрь ноября нояб ноя νοέμβριος νοεμβρίου νοε νοέ листопада
- december dec dets detsember dezember dez décembre déc diciembre dic dezembro dicembre desembre des
  decembrie joulukuu joulu grudzień grudnia gru prosinec prosince pro desember aralık ara
  декабрь декабря дек грудень грудня гру δεκέμβριος δεκεμβρίου δεκ
"""
"""One item a month, January first; en de fr es pt it ca ro nl sv da nb fi pl cs sk hu tr ru uk el id."""


def _plain(word: str) -> str:
    """Folded case, no accents, dotless i as i: phones differ in all three."""
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _table() -> dict[str, int]:
    months: dict[str, int] = {}
    for number, names in enumerate(_NAMES.split("- ")[1:], start=1):
        for name in names.split():
            months.setdefault(_plain(name), number)
    return months


_MONTHS: Final = _table()


def month_number(word: str) -> int | None:
    """1 … 12 for a month's name or short form in any language of the table."""
    return _MONTHS.get(_plain(word.rstrip(".")))
