import type { Words } from '../../base/words.ts'
import { groupOf, type State } from './state.ts'

export interface Suggestion {
  readonly command: Words
  /** What is put in after the command, selected, so that typing replaces it. */
  readonly example: Words | null
}

const plan: Suggestion = {
  command: { zh: '/计划', en: '/plan' },
  example: { zh: '拜访3 电话20 签单1/8万 跟进华为、中建', en: 'visits 3, calls 20, deals 1/80k, follow up Acme' },
}
const report: Suggestion = {
  command: { zh: '/日报', en: '/report' },
  example: { zh: '拜访2 电话25 签单1/8万 卡点：合同盖章', en: 'visits 2, calls 25, deals 1/80k, blockers: contract' },
}
const mine: Suggestion = { command: { zh: '/我的', en: '/my' }, example: null }
const board: Suggestion = {
  command: { zh: '/榜单', en: '/board' },
  example: { zh: '电话 本周', en: 'calls week' },
}
const help: Suggestion = { command: { zh: '/帮助', en: '/help' }, example: null }
const hello: Suggestion = { command: { zh: '@领头羊', en: '@bellwether' }, example: { zh: '你好', en: 'hello' } }

/** Where there is no team yet the first word to the bot makes one. */
export function suggestionsFor(state: State): readonly Suggestion[] {
  if (groupOf(state)?.team === null) return [hello, help]
  return [plan, report, mine, board, help]
}
