import type { Lang, Words } from '../../base/words.ts'
import { content, heading, list as listOf, quiet, strong, text } from '../../content/build.ts'
import type { Content } from '../../content/content.ts'
import type { Fault } from '../../filter/faults.ts'
import { mostWords } from '../../filter/limits.ts'
import type { ListedWord } from './listed-word.ts'
import type { WordPlan } from './word-plan.ts'
import { wordKindNames } from './word-request.ts'

interface ShownList {
  readonly list: string
  readonly words: readonly ListedWord[]
  readonly count: number
  /** The names of the team's other lists. */
  readonly others: readonly string[]
}

export function wordsShown({ list, words, count, others }: ShownList, lang: Lang): Content {
  const title = { zh: `词表 ${list} · ${count} 个词`, en: `List ${list} · ${count} words` }[lang]
  const more = count - words.length
  return content(
    lang,
    heading(title),
    listOf(words.map(word => [strong(word.word), wordFacts(word, lang)])),
    more > 0 ? quiet({ zh: `还有 ${more} 个`, en: `and ${more} more` }[lang]) : null,
    others.length === 0
      ? null
      : quiet(
          {
            zh: `另有词表：${others.join('、')}（/群规 词表 词表=${others[0]}）`,
            en: `Other lists: ${others.join(', ')} (/rules words list=${others[0]})`,
          }[lang],
        ),
    quiet(
      {
        zh: '添加：/群规 词表 添加 包治百病 国家级=知名 · 放行：/群规 词表 放行 博弈 · 删除：/群规 词表 删除 包治百病 · 现成的：/群规 词表 现成',
        en: 'Add: /rules words add miracle world-class=well-known · allow: /rules words allow best practice · remove: /rules words remove miracle · ready ones: /rules words ready',
      }[lang],
    ),
  )
}

function wordFacts({ kind, suggestion }: ListedWord, lang: Lang): string {
  const instead = suggestion === undefined ? '' : { zh: `，建议：${suggestion}`, en: `; instead: ${suggestion}` }[lang]
  return ` · ${wordKindNames[kind][lang]}${instead}`
}

export function wordsAdded(list: string, { fresh, changed, doubled }: WordPlan, count: number, lang: Lang): Content {
  const named = (words: readonly ListedWord[]) =>
    `${words
      .slice(0, 10)
      .map(({ word }) => word)
      .join({ zh: '、', en: ', ' }[lang])}${words.length > 10 ? '…' : ''}`
  return content(
    lang,
    fresh.length > 0
      ? text(strong({ zh: `新增 ${fresh.length} 个：`, en: `Added ${fresh.length}: ` }[lang]), named(fresh))
      : null,
    changed.length > 0
      ? text(
          { zh: `已有，按新的处理：${named(changed)}`, en: `There already, now handled anew: ${named(changed)}` }[lang],
        )
      : null,
    doubled > 0 ? quiet({ zh: `${doubled} 个本来就有`, en: `${doubled} were there already` }[lang]) : null,
    quiet({ zh: `词表 ${list} 现有 ${count} 个词。`, en: `The list ${list} now has ${count} words.` }[lang]),
  )
}

export function wordsRemoved(removed: number, unknown: number, count: number, lang: Lang): Content {
  return content(
    lang,
    text({ zh: `删除 ${removed} 个。`, en: `Removed ${removed}.` }[lang]),
    unknown > 0 ? quiet({ zh: `${unknown} 个不在词表里。`, en: `${unknown} were not listed.` }[lang]) : null,
    quiet({ zh: `现有 ${count} 个词。`, en: `There are ${count} words now.` }[lang]),
  )
}

export function wordFaults(all: readonly { readonly word: string; readonly fault: Fault }[]): Words {
  const said = (lang: Lang) => all.slice(0, 10).map(({ word, fault }) => `“${word.slice(0, 20)}” ${fault.words[lang]}`)
  return { zh: `没有添加。${said('zh').join('；')}`, en: `Nothing was added. ${said('en').join('; ')}` }
}

export const tooManyWords: Words = {
  zh: `没有添加：一份词表最多 ${mostWords} 个词。可以删掉一些，或者另建一份：/群规 词表 添加 … 词表=名字`,
  en: `Nothing was added: a list takes up to ${mostWords} words. Remove some, or begin another list: /rules words add … list=NAME`,
}

export const howToUseWords: Words = {
  zh: '没看懂。可以写：/群规 词表 · /群规 词表 添加 包治百病 国家级=知名 处理=打码 · /群规 词表 放行 博弈 · /群规 词表 删除 包治百病（处理：拦截、打码、提示、复核）',
  en: 'That was not clear. Try: /rules words · /rules words add miracle world-class=well-known kind=mask · /rules words allow best practice · /rules words remove miracle (kinds: block, mask, hint, review)',
}
