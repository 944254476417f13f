import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginFromNothing, four } from '../person.ts'
import { run } from '../running.ts'
import { expectBellOnce, expectOwnTarget } from '../same-week.ts'
import { isJpeg, isWorkbook } from '../sent-bytes.ts'
import { until } from '../until.ts'
import { GROUP, openCompany, person, saidInGroup, startOn } from './company.ts'

const people = { zhang01: '张敏', li02: '李娜', wang03: '王强', zhao04: '赵磊' }

async function openTeam() {
  const dingtalk = await openCompany(people)
  const running = await run(dingtalk, settings => startOn(dingtalk, settings))
  const { goTo } = running
  const inGroup = (words: RegExp) => saidInGroup(dingtalk).filter(text => words.test(text))
  const pictures = () => {
    const said = dingtalk.messages(GROUP).filter(({ fromBot }) => fromBot)
    return said
      .flatMap(({ text }) => [...text.matchAll(/!\[[^\]]*\]\((@[^)]+)\)/g)])
      .map(([, id = '']) => dingtalk.media(id))
  }
  return {
    dingtalk,
    running,
    goTo,
    inGroup,
    pictures,
    ...four(account => person(dingtalk, account), ['zhang01', 'li02', 'wang03', 'zhao04']),
  }
}

/** The week of the Room's tour, on DingTalk without a card template: a process of its own, the real SDK, and the simulator. */
describe('the first week of a team on DingTalk', () => {
  let team: Awaited<ReturnType<typeof openTeam>>
  beforeAll(async () => {
    team = await openTeam()
  })
  afterAll(() => team.running[Symbol.asyncDispose]())

  test('from nothing: the first word brings a greeting, one line makes the team, and whoever speaks joins', async () => {
    const { zhang, li, wang, zhao } = team
    await beginFromNothing(zhang, [li, wang, zhao])
    await zhang.says('/member')
    const list = await zhang.sees(/李娜[\s\S]*王强|王强[\s\S]*李娜/)
    for (const name of Object.values(people)) expect(list.text).toContain(name)
  })

  test('plans by mention in the group and without one in the direct chat', async () => {
    const { li, wang, zhao, goTo } = team
    await goTo(0, '08:30')
    await li.says('计划 拜访3 电话20')
    await li.sees(/计划已记下[\s\S]*拜访[\s\S]*3/)
    await wang.tells('计划 电话三十')
    await wang.sees(/计划已记下[\s\S]*30/)
    expect(zhao.texts().join('\n')).not.toMatch(/计划已记下[\s\S]*30/)
  })

  test('a nudge in the direct chat, only to who has not planned', async () => {
    const { dingtalk, wang, zhao, goTo } = team
    await goTo(0, '09:00')
    const nudge = await zhao.sees(/09:15/)
    expect(nudge.conversationId).toBe(dingtalk.direct('zhao04'))
    expect(wang.texts().join('\n')).not.toMatch(/计划.*09:15 截止/)
  })

  test('a report spoken, a picture answered politely, and the digest', async () => {
    const { dingtalk, zhang, li, wang, zhao, goTo, inGroup } = team
    await goTo(0, '18:00')
    await li.tells('日报 拜访2 电话25 签单1/8万 卡点:合同盖章')
    await li.sees(/日报已记下/)
    await dingtalk.sends('wang03', { kind: 'audio', recognition: '日报 电话二十八' })
    await wang.sees(/日报已记下[\s\S]*28/)
    await dingtalk.sends('zhao04', { kind: 'picture' })
    await zhao.sees(/图片/)
    await goTo(0, '19:00')
    await zhang.sees(/日报汇总[\s\S]*2\/3[\s\S]*合同盖章/)
    expect(inGroup(/日报汇总/)).toHaveLength(1)
  })

  test('a late report adds one short line, since nothing can be revised here', async () => {
    const { zhao, inGroup } = team
    await zhao.tells('日报 电话11')
    await zhao.sees(/日报已记下/)
    await until(() => inGroup(/赵磊/).length > 0, 'the group hears of it')
    const [line = ''] = inGroup(/赵磊/).slice(-1)
    expect(line.split('\n').length).toBeLessThanOrEqual(3)
    expect(inGroup(/日报汇总[\s\S]*合同盖章/)).toHaveLength(1)
  })

  test('a target of one’s own, and how one stands towards it, in private', () => expectOwnTarget(team))

  test('the bell for a deal, with a picture, at once and once', () => expectBellOnce(team))

  test('thanks to somebody who is mentioned, whom they ring', async () => {
    const { zhao, li } = team
    await zhao.says('表扬 @李娜 带我见客户 #协作')
    const card = await li.sees(/👏 表扬[\s\S]*带我见客户[\s\S]*来自 赵磊/)
    expect(card.mentions).toEqual(['li02'])
  })

  test('the board on Friday, posted by itself, once', async () => {
    const { zhang, goTo, inGroup, pictures } = team
    // Where a month ended on the way its champion's certificate is there by now.
    await goTo(4, '16:59')
    const before = pictures().length
    await goTo(4, '17:00')
    await zhang.sees(/榜[\s\S]*李娜[\s\S]*(8万|80,000|8 万)/)
    expect(inGroup(/签单额?榜|业绩榜|周榜/).length).toBeLessThanOrEqual(1)
    expect(pictures().slice(before).map(isJpeg)).toEqual([true])
  })

  test('the week’s summary after it, and a spreadsheet of it in the direct chat of whoever asks', async () => {
    const { dingtalk, zhang, goTo, inGroup } = team
    await goTo(4, '17:05')
    await zhang.sees(/总结[\s\S]*签单额[\s\S]*谢谢大家/)
    await zhang.tells('周总结 xlsx')
    const files = () => dingtalk.directMessages('zhang01').filter(({ kind }) => kind === 'sampleFile')
    await until(() => files().length > 0, 'the spreadsheet comes')
    expect(files().map(({ media }) => isWorkbook(dingtalk.media(media ?? '')))).toEqual([true])
    expect(inGroup(/xlsx/)).toEqual([])
  })

  test('and DingTalk never had to say that it was too much', () => {
    const { dingtalk } = team
    expect(dingtalk.usedCalls).toBeLessThan(60)
    expect(dingtalk.takeUnexpected()).toEqual([])
  })
})
