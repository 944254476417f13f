import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { noteLink } from '../../../adapters/wecom/bot/findings.ts'
import { createOnlyGroup } from '../../../adapters/wecom/webhook/only-group.ts'
import type { Memory } from '../../../src/platform/memory.ts'
import { memoryOf } from '../../../src/store/adapter-memory.ts'
import { nobody } from '../../simulators/nobody.ts'
import { openWeComSimulator, type WeComSimulator } from '../../simulators/wecom/index.ts'
import { temporaryStore } from '../../store/fixture.ts'
import { chineseInBold, describeBothPages } from '../both-pages.ts'
import { preparedFolder } from '../furnish.ts'
import { findingsOf, pagesOf, pairsIn, quoted, refusalOf, settingsIn } from '../reading-pages.ts'
import { type Server, type Settings, startServer } from '../server.ts'
import { until } from '../until.ts'
import { GROUP, openCorp, viewer, wecomSettings } from './corp.ts'

const pages = pagesOf('wecom')

describeBothPages('WeCom', pages, {
  settings: 'WECOM',
  named: [
    ['settings', /\b(WECOM_[A-Z_]+|DATA_DIR|DATABASE_URL)\b/g],
    ['commands of the shell', /npm (start|run \w+ -- [a-z]+)/g],
    ['words of the log', /(?<=`)(connected|wecom) [^`]+(?=`)/g],
    ['codes', /\b\d{5}\b/g],
  ],
  clicked: { on: 'en', pattern: chineseInBold, moreThan: 10 },
})

const tellings = {
  en: { name: 'Bellwether', join: '@Bellwether join', made: /"Sales One" is set up/, noted: /Plan noted.*Visits.*3/s },
  zh: { name: '领头羊', join: '@领头羊 加入', made: /“销售一部”建好了/, noted: /计划已记下.*拜访.*3/s },
} as const

/** What is clicked in the console is done there by hand; what is typed is typed as it stands. */
describe.each(['en', 'zh'] as const)('the WeCom page in %s, followed word by word', lang => {
  const { name, join, made, noted } = tellings[lang]
  const page = pages[lang]
  const written: string[] = []
  let folder: string
  let wecom: WeComSimulator
  let server: Server

  /** As `.env` has it after what the page has written into it so far. */
  function settings(): Settings {
    const { WECOM_WS_URL = '', WECOM_API_URL = '', ...all } = wecomSettings(wecom)
    // The page's group is the only one.
    const values: Settings = { ...all, WECOM_WEBHOOK_KEY: all['WECOM_WEBHOOK_KEY']?.split('=').at(-1) ?? '' }
    const typed = Object.fromEntries(written.map(setting => [setting, values[setting] ?? '']))
    return { ...typed, WECOM_WS_URL, WECOM_API_URL, DATA_DIR: folder }
  }

  async function startAnew(): Promise<void> {
    await server?.end('SIGTERM')
    server = await startServer(settings())
    await until(() => server.output().includes(quoted(page, 'connected to wecom')), 'the log tells of the connection')
  }

  beforeAll(async () => {
    expect(page).toContain(`\`${name}\``)
    folder = await preparedFolder()
    wecom = await openCorp({ grace: 'Grace', leo: 'Leo', mia: 'Mia' }, { botName: name })
    written.push(...settingsIn(page, 'WECOM_BOT_ID'))
    expect(page).toContain(`WECOM_BOT_NAME=${name}\n`)
    await startAnew()
  })
  afterAll(async () => {
    await server[Symbol.asyncDispose]()
    await wecom.close()
  })

  test('with the bot alone the doctor finds nothing missing, and does not guess of its connection', async () => {
    const found = await findingsOf('wecom', settings())
    expect(found.filter(({ level }) => level !== 'ok')).toEqual([])
    expect(found.map(({ said }) => said.en).join()).toMatch(/AI bot is on.*webhook is off.*self-built app is off/)
    expect(JSON.stringify(found)).not.toContain('never been connected')
  })

  test('one line makes the team, and who joins is welcome', async () => {
    await wecom.says('grace', GROUP, quoted(page, `@${name} /setup`))
    await viewer(wecom, 'grace').sees(made)
    await wecom.tellsBot('leo', quoted(page, { en: 'help', zh: '帮助' }[lang]))
    expect(page).toContain(`\`${join}\``)
    await wecom.says('leo', GROUP, join)
    await viewer(wecom, 'leo').sees({ en: /Welcome to "Sales One"/, zh: /欢迎加入“销售一部”/ }[lang])
  })

  test('the first plan is noted, in the group and directly; `fill` asks and `cancel` ends it', async () => {
    const word = { en: 'plan', zh: '计划' }[lang]
    await wecom.tellsBot('leo', quoted(page, `${word} `))
    await viewer(wecom, 'leo').sees(noted)
    await wecom.tellsBot('grace', quoted(page, { en: 'help', zh: '帮助' }[lang]))
    await wecom.says('grace', GROUP, quoted(page, `@${name} ${word} `))
    await viewer(wecom, 'grace').sees(noted)
    await wecom.tellsBot('grace', word)
    await viewer(wecom, 'grace').sees(new RegExp(`/${word} `))
    await wecom.tellsBot('grace', quoted(page, { en: 'fill', zh: '填写' }[lang]))
    await viewer(wecom, 'grace').sees(/1\/\d/)
    await wecom.tellsBot('grace', quoted(page, { en: 'cancel', zh: '取消' }[lang]))
    await viewer(wecom, 'grace').sees({ en: /Cancelled/, zh: /已取消/ }[lang])
  })

  test('with webhook and app WeCom’s verification is answered, and the doctor finds all three lanes on', async () => {
    written.push(...settingsIn(page, 'WECOM_WEBHOOK_KEY'), ...settingsIn(page, 'WECOM_CORP_ID'))
    await startAnew()
    const { pathname } = new URL(quoted(page, 'https://<').replace(/<[^>]+>/, 'host'))
    wecom.useCallback(`${server.base}${pathname}`)
    const proof = await fetch(wecom.proofRequest('prove it'))
    expect([proof.status, await proof.text()]).toEqual([200, 'prove it'])
    const found = await findingsOf('wecom', settings())
    expect(found.filter(({ level }) => level !== 'ok')).toEqual([])
    expect(found.map(({ said }) => said.en).join()).toMatch(/AI bot is on.*webhook is on.*app is on.*callback.* is set/)
  })

  test('the app hears a plan, and writes to somebody who never spoke to the bot', async () => {
    await wecom.says('mia', GROUP, join)
    expect((await wecom.tellsApp('mia', quoted(page, { en: 'plan visits', zh: '计划 拜访' }[lang]))).acked).toBe(true)
    await viewer(wecom, 'mia').sees(noted)
    expect(wecom.directMessages('mia', { of: 'app' }).filter(({ via }) => via === 'app')).not.toEqual([])
  })

  test('nothing was done that WeCom would have refused', () => {
    expect(wecom.takeUnexpected()).toEqual([])
  })
})

const bot = { WECOM_BOT_ID: 'aibot', WECOM_BOT_SECRET: 'a secret of the bot' }

/** A folder of an adapter that has left these facts to be told. */
async function folderWith(leave: (memory: Memory) => Promise<unknown>): Promise<Settings> {
  const { store, settings, close } = await temporaryStore()
  await leave(memoryOf(store, 'wecom'))
  await store.close()
  onTestFinished(close)
  return { DATA_DIR: settings.dataDir }
}

/** For each row of the page about the doctor: settings, beside the simulator's, with which it is true. */
const ailing: Readonly<Record<string, (wecom: WeComSimulator, app: Settings) => Settings | Promise<Settings>>> = {
  'the AI bot has never been connected': () => bot,
  'WeCom refused the id or the secret of the AI bot': async () => ({
    ...bot,
    ...(await folderWith(memory => noteLink(memory, { state: 'refused', at: '2026-11-22T01:00:00Z' }))),
  }),
  'another program connected as the same AI bot': async () => ({
    ...bot,
    ...(await folderWith(memory => noteLink(memory, { state: 'evicted', at: '2026-11-22T01:00:00Z' }))),
  }),
  'nobody is heard by any lane': () => ({ WECOM_WEBHOOK_KEY: 'key-of-a-group' }),
  'WECOM_WEBHOOK_KEY does not say of which group it is': async () => {
    const folder = await folderWith(async memory => {
      for (const group of ['wrSALES', 'wrOTHER']) await createOnlyGroup(memory).is(group)
    })
    return { WECOM_WEBHOOK_KEY: 'key-of-a-group', ...folder }
  },
  'the self-built app is refused (40001)': (_, app) => ({ ...app, WECOM_APP_SECRET: 'that of another app' }),
  'the self-built app is refused (40013)': (_, app) => ({ ...app, WECOM_CORP_ID: 'wwother' }),
  'the self-built app refuses our IP address': (wecom, app) => {
    wecom.trustsAddress(false)
    return app
  },
  'the self-built app may not see the address book': (wecom, app) => {
    wecom.failNext('/cgi-bin/department/simplelist', { errcode: 60011 })
    return app
  },
  'it does not answer': (_, app) => ({ ...app, WECOM_API_URL: `http://${nobody}` }),
}

describe('what the page says that the doctor says', () => {
  const rows = pairsIn(pages, 'doctor: ', 'doctor：')

  test('has a company here for each row', () => {
    expect(rows.map(({ en }) => en)).toEqual(Object.keys(ailing))
  })

  test.each(rows)('$en', async ({ en, zh }) => {
    const wecom = await openWeComSimulator()
    const { WECOM_API_URL = '', WECOM_WS_URL = '', ...all } = wecomSettings(wecom)
    const app = Object.fromEntries(Object.entries(all).filter(([name]) => !/BOT|WEBHOOK/.test(name)))
    const given = await ailing[en]?.(wecom, app)
    const found = await findingsOf('wecom', { WECOM_API_URL, WECOM_WS_URL, ...given })
    const said = found.filter(({ level }) => level !== 'ok').map(finding => finding.said)
    expect(said.find(words => words.en.includes(en))?.zh).toContain(zh)
    await wecom.close()
  })
})

test('what the page says that the start ends with is the same on both pages, and said', () => {
  const faulty: Readonly<Record<string, Settings>> = {
    'WECOM_BOT_SECRET is needed with WECOM_BOT_ID': { WECOM_BOT_ID: 'aibot' },
    'WECOM_WEBHOOK_KEY must hold keys alone': { WECOM_WEBHOOK_KEY: 'https://qyapi.weixin.qq.com/x?key=key-of-a-group' },
    'WECOM_CALLBACK_AES_KEY must be 43 letters and digits': { WECOM_CALLBACK_AES_KEY: 'half of it' },
  }
  const rows = pairsIn(pages, 'the start ends: ', '启动不了：')
  for (const { en, zh } of rows) expect(zh).toBe(en)
  // That of the clock is proved in real-platform.test.ts.
  expect(rows.map(({ en }) => en)).toEqual([...Object.keys(faulty), 'The clock of this data was moved'])
  for (const [words, settings] of Object.entries(faulty)) expect(refusalOf(settings)).toContain(words)
})
