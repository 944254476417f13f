import { createLog } from '../../../src/base/log.ts'
import { features as all } from '../../../src/features/index.ts'
import type { TemporaryDatabase } from '../../store/fixture.ts'
import { openTalk, type Talk } from '../../talk.ts'

export const writers = ['zhang', 'li', 'zhao', 'qian', 'sun', 'zhou'] as const

/** Names that stand in no words of the product's own. */
const people = {
  wang: '王敏',
  zhang: '张甲甲',
  li: '李乙乙',
  zhao: '赵丙丙',
  qian: '钱丁丁',
  sun: '孙戊戊',
  zhou: '周己己',
}

/** What each of the writers in turn writes, and answers to the week's question. */
export interface Storm {
  readonly texts: readonly string[]
  readonly values: readonly number[]
}

export interface Stormed {
  readonly talk: Talk
  readonly logs: readonly string[]
  readonly codes: readonly string[]
}

const codeShape = /[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){3}/

/**
 * Each of them, at a time of their own: writes, looks, adds something, types nonsense, types too much, answers the pulse. All
 * that differs between two storms is whose words are whose.
 */
export async function storm({ texts, values }: Storm, database?: TemporaryDatabase): Promise<Stormed> {
  const logs: string[] = []
  const log = createLog('trace', { write: line => void logs.push(line) })
  const features = all.filter(({ name }) => ['team', 'settings', 'nudges', 'voice', 'help'].includes(name))
  const talk = await openTalk({
    ...{ at: '2026-11-25T09:00:00+08:00', people, features, log },
    ...(database && { database }),
  })
  const wang = talk.person('wang')
  await wang.says('/setup 销售一部')
  for (const id of writers) await talk.person(id).says('/加入')
  await wang.tells('/设置 每周心情 开')
  await wang.tells('/设置 反馈攒够几条 10')
  await talk.goTo('2026-11-25T15:05:00+08:00')
  const codes: string[] = []
  for (const [n, id] of writers.entries()) {
    await talk.goTo(`2026-11-25T15:${10 + n * 3}:00+08:00`)
    const writer = talk.person(id)
    await writer.tells(`/反馈 ${texts[n]}`)
    const code = codeShape.exec((await writer.heard()).join('\n'))?.[0] ?? ''
    codes.push(code)
    await writer.tells(`/反馈 ${code}`)
    await writer.tells(`/反馈 ${code} 还有：${texts[n]}`)
    await writer.tells('/反馈 QQQQ-QQQQ-QQQQ-QQQQ')
    await writer.tells(`/反馈 ${'长'.repeat(2100)}`)
    await writer.tells(`/反馈 心情 ${values[n]}`)
    await writer.tells(`/反馈 心情 ${values[n]}`)
  }
  return { talk, logs, codes }
}
