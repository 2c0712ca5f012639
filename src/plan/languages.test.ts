// One small plan in many languages: the words of tables, headings, states, months and units.
import { describe, expect, it } from 'vitest'
import { parsePlan } from '#plan/parse.ts'

interface Words {
  language: string
  title: string
  dates: [heading: string, start: string]
  goal: string
  work: string
  columns: [task: string, owner: string, estimate: string, status: string]
  done: string
  doing: string
  risks: string
  riskColumns: [risk: string, likelihood: string, impact: string, mitigation: string]
  levels: [low: string, high: string]
  ready: string
}

const LANGUAGES: Words[] = [
  {
    language: 'English',
    title: 'Sprint 4',
    dates: ['Mar 3 – Mar 14, 2025', '2025-03-03'],
    goal: 'Sprint goal',
    work: 'Sprint backlog',
    columns: ['Task', 'Owner', 'Points', 'Status'],
    done: 'Done',
    doing: 'In progress',
    risks: 'Risks',
    riskColumns: ['Risk', 'Likelihood', 'Impact', 'Mitigation'],
    levels: ['Low', 'High'],
    ready: 'Definition of Done',
  },
  {
    language: 'Spanish',
    title: 'Sprint 4',
    dates: ['3 de marzo de 2025 al 14 de marzo de 2025', '2025-03-03'],
    goal: 'Objetivo del sprint',
    work: 'Tareas',
    columns: ['Tarea', 'Responsable', 'Puntos', 'Estado'],
    done: 'Hecho',
    doing: 'En progreso',
    risks: 'Riesgos',
    riskColumns: ['Riesgo', 'Probabilidad', 'Impacto', 'Mitigación'],
    levels: ['Baja', 'Alto'],
    ready: 'Definición de terminado',
  },
  {
    language: 'Portuguese',
    title: 'Sprint 4',
    dates: ['3 de março de 2025 a 14 de março de 2025', '2025-03-03'],
    goal: 'Objetivo da sprint',
    work: 'Tarefas',
    columns: ['Tarefa', 'Responsável', 'Pontos', 'Situação'],
    done: 'Concluído',
    doing: 'Em andamento',
    risks: 'Riscos',
    riskColumns: ['Risco', 'Probabilidade', 'Impacto', 'Mitigação'],
    levels: ['Baixa', 'Alto'],
    ready: 'Definição de pronto',
  },
  {
    language: 'French',
    title: 'Sprint 4',
    dates: ['3 mars 2025 au 14 mars 2025', '2025-03-03'],
    goal: 'Objectif du sprint',
    work: 'Tâches',
    columns: ['Tâche', 'Responsable', 'Points', 'Statut'],
    done: 'Terminé',
    doing: 'En cours',
    risks: 'Risques',
    riskColumns: ['Risque', 'Probabilité', 'Impact', 'Mitigation'],
    levels: ['Faible', 'Élevé'],
    ready: 'Definition of Done',
  },
  {
    language: 'German',
    title: 'Sprint 4',
    dates: ['03.03.2025 bis 14.03.2025', '2025-03-03'],
    goal: 'Sprintziel',
    work: 'Aufgaben',
    columns: ['Aufgabe', 'Verantwortlich', 'Punkte', 'Status'],
    done: 'Erledigt',
    doing: 'In Arbeit',
    risks: 'Risiken',
    riskColumns: ['Risiko', 'Wahrscheinlichkeit', 'Auswirkung', 'Maßnahme'],
    levels: ['Niedrig', 'Hoch'],
    ready: 'Definition of Done',
  },
  {
    language: 'Italian',
    title: 'Sprint 4',
    dates: ['3 marzo 2025 – 14 marzo 2025', '2025-03-03'],
    goal: 'Obiettivo dello sprint',
    work: 'Attività',
    columns: ['Compito', 'Responsabile', 'Punti', 'Stato'],
    done: 'Completato',
    doing: 'In corso',
    risks: 'Rischi',
    riskColumns: ['Rischio', 'Probabilità', 'Impatto', 'Mitigazione'],
    levels: ['Bassa', 'Alto'],
    ready: 'Definition of Done',
  },
  {
    language: 'Dutch',
    title: 'Sprint 4',
    dates: ['3 maart 2025 tot 14 maart 2025', '2025-03-03'],
    goal: 'Sprintdoel',
    work: 'Taken',
    columns: ['Taak', 'Verantwoordelijke', 'Punten', 'Status'],
    done: 'Klaar',
    doing: 'Bezig',
    risks: 'Risico’s',
    riskColumns: ['Risico', 'Kans', 'Impact', 'Maatregel'],
    levels: ['Laag', 'Hoog'],
    ready: 'Definition of Done',
  },
  {
    language: 'Russian',
    title: 'Спринт 4',
    dates: ['3 марта 2025 – 14 марта 2025', '2025-03-03'],
    goal: 'Цель спринта',
    work: 'Задачи',
    columns: ['Задача', 'Исполнитель', 'Баллы', 'Статус'],
    done: 'Готово',
    doing: 'В работе',
    risks: 'Риски',
    riskColumns: ['Риск', 'Вероятность', 'Влияние', 'Меры'],
    levels: ['Низкая', 'Высокое'],
    ready: 'Критерии готовности',
  },
  {
    language: 'Polish',
    title: 'Sprint 4',
    dates: ['3 marca 2025 – 14 marca 2025', '2025-03-03'],
    goal: 'Cel sprintu',
    work: 'Zadania',
    columns: ['Zadanie', 'Odpowiedzialny', 'Punkty', 'Status'],
    done: 'Zrobione',
    doing: 'W toku',
    risks: 'Ryzyka',
    riskColumns: ['Ryzyko', 'Prawdopodobieństwo', 'Wpływ', 'Mitigation'],
    levels: ['Niska', 'Wysoki'],
    ready: 'Definicja ukończenia',
  },
  {
    language: 'Turkish',
    title: 'Sprint 4',
    dates: ['3 Mart 2025 – 14 Mart 2025', '2025-03-03'],
    goal: 'Sprint hedefi',
    work: 'Görevler',
    columns: ['Görev', 'Sorumlu', 'Puan', 'Durum'],
    done: 'Tamamlandı',
    doing: 'Devam ediyor',
    risks: 'Riskler',
    riskColumns: ['Risk', 'Olasılık', 'Etki', 'Önlem'],
    levels: ['Düşük', 'Yüksek'],
    ready: 'Tamamlanma tanımı',
  },
  {
    language: 'Chinese',
    title: 'Sprint 4',
    dates: ['2025年3月3日 – 2025年3月14日', '2025-03-03'],
    goal: '迭代目标',
    work: '任务列表',
    columns: ['任务', '负责人', '故事点', '状态'],
    done: '已完成',
    doing: '进行中',
    risks: '风险',
    riskColumns: ['风险', '概率', '影响', '缓解措施'],
    levels: ['低', '高'],
    ready: '完成定义',
  },
  {
    language: 'Japanese',
    title: 'スプリント4',
    dates: ['2025年3月3日 ～ 2025年3月14日', '2025-03-03'],
    goal: 'スプリントゴール',
    work: 'タスク一覧',
    columns: ['タスク', '担当者', 'ポイント', 'ステータス'],
    done: '完了',
    doing: '対応中',
    risks: 'リスク',
    riskColumns: ['リスク', '発生確率', '影響度', '対策'],
    levels: ['低い', '高い'],
    ready: '完了の定義',
  },
  {
    language: 'Korean',
    title: '스프린트 4',
    dates: ['2025년 3월 3일 ~ 2025년 3월 14일', '2025-03-03'],
    goal: '스프린트 목표',
    work: '작업 목록',
    columns: ['작업', '담당자', '포인트', '상태'],
    done: '완료',
    doing: '진행 중',
    risks: '위험',
    riskColumns: ['위험', '확률', '영향', '대응 방안'],
    levels: ['낮음', '높음'],
    ready: '완료 기준',
  },
  {
    language: 'Vietnamese',
    title: 'Sprint 4',
    dates: ['2025-03-03 đến 2025-03-14', '2025-03-03'],
    goal: 'Mục tiêu sprint',
    work: 'Danh sách công việc',
    columns: ['Công việc', 'Người phụ trách', 'Điểm', 'Trạng thái'],
    done: 'Hoàn thành',
    doing: 'Đang làm',
    risks: 'Rủi ro',
    riskColumns: ['Rủi ro', 'Xác suất', 'Ảnh hưởng', 'Biện pháp'],
    levels: ['Thấp', 'Cao'],
    ready: 'Định nghĩa hoàn thành',
  },
]

const planIn = (w: Words) => `# ${w.title} (${w.dates[0]})

## ${w.goal}

Lorem ipsum dolor.

## ${w.work}

| ${w.columns.join(' | ')} |
| --- | --- | --- | --- |
| Alpha beta gamma | Ana | 5 | ${w.done} |
| Delta epsilon zeta | Bo | 3 | ${w.doing} |

## ${w.risks}

| ${w.riskColumns.join(' | ')} |
| --- | --- | --- | --- |
| Rain falls | ${w.levels[0]} | ${w.levels[1]} | Umbrella |

## ${w.ready}

- Omega
`

describe.each(LANGUAGES)('a plan in $language', (words) => {
  const file = parsePlan(new TextEncoder().encode(planIn(words)), { path: 'plan.md' })
  const sprint = file.plans[0]?.sprints[0]

  it('has its sprint, dates and goal', () => {
    expect(file.plans[0]?.sprints).toHaveLength(1)
    expect(sprint).toMatchObject({
      number: 4,
      start: words.dates[1],
      end: '2025-03-14',
      goals: ['Lorem ipsum dolor.'],
    })
  })

  it('has its items with owner, points and state', () => {
    expect(sprint?.items).toMatchObject([
      {
        title: 'Alpha beta gamma',
        assignees: ['Ana'],
        estimate: { value: 5, unit: 'points' },
        status: 'done',
      },
      {
        title: 'Delta epsilon zeta',
        assignees: ['Bo'],
        estimate: { value: 3, unit: 'points' },
        status: 'in_progress',
      },
    ])
  })

  it('has its risk with levels and answer, and its definition of done', () => {
    expect(sprint?.risks).toMatchObject([
      { title: 'Rain falls', likelihood: 'low', impact: 'high', mitigation: 'Umbrella' },
    ])
    expect(sprint?.definitionOfDone).toEqual(['Omega'])
  })
})
