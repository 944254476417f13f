import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { render } from '../../../adapters/wecom/render/render.ts'
import { surfacesOf } from '../../../adapters/wecom/surfaces.ts'
import type { Lang } from '../../../src/base/words.ts'
import { fit as fitTo } from '../../../src/content/fit.ts'
import { type Heard, stageDay } from '../../features/nudges/stage.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'
import { allLanes } from './lane-settings.ts'
import { refusals } from './reading-payloads.ts'

const folder = path.join(import.meta.dirname, '../../golden/wecom')
const { group, direct } = surfacesOf(allLanes)

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

const days: Readonly<Record<Lang, readonly [plan: string, report: string, board: string]>> = {
  zh: [
    'plan 拜访3 电话20 签单1/8万 跟进华为 <紧急>',
    'report 拜访2 电话25 签单1/8万 卡点:合同 **盖章**',
    'board 电话 本周',
  ],
  en: [
    'plan visits 3 calls 20 deals 1/80k follow up Acme <urgent>',
    'report visits 2 calls 25 deals 1/80k blocker: contract **signature**',
    'board calls week',
  ],
}

/** What is said on one day of two salespeople, by the house's own words. */
async function live(lang: Lang) {
  const date = '2026-11-20'
  const [plan, report, board] = days[lang]
  const people = [{ name: '李伟' }, { name: 'Ann' }, { name: '王经理', role: 'manager' as const }]
  const { types, clock } = await stageDay(database.store, people, {}, lang)
  const more = { lang }
  const reminder = await clock('nudges.before-due', `${date} 09:00`)
  const planned = await types('李伟', plan, `${date} 09:10`, more)
  const reported = await types('李伟', report, `${date} 18:00`, more)
  const digest = await clock('digests.due', `${date} 19:00`)
  const ranked = await types('李伟', board, `${date} 19:10`, more)
  return { reminder, planned, reported, digest: digest.filter(({ to }) => 'team' in to), board: ranked }
}

/** As each lane says it, readable in a diff. Ids differ from run to run. */
function golden([heard]: readonly Heard[], place: 'group' | 'direct'): string {
  if (heard === undefined) throw new Error('nothing was said')
  const { canvas } = place === 'group' ? group : direct
  const lanes = place === 'group' ? (['bot', 'webhook'] as const) : (['bot', 'app'] as const)
  const parts = fitTo(heard.content, canvas).map(part => render(part, place, () => null))
  expect(parts.flatMap(refusals)).toEqual([])
  const pages = parts.flatMap(part => [
    ...lanes.flatMap(lane => [`== ${lane}`, ...(lane === 'webhook' ? part.whole : part.words)[lane]]),
    ...part.cards.map(({ card }) => `== card${part.cardAlone ? ' alone' : ''}\n${JSON.stringify(card, null, 2)}`),
  ])
  return `${pages.join('\n').replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'id')}\n`
}

describe.each<Lang>(['zh', 'en'])('a day in %s as WeCom shows it', lang => {
  let said: Awaited<ReturnType<typeof live>>
  beforeAll(async () => {
    said = await live(lang)
  })

  it.each([
    ['reminder', 'direct'],
    ['planned', 'group'],
    ['reported', 'direct'],
    ['digest', 'group'],
    ['board', 'group'],
  ] as const)('%s in a %s chat', async (name, place) => {
    await expect(golden(said[name], place)).toMatchFileSnapshot(path.join(folder, `${name}-${lang}.md`))
  })
})
