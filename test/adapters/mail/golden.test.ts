import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { render } from '../../../adapters/mail/render/render.ts'
import { surfacesOf } from '../../../adapters/mail/surfaces.ts'
import type { Lang } from '../../../src/base/words.ts'
import { fit as fitTo } from '../../../src/content/fit.ts'
import type { Heard } from '../../features/nudges/stage.ts'
import { first, type GoldenDay, goldenDays } from '../golden-day.ts'

const folder = path.join(import.meta.dirname, '../../golden/mail')
const { canvas } = surfacesOf({ perMinute: 20 }).direct

const live = goldenDays({
  zh: {
    plan: 'plan 拜访3 电话20 签单1/8万 跟进华为 <紧急>',
    report: 'report 拜访2 电话25 签单1/8万 卡点:合同 <b>盖章</b>',
    board: 'board 电话 本周',
  },
  en: {
    plan: 'plan visits 3 calls 20 deals 1/80k follow up Acme <urgent>',
    report: 'report visits 2 calls 25 deals 1/80k blocker: contract <b>signature</b>',
    board: 'board calls week',
  },
})

/** Readable in a diff. Ids differ from run to run. */
function golden(heard: readonly Heard[]): string {
  const mails = fitTo(first(heard), canvas).map(part => render(part))
  expect(mails, 'one mail for a message').toHaveLength(1)
  const pages = mails.flatMap(({ subject, text, html }) => [`Subject: ${subject}`, '== text', text, '== html', html])
  return pages.join('\n').replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'id')
}

describe.each<Lang>(['zh', 'en'])('a day in %s as mails show it', lang => {
  let said: GoldenDay
  beforeAll(async () => {
    said = await live(lang)
  })

  it.each(['reminder', 'reported', 'digest'] as const)('%s', async name => {
    await expect(golden(said[name])).toMatchFileSnapshot(path.join(folder, `${name}-${lang}.txt`))
  })
})
