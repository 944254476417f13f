import { describe, expect, test } from 'vitest'
import { both, expectPlain, read, rows } from './sales.ts'

describe('free text stays what it is', () => {
  test.each(
    rows({
      '拜访3 跟进华为、中建': { values: { visits: 3 }, notes: ['跟进华为、中建'] },
      '跟进华为 拜访3 明天报价': { values: { visits: 3 }, notes: ['跟进华为', '明天报价'] },
      '拜访3家：华为、中建': { values: { visits: 3 }, notes: ['华为、中建'] },
      '拜访3家新客户，电话20': { values: both, notes: ['新客户'] },
      '今天见了王总，他说下周签': { notes: ['今天见了王总，他说下周签'] },
      '见了王总；约了李总': { notes: ['见了王总', '约了李总'] },
      '报价1,234元给华为，电话20': { values: { calls: 20 }, notes: ['报价1,234元给华为'] },
      '备注：明天出差，后天回': { notes: ['明天出差，后天回'] },
      '拜访3 备注 明天请假': { values: { visits: 3 }, notes: ['明天请假'] },
      'visits 3\nNotes: back on Monday': { values: { visits: 3 }, notes: ['back on Monday'] },
      '今日完成：拜访3': { values: { visits: 3 } },
      拜访3M公司: { notes: ['拜访3M公司'] },
      拜访三星电子: { notes: ['拜访三星电子'] },
      拜访三一重工: { notes: ['拜访三一重工'] },
      '拜访一汽 电话20': { values: { calls: 20 }, notes: ['拜访一汽'] },
      电话百度: { notes: ['电话百度'] },
      拜访万科: { notes: ['拜访万科'] },
      电话一直没人接: { notes: ['电话一直没人接'] },
      拜访3个小时: { notes: ['拜访3个小时'] },
      拜访3号楼: { notes: ['拜访3号楼'] },
      明天下午3点见王总: { notes: ['明天下午3点见王总'] },
      '电话 138-0013-8000': { notes: ['电话 138-0013-8000'] },
      '跟进华为 9/30 签合同': { notes: ['跟进华为 9/30 签合同'] },
      'callback 3M about Q3': { notes: ['callback 3M about Q3'] },
      'met Bob at 3': { notes: ['met Bob at 3'] },
      拜访: { notes: ['拜访'] },
      '': {},
      ' \n ，。 ': {},
    }),
  )('%j', expectPlain)
})

describe('blockers', () => {
  test.each(
    rows({
      '拜访2 卡点:合同盖章': { values: { visits: 2 }, blockers: ['合同盖章'] },
      '丢单1卡点：合同盖章': { values: { lost: 1 }, blockers: ['合同盖章'] },
      '卡点：A；B': { blockers: ['A', 'B'] },
      '拜访2\n卡点：\n1. 合同盖章\n2. 法务\n电话20': {
        values: { visits: 2, calls: 20 },
        blockers: ['合同盖章', '法务'],
      },
      '卡点：合同\n- 法务\n后面是备注': { blockers: ['合同', '法务'], notes: ['后面是备注'] },
      '卡点：合同 备注：明天出差': { blockers: ['合同'], notes: ['明天出差'] },
      '问题：报价太高，客户犹豫': { blockers: ['报价太高，客户犹豫'] },
      '今天遇到的问题：没车': { blockers: ['没车'] },
      '阻碍: 没车': { blockers: ['没车'] },
      '卡点 合同盖章': { blockers: ['合同盖章'] },
      'visits 2 blocked by legal': { values: { visits: 2 }, blockers: ['legal'] },
      'Blockers: contract; legal': { blockers: ['contract', 'legal'] },
      '拜访2 卡点：无': { values: { visits: 2 } },
      'blockers: none.': {},
      '没问题，拜访2': { values: { visits: 2 }, notes: ['没问题'] },
      '没有问题 拜访2': { values: { visits: 2 }, notes: ['没有问题'] },
      问题不大: { notes: ['问题不大'] },
      '拜访2\n明日计划：拜访5 电话30': { values: { visits: 2 }, notes: ['明日计划：拜访5 电话30'] },
      '拜访2\n明日计划：\n拜访5\n电话30': { values: { visits: 2 }, notes: ['明日计划', '拜访5', '电话30'] },
    }),
  )('%j', expectPlain)

  test('a number inside a blocker or note is offered, not taken', () => {
    for (const text of ['卡点：合同 电话20', '备注：合同 电话20']) {
      expect(read(text).values).toEqual([])
      expect(read(text).guesses).toMatchObject([{ metric: 'calls', value: 20 }])
    }
  })
})
