import type { Lang } from '../../../base/words.ts'
import type { LocalDate } from '../../../calendar/dates.ts'
import { toLocal, type Zone } from '../../../calendar/zone.ts'
import { actions, content, field, fields, form, heading, list, text } from '../../../content/build.ts'
import type { Block, Content } from '../../../content/content.ts'
import type { Case } from '../case.ts'
import type { Shown } from '../shown.ts'
import type { Step } from '../store.ts'

export interface Card {
  readonly shown: Shown
  /** The latest of what became of it. */
  readonly steps: readonly Step[]
  /** Member id → name. */
  readonly names: ReadonlyMap<string, string>
  /** The reader may change it. */
  readonly ways: boolean
  readonly zone: Zone
}

/** Everything of one case, with the ways to go on for those who may. */
export function cardContent({ shown, steps, names, ways, zone }: Card, lang: Lang): Content {
  const lines = steps.map(step => [stepWords(step, names, zone, lang)])
  return content(
    lang,
    ...factBlocks(shown, lang),
    lines.length > 1 ? list(lines) : null,
    ...(ways ? waysOn(shown.case, lang) : []),
  )
}

/** What it is, and the ways to go on. */
export function cardBlocks(shown: Shown, lang: Lang): readonly (Block | null)[] {
  return [...factBlocks(shown, lang), ...waysOn(shown.case, lang)]
}

function factBlocks(shown: Shown, lang: Lang): readonly (Block | null)[] {
  const { case: it, owner, filedBy } = shown
  const w = {
    zh: { owner: '负责人', due: '期限', by: '提出', state: '状态', solution: '解决办法', lesson: '经验' },
    en: {
      owner: 'Owner',
      due: 'Due',
      by: 'Raised by',
      state: 'State',
      solution: 'How it was solved',
      lesson: 'Lesson',
    },
  }[lang]
  const convinced = { zh: '打动客户的是', en: 'What convinced them' }[lang]
  const isWin = it.kind === 'win'
  return [
    heading(`#${it.number} ${it.title}`),
    it.text === '' || it.text === it.title ? null : text(it.text),
    fields(
      field(isWin ? { zh: '赢单', en: 'Won by' }[lang] : w.owner, owner),
      isWin || filedBy === owner ? null : field(w.by, filedBy),
      it.state === 'open' && it.dueOn !== null ? field(w.due, dueWords(it.dueOn, shown.today, lang)) : null,
      isWin ? null : field(w.state, stateWords(shown, lang)),
      it.solution === null ? null : field(isWin ? convinced : w.solution, it.solution),
      it.lesson === null ? null : field(w.lesson, it.lesson),
    ),
  ]
}

export function dueWords(dueOn: LocalDate, today: LocalDate, lang: Lang): string {
  const day = dueOn.slice(0, 4) === today.slice(0, 4) ? dueOn.slice(5) : dueOn
  if (dueOn === today) return { zh: `${day}（今天）`, en: `${day} (today)` }[lang]
  return dueOn > today ? day : { zh: `${day}（已过期）`, en: `${day} (overdue)` }[lang]
}

function stateWords({ case: { state }, closedBy }: Shown, lang: Lang): string {
  return {
    open: { zh: '处理中', en: 'open' },
    solved: { zh: `已解决（${closedBy}）`, en: `solved (${closedBy})` },
    dropped: { zh: `不再跟进（${closedBy}）`, en: `dropped (${closedBy})` },
  }[state][lang]
}

/** `11-20 10:30 李伟 改期限为 2026-11-25` */
function stepWords(step: Step, names: ReadonlyMap<string, string>, zone: Zone, lang: Lang): string {
  const { date, time } = toLocal(step.at, zone)
  const owner = names.get(step.ownerId ?? '') ?? ''
  const what = {
    filed: { zh: '提出', en: 'filed it' },
    owner: { zh: `交给 ${owner}`, en: `gave it to ${owner}` },
    due: { zh: `改期限为 ${step.dueOn ?? ''}`, en: `moved it to ${step.dueOn ?? ''}` },
    solved: { zh: '解决', en: 'solved it' },
    dropped: { zh: '不再跟进', en: 'dropped it' },
    reopened: { zh: '重新打开', en: 'opened it again' },
  }[step.kind][lang]
  // How it was solved stands above.
  const words =
    step.words === null || step.kind === 'solved' ? '' : { zh: `：${step.words}`, en: `: ${step.words}` }[lang]
  return `${date.slice(5)} ${time} ${names.get(step.by) ?? ''} ${what}${words}`
}

/** Everything that may be done with it, as forms and in words. */
function waysOn(it: Case, lang: Lang): readonly (Block | null)[] {
  const { id, number } = it
  if (it.kind === 'win') return []
  if (it.state !== 'open') {
    const label = { zh: '重新打开', en: 'Open again' }[lang]
    const words = { zh: `/案例 ${number} 重开`, en: `/case ${number} reopen` }[lang]
    return [actions({ id: 'cases.reopen', label, words, value: id })]
  }
  return forms(lang, number).map(one => form({ ...one, value: id }))
}

function forms(lang: Lang, number: number) {
  const send = { zh: '提交', en: 'Send' }[lang]
  const w = {
    zh: {
      solve: ['解决了', '怎么解决的？以后别人搜得到', `/案例 ${number} 解决 换了承运商，两天到货`],
      hand: ['转交', '给谁', `/案例 ${number} 交给 张三`],
      due: ['改期限', '哪天', `/案例 ${number} 期限 周五`],
      drop: ['不再跟进', '为什么', `/案例 ${number} 取消 客户不做了`],
    },
    en: {
      solve: ['Solved', 'How? Others will find it', `/case ${number} solved another carrier, two days`],
      hand: ['Hand over', 'To whom', `/case ${number} to Sam`],
      due: ['Move due date', 'To which day', `/case ${number} due Friday`],
      drop: ['Drop', 'Why', `/case ${number} dropped the customer left`],
    },
  }[lang]
  const inputs = {
    solve: ['words', 'text'],
    hand: ['owner', 'line'],
    due: ['due', 'date'],
    drop: ['words', 'line'],
  } as const
  return (['solve', 'hand', 'due', 'drop'] as const).map(way => {
    const [title = '', label = '', words = ''] = w[way]
    const [id, kind] = inputs[way]
    return { id: `cases.${way}`, title, submit: send, words, inputs: [{ id, label, kind, required: true }] }
  })
}
