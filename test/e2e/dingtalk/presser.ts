import { readCard } from '../../adapters/dingtalk/card-reader.ts'
import type { DingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import type { SeenMessage } from '../../simulators/dingtalk/seeing.ts'
import type { Person } from '../person.ts'
import { person, wordsFor } from './company.ts'

/** Somebody who presses the buttons of cards. */
export interface Presser extends Person<SeenMessage> {
  /** Presses a button of a card by its label, as its template makes it. */
  presses(card: SeenMessage, label: string): ReturnType<DingTalkSimulator['presses']>
  /** Answers the questions of a form one by one: those named here, and the others are left as they are. */
  fillsIn(answers: Readonly<Record<string, string>>): Promise<void>
}

export function presser(dingtalk: DingTalkSimulator, staffId: string): Presser {
  const one = person(dingtalk, staffId)

  async function presses({ outTrackId }: SeenMessage, label: string) {
    const name = outTrackId ?? ''
    const { buttons } = readCard(dingtalk.card(name)?.params ?? {})
    const button = buttons.find(it => it.label === label)
    if (button === undefined) throw new Error(`no button ${label} among ${buttons.map(it => it.label).join()}`)
    const { id: action, value } = button
    return await dingtalk.presses(staffId, name, 'press', { action, value })
  }

  async function fillsIn(answers: Readonly<Record<string, string>>): Promise<void> {
    for (let n = 1; n <= 20; n++) {
      const step = await one.sees(new RegExp(`${n}/\\d+ |\\[提交\\]`))
      const words = wordsFor(dingtalk, staffId, step)
      if (words.includes('[提交]')) return void (await presses(step, '提交'))
      const [, answer] =
        Object.entries(answers).find(([label]) => words.includes(`${n}/`) && words.includes(` ${label}`)) ?? []
      if (answer !== undefined) await one.tells(answer)
      else await presses(step, words.includes('[照旧]') ? '照旧' : '跳过')
    }
  }

  return { ...one, presses, fillsIn }
}
