import type { Lang } from '../../../base/words.ts'
import { type Spanlike, strong } from '../../../content/build.ts'
import { metricName, showValue } from '../../metrics/catalogue.ts'
import { deedSpans } from '../../praise/words.ts'
import { listed } from '../../reports/words/labels.ts'
import { percentWords } from '../../rewards/words/pools.ts'
import { amountWords } from '../../wins/bell-words.ts'
import { dealWords } from '../../wins/words.ts'
import type { GoodThing } from '../good-thing.ts'

/** One of the things that went well, as an item of a list. */
export function goodWords(thing: GoodThing, lang: Lang): readonly Spanlike[] {
  switch (thing.kind) {
    case 'pool-reached':
    case 'pool-under-way':
      return [poolWords(thing, lang)]
    case 'won':
      return wonSpans(thing, lang)
    case 'thanked':
      return [thankedWords(thing, lang)]
    case 'praised':
      return [strong(thing.name), ' ', ...deedSpans(thing.deed, thing.metrics, lang)]
    case 'plan-beaten': {
      const { name, done, planned } = shown(thing, thing.planned, lang)
      return [
        {
          zh: `${name}做到 ${done}，超过了计划的 ${planned}`,
          en: `${name}: ${done}, more than the ${planned} planned`,
        }[lang],
      ]
    }
    case 'team-grew': {
      const { name, done, planned: before } = shown(thing, thing.before, lang)
      return [
        { zh: `全组${name}从上期的 ${before} 升到 ${done}`, en: `The team’s ${name} rose from ${before} to ${done}` }[
          lang
        ],
      ]
    }
    case 'member-grew': {
      const { name, done, planned: before } = shown(thing, thing.before, lang)
      return [
        strong(thing.name),
        {
          zh: ` 进步最大：${name}从上期的 ${before} 升到 ${done}`,
          en: ` improved the most: ${name} from ${before} to ${done}`,
        }[lang],
      ]
    }
    case 'solved':
      return [
        {
          zh: `解决了 ${thing.count} 个卡点`,
          en: `${thing.count} ${thing.count === 1 ? 'blocker' : 'blockers'} solved`,
        }[lang],
      ]
    case 'punctual':
      return [punctualWords(thing, lang)]
  }
}

function shown(
  { metric, done }: Extract<GoodThing, { kind: 'plan-beaten' | 'team-grew' | 'member-grew' }>,
  planned: number,
  lang: Lang,
) {
  const value = (one: number) => showValue(metric, one, lang)
  return { name: metricName(metric, lang), done: value(done), planned: value(planned) }
}

function punctualWords({ reports, late }: Extract<GoodThing, { kind: 'punctual' }>, lang: Lang): string {
  const share = Math.floor(((reports - late) / reports) * 100)
  if (late === 0) return { zh: `${reports} 份日报全部准时`, en: `All ${reports} reports came on time` }[lang]
  return { zh: `${reports} 份日报，${share}% 准时`, en: `${share}% of ${reports} reports came on time` }[lang]
}

type Of<Kind extends GoodThing['kind']> = Extract<GoodThing, { kind: Kind }>

function poolWords({ kind, progress: { pool, share } }: Of<'pool-reached' | 'pool-under-way'>, lang: Lang): string {
  const { name, unlocks } = pool
  if (kind === 'pool-reached') {
    return { zh: `团队奖池“${name}”达成，解锁：${unlocks}`, en: `The team’s pool "${name}" was reached: ${unlocks}` }[
      lang
    ]
  }
  const percent = percentWords(share)
  return {
    zh: `团队奖池“${name}”完成了 ${percent}，达成就解锁：${unlocks}`,
    en: `${percent} of the team’s pool "${name}" is there; it unlocks: ${unlocks}`,
  }[lang]
}

function wonSpans({ deals, sum, largest }: Of<'won'>, lang: Lang): readonly Spanlike[] {
  if (deals === 1 && largest) {
    return [strong(largest.name), { zh: ' 拿下 ', en: ' won ' }[lang], dealWords(largest, lang)]
  }
  const total = amountWords({ amount: sum }, lang)
  const count = { zh: `签下 ${deals} 单`, en: `${deals} ${deals === 1 ? 'deal' : 'deals'} won` }[lang]
  const all = total === null ? count : { zh: `${count}，共 ${total}`, en: `${count}, ${total} in all` }[lang]
  if (!largest || largest.amount === null) return [all]
  const deal = dealWords(largest, lang)
  return {
    zh: [`${all}；最大的一单：`, strong(largest.name), ` ${deal}`],
    en: [`${all}; the largest: `, strong(largest.name), `, ${deal}`],
  }[lang]
}

/** As many as read at a glance. */
const MOST_NAMES = 5

function thankedWords({ times, tag, names }: Of<'thanked'>, lang: Lang): string {
  const said = {
    zh: `大家互相表扬了 ${times} 次`,
    en: times === 1 ? 'One thanks among colleagues' : `${times} thanks among colleagues`,
  }[lang]
  if (tag !== null) return { zh: `${said}，说得最多的是 #${tag}`, en: `${said}, most often for #${tag}` }[lang]
  const some = listed(names.slice(0, MOST_NAMES), lang)
  const others = names.length > MOST_NAMES ? { zh: '等', en: ' and others' }[lang] : ''
  return { zh: `${said}：${some}${others}`, en: `${said}: ${some}${others}` }[lang]
}
