import type { Lang, Words } from '../../../base/words.ts'
import { toLocal, type Zone } from '../../../calendar/zone.ts'
import { content, heading, list, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { RuleDefinition } from '../rule.ts'
import { titleOf } from '../titles.ts'
import type { Trial } from './backtest.ts'

export const nothingKept: Words = {
  zh: '没有留存聊天可以试算。可以让它试行几天，只记不说：/群规 试行 名称；或打开留存：/settings rules.keepDays 30',
  en: 'No talk is kept to try a rule on. It can run silently for some days: /rules try NAME. To keep talk: /settings rules.keepDays 30',
}

/** For a manager alone: it shows what people said. */
export function trialContent(
  { heard, found, hinted, newest, isCut }: Trial,
  { definition, days, zone }: { readonly definition: RuleDefinition; readonly days: number; readonly zone: Zone },
  lang: Lang,
): Content {
  const title = titleOf(definition, lang)
  const lines = newest.map(({ talk, name }) => {
    const { date, time } = toLocal(talk.at, zone)
    return [`${date.slice(5)} ${time} ${name}: ${excerpt(talk.text)}`]
  })
  return content(
    lang,
    heading({ zh: `试算“${title}”`, en: `“${title}”, tried` }[lang]),
    text(
      {
        zh: `最近 ${days} 天听到 ${heard} 条${isCut ? '（只试了这么多）' : ''}：会碰到 ${found} 条，按它的分寸会提示 ${hinted} 次。`,
        en: `Of ${heard} messages in ${days} days${isCut ? ' (no more were tried)' : ''} it would have found ${found}, and by its manners hinted ${hinted} times.`,
      }[lang],
    ),
    list(lines),
    quiet(
      {
        zh: '只有你能看到，查看已记录在案。没有提示任何人。',
        en: 'Only you see this, and that you saw it is on record. Nobody was told anything.',
      }[lang],
    ),
  )
}

const longest = 80

function excerpt(said: string): string {
  const line = said.replace(/\s+/g, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest).toWellFormed()}…`
}
