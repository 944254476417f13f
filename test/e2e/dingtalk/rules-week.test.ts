import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import { beginFromNothing } from '../person.ts'
import type { Running } from '../running.ts'
import { until } from '../until.ts'
import { GROUP, wordsFor } from './company.ts'
import { type Presser, presser } from './presser.ts'
import { openWithCards } from './with-cards.ts'

/** A week of the group's rules on DingTalk with cards, where only what mentions the robot is heard. */
describe('a week of rules on DingTalk', () => {
  let dingtalk: DingTalkSimulator
  let running: Running
  let zhang: Presser
  let li: Presser
  let wang: Presser
  let zhao: Presser
  const words = (staffId: string) => (one: Parameters<typeof wordsFor>[2]) => wordsFor(dingtalk, staffId, one)
  /** What everybody in the group reads of the robot. */
  const openly = (wanted: RegExp) =>
    dingtalk.messages(GROUP).filter(one => one.fromBot && wanted.test(words('zhang01')(one)))
  const alone = (staffId: string, wanted: RegExp) =>
    dingtalk.directMessages(staffId).filter(one => one.fromBot && wanted.test(words(staffId)(one)))

  /** The files that the robot sent to the group, or to somebody alone. */
  const filesIn = (place: string) => {
    const messages = place === GROUP ? dingtalk.messages(GROUP) : dingtalk.directMessages(place)
    return messages.flatMap(({ kind, title, media }) =>
      kind === 'sampleFile' ? [{ name: title, bytes: dingtalk.media(media ?? '') }] : [],
    )
  }

  beforeAll(async () => {
    ;({ dingtalk, running, zhang, li, wang, zhao } = await openWithCards())
    await beginFromNothing(zhang, [li, wang, zhao])
    for (const one of [li, wang, zhao]) await one.sees(/欢迎加入/)
  })
  afterAll(() => running[Symbol.asyncDispose]())

  test('a rule about what people say to each other is refused, with the reason and with what works here', async () => {
    await running.goTo(0, '09:30')
    await zhang.says('群规 启用 刷屏')
    await zhang.sees(/“刷屏”在钉钉[\s\S]*听不到[\s\S]*只把 @机器人 的消息告诉机器人[\s\S]*这里能用的：客户隐私/)
    await zhang.says('群规 目录')
    await zhang.sees(/安静时段[\s\S]*未启用（这里听不到）/)
    await zhang.tells('群规 启用 订单延期')
    await zhang.sees(/“订单延期”在钉钉[\s\S]*听不到[\s\S]*\/群规 编辑 route-delays 对象=发给机器人的/)
  })

  test('what the refusal says works; a rule that is heard in part says so', async () => {
    await zhang.tells('群规 编辑 route-delays 对象=发给机器人的')
    await zhang.presses(await zhang.sees(/已修改“订单延期”[\s\S]*\[/), '启用')
    await zhang.sees(/已启用“订单延期”/)
    await zhang.says('群规 启用 客户隐私')
    await zhang.sees(/已启用“客户隐私”[\s\S]*只能听到一部分：钉钉只把 @机器人 的消息告诉机器人/)
    await running.goTo(0, '10:01')
    const news = words('li02')(await li.sees(/群规有变化/))
    expect(openly(/群规有变化/)).toHaveLength(1)
    for (const title of ['订单延期', '客户隐私']) expect(news).toContain(title)
    await li.presses(await li.sees(/群规有变化/), '我读过了')
    await li.sees(/你已读/)
  })

  test('a customer’s number in what is said to the robot: a hint in the direct chat, with a masked copy', async () => {
    const before = openly(/./).length
    await li.says('计划 拜访3 电话20 跟进吴总 13812345678')
    const hint = await li.sees(/客户隐私[\s\S]*打码后的版本：[\s\S]*138\*{4}5678/)
    expect(hint.conversationId).toBe(dingtalk.direct('li02'))
    await li.sees(/计划已记下/)
    await zhang.sees(/计划汇总[\s\S]*李娜：跟进吴总 138\*{4}5678/)
    expect(openly(/./)).toHaveLength(before)
    // Nor does the bot post it itself, where it sums up what is planned.
    expect(openly(/13812345678/)).toEqual([])
    for (const other of [wang, zhao]) expect(other.texts().join('\n')).not.toContain('打码')
    await dingtalk.says('wang03', GROUP, '张总的电话是 13912345678')
    await li.presses(hint, '判得不对')
    await li.sees(/#1 判得不对/)
    expect(wang.texts().join('\n')).not.toContain('打码')
  })

  test('a delayed order that the robot is told becomes a case at a press', async () => {
    await wang.says('华为的订单要延期三天')
    const hint = await wang.sees(/订单延期[\s\S]*\[记成案例\]/)
    expect(hint.conversationId).toBe(dingtalk.direct('wang03'))
    await wang.presses(hint, '记成案例')
    await wang.sees(/已进案例库[\s\S]*#1 华为的订单要延期/)
    await wang.says('案例 1 解决 换了承运商')
    await wang.sees(/解决了：#1/)
    await zhao.tells('案例 搜 订单延期')
    await zhao.sees(/#1[\s\S]*换了承运商/)
  })

  test('a notice is confirmed by its card or by a word; only the author sees who has not', async () => {
    await running.goTo(0, '10:30')
    await zhang.says('通知 周五下午盘点 截止=周四18:00')
    await li.presses(await li.sees(/通知 #1[\s\S]*周五下午盘点[\s\S]*\[我已读\]/), '我已读')
    await li.sees(/#1 已读 ✓/)
    await wang.says('收到')
    await wang.sees(/#1 已读 ✓/)
    await until(() => openly(/通知 #1[\s\S]*3 人中 2 人已读/).length === 1, 'the card in the group counts them')
    await zhang.says('通知 1')
    const list = await zhang.sees(/还没确认[\s\S]*赵磊/)
    expect(list.conversationId).toBe(dingtalk.direct('zhang01'))
    expect(openly(/还没确认/)).toEqual([])
  })

  test('an urgent matter goes up the duty list by direct messages, is taken by a word, and ends as a case', async () => {
    await zhang.tells('紧急 值班 王强 赵磊')
    await zhang.sees(/值班表[\s\S]*王强 → 赵磊/)
    await li.says('紧急 客户投诉发错货')
    await li.sees(/已记下，紧急 #1[\s\S]*已找 王强/)
    const asked = await wang.sees(/紧急 #1[\s\S]*今天你在值班表上/)
    expect(asked.conversationId).toBe(dingtalk.direct('wang03'))
    expect(zhao.texts().join('\n')).not.toContain('之后会找下一位')
    await running.goTo(0, '11:10')
    await zhao.sees(/紧急 #1[\s\S]*之后会找下一位/)
    await zhao.tells('紧急 1 收到')
    await zhao.sees(/#1 由你处理/)
    await until(() => openly(/紧急 #1[\s\S]*赵磊 正在处理/).length === 1, 'the card in the group says who has it')
    await zhao.says('紧急 1 完成 已补发，明天到')
    await li.sees(/赵磊 已处理好：已补发，明天到/)
    expect(openly(/紧急 #1/)).toHaveLength(1)
    await wang.tells('案例 搜 发错货')
    await wang.sees(/#2[\s\S]*已补发，明天到/)
  })

  test('a newcomer is welcomed in private, with what holds here', async () => {
    await running.goTo(1, '10:00')
    await dingtalk.addPerson({ staffId: 'qian05', name: '钱七' })
    dingtalk.addToGroup(GROUP, 'qian05')
    const qian = presser(dingtalk, 'qian05')
    await qian.says('我来了')
    const welcome = await qian.sees(/钱七，这是你在“销售一部”的第一周[\s\S]*这里的约定[\s\S]*客户/)
    expect(welcome.conversationId).toBe(dingtalk.direct('qian05'))
    expect(openly(/第一周/)).toEqual([])
  })

  test('anonymous feedback in the direct chat: weak among few, said so; then a code and an answer', async () => {
    await li.says('反馈 食堂太远')
    await li.sees(/匿名反馈只能私聊我发/)
    await li.tells('反馈 食堂太远')
    await li.sees(/匿名很弱[\s\S]*反馈 确认 你的话/)
    await li.tells('反馈 确认 食堂太远')
    const kept = words('li02')(await li.sees(/你的暗号：/))
    const code = /(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}/.exec(kept)?.[0] ?? ''
    await running.goTo(3, '12:00')
    await zhao.sees(/有一条通知等你看[\s\S]*周五下午盘点/)
    await running.goTo(4, '16:31')
    const handed = await zhang.sees(/匿名反馈 1 条[\s\S]*#1 食堂太远/)
    expect(handed.conversationId).toBe(dingtalk.direct('zhang01'))
    expect(words('zhang01')(handed)).not.toMatch(/李娜|li02/)
    await zhang.tells('反馈 1 回复 下周装微波炉')
    await zhang.sees(/已记下对 #1 的回复/)
    await li.tells(`反馈 ${code}`)
    await li.sees(/你的匿名反馈[\s\S]*下周装微波炉/)
    const carrying = dingtalk.calls.filter(call => /食堂太远/.test(JSON.stringify(call)))
    expect(carrying.length).toBeGreaterThan(0)
    expect(running.server.output()).not.toContain('食堂')
  }, 120_000)

  test('who had not confirmed the notice was asked at most twice, and the author hears the result', async () => {
    expect(alone('zhao04', /有一条通知等你看[\s\S]*周五下午盘点/).length).toBeLessThanOrEqual(2)
    expect(alone('li02', /有一条通知等你看/)).toEqual([])
    await zhang.sees(/#1 通知到期[\s\S]*赵磊/)
    expect(alone('zhang01', /#1 通知到期/)).toHaveLength(1)
  })

  test('how the rules fared is told to the manager alone on Monday', async () => {
    await running.goTo(7, '09:41')
    const report = await zhang.sees(/群规这一周[\s\S]*客户隐私 · 碰到 1 · 上周 0 · 提示 1 · 不对 1/)
    expect(report.conversationId).toBe(dingtalk.direct('zhang01'))
    expect(words('zhang01')(report)).toContain('订单延期 · 碰到 1')
    expect(words('zhang01')(report)).not.toMatch(/李娜|王强|赵磊/)
    expect(openly(/群规这一周/)).toEqual([])
  }, 120_000)

  test('a file that the manager hands over goes out with a notice, though it comes slowly and is brought twice', async () => {
    const bytes = new Uint8Array(300_000).map((_, at) => at % 253)
    dingtalk.failNext('/download', { slowMs: 1_500 })
    const { msgId } = await dingtalk.sends('zhang01', { kind: 'file', name: '盘点表.xlsx', bytes }, { wait: false })
    const again = dingtalk.pushesAgain(msgId)
    // Said before the file is there.
    await zhang.tells('通知 请照表盘点 文件=上一个')
    expect(await again).toMatchObject({ acked: true, attempts: 1 })
    await zhang.sees(/收到文件 盘点表.xlsx，还没有发给任何人/)
    await zhang.sees(/请照表盘点/)
    await until(() => filesIn(GROUP).length === 1, 'the file stands in the group')
    const said = dingtalk.messages(GROUP).filter(({ fromBot }) => fromBot)
    const notice = said.findIndex(one => /通知 #2[\s\S]*请照表盘点/.test(words('li02')(one)))
    const file = said.findIndex(({ kind }) => kind === 'sampleFile')
    expect(notice).toBeGreaterThan(-1)
    expect(file).toBeGreaterThan(notice)
    expect(filesIn(GROUP)).toEqual([{ name: '盘点表.xlsx', bytes }])
    await until(() => openly(/盘点表.xlsx[\s\S]*通知 #2 的文件/).length === 1, 'words say what it is')
    expect(alone('zhang01', /收到文件 盘点表.xlsx/)).toHaveLength(1)
    await wang.tells('通知 2 文件')
    await until(() => filesIn('wang03').length === 1, 'who asks gets it in the direct chat')
    expect(filesIn('wang03')).toEqual([{ name: '盘点表.xlsx', bytes }])
  })

  test('a kind of file that no robot may send goes out within an archive; other people’s files are not taken', async () => {
    const bytes = new Uint8Array(2_000).fill(137)
    await dingtalk.sends('zhang01', { kind: 'file', name: '海报.png', bytes })
    await zhang.sees(/收到文件 海报.png/)
    await zhang.tells('通知 请贴海报 文件=海报')
    await until(() => filesIn(GROUP).length === 2, 'the archive stands in the group')
    const archive = filesIn(GROUP)[1]
    expect(archive?.name).toBe('海报.png.zip')
    expect(unzipSync(archive?.bytes ?? new Uint8Array())).toEqual({ '海报.png': bytes })
    await until(() => openly(/海报.png.zip[\s\S]*通知 #3 的文件/).length === 1, 'words say what it is')
    await dingtalk.sends('li02', { kind: 'file', name: '私货.pdf', bytes })
    await li.sees(/文件/)
    expect(li.texts().join('\n')).not.toContain('收到文件')
    dingtalk.failNext('/download', { status: 404 })
    await dingtalk.sends('zhang01', { kind: 'file', name: '丢了.pdf', bytes })
    await zhang.sees(/丢了.pdf 没有取到，请再发一次/)
  })

  test('and DingTalk never had to say that it was too much, or that it did not understand', () => {
    expect(dingtalk.tooFast).toEqual([])
    expect(dingtalk.takeUnexpected()).toEqual([])
  })
})
