import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, heading, list, quiet, table, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import { titleOf } from '../titles.ts'
import { doubtfulButton } from './doubtful-words.ts'
import type { Fared, Remark, Tally } from './tally.ts'

/** By rule, never by person; with a way to what waits to be judged by whoever reads it. */
export function reportContent(all: readonly Fared[], waiting: number, lang: Lang): Content {
  const title = heading({ zh: '群规这一周', en: 'The rules this week' }[lang])
  if (all.length === 0)
    return content(
      lang,
      title,
      text(
        {
          zh: '现在没有在用的群规。看看有哪些：/群规 目录',
          en: 'No rule is in use. To see what there is: /rules list',
        }[lang],
      ),
    )
  const w = {
    zh: ['群规', '碰到', '上周', '提示', '不对', '申诉'],
    en: ['Rule', 'Found', 'Before', 'Told', 'Wrong', 'Appeals'],
  }[lang]
  const remarks = all.flatMap(({ rule, tally, remarks: its }) =>
    its.map(remark => [`${titleOf(rule.definition, lang)}: ${remarkWords(remark, tally, rule.definition.key)[lang]}`]),
  )
  const sum = (what: 'doubtful' | 'doubtfulRight' | 'doubtfulWrong') =>
    all.reduce((total, { tally }) => total + tally[what], 0)
  const doubtful = sum('doubtful')
  return content(
    lang,
    title,
    table(
      w.map((label, n) => (n === 0 ? { label } : { label, align: 'end' as const })),
      all.map(({ rule, tally }) => [
        `${titleOf(rule.definition, lang)}${rule.state === 'shadow' ? { zh: '（试行）', en: ' (trial)' }[lang] : ''}`,
        ...[tally.found, tally.before, tally.told, tally.wrong].map(String),
        tally.appeals === 0 ? '0' : `${tally.appeals} (${tally.accepted}✓)`,
      ]),
    ),
    list(remarks),
    doubtful === 0
      ? null
      : text(
          {
            zh: `另有 ${doubtful} 条只是像，没有提示任何人。四周内看过的：${sum('doubtfulRight')} 条是，${sum('doubtfulWrong')} 条不是。`,
            en: `${doubtful} more only looked like it; nobody was told. Judged in four weeks: ${sum('doubtfulRight')} were such, ${sum('doubtfulWrong')} were not.`,
          }[lang],
        ),
    waiting === 0 ? null : actions(doubtfulButton(waiting, lang)),
    quiet(
      {
        zh: '这里只按群规统计，不列个人。试算一条群规：/群规 回测 名称',
        en: 'Counted by rule, never by person. To try a rule on what was said: /rules test NAME',
      }[lang],
    ),
  )
}

function remarkWords(remark: Remark, tally: Tally, key: string): Words {
  const { found, wrong, doubtfulRight, doubtfulWrong } = tally
  const judged = doubtfulRight + doubtfulWrong
  switch (remark) {
    case 'silent':
      return {
        zh: `四周没有碰到过。大家都做到了，或者它听不到：/群规 停用 ${key}`,
        en: `nothing found in four weeks: all keep it, or it hears nothing. /rules off ${key}`,
      }
    case 'often':
      return {
        zh: `碰到 ${found} 次，太多了：要么太严，要么没谈拢。/群规 编辑 ${key}`,
        en: `found ${found} times: too strict, or not agreed yet. /rules edit ${key}`,
      }
    case 'imprecise':
      return {
        zh: `${found} 次里有 ${wrong} 次被说判得不对，先试行改一改：/群规 试行 ${key}`,
        en: `${wrong} of ${found} were said to be wrong; better try it silently: /rules try ${key}`,
      }
    case 'mostly-chance':
      return {
        zh: `看过的 ${judged} 条存疑里有 ${doubtfulWrong} 条不是。常见的说法可以放行：/群规 词表；按拼音找的可以关掉：/群规 编辑 ${key}`,
        en: `${doubtfulWrong} of ${judged} doubtful ones were none. Allow what is usual with /rules words, or look by letters alone: /rules edit ${key}`,
      }
    case 'mostly-right':
      return {
        zh: `看过的 ${judged} 条存疑里有 ${doubtfulRight} 条确实是。把这些写法加进词表，就会直接提示：/群规 词表`,
        en: `${doubtfulRight} of ${judged} doubtful ones were such. List them as they are written to have them hinted at: /rules words`,
      }
  }
}
