import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { features } from '../../../src/features/index.ts'
import { openTalk, type Speaker, type Talk } from '../../talk.ts'

const weekly = `
key: weekly
title: { zh: 周报, en: Weekly }
kind: custom
cadence:
  schedule: 每周五 16:00
  opens: { before: 480 }
  closes: { after: 120 }
questions:
  - { id: visits, kind: metric, metricKey: visits }
  - { id: mood, kind: scale, scale: { from: 1, to: 5 }, label: { zh: 状态, en: Mood } }
  - { id: market, kind: choice, label: 市场, options: [变好, 变差, 没变] }
  - { id: quoted, kind: yes-no, label: 是否报价, required: true }
  - { id: amount, kind: line, label: 报价金额, when: { question: quoted, is: ['yes'] } }
`

const at = (time: string, day = 27) => `2026-${day < 10 ? '12' : '11'}-${String(day).padStart(2, '0')}T${time}:00+08:00`

/** Each part goes on where the one before ended. */
describe('a weekly form of the team’s own', () => {
  let talk: Talk
  let zhang: Speaker
  let li: Speaker
  let han: Speaker

  beforeAll(async () => {
    talk = await openTalk({ at: at('09:00'), people: { zhang: '张敏', li: '李雷', han: '韩梅' }, features })
    zhang = talk.person('zhang')
    li = talk.person('li')
    han = talk.person('han')
    await zhang.says('/setup 销售一部')
    await li.says('/join')
    await han.says('/join')
    await zhang.says(`/表单 导入\n${weekly}`)
  })
  afterAll(() => talk[Symbol.asyncDispose]())

  test('is taken in with all its questions', async () => {
    await expect(zhang).toHear(/已添加表单 周报[\s\S]*市场 · 单选 · 变好\/变差\/没变/)
    await expect(zhang).toHear(/报价金额 · 一行文字 · 看“是否报价”的回答/)
  })

  test('is among the forms of a rep, with a way to answer it; changing forms is for managers', async () => {
    await li.says('/表单')
    await expect(li).toHear(/要你填的表单[\s\S]*周报 · 截止 每周五 16:00 · \/日报 weekly/)
    await li.says('/form weekly')
    await expect(li).not.toHear(/\/计划/)
    await li.says('/表单 停用 weekly')
    await expect(li).toHear(/需要经理或更高角色/)
  })

  test('is answered by its form: what does not apply is left out', async () => {
    await li.says('/表单')
    await li.uses('reports.open', { value: 'weekly' })
    await li.uses('reports.submit', { values: { visits: '9', mood: '4', market: '变好', quoted: 'no', amount: '8万' } })
    await expect(li).toHear(/周报已记下[\s\S]*拜访：9[\s\S]*状态：4[\s\S]*市场：变好[\s\S]*是否报价：否/)
    await expect(li).toHear(/不适用，没有记：报价金额/)
  })

  test('is answered by typing: labels with colons, numbers as ever; what cannot be is said', async () => {
    await han.says('/日报 周报 拜访7次；状态：9；市场：变差 电话3，是否报价：是；报价金额：8万，含税；下周继续')
    await expect(han).toHear(/周报已记下[\s\S]*拜访：7[\s\S]*市场：变差[\s\S]*是否报价：是[\s\S]*报价金额：8万，含税/)
    await expect(han).toHear(/没有记，请改一下再发：\n.*状态：请填 1 到 5 的整数/)
    await expect(han).toHear(/备注：下周继续/)
    await han.says('/report weekly mood: 5')
    await expect(han).toHear(/周报已更新[\s\S]*状态：5[\s\S]*报价金额：8万，含税/)
  })

  test('is summed up for the group when it is due', async () => {
    await talk.goTo(at('16:00'))
    await expect(talk.group).toHear(
      /周报汇总[\s\S]*2\/3 人已交[\s\S]*李雷[\s\S]*9[\s\S]*状态 4；市场 变好；是否报价 否/,
    )
  })

  test('changed meanwhile, asks the old questions of its old round', async () => {
    await zhang.says('/表单 weekly 删除 状态')
    await expect(zhang).toHear(/已修改表单 周报/)
    await zhang.says('/已读 李雷')
    await expect(zhang).toHear(/状态：4/)
    await han.says('/日报 weekly 状态：3')
    await expect(han).toHear(/周报已更新[\s\S]*状态：3/)
    await expect(talk.group).toHear(/周报汇总[\s\S]*韩梅：状态 3/)
  })

  test('asks the new ones from the next round on', async () => {
    await talk.goTo(at('15:00', 4))
    await han.says('/日报 weekly 状态：3 市场：没变')
    await expect(han).toHear(/市场：没变/)
    await expect(han).not.toHear(/^状态：3$/m)
  })
})
