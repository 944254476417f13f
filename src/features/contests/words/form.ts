import type { Lang } from '../../../base/words.ts'
import { addDays, type LocalDate, lastOfMonth } from '../../../calendar/dates.ts'
import { content, form } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { type Metric, metricName } from '../../metrics/catalogue.ts'
import type { ContestKind } from '../contest.ts'
import { kindNames } from './rule.ts'

const kindHints: Readonly<Record<ContestKind, { zh: string; en: string }>> = {
  most: { zh: '期末最高', en: 'highest at the end' },
  first: { zh: '先到一条线', en: 'first to a mark' },
  race: { zh: '依次过几条线', en: 'marks in order' },
  elimination: { zh: '一轮一轮晋级', en: 'round by round' },
  bingo: { zh: '小目标九宫格', en: 'a card of small goals' },
  teams: { zh: '队与队比人均', en: 'side against side' },
}

export function contestForm(metrics: readonly Metric[], today: LocalDate, lang: Lang): Content {
  const w = words[lang]
  const kinds: ContestKind[] = ['most', 'first', 'race', 'elimination', 'bingo', 'teams']
  const from = addDays(today, 1)
  return content(
    lang,
    form({
      id: 'contests.new',
      title: w.title,
      submit: w.submit,
      words: w.typed,
      inputs: [
        {
          ...{ id: 'kind', label: w.kind, kind: 'choice', required: true, initial: 'most' },
          options: kinds.map(kind => ({ value: kind, label: `${kindNames[kind][lang]} · ${kindHints[kind][lang]}` })),
        },
        {
          ...{ id: 'metric', label: w.metric, kind: 'choice', hint: w.metricHint },
          options: metrics.map(metric => ({ value: metric.key, label: metricName(metric, lang) })),
        },
        { id: 'from', label: w.from, kind: 'date', required: true, initial: from },
        { id: 'to', label: w.to, kind: 'date', required: true, initial: lastOfMonth(from) },
        {
          id: 'marks',
          label: w.marks,
          kind: 'line',
          hint: w.marksHint,
          when: { input: 'kind', is: ['first', 'race'] },
        },
        {
          id: 'rounds',
          label: w.rounds,
          kind: 'number',
          hint: w.roundsHint,
          when: { input: 'kind', is: ['elimination'] },
        },
        { id: 'sides', label: w.sides, kind: 'line', hint: w.sidesHint, when: { input: 'kind', is: ['teams'] } },
        { id: 'prize', label: w.prize, kind: 'line' },
        { id: 'name', label: w.name, kind: 'line', hint: w.nameHint },
        { id: 'handicap', label: w.handicap, kind: 'line', hint: w.handicapHint },
      ],
    }),
  )
}

const words = {
  zh: {
    ...{ title: '新建竞赛', submit: '开赛', typed: '/竞赛 最多 签单额 2026-12-01..2026-12-31 奖品=电影票' },
    ...{ kind: '怎么比', metric: '比什么', metricHint: '宾果可以不选，几个指标一起出题' },
    ...{ from: '从', to: '到', marks: '线', marksHint: '50万；闯关写几条：10万、30万、50万' },
    ...{ rounds: '几轮', roundsHint: '不填就是每周一轮', sides: '分队' },
    ...{
      sidesHint: '2 由系统抽签；或 红队:张三、李四 / 蓝队:王五、赵六',
      prize: '奖品',
      name: '名称',
      nameHint: '不填就自动起名',
    },
    ...{ handicap: '让分', handicapHint: '不填就是不让；历史；或 张三:20万、李四:10万' },
  },
  en: {
    ...{
      title: 'New contest',
      submit: 'Open it',
      typed: '/contest most revenue 2026-12-01..2026-12-31 prize=cinema tickets',
    },
    ...{ kind: 'What decides', metric: 'By', metricHint: 'A bingo card can take them all: leave it open' },
    ...{ from: 'From', to: 'To', marks: 'Mark', marksHint: '500k; for a race several: 100k / 300k / 500k' },
    ...{ rounds: 'Rounds', roundsHint: 'One a week unless told', sides: 'Sides' },
    ...{
      sidesHint: '2 draws them; or Red: Sam, Ann / Blue: Li, Wu',
      prize: 'Prize',
      name: 'Name',
      nameHint: 'Named by itself if left open',
    },
    ...{ handicap: 'Handicap', handicapHint: 'None if left open; history; or Sam:200k; Ann:100k' },
  },
} as const
