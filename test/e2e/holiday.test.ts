import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { features } from '../../src/features/index.ts'
import { openTalk, type Talk } from '../talk.ts'
import { at } from './cast.ts'

/** National Day 2026: off from 1 to 7 October, worked on Saturday the 10th instead. */
describe('国庆前后', () => {
  let talk: Talk

  beforeAll(async () => {
    talk = await openTalk({ at: at('2026-09-30', '08:00'), people: { zhang: '张敏', li: '李雷' }, features })
    await talk.person('zhang').says('/setup 销售一部')
    await talk.person('li').says('@领头羊 /日报 电话5 签单1/2万')
  })
  afterAll(() => talk[Symbol.asyncDispose]())

  test('榜单提前到放假前最后一个工作日', async () => {
    await talk.goTo(at('2026-09-30', '17:00'))
    await expect(talk.group).toHear(/签单额榜[\s\S]*李雷\s+2万[\s\S]*看整月\] → \/榜单 签单额 2026-09/)
  })

  test('放假前晚上写的计划，算节后第一天的', async () => {
    await talk.goTo(at('2026-09-30', '20:00'))
    await talk.person('li').says('/计划 电话9')
    await expect(talk.person('li')).toHear(/这份计划记在 10月8日 周四/)
  })

  test('放假七天，一句话也没有', async () => {
    await talk.goTo(at('2026-10-08', '08:00'))
    expect(await talk.group.heard()).toEqual([])
    for (const id of ['zhang', 'li']) expect(await talk.person(id).heard()).toEqual([])
    await talk.person('li').says('/为什么')
    await expect(talk.person('li')).toHear(/没有/)
  })

  test('调休的周六是工作日：照样提醒、汇总', async () => {
    await talk.goTo(at('2026-10-10', '08:00'))
    await talk.goTo(at('2026-10-10', '09:00'))
    await expect(talk.person('li')).toHear(/你的计划还没交/)
    await talk.goTo(at('2026-10-10', '19:00'))
    await expect(talk.group).toHear(/日报汇总 · 10月10日 周六/)
  })

  test('周日休息：不提醒，问得到为什么', async () => {
    await talk.goTo(at('2026-10-11', '20:00'))
    await expect(talk.person('li')).not.toHear(/计划|日报/)
    await talk.person('li').says('/为什么')
    await expect(talk.person('li')).toHear(/周日不是工作日/)
  })
})
