import { UserError } from '../../base/errors.ts'
import type { MemberContext } from '../../context.ts'
import type { Command, Feature, Job } from '../feature.ts'
import { acknowledge } from './acknowledge.ts'
import { askReaders } from './ask.ts'
import { ASK_JOB, END_JOB } from './asks.ts'
import { correctNotice, withdrawNotice } from './change.ts'
import { endNotice } from './end.ts'
import { askNewcomer, followLeave } from './follow.ts'
import { noticeByForm } from './form.ts'
import { keepsOfNotices } from './keeps.ts'
import { startNotice } from './post.ts'
import { numberIn, readNoticeRequest } from './request.ts'
import { noticeSettingDeclarations } from './settings-words.ts'
import { giveFileOf, listNotices, showNotice } from './show.ts'
import { ends, nextAsks } from './store.ts'
import { forgetFiles, takeFile } from './take-file.ts'
import { unclear } from './words/refusals.ts'

const commands: readonly Command[] = [
  {
    name: 'notice',
    words: ['notice', 'notices', '通知', '公告'],
    summary: { zh: '发通知，看谁确认了', en: 'Post a notice that people confirm, and see who has' },
    example: { zh: '/通知 周五下午盘点 截止=周四18:00', en: '/notice Stocktaking on Friday until=Thursday 6pm' },
    least: 'rep',
    run: obeyNotice,
  },
  {
    name: 'got-it',
    words: ['got-it', 'got it', '收到'],
    summary: { zh: '确认看过一条通知', en: 'Confirm that I have read a notice' },
    example: { zh: '/收到 5', en: '/got-it 5' },
    least: 'rep',
    run: (ctx, rest) => acknowledge(ctx, numberIn(rest)),
  },
]

async function obeyNotice(ctx: MemberContext, text: string): Promise<void> {
  const request = readNoticeRequest(text)
  switch (request.kind) {
    case 'list':
      return listNotices(ctx)
    case 'form':
      return noticeByForm(ctx, {})
    case 'show':
      return showNotice(ctx, request.number)
    case 'file':
      return giveFileOf(ctx, request.number)
    case 'read':
      return acknowledge(ctx, request.number)
    case 'withdraw':
      return withdrawNotice(ctx, request.number)
    case 'correct':
      return correctNotice(ctx, request.number, request.fields)
    case 'post':
      await startNotice(ctx, request.fields)
      return
    case 'unclear':
      throw new UserError('notices.unclear', unclear(request.number))
  }
}

/** Nobody who waits for an answer is told that it came too late to be asked: minutes in a year. */
const EVER = 366 * 24 * 60

const jobs: readonly Job[] = [
  {
    name: ASK_JOB,
    what: { zh: '提醒还没看通知的人', en: 'Asking those who have not read a notice' },
    catchUp: { grace: EVER, missed: 'latest' },
    schedules: async () => [],
    moments: (tx, team) => nextAsks(tx, team.id),
    run: askReaders,
  },
  {
    name: END_JOB,
    what: { zh: '通知到期', en: 'A notice ends' },
    catchUp: { grace: EVER, missed: 'latest' },
    schedules: async () => [],
    moments: (tx, team) => ends(tx, team.id),
    run: endNotice,
  },
  {
    name: 'notices.forget',
    what: { zh: '清理没用上的文件', en: 'Forgetting files that nobody used' },
    quiet: true,
    catchUp: { grace: 24 * 60, missed: 'latest' },
    schedules: async () => [{ arg: '', spec: { every: 'day', at: '03:25' } }],
    run: forgetFiles,
  },
]

/** What everybody has to know, said once, with who has read it. */
export const notices: Feature = {
  name: 'notices',
  commands,
  actions: [
    { id: 'notices.new', least: 'lead', run: (ctx, { values }) => noticeByForm(ctx, { values }) },
    { id: 'notices.with-file', least: 'lead', run: (ctx, { value }) => noticeByForm(ctx, { file: value }) },
    { id: 'notices.read', least: 'rep', run: (ctx, { value = '' }) => acknowledge(ctx, numberIn(value)) },
    { id: 'notices.show', least: 'rep', run: (ctx, { value = '' }) => obeyNotice(ctx, value) },
    { id: 'notices.withdraw', least: 'rep', run: (ctx, { value = '' }) => obeyNotice(ctx, `withdraw ${value}`) },
  ],
  jobs,
  reactions: [
    { on: 'member.joined', run: askNewcomer },
    { on: 'leave.changed', run: followLeave },
  ],
  receives: takeFile,
  keeps: keepsOfNotices,
  settings: noticeSettingDeclarations,
}
