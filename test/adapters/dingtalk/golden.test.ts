import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DingTalkPayload } from '../../../adapters/dingtalk/render/payload.ts'
import { render } from '../../../adapters/dingtalk/render/render.ts'
import { surfacesOf } from '../../../adapters/dingtalk/surfaces.ts'
import type { Lang } from '../../../src/base/words.ts'
import { fit as fitTo } from '../../../src/content/fit.ts'
import { plain } from '../../../src/content/plain.ts'
import { visibleText } from '../../simulators/dingtalk/visible.ts'
import { first, type GoldenDay, goldenDays } from '../golden-day.ts'

const folder = path.join(import.meta.dirname, '../../golden/dingtalk')
const { canvas } = surfacesOf({ cardTemplateId: null }).group

const live = goldenDays({
  zh: {
    plan: '计划 拜访3 电话20 签单1/8万 跟进华为 <紧急>',
    report: '日报 拜访2 电话25 签单1/8万 卡点:合同 *盖章* 见 https://evil.example',
    other: '日报 电话5 @所有人 客户说“下周再谈”',
    board: '榜单 电话 本周',
  },
  en: {
    plan: 'plan visits 3 calls 20 deals 1/80k follow up Acme <urgent>',
    report: 'report visits 2 calls 25 deals 1/80k blocker: contract *signature* see https://evil.example',
    other: 'report calls 5 @all the customer said "next week"',
    board: 'board calls week',
  },
})

/** As it is sent, with what nobody sees shown as a middle dot. */
function written(payloads: readonly DingTalkPayload[]): string {
  const parts = payloads.map(({ title, markdown }) => `[${title}]\n\n${markdown}\n`)
  return parts.join('\n\n======\n\n').replaceAll('\u200b', '·').replaceAll(/ {2}$/gm, ' ↵')
}

describe.each<Lang>(['zh', 'en'])('a day in %s as DingTalk shows it', lang => {
  let said: GoldenDay
  beforeAll(async () => {
    said = await live(lang)
  })

  it.each(['form', 'reminder', 'planned', 'reported', 'digest', 'board'] as const)('%s', async name => {
    const parts = fitTo(first(said[name]), canvas)
    const drawn = parts.map(part => render(part, 'group', () => null))
    for (const [at, { markdown }] of drawn.entries()) {
      const { text, links } = visibleText({ text: markdown })
      expect(links).toEqual([])
      const words = (it: string) => it.match(/[\p{L}\p{N}]+/gu)?.filter(word => word !== '机器人' && word !== 'bot')
      const part = parts[at]
      expect(words(text)).toEqual(part && words(plain(part)))
    }
    await expect(written(drawn)).toMatchFileSnapshot(path.join(folder, `${name}-${lang}.md`))
  })
})
