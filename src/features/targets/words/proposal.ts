import type { Lang, Words } from '../../../base/words.ts'
import { actions, content, heading, list, quiet, text } from '../../../content/build.ts'
import type { Block, Button, Content } from '../../../content/content.ts'
import { type Metric, metricName, showValue } from '../../metrics/catalogue.ts'
import type { Target } from '../target.ts'
import { command, targetName, typedSlot } from './names.ts'
import { type Checked, smartLines } from './smart.ts'

/** A target that was just stated. */
export interface Stated extends Checked {
  readonly target: Target
  /** Whose it is; null for the team's. */
  readonly owner: string | null
  readonly isOwn: boolean
  readonly change: 'new' | 'same'
  /** The value that stood before. */
  readonly before: number | null
}

/** The answer to whoever stated it. */
export function statedContent(it: Stated, lang: Lang): Content {
  const { target, metric, owner, isOwn } = it
  const typed = typedSlot(target, metric, isOwn ? null : (owner ?? { zh: '团队', en: 'team' }[lang]), lang)
  const labels = { zh: { history: '变更记录', all: '全部目标' }, en: { history: 'History', all: 'All targets' } }[lang]
  return content(
    lang,
    heading(`${ownerTitle(it, lang)} · ${targetName(target, metric, lang)}`),
    text(stateWords(it, lang)),
    target.reason === null ? null : text({ zh: `理由：${target.reason}`, en: `Reason: ${target.reason}` }[lang]),
    list(smartLines(it, lang).map(line => [line])),
    actions(
      {
        id: 'targets.history',
        label: labels.history,
        words: `${command[lang]} ${{ zh: '历史', en: 'history' }[lang]} ${typed}`,
        value: target.id,
      },
      { id: 'targets.show', label: labels.all, words: command[lang] },
    ),
  )
}

function ownerTitle({ owner, isOwn }: Stated, lang: Lang): string {
  if (isOwn) return { zh: '我的目标', en: 'My target' }[lang]
  if (owner === null) return { zh: '团队目标', en: 'Team target' }[lang]
  return { zh: `${owner}的目标`, en: `Target of ${owner}` }[lang]
}

function stateWords({ target, metric, owner, isOwn, change, before }: Stated, lang: Lang): string {
  const was = before === null || before === target.value ? '' : showValue(metric, before, lang)
  const from = was === '' ? '' : { zh: `（原来 ${was}）`, en: ` (before: ${was})` }[lang]
  if (change === 'same') return { zh: '没有变化。', en: 'Nothing has changed.' }[lang]
  if (target.state === 'accepted') return { zh: `已定下${from}。`, en: `It stands now${from}.` }[lang]
  return isOwn
    ? {
        zh: `已提给经理${from}；经理同意之前，原来的照旧。`,
        en: `It is offered to your manager${from}; until they agree, what stood before stands.`,
      }[lang]
    : {
        zh: `已私下提给 ${owner}${from}，等 TA 接受或另提。`,
        en: `It is proposed to ${owner} in private${from}, who may accept it or offer another.`,
      }[lang]
}

/** What reaches the one who is to agree. */
export interface Proposal extends Checked {
  readonly target: Target
  /** Who proposes it. */
  readonly by: string
  /** Whose it is, as its reader calls them; null for the reader's own. */
  readonly owner: string | null
  readonly standing: number | null
}

export function proposalContent(it: Proposal, lang: Lang): Content {
  const { target, metric, by, owner, standing } = it
  const title =
    owner === null
      ? { zh: `${by} 给你提了一个目标`, en: `${by} proposes a target to you` }[lang]
      : { zh: `${owner} 想这样定目标`, en: `${owner} offers this target` }[lang]
  const now = standing === null ? '' : showValue(metric, standing, lang)
  return content(
    lang,
    heading(title),
    text(targetName(target, metric, lang), now === '' ? '' : { zh: `；现在是 ${now}`, en: `; now ${now}` }[lang]),
    target.reason === null ? null : text({ zh: `理由：${target.reason}`, en: `Reason: ${target.reason}` }[lang]),
    list(smartLines(it, lang).map(line => [line])),
    answerButtons(target, metric, owner, lang),
    quiet({ zh: '不回应也没关系：提案会一直留着。', en: 'There is no hurry: it stays proposed until answered.' }[lang]),
  )
}

/** Accept, or say another value. */
export function answerButtons(target: Target, metric: Metric, owner: string | null, lang: Lang): Block | null {
  const typed = typedSlot(target, metric, owner, lang)
  const value = showValue({ unit: metric.unit }, target.value, lang).replaceAll(',', '')
  const labels = { zh: { accept: '接受', other: '另提一个' }, en: { accept: 'Accept', other: 'Offer another' } }[lang]
  const accept: Button = {
    id: 'targets.accept',
    label: labels.accept,
    words: `${command[lang]} ${{ zh: '接受', en: 'accept' }[lang]} ${typed}`,
    value: target.id,
    style: 'primary',
  }
  const [who, ...what] = [owner ?? '', `${metricName(metric, lang)} ${value}`, typed.split(' ').at(-1) ?? '']
  const words = [command[lang], who, ...what, { zh: '因为…', en: 'because …' }[lang]]
    .filter(word => word !== '')
    .join(' ')
  return actions(accept, { id: 'targets.counter', label: labels.other, words, value: target.id })
}

/** What reaches a member for whom a manager has set a target. */
export function setContent(it: Proposal, lang: Lang): Content {
  const { target, metric, by } = it
  const title = { zh: `${by} 给你定了目标`, en: `${by} has set a target for you` }[lang]
  return content(
    lang,
    heading(title),
    text(targetName(target, metric, lang)),
    target.reason === null ? null : text({ zh: `理由：${target.reason}`, en: `Reason: ${target.reason}` }[lang]),
    list(smartLines(it, lang).map(line => [line])),
    quiet(
      {
        zh: `有不同想法可以另提：${command.zh} ${typedSlot(target, metric, null, 'zh')} 和你的数`,
        en: `To offer another: ${command.en} ${typedSlot(target, metric, null, 'en')} and your number`,
      }[lang],
    ),
  )
}

export function whyProposal(by: string): Words {
  return { zh: `${by} 提了或定了一个和你有关的目标`, en: `${by} has proposed or set a target that concerns you` }
}
