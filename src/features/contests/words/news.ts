import type { Lang, Words } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { toLocal, type Zone } from '../../../calendar/zone.ts'
import { actions, content, heading, mention, quiet, type Spanlike, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import type { Entrant } from '../contest.ts'
import { cardButton, proofButton, standingButton } from './buttons.ts'
import { placeValue, prizeWords, type Shown } from './rule.ts'
import { aboutBlocks, countdownWords, type PublicStanding, rankingBlock, ratesBlock } from './standing.ts'

export function startContent(standing: PublicStanding, today: LocalDate, lang: Lang): Content {
  const { contest } = standing
  const begins = contest.period.from > today
  const title = begins
    ? { zh: '竞赛就要开始', en: 'A contest is about to begin' }
    : { zh: '竞赛开始', en: 'A contest begins' }
  return content(
    lang,
    ...aboutBlocks(standing, lang),
    text(title[lang], ' · ', countdownWords({ ...contest, state: begins ? 'planned' : 'running' }, today, lang)),
    actions(standingButton(contest, lang), contest.rule.kind === 'bingo' ? cardButton(contest, lang) : null),
  )
}

export function halfwayContent(
  standing: PublicStanding,
  { today, picture }: { today: LocalDate; picture: Block | null },
  lang: Lang,
): Content {
  const { contest } = standing
  return content(
    lang,
    heading({ zh: `${contest.name} · 中场`, en: `${contest.name} · half-way` }[lang]),
    picture,
    rankingBlock(standing, lang),
    ratesBlock(standing, lang),
    quiet(
      countdownWords(contest, today, lang),
      contest.prize === '' ? '' : ` · ${prizeWords(contest, lang)}`,
      { zh: '；自己的名次私下可查', en: '; your own place is for you alone' }[lang],
    ),
    actions(standingButton(contest, lang), contest.rule.kind === 'bingo' ? cardButton(contest, lang) : null),
  )
}

/** Tells who goes on, and only that. */
export function roundContent({ contest }: Shown, round: number, goOn: readonly Entrant[], lang: Lang): Content {
  const names = goOn.map(({ name }) => name).join({ zh: '、', en: ', ' }[lang])
  return content(
    lang,
    heading({ zh: `${contest.name} · 第 ${round + 1} 轮`, en: `${contest.name} · round ${round + 1}` }[lang]),
    text({ zh: `进入第 ${round + 1} 轮：${names}`, en: `On to round ${round + 1}: ${names}` }[lang]),
    quiet({ zh: '数字重新算起，人人机会相同', en: 'The figures start afresh; all have the same chance' }[lang]),
  )
}

/** For the one who does not go on, alone. */
export function leftContent({ contest }: Shown, round: number, lang: Lang): Content {
  return content(
    lang,
    text(
      {
        zh: `“${contest.name}”第 ${round} 轮结束，你这次先到这里，谢谢你的投入。这只有你知道；下次竞赛再来。`,
        en: `Round ${round} of "${contest.name}" is over and this is where it ends for you; thank you for taking part. Only you are told this; see you in the next one.`,
      }[lang],
    ),
  )
}

export function endContent(
  standing: PublicStanding,
  outcome: { asOf: Date; zone: Zone; winners: readonly Entrant[]; sides: readonly string[]; picture: Block | null },
  lang: Lang,
): Content {
  const { contest } = standing
  return content(
    lang,
    heading({ zh: `${contest.name} · 结果`, en: `${contest.name} · the result` }[lang]),
    text(...winnerSpans(standing, outcome, lang)),
    outcome.picture,
    standing.top.length === 0 ? null : rankingBlock(standing, lang),
    ratesBlock(standing, lang),
    quiet(asOfWords(outcome.asOf, outcome.zone, lang)),
    actions(proofButton(contest, lang)),
  )
}

function winnerSpans(
  standing: PublicStanding,
  { winners, sides }: { winners: readonly Entrant[]; sides: readonly string[] },
  lang: Lang,
): readonly Spanlike[] {
  if (winners.length === 0)
    return [
      {
        zh: '这次没有人达到条件，奖品留到下次。谢谢大家',
        en: 'Nobody got there this time; the prize is for another day. Thank you all',
      }[lang],
    ]
  const comma = { zh: '、', en: ', ' }[lang]
  const names = winners.flatMap(({ memberId, name }, at): Spanlike[] => [
    at === 0 ? '' : comma,
    mention({ id: memberId, name }),
  ])
  const first = standing.top[0]
  const value = first === undefined ? '' : placeValue(standing, first, lang)
  const side = sides.length === 0 ? '' : { zh: `${sides.join(comma)}：`, en: `${sides.join(comma)}: ` }[lang]
  const tail = [{ zh: `（${value}）`, en: ` (${value})` }[lang], prizeWords(standing.contest, lang)].filter(
    part => part !== null,
  )
  return [{ zh: '🏆 恭喜 ', en: '🏆 Congratulations ' }[lang], side, ...names, tail.join({ zh: '　', en: ' · ' }[lang])]
}

export function asOfWords(asOf: Date, zone: Zone, lang: Lang): string {
  const { date, time } = toLocal(asOf, zone)
  return {
    zh: `按 ${date} ${time} 之前记下的数算；之后的更正不再改变结果`,
    en: `By what was recorded until ${time} on ${date}; later corrections do not change it`,
  }[lang]
}

export function cancelledContent({ name }: { readonly name: string }, lang: Lang): Content {
  return content(lang, text({ zh: `竞赛“${name}”取消了。`, en: `The contest "${name}" is called off.` }[lang]))
}

export function notGoneOn({ name }: { readonly name: string }): Words {
  return {
    zh: `竞赛“${name}”今天没有往下走，记下汇率后，下一个工作日接着走。`,
    en: `The contest "${name}" has not gone on today; once the rate is there it does, on the next workday.`,
  }
}

export const whyNews: Words = {
  zh: '经理为团队开了这个竞赛：开始、中场和结束时在群里说一次',
  en: 'A manager opened this contest for the team: the group hears its beginning, middle and end',
}

export const whyLeft: Words = {
  zh: '你参加的淘汰竞赛结束了一轮',
  en: 'A round of an elimination contest that you take part in is over',
}
