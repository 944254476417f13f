import { run } from '../running.ts'
import { openCompany, startOn } from './company.ts'
import { presser } from './presser.ts'

export const withCards = { DINGTALK_CARD_TEMPLATE_ID: 'bellwether.schema' }

/** A company of four that has built the card template: what can be pressed is pressed. */
export async function openWithCards() {
  const dingtalk = await openCompany({ zhang01: '张敏', li02: '李娜', wang03: '王强', zhao04: '赵磊' })
  const running = await run(dingtalk, settings => startOn(dingtalk, { ...settings, ...withCards }))
  const all = { zhang: 'zhang01', li: 'li02', wang: 'wang03', zhao: 'zhao04' } as const
  const as = (name: keyof typeof all) => presser(dingtalk, all[name])
  return { dingtalk, running, zhang: as('zhang'), li: as('li'), wang: as('wang'), zhao: as('zhao') }
}
