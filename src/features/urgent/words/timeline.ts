import type { Lang } from '../../../base/words.ts'
import type { Zone } from '../../../calendar/zone.ts'
import { actions, content, heading, list, quiet, text } from '../../../content/build.ts'
import type { Content } from '../../../content/content.ts'
import type { Matter, Step, Why } from '../matter.ts'
import { buttonFor, titleOf, whenWords } from './common.ts'

interface Timeline {
  readonly matter: Matter
  readonly steps: readonly Step[]
  readonly nameOf: (memberId: string | null) => string
  /** Why others were passed over is between them and managers. */
  readonly mayKnowWhy: (memberId: string | null) => boolean
  readonly now: Date
  readonly zone: Zone
}

export function timelineContent(timeline: Timeline, lang: Lang): Content {
  const { matter, steps, now, zone } = timeline
  const { number, state, severity } = matter
  const worse = { zh: `；等不了：/紧急 ${number} 特急`, en: `; if it cannot wait: /urgent ${number} critical` }[lang]
  return content(
    lang,
    heading(titleOf(matter, lang)),
    text(matter.text),
    list(steps.map(step => [`${whenWords(step.at, now, zone)} ${stepWords(timeline, step, lang)}`])),
    state === 'closed' ? null : actions(state === 'held' ? null : buttonFor('take', matter, lang)),
    state === 'closed'
      ? null
      : quiet(
          {
            zh: `补充：/紧急 ${number} 备注 内容；转给别人：/紧急 ${number} 转 李四；处理好了：/紧急 ${number} 完成 怎么解决的`,
            en: `To add: /urgent ${number} note words; to hand it over: /urgent ${number} to Li Si; once settled: /urgent ${number} done how`,
          }[lang],
          severity === 'critical' ? '' : worse,
        ),
  )
}

function stepWords({ nameOf, mayKnowWhy }: Timeline, step: Step, lang: Lang): string {
  const [who, by, note] = [nameOf(step.memberId), nameOf(step.byId), step.note ?? '']
  const why = step.why !== null && mayKnowWhy(step.memberId) ? whyWords(step.why, lang) : ''
  const because = why === '' ? '' : { zh: `（${why}）`, en: ` (${why})` }[lang]
  switch (step.kind) {
    case 'raised':
      return { zh: `${by} 提出`, en: `Raised by ${by}` }[lang]
    case 'asked':
      return { zh: `找 ${who}`, en: `${who} is asked` }[lang]
    case 'passed':
      return { zh: `跳过 ${who}${because}`, en: `${who} is passed over${because}` }[lang]
    case 'waiting':
      return { zh: '休息时间，到点再找人', en: 'Time of rest: somebody is asked when it is over' }[lang]
    case 'unanswered':
      return { zh: '没有人接手，已在群里说明', en: 'Nobody has taken it; the group was told' }[lang]
    case 'taken':
      return { zh: `${by} 接手`, en: `Taken by ${by}` }[lang]
    case 'offered':
      return { zh: `${by} 想转给 ${who}`, en: `${by} offers it to ${who}` }[lang]
    case 'declined':
      return { zh: `${by} 接不了`, en: `${by} cannot take it` }[lang]
    case 'released':
      return { zh: `${who} 不再负责${because}，重新找人`, en: `${who} does not have it any more${because}` }[lang]
    case 'noted':
      return { zh: `${by}：${note}`, en: `${by}: ${note}` }[lang]
    case 'worsened':
      return { zh: `${by} 升为特急`, en: `${by} made it critical` }[lang]
    case 'found-needed':
      return { zh: `${by}：休息时间该叫人`, en: `${by}: calling people at rest was needed` }[lang]
    case 'found-needless':
      return { zh: `${by}：休息时间不必叫人`, en: `${by}: nobody had to be called at rest` }[lang]
    case 'closed':
      return { zh: `${by} 关闭：${note}`, en: `Closed by ${by}: ${note}` }[lang]
  }
}

function whyWords(why: Why, lang: Lang): string {
  return {
    left: { zh: '已不在团队', en: 'not in the team any more' },
    'switched-off': { zh: '账号已停用', en: 'the account is switched off' },
    'on-leave': { zh: '请假', en: 'on leave' },
    'calls-spent': { zh: '本周休息时间已找过够多次', en: 'called often enough at rest this week' },
    'never-there': { zh: '长期免打扰', en: 'keeps quiet for long' },
    declined: { zh: '现在不行', en: 'cannot now' },
  }[why][lang]
}
