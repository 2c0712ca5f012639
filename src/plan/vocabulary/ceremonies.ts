/** Words for meetings and key dates, in many languages; compared folded, the first row that matches wins. */
import type { CeremonyKind } from '#domain/plan-file.ts'
import { words } from './words.ts'

/** A kind without a row does not compile; `other` is what no word names. */
const LINES = {
  retro:
    'retrospective; retro; retros; retrospectiva; retrospettiva; retrospektive; retrospectief; retrospektiv; ретроспектива; ретро; retrospektywa; retrospektif; 回顾; 回顧; 复盘; 振り返り; ふりかえり; レトロスペクティブ; レトロ; 회고; lessons learned session; retrospeksi; sprint ruckblick; ruckblick; retrospective meeting; terugblik; tilbageblik; aterblick; 回顾会; 反省会; zpetne ohlednuti; visszatekintes; lookback; look back meeting; sprint retro; ретроспективу; ретроспективы; ретроспективная; ретроспективні; retrospektywy; retrospektivy; tilbakeblikk; bakatblick; retrospektiivi; cai tien sprint; hop cai tien; 改善会; 复盘会; สรุปบทเรียน; رجعية; مراجعة رجعية; استرجاعية',
  refinement:
    'refinement; grooming; backlog refinement; backlog grooming; refinamiento; refinamento; affinage; raffinement; verfeinerung; raffinamento; verfijning; уточнение бэклога; груминг; рефайнмент; 梳理; 需求梳理; リファインメント; 리파인먼트; 백로그 정제; triage; bug triage; story time; estimation session; revisit the release plan; update product backlog; backlog pflege; product backlog refinement; pbr; backlog verfeinerung; affinage du backlog; refinamiento del backlog; refinamento do backlog; 需求澄清会; バックログリファインメント; 백로그 리파인먼트; doprecyzowanie; penyempurnaan backlog; backlog iyilestirme; three amigos; tres amigos; backlog sync; refining; refinement session; story mapping; backlogpflege; pielegnacja backlogu; upresneni; уточнення беклогу; рефінмент; груминга; виправлення беклогу; forfining; backlogforfining; raffinage; pulido del backlog; hienosaato; 需求评审; 工作量估算',
  standup:
    'standup; stand up; stand ups; standups; daily; daily scrum; scrum meeting; scrum meetings; scrum times; scrum time; daily check in; daily checkin; daily sync; dailies; scrum diario; reunion diaria; reuniao diaria; daily meeting; melee quotidienne; point quotidien; tagliches; dagelijkse; dagligt; стендап; дейли; ежедневная; ежедневный; щоденний; codzienny; gunluk; 每日站会; 站会; 晨会; 毎日; 朝会; デイリー; デイリースクラム; 데일리; 데일리 스크럼; 일일 스크럼; 스탠드업; hop hang ngay; harian; check in daily; huddle; daily huddle; morning check in; morning sync; daily stand up; daily standup; scrum daily; point du matin; standup quotidien; stand up quotidien; tagliche abstimmung; tagliches standup; morgenrunde; stand up giornaliero; riunione giornaliera; dagligt mote; daglig mote; daglig stand up; dagelijkse stand up; pulssi; paivittainen; paivapalaveri; ежедневный стендап; ежедневная встреча; стендапа; стендапы; стендапи; щоденний стендап; codzienne; codzienny stand up; denni stand up; gunluk toplanti; rapat harian; hop dung; 早会; 站立会; 夕会; 夕礼; ประชุมประจำวัน; الاجتماع اليومي; दैनिक बैठक',
  planning:
    'sprint planning; planning; kickoff; kick off; planificacion; planejamento; planification; planung; sprint planung; pianificazione; planning meeting; планирование; планування; planowanie; planovani; planlama; 计划会; 计划会议; 规划会; プランニング; 計画会議; スプリント計画; 플래닝; 계획 회의; hop ke hoach; lap ke hoach; perencanaan; iteration planning; planering; planungsmeeting; sprintplanung; sprintplanning; reunion de planificacion; reuniao de planejamento; reunion de planification; kick off meeting; 启动会; キックオフ; 킥오프; 스프린트 계획; 迭代计划; sprint kickoff; sprint kick off; sprint start meeting; auftakt; sprintwechsel; planlaegning; planlegging; sprintplanlegging; suunnittelu; sprintin suunnittelu; планирования; планированию; планирование спринта; планування спринту; planowania; planowanie sprintu; planovani sprintu; sprint planlama; reunion de planeacion; planeacion; planeacion del sprint; planejamento da sprint; planeamento; planification du sprint; pianificazione dello sprint; sprint planering; sprintplanering; planeringsmote; 迭代规划; 规划会议; 冲刺计划; 計画ミーティング; วางแผน; วางแผนสปรินต์; التخطيط; تخطيط; योजना',
  digest:
    'digest; status update; status updates; weekly update; weekly updates; weekly report; newsletter; stakeholder update; stakeholder digest; status report; progress report; daily thread; daily update thread; daily update; weekly status; boletin; informe semanal; relatorio semanal; rapport hebdomadaire; wochenbericht; statusbericht; rapporto; weekrapport; дайджест; отчет; отчёт; звіт; raport; rapor; 周报; 日报; 週報; 日報; 주간 보고; bao cao; laporan; status mail; status email; status note; weekly summary; friday update; weekly digest; risk digest; daily digest; daily report; daily summary; statusmail; wochenupdate; tagesbericht; statusupdate; resumen semanal; resumo semanal; synthese hebdomadaire; resume hebdomadaire; point ecrit; riepilogo settimanale; weekoverzicht; veckorapport; ukerapport; ugerapport; viikkoraportti; еженедельный отчет; тижневий звіт; raport tygodniowy; tydenni report; haftalik rapor; bao cao tuan; laporan mingguan; 周报邮件; 週次レポート; 주간 리포트; รายงานประจำสัปดาห์; تقرير أسبوعي',
  review:
    'review; sprint review; demo; demos; demonstration; showcase; demo day; audit; revision; revision del sprint; revisao; revue; revue de sprint; vorfuhrung; dimostrazione; демо; обзор спринта; показ; przeglad; predvedeni; gozden gecirme; 评审; 演示; 评审会; レビュー; デモ; 리뷰; 데모; tong ket; ulasan; tinjauan; show and tell; sprint demo; sprint review meeting; iteration review; final demo; customer demo; ревью; ревью спринта; демонстрация; обзора; огляд; огляд спринту; przegladu; przeglad sprintu; revize; sprintgranskning; granskning; gjennomgang; sprintgjennomgang; gennemgang; katselmus; sprintkatselmus; sprint degerlendirme; degerlendirme; revision de sprint; revisao da sprint; revisao do sprint; revisione; revisione dello sprint; sprintabnahme; abnahme; danh gia sprint; so ket; 迭代评审; 成果演示; 验收会; スプリントレビュー; 成果発表; 스프린트 리뷰; ทบทวน; รีวิว; مراجعة; समीक्षा',
  release:
    'release; deploy; deployment; launch; go live; golive; ship; rollout; release window; beta release; publish; lanzamiento; despliegue; lancamento; livraison; mise en production; veroffentlichung; auslieferung; rilascio; lancio; uitrol; lansering; релиз; выпуск; запуск; реліз; wydanie; wdrozenie; yayin; surum; 发布; 上线; 發布; リリース; 릴리스; 릴리즈; 출시; 배포; phat hanh; rilis; inbetriebnahme; markteinfuhrung; produktivsetzung; puesta en produccion; paso a produccion; entrada em producao; mise en ligne; messa in produzione; livegang; ingebruikname; driftsattning; lanseringen; выкладка; деплой; wdrozenie produkcyjne; nasazeni; canliya alim; 投产; 发版; デプロイ; ローンチ; 公開; 런칭; 배포일; release day; release cut; production release; prod release; production deploy; production deployment; hotfix release; soft launch; cutover; livraison en production; despliegue a produccion; release a produccion; salida a produccion; entrega a produccion; subida para producao; publicacao; publicacion; pubblicazione; oppleveing; utgivelse; udgivelse; julkaisu; релиза; релизу; релізу; выпуска; wydania; vydani; canli; 发布日; 上线日; 上线发布; リリース日; 릴리스일; เปิดตัว; إطلاق; रिलीज़',
  sync: 'sync; syncs; meeting; meetings; check in; checkin; check ins; checkins; mid sprint check; mid sprint check in; mid sprint check ins; mid sprint checkin; weekly sync; workshop; clinic; office hours; jam; dry run; walkthrough; training; pairing; mob; mid sprint; midpoint; standby; call; 1 1; one on one; reunion; reuniao; taller; besprechung; abstimmung; jour fixe; treffen; incontro; riunione; overleg; bijeenkomst; mote; встреча; созвон; синк; зустріч; spotkanie; schuzka; toplanti; 会议; 同步; 例会; 会議; 定例; 打ち合わせ; 회의; 미팅; 싱크; hop; rapat; biweekly; stakeholder sync; ops review; 1 1s; 1on1; 1on1s; one on ones; all hands; town hall; steering committee; steerco; lenkungsausschuss; copil; comite de pilotage; comite de direccion; планерка; летучка; совещание; нарада; narada; weekly meeting; weekly call; wochenmeeting; point hebdomadaire; 周会; 週会; 週次; 주간 회의; 站立例会; scrum of scrums; working session; alignment; brown bag; lunch and learn; tech talk; guild; community of practice; synchro; point projet; point d equipe; atelier; alinhamento; sincronizacion; seguimiento; reunion de seguimiento; allineamento; weeklies; statusmeeting; status meeting; teammeeting; team meeting; austausch; sprechstunde; avstemming; avstamning; tapaaminen; palaveri; синхронизация; синхронізація; статус встреча; narada tymu; synchronizacja; spotkanie statusowe; haftalik toplanti; hop tuan; rapat mingguan; 碰头会; 沟通会; 对齐会; 進捗確認; 주간 회의; ประชุม; اجتماع; बैठक',
  milestone:
    'milestone; deadline; freeze; code freeze; feature freeze; checkpoint; gate; phase; cutoff; due; complete; hito; marco; jalon; meilenstein; mijlpaal; milstolpe; веха; kamien milowy; kilometre tasi; 里程碑; マイルストーン; 마일스톤; cot moc; tonggak; congelamiento de codigo; congelamento de codigo; gel du code; code stopp; заморозка кода; фичефриз; кодфриз; 封版; 代码冻结; 提测; コードフリーズ; 코드 프리즈; fecha limite; data limite; date limite; stichtag; срок; дедлайн; termin koncowy; 截止日期; 締め切り; 마감일; scope freeze; content freeze; feature complete; code complete; sprint start; sprint end; sprint begins; sprint ends; sprint starts; sprint kickoff date; milepael; milepel; virstanpylvas; milnik; entrega; livrable final; inicio del sprint; fin del sprint; inicio da sprint; fim da sprint; debut du sprint; fin du sprint; sprintstart; sprintende; sprintbeginn; inizio sprint; fine sprint; начало спринта; конец спринта; початок спринту; кінець спринту; poczatek sprintu; koniec sprintu; 冲刺开始; 冲刺结束; 迭代开始; 迭代结束; スプリント開始; スプリント終了; 스프린트 시작; 스프린트 종료',
} satisfies Record<Exclude<CeremonyKind, 'other'>, string>

export const CEREMONY_WORDS: readonly { kind: CeremonyKind; words: string[] }[] = (
  Object.keys(LINES) as (keyof typeof LINES)[]
).map((kind) => ({ kind, words: words(LINES[kind]) }))

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
