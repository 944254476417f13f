import { describe, expect, it } from 'vitest'
import { workCalendarSchema } from '../../../src/calendar/work-calendar.ts'
import type { Role } from '../../../src/context.ts'
import type { TeamMember } from '../../../src/features/team/members.ts'
import { dutyOf, stretchesOf } from '../../../src/features/urgent/duty.ts'
import { readDuty } from '../../../src/features/urgent/read-duty.ts'
import { readUrgentRequest } from '../../../src/features/urgent/request.ts'

describe('what follows /urgent', () => {
  it.each([
    ['', { kind: 'list' }],
    ['new', { kind: 'form' }],
    ['表单', { kind: 'form' }],
    ['客户投诉发错货', { kind: 'raise', severity: 'high', text: '客户投诉发错货' }],
    ['特急客户现场停线', { kind: 'raise', severity: 'critical', text: '客户现场停线' }],
    ['特急：客户，停线！', { kind: 'raise', severity: 'critical', text: '客户，停线！' }],
    ['critical the line stands', { kind: 'raise', severity: 'critical', text: 'the line stands' }],
    ['高 客户投诉', { kind: 'raise', severity: 'high', text: '客户投诉' }],
    ['高速上车坏了', { kind: 'raise', severity: 'high', text: '高速上车坏了' }],
    ['重大客户要退单', { kind: 'raise', severity: 'high', text: '重大客户要退单' }],
    ['new customer is angry', { kind: 'raise', severity: 'high', text: 'customer is angry' }],
    ['特急', { kind: 'raise', severity: 'critical', text: '' }],
    ['3个客户投诉', { kind: 'raise', severity: 'high', text: '3个客户投诉' }],
    ['7', { kind: 'show', number: 7 }],
    ['＃７', { kind: 'show', number: 7 }],
    ['7 ok', { kind: 'take', number: 7 }],
    ['#7 收到！', { kind: 'take', number: 7 }],
    ['７ 我来处理', { kind: 'take', number: 7 }],
    ['7 不行', { kind: 'decline', number: 7 }],
    ['7 to 李四', { kind: 'offer', number: 7, text: '李四' }],
    ['7 转给李四', { kind: 'offer', number: 7, text: '李四' }],
    ['7 特急！', { kind: 'worsen', number: 7 }],
    ['７ critical', { kind: 'worsen', number: 7 }],
    ['7 升为特急', { kind: 'worsen', number: 7 }],
    ['7 该叫', { kind: 'found-needed', number: 7 }],
    ['7 needed', { kind: 'found-needed', number: 7 }],
    ['#7 不必。', { kind: 'found-needless', number: 7 }],
    ['7 needless', { kind: 'found-needless', number: 7 }],
    ['7 needed a phone', { kind: 'unclear', number: 7 }],
    ['7 tomorrow', { kind: 'unclear', number: 7 }],
    ['7 note Called Them', { kind: 'note', number: 7, text: 'Called Them' }],
    ['7 备注：已联系', { kind: 'note', number: 7, text: '已联系' }],
    ['7 done sent anew', { kind: 'close', number: 7, text: 'sent anew' }],
    ['7 解决了 已补发', { kind: 'close', number: 7, text: '已补发' }],
    ['7 解决不了', { kind: 'unclear', number: 7 }],
    ['3 customers complain', { kind: 'unclear', number: 3, raise: { severity: 'high', text: '3 customers complain' } }],
    ['#3 what', { kind: 'unclear', number: 3, raise: null }],
    ['duty 张三 本周', { kind: 'duty', text: '张三 本周' }],
    ['值班张三', { kind: 'duty', text: '张三' }],
    ['值班', { kind: 'duty', text: '' }],
    ['duty-free goods are lost', { kind: 'raise', severity: 'high', text: 'duty-free goods are lost' }],
  ])('%s', (text, expected) => {
    expect(readUrgentRequest(text)).toMatchObject(expected)
  })
})

const calendar = workCalendarSchema.parse({ kind: 'cn' })
const member = (name: string, role: Role = 'rep'): TeamMember => ({
  ...{ memberId: name, personId: name, teamId: 't', name, aliases: [], role, lang: 'zh', calendar },
  ...{ joinedOn: '2026-01-01', leftOn: null },
})
const around = { members: ['张三', '李四', '王五', 'Zhang San', 'May'].map(name => member(name)), today: '2026-11-23' }
const read = (text: string) =>
  readDuty(text, around).map(({ days, members }) => [members.map(({ name }) => name).join('>'), days?.from, days?.to])

describe('a duty list', () => {
  it.each([
    ['张三 李四 本周', [['张三>李四', '2026-11-23', '2026-11-29']]],
    ['本周：张三、李四', [['张三>李四', '2026-11-23', '2026-11-29']]],
    [
      '张三 本周；李四→王五 下周',
      [
        ['张三', '2026-11-23', '2026-11-29'],
        ['李四>王五', '2026-11-30', '2026-12-06'],
      ],
    ],
    ['Zhang San, 李四 next week', [['Zhang San>李四', '2026-11-30', '2026-12-06']]],
    ['张三 周六', [['张三', '2026-11-28', '2026-11-28']]],
    ['张三 11-25到11-27', [['张三', '2026-11-25', '2026-11-27']]],
    ['张三 11-25 至 11-27', [['张三', '2026-11-25', '2026-11-27']]],
    ['May', [['May', undefined, undefined]]],
    ['张三 李四', [['张三>李四', undefined, undefined]]],
    ['无 本周', [['', '2026-11-23', '2026-11-29']]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('of names that nobody has is refused', () => {
    expect(() => read('张三 钱七 本周')).toThrow(expect.objectContaining({ code: 'team.member-unknown' }))
  })

  it('that names a day goes before one that always holds, and a later one before an earlier', () => {
    const week = { from: '2026-11-23', to: '2026-11-29' }
    const all = [
      { days: { from: '2026-11-25', to: '2026-11-25' }, memberIds: ['c'] },
      { days: null, memberIds: ['a'] },
      { days: week, memberIds: ['b'] },
    ]
    expect(dutyOf(all, '2026-11-25')?.memberIds).toEqual(['c'])
    expect(dutyOf(all, '2026-11-24')?.memberIds).toEqual(['b'])
    expect(dutyOf(all, '2026-12-01')?.memberIds).toEqual(['a'])
    expect(dutyOf([], '2026-12-01')).toBeNull()
    expect(stretchesOf(all, '2026-11-24', 7).map(({ from, to, memberIds }) => `${from} ${to} ${memberIds}`)).toEqual([
      '2026-11-24 2026-11-24 b',
      '2026-11-25 2026-11-25 c',
      '2026-11-26 2026-11-29 b',
      '2026-11-30 2026-11-30 a',
    ])
  })
})
