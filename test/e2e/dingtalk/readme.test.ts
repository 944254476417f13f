import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { monthAt } from '../../../adapters/dingtalk/month.ts'
import { memoryOf } from '../../../src/store/adapter-memory.ts'
import { type DingTalkSimulator, openDingTalkSimulator } from '../../simulators/dingtalk/index.ts'
import { nobody } from '../../simulators/nobody.ts'
import { temporaryStore } from '../../store/fixture.ts'
import { chineseInBold, describeBothPages } from '../both-pages.ts'
import { fromMonday, preparedFolder } from '../furnish.ts'
import { all, findingsOf, pagesOf, pairsIn, quoted, refusalOf, settingsIn } from '../reading-pages.ts'
import { type Server, startServer } from '../server.ts'
import { goTo } from '../team-time.ts'
import { until } from '../until.ts'
import { dingtalkSettings, GROUP, startOn, viewer } from './company.ts'

const pages = pagesOf('dingtalk')
/** What the page has asked for, in the order of its table. */
const permissions = all(pages.zh, /(?<=^\| `)[\w.]+(?=`)/gm).filter(name => !name.startsWith('DINGTALK_'))

describeBothPages('DingTalk', pages, {
  settings: 'DINGTALK',
  named: [
    ['settings', /\b(DINGTALK_[A-Z_]+|DATA_DIR|DATABASE_URL)\b/g],
    ['commands of the shell', /npm (start|run \w+ -- [a-z]+)/g],
    ['permissions', /\b(qyapi_\w+|Card\.\w+\.\w+)\b/g],
    ['words of the log', /(?<=`)(connected|dingtalk)[^`]+(?=`)/g],
    ['links', /(?<=\()(cards|https?:)[^)]+(?=\))/g],
  ],
  clicked: { on: 'en', pattern: chineseInBold, moreThan: 10 },
})

const tellings = {
  en: { name: 'Bellwether', hello: '@Bellwether join', made: /"Sales One" is set up/, noted: /Plan noted.*Visits: 3/s },
  zh: { name: '领头羊', hello: '@领头羊 加入', made: /“销售一部”建好了/, noted: /计划已记下.*拜访[：: ]*3/s },
} as const

/** What is clicked in the console is done there by hand; what is typed is typed as it stands. */
describe.each(['en', 'zh'] as const)('the DingTalk page in %s, followed word by word', lang => {
  const { name, hello, made, noted } = tellings[lang]
  const page = pages[lang]
  let folder: string
  let dingtalk: DingTalkSimulator
  let server: Server
  const settings = () => ({ ...dingtalkSettings(dingtalk), DATA_DIR: folder })

  beforeAll(async () => {
    expect(page).toContain(`\`${name}\``)
    folder = await preparedFolder()
    dingtalk = await openDingTalkSimulator({ botName: name, permissions: permissions.slice() })
    for (const staffId of ['grace', 'leo']) void dingtalk.addPerson({ staffId, name: staffId })
    dingtalk.addGroup({ conversationId: GROUP, title: 'Sales', members: ['grace', 'leo'] })
    expect(settingsIn(page, 'DINGTALK_CLIENT_ID')).toEqual(['DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET'])
    server = await startOn(dingtalk, settings())
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await dingtalk.close()
  })

  test('the log tells of the connection', async () => {
    await until(() => server.output().includes(quoted(page, 'connected to')), 'the log tells')
  })

  test('the doctor finds nothing missing, and does not guess what the running server alone can know', async () => {
    const found = await findingsOf('dingtalk', settings())
    const wrong = found.filter(({ level }) => level !== 'ok')
    expect(wrong.map(({ said }) => said.en)).toEqual([expect.stringContaining('count of this month')])
    expect(JSON.stringify(found)).not.toContain('0 of 5000')
  })

  test('one line makes the team, and who says something joins', async () => {
    await dingtalk.says('grace', GROUP, quoted(page, `@${name} /setup`))
    await viewer(dingtalk, 'grace').sees(made)
    expect(page).toContain(`\`${hello}\``)
    await dingtalk.says('leo', GROUP, hello)
    await viewer(dingtalk, 'leo').sees({ en: /Welcome to "Sales One"/, zh: /欢迎加入“销售一部”/ }[lang])
  })

  test('the first plan is noted, in the group and directly; alone its word brings a line to type', async () => {
    const word = { en: 'plan', zh: '计划' }[lang]
    await dingtalk.says('grace', GROUP, quoted(page, `@${name} ${word} `))
    await viewer(dingtalk, 'grace').sees(noted)
    await dingtalk.tellsBot('leo', quoted(page, `${word}`))
    await viewer(dingtalk, 'leo').sees(noted)
    await dingtalk.says('leo', GROUP, `@${name} ${all(page, new RegExp(`(?<=\`)${word}(?=\`)`, 'g'))[0]}`)
    await viewer(dingtalk, 'leo').sees(new RegExp(`/${word} `))
    await dingtalk.tellsBot('leo', quoted(page, { en: 'fill', zh: '填写' }[lang]))
    await viewer(dingtalk, 'leo').sees(/1\/\d/)
    await dingtalk.tellsBot('leo', quoted(page, { en: 'cancel', zh: '取消' }[lang]))
    await viewer(dingtalk, 'leo').sees({ en: /Cancelled/, zh: /已取消/ }[lang])
  })

  test('nothing was asked for that the page did not tell to grant', () => {
    expect(dingtalk.takeUnexpected()).toEqual([])
    expect(server.output()).not.toContain('dingtalk does not tell')
  })
})

const offered = { DINGTALK_CARD_TEMPLATE_ID: 'bellwether.schema', DINGTALK_REPORT_TEMPLATE: '日报' }

/** A company with a card template and a report template, in which one person makes a team and hands both in. */
async function handIn(granted: readonly string[]) {
  const dingtalk = await openDingTalkSimulator({ permissions: granted })
  void dingtalk.addPerson({ staffId: 'li02', name: '李娜' })
  dingtalk.addGroup({ conversationId: GROUP, title: '销售一部', members: ['li02'] })
  dingtalk.addReportTemplate({ id: 't1', name: '日报', fields: ['今日完成工作'] })
  const settings = { ...dingtalkSettings(dingtalk), ...offered, DATA_DIR: await preparedFolder() }
  const server = await startOn(dingtalk, settings)
  onTestFinished(async () => {
    await server[Symbol.asyncDispose]()
    await dingtalk.close()
  })
  const li = viewer(dingtalk, 'li02')
  await goTo(dingtalk, server, fromMonday(new Date(), -1, '23:30'))
  await dingtalk.says('li02', GROUP, '@领头羊 /setup 销售一部')
  await until(() => li.texts().length > 0, 'the team is made')
  await goTo(dingtalk, server, fromMonday(new Date(), 0, '18:00'))
  await dingtalk.tellsBot('li02', '日报 拜访2 电话25')
  return { dingtalk, server, settings, li }
}

describe('what the page offers besides', () => {
  test('with all its permissions: cards, and reports in DingTalk’s own', async () => {
    const { dingtalk, server, settings } = await handIn(permissions)
    const cards = () => dingtalk.directMessages('li02').filter(({ kind }) => kind === 'card')
    await until(() => cards().length > 0, 'a card')
    await until(() => dingtalk.reports().length > 0, 'the report is filed')
    expect(JSON.stringify(dingtalk.reports())).toContain('25')
    await server.end('SIGTERM')
    expect((await findingsOf('dingtalk', settings)).filter(({ level }) => level !== 'ok')).toEqual([])
  })

  test('without three of them each fails as its row says, and nothing is lost', async () => {
    const without = ['qyapi_get_member', 'Card.Instance.Write', 'qyapi_report_query']
    const { dingtalk, server, settings, li } = await handIn(permissions.filter(name => !without.includes(name)))
    await li.sees(/日报已记下/)
    expect(dingtalk.directMessages('li02').filter(({ kind }) => kind === 'card')).toEqual([])
    const logged = () => server.output()
    const cardRow = quoted(pages.en, 'dingtalk: a card was refused')
    await until(() => logged().includes(cardRow) && logged().includes('dingtalk does not tell'), 'the log tells')
    const [cardLine] = logged()
      .split('\n')
      .filter(line => line.includes(cardRow))
    expect(cardLine).toContain('(Card.Instance.Write)')
    await until(() => dingtalk.calls.some(({ path }) => path.startsWith('/topapi/report')), 'the filing is tried')
    await server.end('SIGTERM')
    const wrong = (await findingsOf('dingtalk', settings)).filter(({ level }) => level !== 'ok')
    const row = pairsIn(pages, 'doctor: *a report', 'doctor：*没能同步')[0]
    expect(wrong.map(({ said }) => said)).toEqual([
      { en: expect.stringContaining(row?.en ?? '-'), zh: expect.stringContaining(row?.zh ?? '-') },
    ])
  })
})

/** For each row of the page about the doctor: a company of which it is true. */
const ailing: Readonly<Record<string, () => Promise<readonly [DingTalkSimulator, Record<string, string>]>>> = {
  'it refuses DINGTALK_CLIENT_ID or DINGTALK_CLIENT_SECRET': async () => [
    await openDingTalkSimulator(),
    { DINGTALK_CLIENT_SECRET: 'that of another app' },
  ],
  'it does not answer': async () => [
    await openDingTalkSimulator(),
    { DINGTALK_API_URL: `http://${nobody}`, DINGTALK_OAPI_URL: `http://${nobody}` },
  ],
  'the robot may not send messages, PermissionDenied (qyapi_robot_sendmsg)': async () => [
    await openDingTalkSimulator({ permissions: permissions.filter(it => it !== 'qyapi_robot_sendmsg') }),
    {},
  ],
  'the robot may not send messages': async () => [await openDingTalkSimulator(), { DINGTALK_ROBOT_CODE: 'dingother' }],
  'the robot may not send messages, ApiCountLimitForOrg': async () => {
    const dingtalk = await openDingTalkSimulator()
    dingtalk.useCalls(5_000)
    return [dingtalk, {}]
  },
  'the address book cannot be read': async () => [
    await openDingTalkSimulator({ permissions: permissions.filter(it => it !== 'qyapi_get_department_list') }),
    {},
  ],
  'the rest is for replies and urgent messages only': async () => {
    const { store, settings, close } = await temporaryStore()
    await memoryOf(store, 'dingtalk').set(`calls:${monthAt(new Date()).name}`, 4_600)
    await store.close()
    onTestFinished(close)
    return [await openDingTalkSimulator(), { DATA_DIR: settings.dataDir }]
  },
}

/** A row's words in both languages, with the code that it shows. */
const doctorRows = pairsIn(pages, 'doctor: ', 'doctor：').map((words, at) => {
  const line = pages.en.split('\n').filter(it => it.startsWith('| doctor: '))[at] ?? ''
  const code = /\*, `([^`]+)`/.exec(line)?.[1] ?? ''
  return { ...words, code, row: code === '' ? words.en : `${words.en}, ${code}` }
})

describe('what the page says that the doctor says', () => {
  test('has a company here for each row but the report’s, which is above', () => {
    const rows = doctorRows.map(({ row }) => row).filter(row => !row.startsWith('a report'))
    expect(rows).toEqual(Object.keys(ailing))
  })

  test.each(doctorRows.filter(({ row }) => row in ailing))('$row', async ({ row, en, zh, code }) => {
    const [dingtalk, patch] = (await ailing[row]?.()) ?? []
    if (dingtalk === undefined) throw new Error(`no company for ${row}`)
    const found = await findingsOf('dingtalk', { ...dingtalkSettings(dingtalk), ...patch })
    const wrong = found.filter(({ level }) => level !== 'ok')
    const said = wrong.map(finding => finding.said).find(words => words.en.includes(en))
    expect(said?.en).toContain(code)
    expect(said?.zh).toContain(zh)
    dingtalk.takeUnexpected()
    await dingtalk.close()
  })
})

describe('what the page says that the start ends with', () => {
  const credentials = { DINGTALK_CLIENT_ID: 'ding', DINGTALK_CLIENT_SECRET: 'long enough' }
  const faulty: Readonly<Record<string, Record<string, string>>> = {
    'DINGTALK_CLIENT_SECRET is missing': { DINGTALK_CLIENT_ID: 'ding' },
    'DINGTALK_CARD_TEMPLATE_ID must end in .schema': { ...credentials, DINGTALK_CARD_TEMPLATE_ID: 'the name of it' },
  }
  const rows = pairsIn(pages, 'the start ends: ', '启动不了：')

  test('is the same on both pages, and said', () => {
    for (const { en, zh } of rows) expect(zh).toBe(en)
    // That of the clock is proved in real-platform.test.ts.
    expect(rows.map(({ en }) => en)).toEqual([...Object.keys(faulty), 'The clock of this data was moved'])
    for (const [words, settings] of Object.entries(faulty)) expect(refusalOf(settings)).toContain(words)
  })

  test('and with a wrong secret it starts, says in the log that DingTalk is off, and shows no secret', async () => {
    const dingtalk = await openDingTalkSimulator()
    onTestFinished(() => dingtalk.close())
    const wrong = { DINGTALK_CLIENT_SECRET: 'that of another app', DATA_DIR: await preparedFolder() }
    await using server = await startServer({ ...dingtalkSettings(dingtalk), ...wrong })
    await until(() => server.output().includes(quoted(pages.en, 'dingtalk refuses')), 'the log tells')
    expect(server.output()).not.toContain('that of another app')
  })
})
