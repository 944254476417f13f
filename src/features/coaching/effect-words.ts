import type { Lang, Words } from '../../base/words.ts'
import { actions, content, heading, quiet, table, text } from '../../content/build.ts'
import type { Button, Content } from '../../content/content.ts'
import { type NudgeKind, namesOfKinds, nudgeName } from '../nudges/kinds.ts'
import { type Effect, LEAST_TRIALS } from './effect.ts'

/** How a kind of nudge stands. */
export interface KindStand {
  readonly kind: NudgeKind
  readonly effect: Effect
  readonly retired: boolean
}

/** `all` are the kinds that are retired, those of which nothing is measured, too. */
export function effectsContent(stands: readonly KindStand[], all: readonly NudgeKind[], lang: Lang): Content {
  const labels = {
    zh: ['提醒', '发了', '没发（对照）', '效果', '状态'],
    en: ['Nudge', 'Said', 'Held (compared)', 'Effect', 'State'],
  }[lang]
  const state = { zh: ['在用', '停用'], en: ['in use', 'retired'] }[lang]
  return content(
    lang,
    heading({ zh: '提醒有没有用 · 最近八周', en: 'Whether nudges help · last eight weeks' }[lang]),
    table(
      labels.map(label => ({ label })),
      stands.map(({ kind, effect, retired }) => [
        nudgeName(kind)[lang],
        String(effect.spoken),
        String(effect.held),
        effectWords(kind, effect)[lang],
        state[retired ? 1 : 0] ?? '',
      ]),
    ),
    quiet(
      {
        zh: '把收到提醒的人，和同样该提醒、因为额度或轮次没有发的人相比',
        en: 'Those who were spoken to, compared with those who were due as well but held back by the budget or their turn',
      }[lang],
    ),
    actions(...stands.map(stand => retireButton(stand, all, lang))),
  )
}

export function proposalContent(kind: NudgeKind, effect: Effect, retired: readonly NudgeKind[], lang: Lang): Content {
  const name = nudgeName(kind)[lang]
  return content(
    lang,
    text(
      {
        zh: `“${name}”八周以来看不出作用：发了 ${effect.spoken} 次，和没发的 ${effect.held} 次相比，${effectWords(kind, effect).zh}。要停用吗？`,
        en: `"${name}" nudges have shown no effect in eight weeks: said ${effect.spoken} times, held back ${effect.held} times; ${effectWords(kind, effect).en}. Retire them?`,
      }[lang],
    ),
    quiet(
      { zh: '不停用就什么都不用做。看全部：/提醒效果', en: 'To keep them, do nothing. To see all: /effects' }[lang],
    ),
    actions(setButton({ zh: '停用', en: 'Retire' }[lang], retired, lang)),
  )
}

function effectWords(kind: NudgeKind, effect: Effect): Words {
  switch (effect.kind) {
    case 'too-early':
      return { zh: `还太少，两边各要 ${LEAST_TRIALS} 次`, en: `too few; ${LEAST_TRIALS} of each are needed` }
    case 'helps':
      return { zh: `有用：${gain(kind, effect.gain).zh}`, en: `helps: ${gain(kind, effect.gain).en}` }
    case 'unclear':
      return { zh: `还说不准：${gain(kind, effect.gain).zh}`, en: `unclear: ${gain(kind, effect.gain).en}` }
    case 'nothing':
      return { zh: `没有作用：${gain(kind, effect.gain).zh}`, en: `none: ${gain(kind, effect.gain).en}` }
  }
}

/** Of reminders how many more handed in; of the pace how much more was done, of a usual week. */
function gain(kind: NudgeKind, share: number): Words {
  const percent = Math.round(Math.abs(share) * 100)
  const more = share >= 0
  if (kind === 'coaching.behind')
    return {
      zh: `之后一周${more ? '多' : '少'}做平时的 ${percent}%`,
      en: `the week after brought ${percent}% of a usual week ${more ? 'more' : 'less'}`,
    }
  return {
    zh: `之后交的人${more ? '多' : '少'} ${percent} 个百分点`,
    en: `${percent} points ${more ? 'more' : 'fewer'} handed in afterwards`,
  }
}

function retireButton({ kind, retired }: KindStand, all: readonly NudgeKind[], lang: Lang): Button {
  const others = all.filter(one => one !== kind)
  const name = nudgeName(kind)[lang]
  const label = retired ? { zh: `恢复${name}`, en: `Resume ${name}` } : { zh: `停用${name}`, en: `Retire ${name}` }
  return setButton(label[lang], retired ? others : [...others, kind], lang)
}

function setButton(label: string, kinds: readonly NudgeKind[], lang: Lang): Button {
  const list = namesOfKinds(kinds, lang)
  return {
    id: 'settings.set',
    label,
    words: { zh: `/设置 停用的提醒 ${list}`, en: `/settings nudges.retired ${list}` }[lang],
    value: `nudges.retired ${list}`,
  }
}

export const whyProposed: Words = {
  zh: '每种提醒都自己检查有没有用；八周看不出作用的，问经理要不要停用',
  en: 'every kind of nudge checks whether it helps; one that shows nothing in eight weeks is proposed for retirement',
}
