/** Names of months and weekdays, folded, in many languages. */

import type { Weekday } from '#domain/plan-file.ts'
import { fold } from '../text.ts'
import { sieveOf } from '../word-sieve.ts'

const MONTH_LINES = [
  'january jan janvier janv enero ene januar janeiro gennaio gen januari января январь янв січня січень stycznia styczen sty leden ledna ocak oca thang1 januar janner tammikuu',
  'february feb fevrier fevr febrero februar fevereiro fev febbraio februari февраля февраль фев лютого лютий lutego luty unor unora subat sub',
  'march mar mars marzo marz maerz marco marca maart марта март мар березня березень marzec brezen brezna mart mrz',
  'april apr avril avr abril abr aprile апреля апрель апр квітня квітень kwietnia kwiecien duben dubna nisan nis',
  'may mai mayo maio maggio mag mei maj мая май травня травень maja kveten kvetna mayis',
  'june jun juin junio juni junho giugno giu июня июнь июн червня червень czerwca czerwiec cerven cervna haziran haz',
  'july jul juillet juil julio juli julho luglio lug июля июль июл липня липень lipca lipiec cervenec cervence temmuz tem',
  'august aug aout agosto ago augustus augusti августа август авг серпня серпень sierpnia sierpien srpen srpna agustos agu',
  'september sep sept septembre septiembre setembro set settembre сентября сентябрь сен вересня вересень wrzesnia wrzesien zari eylul eyl',
  'october oct octobre octubre oktober okt outubro out ottobre ott октября октябрь окт жовтня жовтень pazdziernika pazdziernik rijen rijna ekim eki',
  'november nov novembre noviembre novembro ноября ноябрь ноя листопада листопад listopada listopad listopadu kasim kas',
  'december dec decembre diciembre dic dezember dez dezembro dicembre декабря декабрь дек грудня грудень grudnia grudzien prosinec prosince aralik ara desember',
]

/** Folded name → 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_LINES.flatMap((line, i) => line.split(' ').map((name) => [fold(name), i + 1] as const)),
)

const WEEKDAY_LINES: Record<Weekday, string> = {
  MO: 'monday mon mondays montag mo lundi lun lunes segunda lunedi maandag ma mandag понедельник пн понедельникам понеділок poniedzialek pon pondeli pazartesi 月曜 月曜日 周一 星期一 週一 월요일 월 thu2 montags lundis lunedis segundas mandags mandagar mandager maandags maanantai maanantaisin poniedzialki poniedzialku понеділка щопонеділка понеделника понеделник pazartesileri senin الاثنين सोमवार',
  TU: 'tuesday tue tues tuesdays dienstag di mardi mar martes terca martedi dinsdag tisdag вторник вт вторникам вівторок wtorek wt utery sali 火曜 火曜日 周二 星期二 週二 화요일 화 dienstags mardis tercas tirsdag tirsdags tisdagar dinsdags tiistai tiistaisin wtorki wtorku вівторка щовівторка вторника uterky selasa الثلاثاء मंगलवार',
  WE: 'wednesday wed weds wednesdays mittwoch mi mercredi mer miercoles mie quarta mercoledi woensdag wo onsdag среда ср среду средам середа sroda sr streda carsamba 水曜 水曜日 周三 星期三 週三 수요일 수 mittwochs mercredis quartas onsdags onsdagar onsdager woensdags keskiviikko keskiviikkoisin srody srode середу середи щосереди среды stredu rabu الأربعاء बुधवार',
  TH: 'thursday thu thur thurs thursdays donnerstag do jeudi jeu jueves jue quinta giovedi gio donderdag torsdag четверг чт четвергам четвер czwartek czw ctvrtek persembe 木曜 木曜日 周四 星期四 週四 목요일 목 donnerstags jeudis quintas torsdags torsdagar torsdager donderdags torstai torstaisin czwartki czwartku четверга щочетверга kamis الخميس गुरुवार',
  FR: 'friday fri fridays freitag fr vendredi ven viernes vie sexta venerdi vrijdag vr fredag пятница пт пятницу пятницам пятниця piatek pt patek cuma 金曜 金曜日 周五 星期五 週五 금요일 금 freitags vendredis sextas fredags fredagar fredager vrijdags perjantai perjantaisin piatki piatku пʼятницю п’ятницю пятницу пятницы щопятниці jumat الجمعة शुक्रवार',
  SA: 'saturday sat saturdays samstag sonnabend sa samedi sam sabado sab sabato zaterdag za lordag суббота сб субботу субота sobota cumartesi 土曜 土曜日 周六 星期六 週六 토요일 토 samstags samedis sabados lordags lauantai lauantaisin soboty sobote субботы sabtu السبت शनिवार',
  SU: 'sunday sun sundays sonntag so dimanche dim domingo dom domenica zondag zo sondag воскресенье вс неділя niedziela nedele pazar 日曜 日曜日 周日 星期日 星期天 週日 일요일 일 sonntags dimanches domingos sondag sondags sunnuntai niedziele неділю воскресенья الأحد रविवार',
}

/** Folded name → weekday. */
export const WEEKDAYS: ReadonlyMap<string, Weekday> = new Map(
  (Object.keys(WEEKDAY_LINES) as Weekday[]).flatMap((day) =>
    WEEKDAY_LINES[day].split(' ').map((name) => [fold(name), day] as const),
  ),
)

/** Asked of each word of a text; false is certain. */
export const mayBeWeekday = sieveOf(WEEKDAYS.keys())

/** Short names that are common words too: a weekday only beside another weekday or a time. */
export const WEAK_WEEKDAYS: ReadonlySet<string> = new Set(
  'mo ma di mar mi mer wo do gio jue fr vr pt sa za so zo dom dim sr wt sun sat sam pon thu2 월 화 수 목 금 토 일'.split(
    ' ',
  ),
)

export const WEEKDAY_ORDER: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
