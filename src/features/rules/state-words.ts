import type { Words } from '../../base/words.ts'
import type { RuleState } from './rule.ts'

export const stateNames: Readonly<Record<RuleState, Words>> = {
  on: { zh: '生效中', en: 'on' },
  shadow: { zh: '静默试运行', en: 'trying out silently' },
  off: { zh: '未启用', en: 'off' },
}
