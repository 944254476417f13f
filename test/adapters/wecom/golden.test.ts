import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { render } from '../../../adapters/wecom/render/render.ts'
import { surfacesOf } from '../../../adapters/wecom/surfaces.ts'
import type { Lang } from '../../../src/base/words.ts'
import { fit as fitTo } from '../../../src/content/fit.ts'
import type { Heard } from '../../features/nudges/stage.ts'
import { first, type GoldenDay, goldenDays } from '../golden-day.ts'
import { allLanes } from './lane-settings.ts'
import { refusals } from './reading-payloads.ts'

const folder = path.join(import.meta.dirname, '../../golden/wecom')
const { group, direct } = surfacesOf(allLanes)

const live = goldenDays({
  zh: {
    plan: 'plan 拜访3 电话20 签单1/8万 跟进华为 <紧急>',
    report: 'report 拜访2 电话25 签单1/8万 卡点:合同 **盖章**',
    board: 'board 电话 本周',
  },
  en: {
    plan: 'plan visits 3 calls 20 deals 1/80k follow up Acme <urgent>',
    report: 'report visits 2 calls 25 deals 1/80k blocker: contract **signature**',
    board: 'board calls week',
  },
})

/** As each lane says it, readable in a diff. Ids differ from run to run. */
function golden(heard: readonly Heard[], place: 'group' | 'direct'): string {
  const { canvas } = place === 'group' ? group : direct
  const lanes = place === 'group' ? (['bot', 'webhook'] as const) : (['bot', 'app'] as const)
  const parts = fitTo(first(heard), canvas).map(part => render(part, place, () => null))
  expect(parts.flatMap(refusals)).toEqual([])
  const pages = parts.flatMap(part => [
    ...lanes.flatMap(lane => [`== ${lane}`, ...(lane === 'webhook' ? part.whole : part.words)[lane]]),
    ...part.cards.map(({ card }) => `== card${part.cardAlone ? ' alone' : ''}\n${JSON.stringify(card, null, 2)}`),
  ])
  return `${pages.join('\n').replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'id')}\n`
}

describe.each<Lang>(['zh', 'en'])('a day in %s as WeCom shows it', lang => {
  let said: GoldenDay
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
