import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WeComSimulator } from '../../simulators/wecom/index.ts'
import type { SeenMessage } from '../../simulators/wecom/seeing.ts'
import { beginFromNothing, four, type Person, setUpTeam } from '../person.ts'
import { type Running, run } from '../running.ts'
import { until } from '../until.ts'
import { GROUP, openCorp, person, saidInGroup, startOn } from './corp.ts'

const people = { zhangmin: '张敏', lina: '李娜', wangqiang: '王强', zhaolei: '赵磊' }

/** A week of the group's rules on WeCom with all three lanes, where only what mentions the bot is heard. */
describe('a week of rules on WeCom', () => {
  let wecom: WeComSimulator
  let running: Running
  let zhang: Person<SeenMessage>
  let li: Person<SeenMessage>
  let wang: Person<SeenMessage>
  let zhao: Person<SeenMessage>
  const openly = (words: RegExp) => saidInGroup(wecom).filter(text => words.test(text))
  const alone = (userId: string, words: RegExp) =>
    wecom.directMessages(userId).filter(({ author, visible }) => author === '' && words.test(visible.text))
  /** Presses a button of the newest card that has it, by whichever lane it came; waits for it. */
  async function presses(userId: string, label: string): Promise<void> {
    const newest = () =>
      [...wecom.messages(GROUP, { as: userId }), ...wecom.directMessages(userId)]
        .toSorted((one, other) => one.at.getTime() - other.at.getTime())
        .findLast(({ buttons }) => buttons.some(button => button.label === label))
    await until(() => newest() !== undefined, `${userId} sees a button ${label}`)
    const { id = '', via } = newest() ?? {}
    if (via === 'app') await wecom.pressesInApp(userId, id, label)
    else await wecom.presses(userId, id, label)
  }

  beforeAll(async () => {
    wecom = await openCorp(people)
    running = await run(wecom, settings => startOn(wecom, settings))
    const team = four(account => person(wecom, account), ['zhangmin', 'lina', 'wangqiang', 'zhaolei'])
    ;({ zhang, li, wang, zhao } = team)
    await beginFromNothing(zhang, [li, wang, zhao])
    // WeCom tells names to the app alone, a moment later.
    for (let asked = 0; asked < 20 && !zhang.texts().some(text => /李娜/.test(text) && /赵磊/.test(text)); asked++) {
      await zhang.tells('/member')
      await sleep(500)
    }
  })
  afterAll(() => running[Symbol.asyncDispose]())

  test('a rule about what people say to each other is refused, with the reason and with what works here', async () => {
    await running.goTo(0, '09:30')
    await zhang.says('群规 启用 安静时段')
    await zhang.sees(/“安静时段”在企业微信[\s\S]*听不到[\s\S]*只把 @机器人 的消息告诉机器人[\s\S]*这里能用的：客户隐私/)
    await zhang.tells('群规 启用 客户投诉')
    await zhang.sees(/“客户投诉”在企业微信[\s\S]*听不到[\s\S]*\/群规 编辑 route-complaints 对象=发给机器人的/)
  })

  test('what the refusal says works; a rule that is heard in part says so', async () => {
    await zhang.tells('群规 编辑 route-complaints 对象=发给机器人的')
    await zhang.sees(/已修改“客户投诉”/)
    await zhang.tells('群规 启用 route-complaints')
    await zhang.sees(/已启用“客户投诉”/)
    await zhang.tells('群规 启用 客户隐私')
    await zhang.sees(/已启用“客户隐私”[\s\S]*只能听到一部分：企业微信只把 @机器人 的消息告诉机器人/)
    await running.goTo(0, '10:01')
    const news = (await li.sees(/群规有变化[\s\S]*新增/)).visible.text
    for (const title of ['客户投诉', '客户隐私']) expect(news).toContain(title)
    await presses('lina', '我读过了')
    await li.sees(/你已读/)
    await wang.says('群规 已读')
    await wang.sees(/你已读/)
  })

  test('a customer’s number in what is said to the bot: a hint in private, with a masked copy', async () => {
    await li.says('计划 拜访3 电话20 跟进吴总 13812345678')
    const hint = await li.sees(/客户隐私[\s\S]*138\*{4}5678/)
    expect(hint.chatId).toBe('lina')
    expect(openly(/打码|138/)).toEqual([])
    for (const other of [wang, zhao]) expect(other.texts().join('\n')).not.toContain('打码')
  })

  test('a complaint that the bot is told goes through its door at a press, and up the duty list', async () => {
    await zhang.tells('紧急 值班 王强 赵磊')
    await zhang.sees(/值班表[\s\S]*王强 → 赵磊/)
    await li.says('客户投诉发错货')
    await li.sees(/客户投诉：[\s\S]*按紧急处理/)
    await presses('lina', '按紧急处理')
    await li.sees(/已记下，紧急 #1[\s\S]*已找 王强/)
    expect((await wang.sees(/紧急 #1[\s\S]*今天你在值班表上/)).chatId).toBe('wangqiang')
    expect(zhao.texts().join('\n')).not.toContain('之后会找下一位')
    await running.goTo(0, '10:45')
    await zhao.sees(/紧急 #1[\s\S]*之后会找下一位/)
    await zhao.tells('紧急 1 收到')
    await zhao.sees(/[#＃]1 由你处理/)
    // A line of its own, or the card itself where it had still waited for its turn.
    await wang.sees(/紧急 #1[\s\S]*赵磊 正在处理/)
    expect(openly(/紧急 #1[\s\S]*赵磊 正在处理/)).toHaveLength(1)
    await zhao.says('紧急 1 完成 已补发，明天到')
    await li.sees(/赵磊 已处理好：已补发，明天到/)
    await wang.tells('案例 搜 发错货')
    await wang.sees(/[#＃]1[\s\S]*已补发，明天到/)
  })

  test('an urgent matter by mention; whoever can takes it by a button in the group', async () => {
    await wang.says('紧急 仓库漏水')
    await zhang.sees(/紧急 #2[\s\S]*仓库漏水/)
    await presses('zhangmin', '我来处理')
    await wang.sees(/张敏 已接手/)
    await zhang.tells('紧急 2 完成 阀门关了')
    await wang.sees(/张敏 已处理好：阀门关了/)
  })

  test('a notice is confirmed by a button or a word; only the author sees who has not', async () => {
    await running.goTo(0, '11:00')
    await zhang.says('通知 周五下午盘点 截止=周四18:00')
    await li.sees(/通知 #1[\s\S]*周五下午盘点/)
    await presses('lina', '我已读')
    await li.sees(/[#＃]1 已读 ✓/)
    await wang.says('收到 1')
    await wang.sees(/[#＃]1 已读 ✓/)
    await zhang.tells('通知 1')
    const list = await zhang.sees(/还没确认[\s\S]*赵磊/)
    expect(list.chatId).toBe('zhangmin')
    expect(openly(/还没确认/)).toEqual([])
  })

  test('a newcomer is welcomed in private, with what holds here', async () => {
    await running.goTo(1, '10:00')
    wecom.addPerson({ userId: 'qianqi', name: '钱七' })
    wecom.addToGroup(GROUP, 'qianqi')
    const qian = person(wecom, 'qianqi')
    await qian.says('我来了')
    const welcome = await qian.sees(/这是你在“销售一部”的第一周[\s\S]*这里的约定[\s\S]*客户/)
    expect(welcome.chatId).toBe('qianqi')
    expect(openly(/第一周/)).toEqual([])
  })

  test('anonymous feedback in the direct chat: weak among few, said so; then a code and an answer', async () => {
    await li.says('反馈 食堂太远')
    await li.sees(/匿名反馈只能私聊我发/)
    await li.tells('反馈 食堂太远')
    await li.sees(/匿名很弱[\s\S]*反馈 确认 你的话/)
    await li.tells('反馈 确认 食堂太远')
    const kept = (await li.sees(/你的暗号：/)).visible.text
    const code = /(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}/.exec(kept)?.[0] ?? ''
    await running.goTo(3, '12:00')
    await zhao.sees(/有一条通知等你看[\s\S]*周五下午盘点/)
    await running.goTo(4, '16:31')
    const handed = await zhang.sees(/匿名反馈 1 条[\s\S]*[#＃]1 食堂太远/)
    expect(handed.chatId).toBe('zhangmin')
    expect(handed.visible.text).not.toMatch(/李娜|lina/)
    await zhang.tells('反馈 1 回复 下周装微波炉')
    await zhang.sees(/已记下对 [#＃]1 的回复/)
    await li.tells(`反馈 ${code}`)
    await li.sees(/你的匿名反馈[\s\S]*下周装微波炉/)
    expect(running.server.output()).not.toContain('食堂')
  }, 120_000)

  test('who had confirmed the notice was not asked again, and the author hears the result', async () => {
    expect(alone('lina', /有一条通知等你看/)).toEqual([])
    await zhang.sees(/[#＃]1 通知到期[\s\S]*赵磊/)
    expect(alone('zhangmin', /[#＃]1 通知到期/)).toHaveLength(1)
  })

  test('how the rules fared is told to the manager alone on Monday', async () => {
    await running.goTo(7, '09:41')
    const report = await zhang.sees(/群规这一周[\s\S]*客户隐私 \| 1 \| 0 \| 1 \| 0 \| 0/)
    expect(report.chatId).toBe('zhangmin')
    expect(report.visible.text).toContain('客户投诉 | 1 | 0 | 1 | 0 | 0')
    expect(report.visible.text).not.toMatch(/李娜|王强|赵磊/)
    expect(openly(/群规这一周/)).toEqual([])
  }, 120_000)

  test('and WeCom never had to say that it was too much, or that it did not understand', () => {
    expect(wecom.tooFast).toEqual([])
    expect(wecom.takeUnexpected()).toEqual([])
  })
})

const withoutApp = {
  ...{ WECOM_CORP_ID: '', WECOM_AGENT_ID: '', WECOM_APP_SECRET: '' },
  ...{ WECOM_CALLBACK_TOKEN: '', WECOM_CALLBACK_AES_KEY: '' },
}

test('without the app, a hint for somebody whom the bot cannot write to alone is not said in the group either', async () => {
  const wecom = await openCorp(people)
  await using running = await run(wecom, settings => startOn(wecom, { ...settings, ...withoutApp }))
  const [zhang, li] = [person(wecom, 'zhangmin'), person(wecom, 'lina')]
  await zhang.tells('你好')
  await setUpTeam(zhang)
  await li.says('我来了')
  await zhang.tells('群规 启用 客户隐私')
  await zhang.sees(/已启用“客户隐私”/)
  await running.goTo(0, '08:30')
  await li.says('计划 拜访3 电话20 跟进吴总 13812345678')
  // What follows the hint is read by all in short, so the hint was done with before.
  await until(() => saidInGroup(wecom).some(text => /计划已记下/.test(text)), 'the group reads the first line')
  expect(saidInGroup(wecom).join('\n')).not.toMatch(/打码|1381234|删掉原消息/)
  expect(running.server.output()).toContain('rules.hint')
}, 120_000)
