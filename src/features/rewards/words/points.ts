import type { Lang, Words } from '../../../base/words.ts'
import { toLocal, type Zone } from '../../../calendar/zone.ts'
import { actions, code, content, quiet, strong, table, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { LedgerLine } from '../points/ledger.ts'

const signed = (delta: number) => (delta > 0 ? `+${delta}` : `−${-delta}`)

export function pointsWords(points: number, lang: Lang): string {
  return { zh: `${points} 分`, en: Math.abs(points) === 1 ? `${points} point` : `${points} points` }[lang]
}

export interface Ledger {
  /** Null for one's own. */
  readonly name: string | null
  readonly balance: number
  /** Newest first. */
  readonly lines: readonly LedgerLine[]
  readonly manages: boolean
}

export function ledgerContent({ name, balance, lines, manages }: Ledger, zone: Zone, lang: Lang): Content {
  const whose = name === null ? { zh: '你有 ', en: 'You have ' } : { zh: `${name}有 `, en: `${name} has ` }
  const labels = { zh: ['日期', '分', '原因'], en: ['Date', 'Points', 'For'] }[lang]
  const more = { zh: '列出最近的变动', en: 'The latest changes' }
  const give = { zh: '给分：/积分 @张三 +10 原因', en: 'To give points: /points @Sam +10 reason' }
  const see = { zh: '能换什么', en: 'What they buy' }
  return content(
    lang,
    text(whose[lang], strong(pointsWords(balance, lang))),
    table(
      labels.map(label => ({ label })),
      lines.map(({ at, delta, reason }) => [toLocal(at, zone).date, signed(delta), reason]),
    ),
    lines.length === 0 ? null : quiet(more[lang]),
    manages ? quiet(code(give[lang])) : null,
    actions({ id: 'rewards.list', label: see[lang], words: { zh: '/奖品', en: '/rewards' }[lang] }),
  )
}

export function gaveContent(
  { name, delta, reason, balance }: { name: string; delta: number; reason: string; balance: number },
  lang: Lang,
): Content {
  const line = {
    zh: `${name} ${signed(delta)} 分：${reason}。现在 ${balance} 分，已私下告诉本人。`,
    en: `${name} ${signed(delta)}: ${reason}. That makes ${pointsWords(balance, 'en')}; they are told in private.`,
  }
  return content(lang, text(line[lang]))
}

export function earnedContent(
  { delta, reason, by }: { delta: number; reason: string; by: string | null },
  lang: Lang,
): Content {
  const from = by === null ? '' : { zh: `（${by}）`, en: ` (${by})` }[lang]
  return content(
    lang,
    text({ zh: `积分 ${signed(delta)}：`, en: `Points ${signed(delta)}: ` }[lang], reason, from),
    actions({
      id: 'rewards.points',
      label: { zh: '我的积分', en: 'My points' }[lang],
      words: { zh: '/积分', en: '/points' }[lang],
    }),
  )
}

export function forContest(name: string, lang: Lang): string {
  return { zh: `赢了竞赛“${name}”`, en: `won the contest "${name}"` }[lang]
}

export const forKudos: Words = { zh: '同事的感谢', en: 'thanks from a colleague' }

export const whyEarned: Words = {
  zh: '你的积分变了；每次变动都会私下告诉你',
  en: 'Your points changed; you are told of every change in private',
}
