import type { Lang } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { actions, code, content, divider, quiet, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import type { Place } from '../standing.ts'
import { cardButton, newButton } from './buttons.ts'
import { placeValue, type Shown } from './rule.ts'
import { aboutBlocks, countdownWords, type PublicStanding, rankingBlock, ratesBlock } from './standing.ts'

/** Contests as all may see them; `own` adds under each what only the reader is told. */
export function shownContent(
  shown: readonly (PublicStanding & { readonly own: Block | null })[],
  { today, manages, lang }: { readonly today: LocalDate; readonly manages: boolean; readonly lang: Lang },
): Content {
  if (shown.length === 0) return noneContent(manages, lang)
  return content(
    lang,
    ...shown.flatMap((standing, at): (Block | null)[] => [
      at === 0 ? null : divider,
      ...aboutBlocks(standing, lang),
      standing.contest.state === 'planned' ? null : rankingBlock(standing, lang),
      standing.contest.state === 'planned' ? null : ratesBlock(standing, lang),
      standing.own,
      quiet(countdownWords(standing.contest, today, lang)),
      standing.contest.rule.kind === 'bingo' && standing.contest.state === 'running'
        ? actions(cardButton(standing.contest, lang))
        : null,
    ]),
  )
}

function noneContent(manages: boolean, lang: Lang): Content {
  if (!manages)
    return content(
      lang,
      text({ zh: '现在没有竞赛。经理可以开一个。', en: 'No contest is on. A manager can open one.' }[lang]),
    )
  const example = { zh: '/竞赛 最多 签单额 本月 奖品=电影票', en: '/contest most revenue month prize=cinema tickets' }[
    lang
  ]
  return content(
    lang,
    text({ zh: '现在没有竞赛。可以写 ', en: 'No contest is on. Type ' }[lang], code(example)),
    actions(newButton(lang)),
  )
}

/** Where one stands, for one's own eyes; null for who does not take part. */
export function ownBlock(shown: Shown, places: readonly Place[], memberId: string, lang: Lang): Block | null {
  const place = places.find(one => one.memberId === memberId)
  if (place === undefined) return null
  const { name, rule } = shown.contest
  if (rule.kind === 'elimination' && !place.counts)
    return text({ zh: `${name}：你这次已经到站了`, en: `${name}: it has ended for you this time` }[lang])
  if (!place.counts)
    return text({ zh: `${name}：你还没有开张，加油`, en: `${name}: you have nothing on it yet; good luck` }[lang])
  const value = placeValue(shown, place, lang)
  const above = places.findLast(other => other.rank < place.rank)
  const next = above === undefined ? '' : gapWords(shown, above, place, lang)
  return text(
    {
      zh: `${name}：你现在第 ${place.rank}，${value}${next}`,
      en: `${name}: you are number ${place.rank} with ${value}${next}`,
    }[lang],
  )
}

/** How far it is to the next better place, where that is a matter of figures. */
function gapWords(shown: Shown, above: Place, own: Place, lang: Lang): string {
  if (shown.contest.rule.kind === 'race' || shown.contest.rule.kind === 'bingo' || above.on !== null) return ''
  const gap = placeValue(shown, { value: Math.abs(above.value - own.value) }, lang)
  return { zh: `，距上一名 ${gap}`, en: `, ${gap} from the next place` }[lang]
}

export function createdContent(
  shown: Shown & { entrants: PublicStanding['entrants'] },
  today: LocalDate,
  lang: Lang,
): Content {
  const { contest } = shown
  const begun = contest.state === 'running'
  return content(
    lang,
    ...aboutBlocks(shown, lang),
    quiet(
      begun
        ? { zh: '已开始，群里已经说了', en: 'It has begun, and the group has been told' }[lang]
        : {
            zh: `已建好，${countdownWords(contest, today, lang)}，开始时会在群里说。取消：/竞赛 取消 ${contest.name}`,
            en: `Made. ${countdownWords(contest, today, lang)}; the group hears of it then. To call it off: /contest cancel ${contest.name}`,
          }[lang],
    ),
  )
}
