import type { Action, Command, Feature } from '../feature.ts'
import { addBlocker, quotedBlocker } from './add-blocker.ts'
import { answerQuestion, carryOver } from './answer-question.ts'
import { giveReason, giveTypedReason } from './give-reason.ts'
import { keepsOfReports } from './keeps.ts'
import { openForm, reopenForm } from './open-form.ts'
import { answerSchema, itemSchema, readPress, readSchema, reasonSchema, targetSchema } from './press.ts'
import { obeyRead, readById } from './read-report.ts'
import { reportSettingDeclarations } from './settings-words.ts'
import { submitForm, submitTyped } from './submit-report.ts'
import { turnReportItem } from './turn-item.ts'

const commands: readonly Command[] = [
  {
    name: 'plan',
    words: ['plan', '计划', '早计划', '今日计划'],
    summary: { zh: '交计划；不带内容就打开表单', en: 'Hand in your plan; alone it opens the form' },
    example: {
      zh: '/计划 拜访3 电话20 签单1/8万 跟进华为、中建',
      en: '/plan visits 3, calls 20, deals 1/80k, follow up Acme',
    },
    bare: true,
    everyday: true,
    least: 'rep',
    run: (ctx, rest) => submitTyped(ctx, 'plan', rest),
  },
  {
    name: 'report',
    words: ['report', '日报', '汇报', '晚报'],
    summary: { zh: '交日报；不带内容就打开表单', en: 'Hand in your report; alone it opens the form' },
    example: {
      zh: '/日报 拜访2 电话25 签单1/8万 卡点：合同盖章',
      en: '/report visits 2, calls 25, deals 1/80k, blockers: contract',
    },
    bare: true,
    everyday: true,
    least: 'rep',
    run: (ctx, rest) => submitTyped(ctx, 'report', rest),
  },
  {
    name: 'reason',
    words: ['reason', '原因'],
    summary: { zh: '说明完成和计划为什么有差', en: 'Say why done and planned differ' },
    example: { zh: '/原因 电话 客户改期', en: '/reason calls customer rescheduled' },
    least: 'rep',
    run: giveTypedReason,
  },
  {
    name: 'blocker',
    words: ['blocker', 'blockers', '卡点'],
    summary: { zh: '记一个卡点到今天的日报', en: 'Note a blocker in today’s report' },
    example: { zh: '/卡点 合同等盖章', en: '/blocker contract waits for a signature' },
    least: 'rep',
    run: addBlocker,
  },
  {
    name: 'read',
    words: ['read', '已读', '阅'],
    summary: { zh: '看没读的日报；读一份，可以回一句', en: 'See unread reports; read one and reply' },
    example: { zh: '/已读 张三 做得好', en: '/read Zhang San well done' },
    least: 'lead',
    run: obeyRead,
  },
]

const actions: readonly Action[] = [
  { id: 'reports.open', least: 'rep', run: (ctx, { value = '' }) => openForm(ctx, value) },
  {
    id: 'reports.submit',
    least: 'rep',
    run: (ctx, { value, values = {} }) => submitForm(ctx, readPress(targetSchema, value), values),
  },
  { id: 'reports.correct', least: 'rep', run: (ctx, { value }) => reopenForm(ctx, readPress(targetSchema, value)) },
  { id: 'reports.answer', least: 'rep', run: (ctx, { value }) => answerQuestion(ctx, readPress(answerSchema, value)) },
  { id: 'reports.reason', least: 'rep', run: (ctx, { value }) => giveReason(ctx, readPress(reasonSchema, value)) },
  { id: 'reports.item', least: 'rep', run: (ctx, { value }) => turnReportItem(ctx, readPress(itemSchema, value)) },
  { id: 'reports.carry', least: 'rep', run: (ctx, { value }) => carryOver(ctx, readPress(targetSchema, value)) },
  {
    id: 'reports.blocker',
    onMessages: { zh: '记为我的卡点', en: 'Make this my blocker' },
    quotedBy: 'blocker',
    least: 'rep',
    run: (ctx, { quote }) => addBlocker(ctx, quote ? quotedBlocker(quote, ctx.actor.name) : ''),
  },
  { id: 'reports.read', least: 'lead', run: (ctx, { value }) => readById(ctx, readPress(readSchema, value)) },
]

/** Plans and reports: handed in by line or form, corrected, compared, read. */
export const reports: Feature = {
  name: 'reports',
  commands,
  actions,
  settings: reportSettingDeclarations,
  keeps: keepsOfReports,
}
