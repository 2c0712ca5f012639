/** Words that name a box of time with work of its own, most specific claim first. */
import { fold } from '../text.ts'

export const CONTAINER_KINDS = [
  'sprint',
  'iteration',
  'cycle',
  'week',
  'milestone',
  'phase',
  'month',
  'day',
] as const
export type ContainerKind = (typeof CONTAINER_KINDS)[number]

const LINES: Record<ContainerKind, string> = {
  sprint: 'sprint sprints спринт спрінт スプリント 스프린트 冲刺 衝刺 สปรินต์ سبرنت स्प्रिंट',
  iteration:
    'iteration iteracion iteracao iterazione iteratie итерация iteracja iterace iterasyon 迭代 イテレーション 이터레이션 pi increment',
  cycle: 'cycle ciclo zyklus цикл cykl 周期 サイクル',
  week: 'week weeks wk woche wochen kw semana semaine settimana vecka uke uge viikko неделя недели тиждень tydzien tyden hafta tuan minggu สัปดาห์ สัปดาห์ที่ أسبوع सप्ताह weken',
  milestone:
    'milestone hito marco jalon meilenstein mijlpaal milstolpe веха milnik kamien 里程碑 マイルストーン 마일스톤',
  phase:
    'phase fase fases fas faza etapa etape etap фаза этап stage wave stufe asama evre giai-doan tahap フェーズ 단계',
  month: 'month mes mois monat mese maand manad месяц місяць miesiac mesic ay thang bulan',
  day: 'day dia jour tag giorno dag день dzien den gun ngay hari',
}

/** Folded word → kind. */
export const CONTAINERS: ReadonlyMap<string, ContainerKind> = new Map(
  (Object.keys(LINES) as ContainerKind[]).flatMap((kind) =>
    LINES[kind].split(' ').map((word) => [fold(word), kind] as const),
  ),
)

/** Forms where number and word have no blank between them: "第1周", "1주차", "阶段一", "第 3 週". */
export const CJK_CONTAINERS: readonly { kind: ContainerKind; form: RegExp }[] = [
  { kind: 'week', form: /^第\s?([0-9一二三四五六七八九十]{1,3})\s?[周週]/u },
  { kind: 'week', form: /^([0-9]{1,3})\s?주차/u },
  { kind: 'iteration', form: /^第\s?([0-9一二三四五六七八九十]{1,3})\s?(?:次|轮|个)?迭代/u },
  { kind: 'phase', form: /^第\s?([0-9一二三四五六七八九十]{1,3})\s?(?:阶段|階段|期)/u },
  { kind: 'phase', form: /^(?:阶段|階段)\s?([0-9一二三四五六七八九十]{1,3})/u },
  { kind: 'phase', form: /^([0-9]{1,3})\s?단계/u },
  { kind: 'sprint', form: /^第\s?([0-9一二三四五六七八九十]{1,3})\s?(?:个)?(?:冲刺|スプリント|sprint)/iu },
]

/** Words before the box's word that leave its meaning as it is: "Current Sprint 4". */
export const BOX_PREFIXES: ReadonlySet<string> = new Set(
  'current active previous next upcoming last completed former the new final old project latest following текущий следующий предыдущий actual proximo siguiente anterior prochain aktueller nachster volgende huidige 次期 当前 下一个 다음'.split(
    ' ',
  ),
)

/** Words that make what follows a mention and not a title: "Dependencies for Sprint 3". */
export const MENTIONS: ReadonlySet<string> = new Set(
  'for before after of to in on from until since by during per and or a para de del da do en pour avant apres du fur vor nach im aus von per dopo prima voor na van для до после в с из от perspektif this through with vs'.split(
    ' ',
  ),
)
