/** Words for meetings and key dates, in many languages; compared folded, the first row that matches wins. */
import type { CeremonyKind } from '../types.ts'
import { words } from './words.ts'

const LINES: readonly (readonly [CeremonyKind, string])[] = [
  [
    'retro',
    'retrospective; retro; retros; retrospectiva; retrospettiva; retrospektive; retrospectief; retrospektiv; ретроспектива; ретро; retrospektywa; retrospektif; 回顾; 回顧; 复盘; 振り返り; ふりかえり; レトロスペクティブ; レトロ; 회고; lessons learned session; retrospeksi; sprint ruckblick; ruckblick; retrospective meeting; terugblik; tilbageblik; aterblick; 回顾会; 反省会; zpetne ohlednuti; visszatekintes',
  ],
  [
    'refinement',
    'refinement; grooming; backlog refinement; backlog grooming; refinamiento; refinamento; affinage; raffinement; verfeinerung; raffinamento; verfijning; уточнение бэклога; груминг; рефайнмент; 梳理; 需求梳理; リファインメント; 리파인먼트; 백로그 정제; triage; bug triage; story time; estimation session; revisit the release plan; update product backlog; backlog pflege; product backlog refinement; pbr; backlog verfeinerung; affinage du backlog; refinamiento del backlog; refinamento do backlog; 需求澄清会; バックログリファインメント; 백로그 리파인먼트; doprecyzowanie; penyempurnaan backlog; backlog iyilestirme',
  ],
  [
    'standup',
    'standup; stand up; stand ups; standups; daily; daily scrum; daily check in; daily checkin; daily sync; dailies; scrum diario; reunion diaria; reuniao diaria; daily meeting; melee quotidienne; point quotidien; tagliches; dagelijkse; dagligt; стендап; дейли; ежедневная; ежедневный; щоденний; codzienny; gunluk; 每日站会; 站会; 晨会; 毎日; 朝会; デイリー; デイリースクラム; 데일리; 데일리 스크럼; 일일 스크럼; 스탠드업; hop hang ngay; harian; check in daily',
  ],
  [
    'planning',
    'sprint planning; planning; kickoff; kick off; planificacion; planejamento; planification; planung; sprint planung; pianificazione; planning meeting; планирование; планування; planowanie; planovani; planlama; 计划会; 计划会议; 规划会; プランニング; 計画会議; スプリント計画; 플래닝; 계획 회의; hop ke hoach; lap ke hoach; perencanaan; iteration planning; planering; planungsmeeting; sprintplanung; sprintplanning; reunion de planificacion; reuniao de planejamento; reunion de planification; kick off meeting; 启动会; キックオフ; 킥오프; 스프린트 계획; 迭代计划',
  ],
  [
    'digest',
    'digest; status update; status updates; weekly update; weekly updates; weekly report; newsletter; stakeholder update; stakeholder digest; status report; progress report; daily thread; daily update thread; daily update; weekly status; boletin; informe semanal; relatorio semanal; rapport hebdomadaire; wochenbericht; statusbericht; rapporto; weekrapport; дайджест; отчет; отчёт; звіт; raport; rapor; 周报; 日报; 週報; 日報; 주간 보고; bao cao; laporan',
  ],
  [
    'review',
    'review; sprint review; demo; demos; demonstration; showcase; demo day; audit; revision; revision del sprint; revisao; revue; revue de sprint; vorfuhrung; dimostrazione; демо; обзор спринта; показ; przeglad; predvedeni; gozden gecirme; 评审; 演示; 评审会; レビュー; デモ; 리뷰; 데모; tong ket; ulasan; tinjauan',
  ],
  [
    'release',
    'release; deploy; deployment; launch; go live; golive; ship; rollout; release window; beta release; publish; lanzamiento; despliegue; lancamento; livraison; mise en production; veroffentlichung; auslieferung; rilascio; lancio; uitrol; lansering; релиз; выпуск; запуск; реліз; wydanie; wdrozenie; yayin; surum; 发布; 上线; 發布; リリース; 릴리스; 릴리즈; 출시; 배포; phat hanh; rilis; inbetriebnahme; markteinfuhrung; produktivsetzung; puesta en produccion; paso a produccion; entrada em producao; mise en ligne; messa in produzione; livegang; ingebruikname; driftsattning; lanseringen; выкладка; деплой; wdrozenie produkcyjne; nasazeni; canliya alim; 投产; 发版; デプロイ; ローンチ; 公開; 런칭; 배포일',
  ],
  [
    'sync',
    'sync; meeting; check in; checkin; mid sprint check; weekly sync; workshop; clinic; office hours; jam; dry run; walkthrough; training; pairing; mob; mid sprint; midpoint; standby; call; 1 1; one on one; reunion; reuniao; taller; besprechung; abstimmung; jour fixe; treffen; incontro; riunione; overleg; bijeenkomst; mote; встреча; созвон; синк; зустріч; spotkanie; schuzka; toplanti; 会议; 同步; 例会; 会議; 定例; 打ち合わせ; 회의; 미팅; 싱크; hop; rapat; biweekly; stakeholder sync; ops review; 1 1s; 1on1; 1on1s; one on ones; all hands; town hall; steering committee; steerco; lenkungsausschuss; copil; comite de pilotage; comite de direccion; планерка; летучка; совещание; нарада; narada; weekly meeting; weekly call; wochenmeeting; point hebdomadaire; 周会; 週会; 週次; 주간 회의; 站立例会',
  ],
  [
    'milestone',
    'milestone; deadline; freeze; code freeze; feature freeze; checkpoint; gate; phase; cutoff; due; complete; hito; marco; jalon; meilenstein; mijlpaal; milstolpe; веха; kamien milowy; kilometre tasi; 里程碑; マイルストーン; 마일스톤; cot moc; tonggak; congelamiento de codigo; congelamento de codigo; gel du code; code stopp; заморозка кода; фичефриз; кодфриз; 封版; 代码冻结; 提测; コードフリーズ; 코드 프리즈; fecha limite; data limite; date limite; stichtag; срок; дедлайн; termin koncowy; 截止日期; 締め切り; 마감일',
  ],
]

export const CEREMONY_WORDS: readonly { kind: CeremonyKind; words: string[] }[] = LINES.map(
  ([kind, line]) => ({ kind, words: words(line) }),
)

export const DAILY: ReadonlySet<string> = new Set(
  words(
    'daily; every day; each day; diario; diaria; diariamente; quotidien; quotidienne; chaque jour; taglich; tagliche; giornaliero; quotidiano; dagelijks; dagligen; daglig; ежедневно; ежедневный; каждый день; щодня; codziennie; denne; her gun; gunluk; 每日; 每天; 毎日; 매일; hang ngay; moi ngay; setiap hari; harian; diarios; weekdays; every weekday; mon fri; monday friday; m f',
  ),
)
export const WEEKLY: ReadonlySet<string> = new Set(
  words(
    'weekly; every week; each week; semanal; semanalmente; hebdomadaire; wochentlich; settimanale; wekelijks; varje vecka; еженедельно; еженедельный; щотижня; tygodniowo; tydne; haftalik; 每周; 毎週; 매주; hang tuan; mingguan',
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
    'notes; note; actions; comments; comment; turnaround; sla; slas; latency; frequency; rate; rates; pipeline; pipelines; script; scripts; branch; branches; version; tag; tags; guidelines; criteria; tooling; automation; manager; managers; engineer; owner; coordinator; captain; poker; template; templates; feedback; findings; outcomes; minutes',
  ),
)
