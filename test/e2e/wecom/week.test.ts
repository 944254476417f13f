import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginFromNothing, four } from '../person.ts'
import { run } from '../running.ts'
import { expectBellOnce, expectOwnTarget } from '../same-week.ts'
import { isJpeg, isWorkbook } from '../sent-bytes.ts'
import { until } from '../until.ts'
import { GROUP, openCorp, person, saidInGroup, startOn } from './corp.ts'

const people = { zhangmin: '张敏', lina: '李娜', wangqiang: '王强', zhaolei: '赵磊' }

async function openTeam() {
  const wecom = await openCorp(people)
  const running = await run(wecom, settings => startOn(wecom, settings))
  const { goTo } = running
  const inGroup = (words: RegExp) => saidInGroup(wecom).filter(text => words.test(text))
  const pictures = () => {
    const shown = wecom.messages(GROUP).filter(({ author, kind }) => author === '' && kind === 'image')
    return shown.flatMap(({ media }) => (media === null ? [] : [wecom.media(media)]))
  }
  return {
    wecom,
    running,
    goTo,
    inGroup,
    pictures,
    ...four(account => person(wecom, account), ['zhangmin', 'lina', 'wangqiang', 'zhaolei']),
  }
}

/** The week of the Room's tour, on WeCom with all three lanes: a process of its own, the real SDK, and the simulator. */
describe('the first week of a team on WeCom', () => {
  let team: Awaited<ReturnType<typeof openTeam>>
  beforeAll(async () => {
    team = await openTeam()
  })
  afterAll(() => team.running[Symbol.asyncDispose]())

  test('from nothing: the first word brings a greeting, one line makes the team, and whoever speaks joins', async () => {
    const { zhang, li, wang, zhao } = team
    await beginFromNothing(zhang, [li, wang, zhao])
    // WeCom tells names to the app alone, a moment later.
    for (let asked = 0; asked < 20 && !zhang.texts().some(text => /李娜/.test(text) && /赵磊/.test(text)); asked++) {
      await zhang.tells('/member')
      await sleep(500)
    }
    await zhang.sees(/李娜[\s\S]*王强|王强[\s\S]*李娜/)
    // Whoever said no more than that they are there is welcomed, and not told that it is no command.
    await li.sees(/欢迎加入/)
    expect(li.texts().join('\n')).not.toContain('这里没有')
  })

  test('plans by mention in the group, in the chat with the bot, and over the app', async () => {
    const { li, wang, goTo } = team
    await goTo(0, '08:30')
    await li.says('计划 拜访3 电话20')
    await li.sees(/计划已记下[\s\S]*拜访[\s\S]*3/)
    await wang.tells('计划 电话三十')
    await wang.sees(/计划已记下[\s\S]*30/)
  })

  test('a nudge in private, only to who has not planned', async () => {
    const { wecom, zhao, goTo } = team
    await goTo(0, '09:00')
    const nudge = await zhao.sees(/09:15/)
    expect(nudge.chatId).toBe('zhaolei')
    await wecom.tellsApp('zhaolei', '计划 电话12')
    await zhao.sees(/计划已记下[\s\S]*12/)
  })

  test('reports, a picture answered politely, and the digest', async () => {
    const { wecom, zhang, li, wang, zhao, goTo, inGroup } = team
    await goTo(0, '18:00')
    await li.tells('日报 拜访2 电话25 签单1/8万 卡点:合同盖章')
    await li.sees(/日报已记下/)
    await wang.says('日报 电话28')
    await wang.sees(/日报已记下[\s\S]*28/)
    await wecom.sends('zhaolei', { kind: 'image', bytes: new Uint8Array([1, 2, 3]) })
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
    expect(inGroup(/日报汇总[\s\S]*合同盖章/)).toHaveLength(1)
  })

  test('a target of one’s own, and how one stands towards it, in private', () => expectOwnTarget(team))

  test('the bell for a deal, with a picture, at once and once', () => expectBellOnce(team))

  test('thanks to somebody who is mentioned, whom they ring', async () => {
    const { zhao, li } = team
    await zhao.says('表扬 @李娜 带我见客户 #协作')
    const card = await li.sees(/👏 表扬[\s\S]*带我见客户[\s\S]*来自 赵磊/)
    expect(card.visible.mentions).toEqual(['lina'])
  })

  test('a form that nobody can draw is filled in step by step', async () => {
    const { wang, goTo } = team
    await goTo(1, '08:31')
    await wang.tells('/计划')
    await wang.sees(/逐项填写|填写/)
    await wang.tells('填写')
    await wang.sees(/1\/\d|第 ?1/)
    await wang.tells('取消')
    await wang.sees(/取消/)
  })

  test('the board on Friday, posted by itself, once', async () => {
    const { zhang, goTo, pictures } = team
    // Where a month ended on the way its champion's certificate is there by now.
    await goTo(4, '16:59')
    const before = pictures().length
    await goTo(4, '17:00')
    await zhang.sees(/榜[\s\S]*李娜[\s\S]*(8万|80,000|8 万)/)
    await until(() => pictures().length > before, 'the board comes as a picture too')
    expect(pictures().slice(before).map(isJpeg)).toEqual([true])
  })

  test('the week’s summary after it, and a spreadsheet of it in the direct chat of whoever asks', async () => {
    const { wecom, zhang, goTo, inGroup } = team
    await goTo(4, '17:05')
    await zhang.sees(/总结[\s\S]*签单额[\s\S]*谢谢大家/)
    await zhang.tells('周总结 xlsx')
    const files = () => wecom.directMessages('zhangmin').filter(({ author, kind }) => author === '' && kind === 'file')
    await until(() => files().length > 0, 'the spreadsheet comes')
    expect(files().map(({ media }) => isWorkbook(wecom.media(media ?? '')))).toEqual([true])
    expect(inGroup(/xlsx/)).toEqual([])
  })

  test('and WeCom never had to say that it was too much', () => {
    const { wecom } = team
    expect(wecom.takeUnexpected()).toEqual([])
  })
})
