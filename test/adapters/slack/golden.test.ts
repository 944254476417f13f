import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { homeView } from '../../../adapters/slack/render/home-view.ts'
import { modalView } from '../../../adapters/slack/render/modal.ts'
import { render } from '../../../adapters/slack/render/render.ts'
import { surfaces } from '../../../adapters/slack/surfaces.ts'
import type { Lang } from '../../../src/base/words.ts'
import type { Content, Form } from '../../../src/content/content.ts'
import { fit as fitTo } from '../../../src/content/fit.ts'
import { first, type GoldenDay, goldenDays } from '../golden-day.ts'
import { refusals } from './reader.ts'

const folder = path.join(import.meta.dirname, '../../golden/slack')

const live = goldenDays({
  zh: {
    plan: 'plan 拜访3 电话20 签单1/8万 跟进华为 <紧急>',
    report: 'report 拜访2 电话25 签单1/8万 卡点:合同 *盖章*',
    other: 'report 电话5 客户说“下周再谈”',
    board: 'board 电话 本周',
  },
  en: {
    plan: 'plan visits 3 calls 20 deals 1/80k follow up Acme <urgent>',
    report: 'report visits 2 calls 25 deals 1/80k blocker: contract *signature*',
    other: 'report calls 5 the customer said "next week"',
    board: 'board calls week',
  },
})

function formIn({ blocks }: Content): Form {
  const form = blocks.flatMap(block => (block.b === 'form' ? [block.form] : []))[0]
  if (form === undefined) throw new Error('there is no form')
  return form
}

/** Ids differ from run to run; which is which does not. */
function golden(drawn: unknown): string {
  const seen: string[] = []
  const named = JSON.stringify(drawn, null, 2).replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, id => {
    if (!seen.includes(id)) seen.push(id)
    return `id-${seen.indexOf(id) + 1}`
  })
  return `${named}\n`
}

describe.each<Lang>(['zh', 'en'])('a day in %s as Slack shows it', lang => {
  let said: GoldenDay
  beforeAll(async () => {
    said = await live(lang)
  })

  it.each(['reminder', 'form', 'planned', 'reported', 'digest', 'board'] as const)('%s', async name => {
    const drawn = fitTo(first(said[name]), surfaces.group.canvas).map(part => render(part, 'group', () => null))
    expect(drawn.flatMap(({ blocks }) => refusals(blocks, 'message'))).toEqual([])
    await expect(golden(drawn)).toMatchFileSnapshot(path.join(folder, `${name}-${lang}.json`))
  })

  it('the form as a modal', async () => {
    const view = modalView(formIn(first(said.form)), { lang, privateMetadata: '{"form":"reports.submit"}' })
    expect(refusals(view.blocks, 'modal')).toEqual([])
    await expect(golden(view)).toMatchFileSnapshot(path.join(folder, `modal-${lang}.json`))
  })

  it('the home tab', async () => {
    const view = homeView(first(said.my), () => null)
    expect(refusals(view.blocks, 'home')).toEqual([])
    await expect(golden(view)).toMatchFileSnapshot(path.join(folder, `home-${lang}.json`))
  })
})
