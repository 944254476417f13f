import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, heading, list, quiet, strong, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { answersIn, averageOf, type Counts, LEAST } from './pulse.ts'

export const pulseAction = 'voice.pulse'

export const whyAsked: Words = {
  zh: '团队开了“每周心情”，每周匿名问一次',
  en: 'the team has the weekly pulse on, which asks everybody once a week, anonymously',
}

export function askedWords(lang: Lang): Content {
  const w = {
    zh: {
      ask: '这周工作得怎么样？1 很糟，5 很好。',
      how: `匿名：只数每个分数有几人，不记谁选了几分；满 ${LEAST} 人才公布平均，不满就作废。后天公布。也可以发 /反馈 心情 4。`,
    },
    en: {
      ask: 'How is work going this week? 1 is bad, 5 is good.',
      how: `Anonymous: only how many chose each number is kept, not who. The average is shown from ${LEAST} answers up, the day after tomorrow; fewer are thrown away. You can also type /feedback pulse 4.`,
    },
  }[lang]
  const buttons = [1, 2, 3, 4, 5].map(value => ({
    id: pulseAction,
    label: String(value),
    value: String(value),
    words: { zh: `/反馈 心情 ${value}`, en: `/feedback pulse ${value}` }[lang],
  }))
  return content(lang, text(w.ask), actions(...buttons), quiet(w.how))
}

export function takenWords(lang: Lang): Content {
  const w = {
    zh: '已计入。只多了一个数，没记是谁；谁也改不了、查不到，聊天软件自己的记录除外。',
    en: 'Counted. One number went up, and nobody is beside it: it cannot be changed or looked up, but in the chat’s own history.',
  }
  return content(lang, text(w[lang]))
}

/** `earlier` are the averages before it, the latest first. */
export function resultWords(lang: Lang, counts: Counts, earlier: readonly number[]): Content {
  const average = averageOf(counts)
  const title = { zh: '每周心情', en: 'Weekly pulse' }[lang]
  if (average === null) {
    const few = {
      zh: `不足 ${LEAST} 人回答，不公布，答案已作废。`,
      en: `Fewer than ${LEAST} answered, so nothing is shown, and the answers are gone.`,
    }
    return content(lang, heading(title), text(few[lang]))
  }
  const answers = answersIn(counts)
  const of = { zh: `（满分 5，${answers} 人回答）`, en: ` of 5 (${answers} answers)` }[lang]
  return content(lang, heading(title), text(strong(average.toFixed(1)), of), trend(lang, average, earlier))
}

function trend(lang: Lang, average: number, earlier: readonly number[]) {
  const [last] = earlier
  if (last === undefined) return null
  const change = Math.round((average - last) * 10) / 10
  const sign = change > 0 ? '↑' : change < 0 ? '↓' : '→'
  const course = [...earlier].reverse().map(value => value.toFixed(1))
  const w = { zh: '比上次 ', en: 'Since the last time ' }[lang]
  return quiet(`${w}${sign} ${Math.abs(change).toFixed(1)} · ${[...course, average.toFixed(1)].join(' → ')}`)
}

export function trendWords(
  lang: Lang,
  weeks: readonly { readonly week: string; readonly average: number | null }[],
): Content {
  const w = {
    zh: { title: '每周心情', none: '还没有结果。管理员用 /设置 每周心情 开 打开。', few: '回答太少' },
    en: {
      title: 'Weekly pulse',
      none: 'No results yet. An admin turns it on by /settings weekly pulse on.',
      few: 'too few',
    },
  }[lang]
  const items = weeks.map(({ week, average }) => [`${week} `, average === null ? w.few : strong(average.toFixed(1))])
  return content(lang, heading(w.title), weeks.length === 0 ? text(w.none) : list(items))
}

export const fromOneToFive: Words = {
  zh: '请给 1 到 5 的整数，例如 /反馈 心情 4',
  en: 'A whole number from 1 to 5, please, such as /feedback pulse 4',
}

export const notAsked: Words = {
  zh: '现在没有在问“每周心情”，没有计入。看结果：/反馈 心情',
  en: 'The weekly pulse is not being asked now, so nothing was counted. To see results: /feedback pulse',
}

export const countedBefore: Words = {
  zh: '你这周答过了。哪个是你的谁也不知道，所以改不了。',
  en: 'You have answered this week. Nobody knows which answer was yours, so it cannot be changed.',
}
