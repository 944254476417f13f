import type { Lang } from '../../../base/words.ts'
import { type Spanlike, strong } from '../../../content/build.ts'
import { metricName, showValue } from '../../metrics/catalogue.ts'
import type { GoodThing } from '../good-things.ts'

/** One of the things that went well, as an item of a list. */
export function goodWords(thing: GoodThing, lang: Lang): readonly Spanlike[] {
  switch (thing.kind) {
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
