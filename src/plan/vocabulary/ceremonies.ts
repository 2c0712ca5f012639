/** Words for meetings and key dates, in many languages; compared folded. */
import { LANGUAGES } from '../words/index.ts'
import type { NamedKind } from '../words/language-words.ts'
import { words } from './words.ts'

/** A kind without a row does not compile; `other` is what no word names. */
/** The order in which they are asked: the first kind that has the word wins. A kind without a place does not compile. */
const ORDER = {
  retro: 1,
  refinement: 2,
  standup: 3,
  planning: 4,
  digest: 5,
  review: 6,
  release: 7,
  sync: 8,
  milestone: 9,
} satisfies Record<NamedKind, number>

export const CEREMONY_WORDS: readonly { kind: NamedKind; words: string[] }[] = (
  Object.keys(ORDER) as NamedKind[]
)
  .sort((one, other) => ORDER[one] - ORDER[other])
  .map((kind) => ({
    kind,
    words: Object.values(LANGUAGES).flatMap(({ ceremonies }) => words(ceremonies[kind])),
  }))

export const DAILY: ReadonlySet<string> = new Set(
  words(
    'daily; every day; each day; diario; diaria; diariamente; quotidien; quotidienne; chaque jour; taglich; tagliche; giornaliero; quotidiano; dagelijks; dagligen; daglig; ежедневно; ежедневный; каждый день; щодня; codziennie; denne; her gun; gunluk; 每日; 每天; 毎日; 매일; hang ngay; moi ngay; setiap hari; harian; diarios; weekdays; every weekday; mon fri; monday friday; m f; tous les jours; toutes les jours; todos los dias; todos os dias; ogni giorno; cada dia; jeden tag; elke dag; varje dag; hver dag; joka paiva; paivittain; chaque matin; tous les matins; every morning; each morning; each weekday; every workday; every working day; each working day; work days; workdays; business days; werktags; werktaglich; arbeitstaglich; an werktagen; jeden werktag; jeden arbeitstag; jeden morgen; chaque jour ouvre; jours ouvres; dias uteis; dias laborables; dias habiles; cada manana; todas as manhas; giorni feriali; giorni lavorativi; giornalmente; vardagar; hverdager; hverdage; arkisin; по будням; каждое утро; каждый рабочий день; ежедневная; по рабочим дням; щоранку; у робочі дні; w dni robocze; kazdego dnia; kazdy den; v pracovni dny; is gunleri; hafta ici; 工作日; 每个工作日; 平日; 営業日; 평일; 매일 아침; cac ngay trong tuan; hari kerja; ทุกวัน; يوميا; प्रतिदिन; रोज',
  ),
)
export const WEEKLY: ReadonlySet<string> = new Set(
  words(
    'weekly; every week; each week; semanal; semanalmente; hebdomadaire; wochentlich; settimanale; wekelijks; varje vecka; еженедельно; еженедельный; щотижня; tygodniowo; tydne; haftalik; 每周; 毎週; 매주; hang tuan; mingguan; weeklies; once a week; per week; cada semana; todas las semanas; toda semana; todas as semanas; chaque semaine; toutes les semaines; ogni settimana; jede woche; elke week; hver uke; hver uge; ukentlig; ugentlig; viikoittain; каждую неделю; раз в неделю; раз на тиждень; co tydzien; kazdy tyden; her hafta; 週次; 每星期; 주 1회; ทุกสัปดาห์; أسبوعيا; साप्ताहिक',
  ),
)

/** Days on which nothing is planned: a date of theirs is no key date of the sprint. */
export const DAYS_OFF: ReadonlySet<string> = new Set(
  words(
    'holiday; holidays; bank holiday; public holiday; vacation; vacations; pto; out of office; on leave; christmas; new year; thanksgiving; easter; feriado; feriados; festivo; festivos; vacaciones; navidad; fin de ano; ferias; natal; feiertag; feiertage; urlaub; ferien; weihnachten; ostern; jour ferie; jours feries; conge; conges; vacances; noel; ferie; natale; feestdag; vakantie; semester; semesterledig; helgdag; праздник; праздники; отпуск; выходной; выходные; свято; відпустка; swieto; urlop; svatek; dovolena; tatil; resmi tatil; 假期; 节假日; 放假; 休假; 祝日; 休日; 休暇; 공휴일; 휴가; 연휴; ngay nghi; nghi le; libur; cuti',
  ),
)

/** What follows the name of a meeting or release when a thing or person is meant, not the event. */
export const NO_EVENT_AFTER: ReadonlySet<string> = new Set(
  words(
    'notes; note; actions; comments; comment; turnaround; sla; slas; latency; frequency; rate; rates; pipeline; pipelines; script; scripts; branch; branches; version; tag; tags; guidelines; criteria; tooling; automation; manager; managers; engineer; owner; coordinator; captain; poker; template; templates; feedback; findings; outcomes; minutes; deck; decks; slides; slide; presentation; agenda; board; doc; docs; document; page; recording; invite; invites; checklist; items; action; plan; plans; report; room; link; bot; app; tool; dashboard; config; script; scripts; job; jobs; service; engine; api; endpoint; screen; feature; features; data; status; button; view; recording; recordings; video; videos; environment; account; mode; site; user; users; day prep; app store; channel; thread; candidate branch; baseline; scenario; scenarios; szenario; drehbuch; escenario; template',
  ),
)

/** Names of key dates that stay key dates whatever is said behind them: "Milestone: offline notes sync". */
export const MILESTONE_NAMES: ReadonlySet<string> = new Set(
  words(
    'milestone; key milestone; sprint milestone; milestones; deadline; code freeze; feature freeze; content freeze; scope freeze; hito; hito clave; marco; jalon; meilenstein; mijlpaal; milstolpe; milepael; milepel; веха; kamien milowy; milnik; kilometre tasi; 里程碑; マイルストーン; 마일스톤; cot moc; tonggak; fecha limite; data limite; prazo; date limite; echeance; stichtag; frist; scadenza; срок; дедлайн; termin koncowy; 截止日期; 締め切り; 마감일',
  ),
)

/** Labels that say what sort of thing follows; the name is what stands behind them. */
export const BARE_NAMES: ReadonlySet<string> = new Set(
  words(
    'milestone; key milestone; sprint milestone; event; ceremony; meeting; hito; marco; jalon; meilenstein; mijlpaal; milstolpe; milepael; milepel; веха; kamien milowy; milnik; 里程碑; マイルストーン; 마일스톤; cot moc; tonggak; evento; evenement; ereignis; termin; 事件; 会议; イベント; 会議; 회의',
  ),
)

/** Words beside weekdays, dates and times that only help to say when. */
export const WHEN_WORDS: ReadonlySet<string> = new Set(
  words(
    'on; at; by; the; from; to; until; and; of; am; pm; noon; local; local time; 月; 火; 水; 木; 金; 土; 毎日; 每天; 每周; 上午; 下午; 午前; 午後; 오전; 오후; de la manana; de la tarde; da manha; da tarde; pm; every; kl; mesz; mez; msk; sgt; jst; hora local; hrs; horas; h; time; lunedi; um; am; der; den; dem; bis; von; und; uhr; ab; le; la; les; du; au; a; des; et; el; los; las; de; del; al; y; e; os; as; dia; il; i; o; om; op; och; og; kl; klo; в; с; до; и; к; по; w; dne; 日; 号; 時; 時; 时; 点; week; weeks; day; days; sprint; est; edt; cst; cdt; mst; mdt; pst; pdt; utc; gmt; cet; cest; bst; ist; every; each; eod; morning; afternoon; feira',
  ).flatMap((word) => word.split(' ')),
)

/** Words that stand beside a meeting's name in a heading and leave it that meeting's. */
export const MEETING_FILLERS: ReadonlySet<string> = new Set(
  words(
    'sprint; iteration; team; squad; our; the; weekly; biweekly; bi; monthly; meeting; session; ceremony; call; event; end; start; of; mid; final; first; second; and; with; for; stakeholder; stakeholders; customer; customers; client; internal; public; backlog; product; retro; i; ii; y; e; et; und; och; og; en; de; del; la; el; le; du; da; do; della; der; des; die; das; mit; con; com; avec; reunion; reuniao; sitzung; treffen; incontro; riunione; mote; spotkanie; equipo; equipe; equipa; semanal; semanales; hebdomadaire; wochentliche; settimanale; iteracion; iteracao; iteracja; sprintu; спринта; итерации; команды; встреча; v',
  ).flatMap((word) => word.split(' ')),
)

/** Words of sentences that tell that something takes place. */
export const TAKES_PLACE: ReadonlySet<string> = new Set(
  words(
    'we meet; meets; meet; is on; is at; are on; are at; is held; are held; will be; will be held; takes place; take place; happens; happen; runs; run; is scheduled; scheduled; is planned for; is set for; starts at; begins at; starts on; opens; opens the sprint; closes; closes the sprint; occurs; gather; gathers; we hold; hold; we have; findet; finden; statt; ist am; sind am; treffen uns; wir treffen; beginnt; se celebra; se realiza; se hace; sera; tendra lugar; es el; es los; son los; nos reunimos; a lieu; ont lieu; aura lieu; se tient; est le; nous nous retrouvons; on se retrouve; acontece; ocorre; e na; e no; sera na; sera no; nos reunimos; si effettua; si effettuera; si svolge; si svolgera; si tiene; e il; avra luogo; ci incontriamo; vindt plaats; is op; halls; ager rum; afholdes; finner sted; проходит; проходят; состоится; пройдет; встречаемся; проводим; відбудеться; проходить; odbywa sie; odbedzie sie; kona se; yapilir; yapilacak; 举行; 进行; 召开; 行います; 行う; 開催; 実施; 진행; 합니다',
  ),
)

/** Words of sentences that tell what was, what was agreed, or what something hangs on: no ceremony of the plan. */
export const PAST_WORDS: ReadonlySet<string> = new Set(
  words(
    'was; were; decided; agreed; discussed; failed; last; previous; yesterday; had; did; found; showed; reported; missed; cancelled; canceled; skipped; moved; learned; before; after the; since; until the; no later than; by the; from the; due to; because; if; unless; war; waren; wurde; wurden; beschlossen; letzte; letzten; letzter; vor; nach dem; fue; fueron; acordo; acordamos; decidimos; pasado; pasada; ultimo; ultima; antes; etait; decide; dernier; derniere; avant; foi; foram; passada; passado; stato; deciso; scorso; scorsa; besloten; vorige; beslutade; forra; был; была; были; решили; обсудили; прошлый; прошлая; прошлом; 上次; 昨天; 之前; 決定した; 前回; 지난; 했습니다',
  ),
)

/** What comes every day and is no meeting: "daily builds". */
export const DAILY_THINGS: ReadonlySet<string> = new Set(
  words(
    'updates; task; tasks; goal; goals; active; build; builds; backup; backups; job; jobs; limit; limits; usage; log; logs; notes; plan; breakdown; progress; tracking; routine; routines; user; users; work; workflow; focus; use; basis; average; commits; emails; email; schedule; cadence; rhythm; reminder; reminders; stats; metrics; quota; sales; revenue; life; driver; changes; development; activities; activity; target; targets; checklist; review; reviews; ritual; rituals',
  ),
)

/** Every second week. "Biweekly" is read so too: of its two meanings the one that sprints have. */
export const EVERY_SECOND_WEEK: ReadonlySet<string> = new Set(
  words(
    'every two weeks; every 2 weeks; every other; every second; jeden zweiten; jede zweite; biweekly; bi weekly; fortnightly; every fortnight; alle zwei wochen; alle 2 wochen; zweiwochentlich; 14 tagig; cada dos semanas; cada 2 semanas; quincenal; quincenalmente; a cada duas semanas; a cada 2 semanas; quinzenal; toutes les deux semaines; toutes les 2 semaines; une semaine sur deux; ogni due settimane; ogni 2 settimane; om de twee weken; om de week; tweewekelijks; varannan vecka; annenhver uke; hver anden uge; joka toinen viikko; каждые две недели; каждые 2 недели; раз в две недели; раз в 2 недели; кожні два тижні; раз на два тижні; co dwa tygodnie; co 2 tygodnie; kazde dva tydny; iki haftada bir; 隔周; 每两周; 每2周; 隔週; 2週間ごと; 격주; 2주마다',
  ),
)

/** What follows at once on the meeting before. */
export const AFTERWARDS: ReadonlySet<string> = new Set(
  words(
    'after; afterwards; right after; straight after; directly after; immediately after; followed by; danach; anschliessend; direkt danach; despues; justo despues; depois; logo depois; ensuite; juste apres; poi; subito dopo; daarna; aansluitend; efterat; darefter; potem; zaraz potem; потом; сразу после; затем; 之后; 随后; その後; 이후',
  ),
)

/** What comes once a month or less often: no recurrence that a plan carries. */
export const MONTHLY: ReadonlySet<string> = new Set(
  words(
    'monthly; every month; each month; of the month; per month; quarterly; every quarter; mensual; mensualmente; cada mes; del mes; trimestral; mensal; mensalmente; todo mes; do mes; mensuel; mensuelle; chaque mois; du mois; trimestriel; monatlich; jeden monat; im monat; des monats; quartalsweise; mensile; ogni mese; del mese; maandelijks; elke maand; van de maand; manadsvis; varje manad; i manaden; manedlig; kuukausittain; ежемесячно; ежемесячный; каждый месяц; месяца; щомісяця; miesiecznie; co miesiac; mesicne; aylik; her ay; hang thang; bulanan; setiap bulan; 每月; 每个月; 毎月; 月次; 매월; 매달',
  ),
)

/** Ordinals before a weekday: "last Friday of the sprint". */
export const FIRST: ReadonlySet<string> = new Set(
  words(
    'first; 1st; primer; primera; primeiro; primeira; premier; erster; ersten; erste; am ersten; primo; eerste; forsta; forste; первый; первая; первую; перший; pierwszy; prvni; ilk; pertama; 第一个',
  ),
)
export const LAST: ReadonlySet<string> = new Set(
  words(
    'last; final; ultimo; ultima; dernier; letzter; letzten; letzte; laatste; sista; siste; sidste; последний; последняя; последнюю; останній; остання; ostatni; posledni; son; terakhir; 最后一个',
  ),
)

/** A place in a sprint, a week or a day that a word names. */
export type Edge = 'start' | 'middle' | 'end'

const EDGE_WORDS: Readonly<Record<Edge, string>> = {
  start:
    'start; beginning; begin; first; 1st; inicio; comienzo; principio; primer; primera; primeiro; primeira; debut; premier; premiere; anfang; beginn; erster; ersten; erste; inizio; primo; prima; eerste; borjan; forsta; forste; starten; начало; начале; первый; первая; первом; первого; початок; початку; перший; poczatek; poczatku; pierwszy; zacatek; prvni; basi; ilk; awal; pertama',
  middle:
    'mid; middle; halfway; midway; mitad; metade; milieu; mi; mitte; meta; midden; mitten; середина; середине; polowa; polowie',
  end: 'end; last; final; ending; fin; ultimo; ultima; fim; dernier; derniere; ende; letzter; letzten; letzte; fine; einde; laatste; slutet; slutten; sista; siste; sidste; конец; конце; последний; последняя; последнем; кінець; кінці; останній; koniec; koncu; ostatni; konec; posledni; son; sonu; akhir; terakhir; after',
}

/** Folded word → the place that it names before "of the sprint", "day", "week 2". */
export const EDGES: ReadonlyMap<string, Edge> = new Map(
  (Object.keys(EDGE_WORDS) as Edge[]).flatMap((edge) =>
    words(EDGE_WORDS[edge]).map((word) => [word, edge] as const),
  ),
)

/** What may stand between such a word and the sprint. */
export const EDGE_FILLERS: ReadonlySet<string> = new Set(
  words(
    'of; the; each; every; this; our; de; del; la; el; cada; du; des; le; chaque; do; da; der; die; das; den; dem; jedes; jeder; della; dello; dell; di; ogni; van; het; elke; av; af; varje; hver; каждого; кожного; kazdego',
  ),
)

/** Words for what comes back. */
export const CADENCE: ReadonlySet<string> = new Set([
  ...DAILY,
  ...WEEKLY,
  ...EVERY_SECOND_WEEK,
  ...MONTHLY,
  ...words(
    'hourly; every hour; recurring; regular; regularly; periodic; each sprint; every sprint; per sprint; after each sprint; each iteration; every iteration; cada sprint; cada iteracion; toda sprint; chaque sprint; a chaque sprint; jeden sprint; pro sprint; nach jedem sprint; ogni sprint; elke sprint; per sprint; varje sprint; hver sprint; каждый спринт; кожен спринт; kazdy sprint; co sprint; 每个迭代; 毎スプリント; 매 스프린트',
  ),
])

/** Words for whom a report is meant. */
export const ADDRESSED: ReadonlySet<string> = new Set(
  words(
    'to stakeholders; stakeholders; to the; to all; to management; management; to customers; customers; to leadership; leadership; to client; to clients; clients; client; owner; sponsor; sponsors; steering; board; an die; an den; an das; stakeholdern; kunden; auftraggeber; geschaftsfuhrung; a los; a las; a la direccion; interesados; clientes; al cliente; aux parties prenantes; parties prenantes; au client; clients; aos interessados; partes interessadas; ao cliente; agli stakeholder; al cliente; aan de; aan stakeholders; opdrachtgever; till kunden; til kunden; заказчику; стейкхолдерам; руководству; замовнику; do klienta; interesariuszy; 干系人; 客户; 利害関係者; 顧客; 이해관계자; 고객',
  ),
)

/** Words of headings over key dates. */
export const MILESTONE_SECTIONS: ReadonlySet<string> = new Set([
  ...MILESTONE_NAMES,
  ...words(
    'milestones; deadlines; release gates; gates; hitos; marcos; jalons; meilensteine; mijlpalen; milstolpar; milepaeler; milepeler; вехи; віхи; kamienie milowe; milniky; kilometre taslari; pietre miliari; traguardi; 里程碑; マイルストーン; 마일스톤; cac cot moc',
  ),
])

/** Words of headings over meetings. */
export const MEETING_SECTIONS: ReadonlySet<string> = new Set(
  words(
    'meeting; meetings; ceremonies; rituals; syncs; reuniones; ceremonias; reunioes; cerimonias; reunions; rituels; besprechungen; meetings und termine; sitzungen; riunioni; cerimonie; vergaderingen; overleggen; moten; motena; moter; meder; tapaamiset; kokoukset; встречи; совещания; зустрічі; наради; spotkania; schuzky; toplantilar; 会议; 例会; 会議; ミーティング; 회의; cac cuoc hop; rapat',
  ),
)

/** Words of headings over what is written regularly. */
export const REPORT_SECTIONS: ReadonlySet<string> = new Set(
  words(
    'notifications; reporting; reports; status reports; updates; stakeholder updates; notificaciones; informes; notificacoes; relatorios; rapports; comptes rendus; benachrichtigungen; berichte; notifiche; rapporti; meldingen; rapportages; rapporter; varsler; уведомления; отчеты; отчетность; сповіщення; звіти; powiadomienia; raporty; bildirimler; raporlar; 通知; 报告; 汇报; 報告; 알림; 보고; bao cao; laporan',
  ),
)

/** Sprints as they stand behind "end of", where a language bends the word. */
export const BENT_SPRINTS: ReadonlySet<string> = new Set(
  words(
    'спринта; спринту; итерации; ітерації; sprintu; iteracji; iterace; sprintin; sprintet; sprinten; sprintens; iteracion',
  ),
)
