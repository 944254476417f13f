import tls from 'node:tls'
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest'
import { bellwether } from '../../cli/command-line.ts'
import { ELSEWHERE } from '../../simulators/mail/index.ts'
import { chineseInBold, describeBothPages } from '../both-pages.ts'
import { furnishedFolder } from '../furnish.ts'
import { findingsOf, pagesOf, pairsIn, quoted, settingsIn } from '../reading-pages.ts'
import { type Server, type Settings, startServer } from '../server.ts'
import { until } from '../until.ts'
import { type Office, openOffice, roomMember } from './office.ts'

const pages = pagesOf('mail')

describeBothPages('e-mail', pages, {
  settings: 'SMTP',
  named: [
    ['settings', /\b(SMTP_[A-Z_]+|NODE_EXTRA_CA_CERTS)\b/g],
    ['commands of the shell', /npm (start|run \w+ -- [a-z]+)/g],
    ['words of the log', /(?<=`)the mail server [^`]+(?=`)/g],
    ['ports and codes', /\b(465|587|535|ECONNREFUSED)\b/g],
  ],
  clicked: { on: 'en', pattern: chineseInBold, moreThan: 1 },
})

const people = { zhang: '张敏', li: '李雷', wang: '王芳' }
const LI = 'li.lei@bell.example'

const tellings = {
  en: {
    setup: '/setup Sales One lang=en',
    made: /"Sales One" is set up/,
    quiet: '/settings quiet hours off',
    asked: `A code is on its way to ${LI}`,
    proved: `Your address is proved: ${LI}`,
    stop: '/my mail off',
    posted: (n: number) => `Notice ${n} is posted`,
    duty: '/urgent duty 李雷',
    raise: '/urgent critical: the customer’s line stands still',
    matter: 'the customer’s line stands still',
    noticed: 'Notice',
    refused: `The mail server takes nothing for ${LI}`,
  },
  zh: {
    setup: '/setup 销售一部 lang=zh',
    made: /“销售一部”建好了/,
    quiet: '/settings 团队免打扰 关',
    asked: `验证码已发到 ${LI}`,
    proved: `邮箱已确认：${LI}`,
    stop: '/我的 邮箱 关闭',
    posted: (n: number) => `通知 #${n} 已发到群里`,
    duty: '/紧急 值班 李雷',
    raise: '/紧急 特急 客户产线停了',
    matter: '客户产线停了',
    noticed: '通知',
    refused: `邮件服务器不收发给 ${LI} 的信`,
  },
} as const

/** What is set is each by itself on one page and all in one on the other, so both ways of encrypting are gone. */
describe.each([
  ['en', 'STARTTLS', 'SMTP_HOST'],
  ['zh', 'the start', 'SMTP_URL'],
] as const)('the page in %s, followed word by word, encrypted from %s', (lang, from, first) => {
  const w = tellings[lang]
  const page = pages[lang]
  let office: Office
  let server: Server
  let settings: Settings

  const [zhang, li, wang] = ['zhang', 'li', 'wang'].map(as => ({
    says: (text: string) => roomMember(server.base, as).says(text),
    tells: (text: string) => roomMember(server.base, as).tells(text),
    told: () => roomMember(server.base, as).told(),
    read: () => roomMember(server.base, as).read(),
  })) as [Person, Person, Person]

  const sees = (all: () => Promise<readonly string[]>, words: string | RegExp) =>
    expect.poll(async () => (await all()).join('\n--\n'), { timeout: 20_000 }).toMatch(words)
  const countOf = (texts: readonly string[], words: string) => texts.filter(text => text.includes(words)).length

  async function doctor(env: Settings) {
    const { code, out } = await bellwether(['doctor', '--json'], { LANG: 'en', ...env })
    const found: readonly { check: string; level: string; said: string; todo?: string }[] = JSON.parse(out)
    return { code, found, ofMail: found.filter(({ check }) => check === 'mail') }
  }

  beforeAll(async () => {
    office = await openOffice(from)
    settings = { ...office.settings, DATA_DIR: await furnishedFolder(people) }
    const written = first === 'SMTP_HOST' ? settingsIn(page, first) : [quoted(page, 'SMTP_URL=').replace(/=.*/, '')]
    expect(Object.keys(office.settings).filter(name => name !== 'SMTP_PER_MINUTE')).toEqual(written)
  })
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]()
    await office[Symbol.asyncDispose]()
  })

  test('the doctor refuses a certificate that nobody vouches for, and is content once its authority is trusted', async () => {
    const before = await doctor(settings)
    expect(before.ofMail).toMatchObject([
      {
        level: 'fault',
        said: expect.stringContaining('from nobody we trust'),
        todo: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
      },
    ])
    expect(before.code).not.toBe(0)
    expect(office.mail.logins).toBe(0)
    expect(page).toContain('`NODE_EXTRA_CA_CERTS=')
    settings = { ...settings, ...office.trust }
    const after = await doctor(settings)
    expect(after.ofMail.map(({ level }) => level)).toEqual(['ok', 'ok'])
    expect(after.ofMail[0]?.said).toMatch(/takes our login; mails come from bot@bell\.example, at most 600 a minute/)
  })

  test('the start says that the server takes our login', async () => {
    server = await startServer(settings)
    await until(() => server.output().includes(quoted(page, 'the mail server takes')), 'the log tells of the login')
    await zhang.says(w.setup)
    await sees(zhang.read, w.made)
    await zhang.tells(w.quiet)
    await sees(zhang.told, /Quiet hours: off|免打扰.*关/)
    for (const one of [li, wang]) await one.says('/join')
    await sees(wang.read, /王芳|Sales One|销售一部/)
  })

  test('a member gives an address, and proves it by the code that comes there', async () => {
    await li.tells(quoted(page, { en: '/my mail name@', zh: '/我的 邮箱 name@' }[lang]).replace(/\S+@\S+/, LI))
    await sees(li.told, w.asked)
    const code = /\b\d{6}\b/.exec((await office.mail.next(LI)).subject)?.[0] ?? ''
    await li.tells(quoted(page, { en: '/my mail 1', zh: '/我的 邮箱 1' }[lang]).replace(/\d{6}/, code))
    await sees(li.told, w.proved)
    expect(page).toContain(`\`${w.stop}\``)
  })

  test('a notice is copied by mail to whoever gave an address, once', async () => {
    await zhang.tells('/notice Stocktaking on Friday')
    const mail = await office.mail.next(LI)
    expect(mail).toMatchObject({ from: { address: 'bot@bell.example' }, text: expect.stringContaining('Stocktaking') })
    expect(mail.subject).toContain(w.noticed)
    await sees(wang.read, 'Stocktaking on Friday')
    await sees(zhang.told, w.posted(1))
  })

  test('so is what is asked of whoever is on duty in an urgent matter', async () => {
    await zhang.tells(w.duty)
    await sees(zhang.told, '李雷')
    await wang.says(w.raise)
    const mail = await office.mail.next(LI)
    expect([mail.headers.get('importance'), mail.text.includes(w.matter)]).toEqual(['High', true])
    await sees(li.told, w.matter)
    await li.tells({ en: '/urgent 1 ok', zh: '/紧急 1 收到' }[lang])
  })

  test('while the server is down mails wait and the chat goes on; then each comes once', async () => {
    onTestFailed(() => console.log(server.output().slice(-4_000)))
    const fails = quoted(page, 'the mail server fails us')
    await office.mail.down()
    for (const words of ['The first one', 'The second one']) await zhang.tells(`/notice ${words}`)
    await sees(wang.read, 'The second one')
    await until(() => server.output().includes(fails), 'the log tells that the server is away')
    await office.mail.up()
    const came = [await office.mail.next(LI), await office.mail.next(LI)].map(
      ({ text }) => /The \w+ one/.exec(text)?.[0],
    )
    expect(came.toSorted()).toEqual(['The first one', 'The second one'])
    await until(() => server.output().includes('the mail server works again'), 'the log tells that it is back')
    expect(server.output().split(fails)).toHaveLength(2)
  })

  test('an address that the server refuses is told to its owner once, and not written to any more', async () => {
    office.mail.refuse(LI, 550)
    await zhang.tells('/notice The third one')
    await sees(li.told, w.refused)
    await zhang.tells('/notice The fourth one')
    await sees(wang.read, 'The fourth one')
    await sees(zhang.told, w.posted(5))
    expect(countOf(await li.told(), w.refused)).toBe(1)
    for (const one of [zhang, li, wang]) expect(countOf(await one.read(), LI)).toBe(0)
  })

  test('all of it came once, and the doctor tells of the one that did not go out', async () => {
    expect([office.mail.unread(), office.mail.copies]).toEqual([[], 0])
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(server.output()).not.toContain(office.mail.settings.login?.password)
    const { found } = await doctor(settings)
    const { said = '' } = found.find(({ check }) => check === 'deliveries') ?? {}
    expect(said).toContain('notices.mail ×1: unreachable: RCPT TO: 550')
    expect(said).not.toContain(LI)
  })
})

type Person = ReturnType<typeof roomMember>

/** A server that cannot be used: what the process says of it as it starts. */
const useless: Readonly<Record<string, { office(): Promise<Office>; changes?: Settings; fault: RegExp }>> = {
  'is down': {
    async office() {
      const office = await openOffice('STARTTLS')
      await office.mail.down()
      return office
    },
    fault: /it does not answer \(ECONNREFUSED\)/,
  },
  'refuses the password': {
    office: () => openOffice('STARTTLS'),
    changes: { SMTP_PASSWORD: 'my-web-password' },
    fault: /the login is refused \(535\)/,
  },
  'shows a certificate for another name': {
    office: () => openOffice('the start', own => own.certify({ ip: '192.0.2.7' })),
    fault: /for another name than 0\.0\.0\.0/,
  },
  'does not encrypt': { office: () => openOffice('never'), fault: /there is no encrypted connection/ },
}

describe('beside a mail server that', () => {
  test.each(Object.entries(useless))('%s the process runs on, and one line of the log says why', async (_, given) => {
    await using office = await given.office()
    const folder = await furnishedFolder(people)
    await using server = await startServer({ ...office.settings, ...office.trust, ...given.changes, DATA_DIR: folder })
    onTestFailed(() => console.log(server.output()))
    await until(() => server.output().includes('the mail server fails us'), 'the log says why')
    const lines = server
      .output()
      .split('\n')
      .filter(line => line.includes('the mail server fails us'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(given.fault)
    const zhang = roomMember(server.base, 'zhang')
    await zhang.says('/setup 销售一部')
    await expect.poll(async () => (await zhang.read()).join('\n'), { timeout: 20_000 }).toMatch(/“销售一部”建好了/)
    expect((await fetch(`${server.base}/healthz`)).status).toBe(200)
    expect(server.output()).not.toMatch(/my-web-password|very secret/)
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    if (office.mail.logins > 0) expect(given.changes).toBeDefined()
  })
})

/** For each row of the page about the doctor: a server with which it is true. */
const ailing: Readonly<Record<string, () => Promise<{ office: Office; changes?: Settings }>>> = {
  'the login is refused (535)': async () => ({
    office: await openOffice('STARTTLS'),
    changes: { SMTP_PASSWORD: 'my-web-password' },
  }),
  'SMTP_FROM is not the mailbox that logs in': async () => ({
    office: await openOffice('STARTTLS'),
    changes: { SMTP_FROM: 'Boss <boss@bell.example>' },
  }),
  'it does not answer (ECONNREFUSED)': async () => {
    const office = await openOffice('STARTTLS')
    await office.mail.down()
    return { office }
  },
  'there is no encrypted connection': async () => ({ office: await openOffice('never') }),
  'its certificate is from nobody we trust': async () => {
    const another = await openOffice('never')
    await another[Symbol.asyncDispose]()
    return { office: await openOffice('STARTTLS', () => another.authority.certify({ ip: ELSEWHERE })) }
  },
  'its certificate is for another name than': async () => ({
    office: await openOffice('the start', own => own.certify({ ip: '192.0.2.7' })),
  }),
  'has expired, so nothing is sent': async () => ({
    office: await openOffice('the start', own => own.certify({ ip: ELSEWHERE, until: new Date(0) })),
  }),
}

describe('what the page says that the doctor says', () => {
  const usual = tls.getCACertificates('default')
  afterAll(() => tls.setDefaultCACertificates(usual))
  const rows = pairsIn(pages, 'doctor: ', 'doctor：')

  test('has a server here for each row', () => {
    expect(rows.map(({ en }) => en)).toEqual(Object.keys(ailing))
  })

  test.each(rows)('$en', async ({ en, zh }) => {
    const { office, changes = {} } = (await ailing[en]?.()) ?? expect.unreachable()
    tls.setDefaultCACertificates([...usual, office.authority.cert])
    const found = await findingsOf('mail', { ...office.settings, ...changes })
    const said = found.filter(({ level }) => level !== 'ok').map(finding => finding.said)
    expect(said.find(words => words.en.includes(en))?.zh).toContain(zh)
    await office[Symbol.asyncDispose]()
  })
})
