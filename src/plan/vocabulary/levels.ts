/** Likelihood and impact, priorities, kinds of items, sizes and units, in many languages. */
import type { EstimateUnit, ItemKind, Level } from '#domain/plan-file.ts'
import { lookup } from './words.ts'

export const LEVELS: ReadonlyMap<string, Level> = lookup<Level>({
  high: 'high; h; very high; critical; severe; major; alto; alta; muy alto; muito alto; eleve; elevee; haut; haute; fort; hoch; sehr hoch; elevato; elevata; hoog; hog; hoy; высокий; высокая; высокое; критический; високий; висока; wysokie; wysoki; wysoka; vysoka; vysoky; yuksek; 高; 严重; 重大; 높음; 상; 高い; 大; cao; tinggi; สูง; عالي; उच्च; almost certain; likely; catastrophic; significant',
  medium:
    'medium; med; m; moderate; medio; media; mittel; moyen; moyenne; moyen ne; gemiddeld; medel; middels; средний; средняя; среднее; середній; середня; srednie; sredni; srednia; stredni; orta; 中; 中等; 중간; 중; 보통; trung binh; sedang; ปานกลาง; متوسط; मध्यम; possible; moderado; moderada',
  low: 'low; l; very low; minor; unlikely; bajo; baja; baixo; baixa; faible; bas; basse; gering; niedrig; basso; bassa; laag; lag; lav; низкий; низкая; низкое; низький; низька; niskie; niski; niska; nizka; nizky; dusuk; 低; 轻微; 낮음; 하; 低い; 小; thap; rendah; ต่ำ; منخفض; निम्न; rare; negligible',
})

export const LEVEL_MARKS: ReadonlyMap<string, Level> = new Map<string, Level>([
  ['🔴', 'high'],
  ['🟠', 'medium'],
  ['🟡', 'medium'],
  ['🟢', 'low'],
])

/** Words for a priority, with or without a number. */
export const PRIORITIES: ReadonlySet<string> = new Set([
  ...lookup({
    p: 'p0; p1; p2; p3; p4; p5; must; should; could; must have; should have; could have; won t have; urgent; blocker; highest; lowest; high priority; medium priority; low priority; critical priority; must have high; critical; critico; bloquant; critique; pflicht; soll; kann; срочно; срочный; 必做; 必须; 紧急; 緊急; 必須; 긴급; 필수',
  }).keys(),
])

export const KINDS: ReadonlyMap<string, ItemKind> = lookup<ItemKind>({
  story:
    'story; user story; us; feature; enhancement; functionality; historia; historia de usuario; hu; historia de usuario us; recit; user storys; anwendergeschichte; funktion; feat; фича; история; 需求; 用户故事; 功能; 新功能; ストーリー; 機能; 스토리; 기능; tinh nang; fitur',
  task: 'task; technical task; tech task; subtask; work; tarea; tarefa; tache; aufgabe; compito; taak; uppgift; задача; завдання; zadanie; gorev; 任务; 任務; タスク; 작업; cong viec; tugas; infrastructure; enabler; test; documentation; docs',
  bug: 'bug; defect; fix; bugfix; hotfix; error; fehler; bogue; anomalie; defecto; errore; fout; fel; баг; ошибка; дефект; blad; hata; 缺陷; 修复; バグ; 不具合; 버그; loi',
  chore:
    'chore; tech debt; technical debt; refactor; refactoring; maintenance; housekeeping; cleanup; infra; devops; ci; build; technical debt architecture; deuda tecnica; dette technique; technische schuld; debito tecnico; техдолг; 技术债; 重构; 技術的負債; 기술 부채; ops',
  spike:
    'spike; research; investigation; discovery; poc; proof of concept; investigacion; pesquisa; recherche; исследование; спайк; 调研; 调查; 調査; 조사; 스파이크',
})

export const SIZES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    xs: 'XS',
    s: 'S',
    m: 'M',
    l: 'L',
    xl: 'XL',
    xxl: 'XXL',
    'extra small': 'XS',
    small: 'S',
    medium: 'M',
    large: 'L',
    'extra large': 'XL',
    tiny: 'XS',
    huge: 'XXL',
    pequeno: 'S',
    mediano: 'M',
    grande: 'L',
    klein: 'S',
    mittel: 'M',
    gross: 'L',
    petit: 'S',
    moyen: 'M',
    grand: 'L',
    小: 'S',
    中: 'M',
    大: 'L',
  }),
)

/** Folded unit → unit of the model and how many of it one is; a week is five working days. */
export const UNITS: ReadonlyMap<string, { unit: EstimateUnit; factor: number }> = new Map(
  [
    [
      'points',
      1,
      'p pt pts point points sp story storypoint storypoints puntos pontos punto ponto punkte punti punten punkt poang очков очка баллов балл бали балів puan diem 点 分 ポイント 점 포인트 poin',
    ],
    [
      'hours',
      1,
      'h hr hrs hour hours std stunde stunden hora horas heure heures ora ore uur uren u timme timmar tim ч час часа часов год година години годин godz godzin saat sa 小时 小時 时间 時間 시간 gio jam',
    ],
    [
      'hours',
      1 / 60,
      'min mins minute minutes minuten minuto minutos minuti minuut мин минут минуты хв dk dakika 分钟 分鐘 분 phut menit',
    ],
    [
      'days',
      1,
      'd day days pd md mandays manday tag tage dia dias jour jours j giorno giorni dag dagen dagar д дн день дня дней днів dni dzien gun 天 日 人日 工作日 일 ngay hari',
    ],
    [
      'days',
      5,
      'w week weeks wk wks woche wochen semana semanas semaine semaines settimana settimane week weken vecka veckor неделя недели недель нед тиждень тижні tydzien hafta 周 週 週間 주 tuan minggu',
    ],
  ].flatMap(([unit, factor, names]) =>
    (names as string)
      .split(' ')
      .map((name) => [name, { unit: unit as EstimateUnit, factor: factor as number }] as const),
  ),
)
