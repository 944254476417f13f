import { describe, expect, it } from 'vitest'
import { reachedByMail } from '../../../src/features/mail/store.ts'
import { codeIn, type MailMember, shareMailStage } from './stage.ts'

const stage = shareMailStage()

const textOf = (told: readonly { readonly text: string }[]) => told.map(({ text }) => text).join('\n')
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

async function prove(li: MailMember, address = li.address) {
  await li.tells(`/my mail ${address}`)
  return await li.tells(`/my mail ${codeIn(await stage.server.next(address))}`)
}

describe('/my mail', () => {
  it('sends a code to an address, and takes it as proof', async () => {
    const li = await stage.member()
    expect(textOf(await li.tells('/my mail'))).toContain('You have given no address')
    expect(textOf(await li.tells(`/my mail ${li.address}`))).toContain(`A code is on its way to ${li.address}`)
    const mail = await stage.server.next(li.address)
    expect(mail.subject).toMatch(/^Your code: \d{6}$/)
    expect(mail.text).toContain(`/my mail ${codeIn(mail)}`)
    expect(await li.kept()).toMatchObject({ address: null, asked: li.address })
    expect(await reachedByMail(stage.store.prisma, [li.personId])).toEqual(new Set())
    expect(textOf(await li.tells(`/my mail ${codeIn(mail)}`))).toContain(`Your address is proved: ${li.address}`)
    expect(await reachedByMail(stage.store.prisma, [li.personId])).toEqual(new Set([li.personId]))
    expect(textOf(await li.tells('/my mail'))).toContain(li.address)
  })

  it('is understood in Chinese, in full width, and as apps paste it', async () => {
    const li = await stage.member('zh')
    const [name = ''] = li.address.split('@')
    const wide = [...`${name}＠bell．example`].join('')
    expect(textOf(await li.tells(`/我的 邮箱 ${wide}`))).toContain(`验证码已发到 ${li.address}`)
    const mail = await stage.server.next(li.address)
    expect(mail.subject).toMatch(/^验证码 \d{6}$/)
    const figures = [...codeIn(mail)].map(figure => String.fromCharCode(figure.charCodeAt(0) + 0xfee0)).join('')
    expect(textOf(await li.tells(`/我的 邮箱 ${figures}`))).toContain('邮箱已确认')
    expect(textOf(await li.tells(`/my email mailto:${li.address}`))).toContain('不用再验证')
  })

  it('keeps the proved address until the next one is proved', async () => {
    const li = await stage.member()
    await prove(li)
    const next = `new.${li.address}`
    await li.tells(`/my mail ${next}`)
    const mail = await stage.server.next(next)
    expect(await li.kept()).toMatchObject({ address: li.address, asked: next })
    await li.tells(`/my mail ${codeIn(mail)}`)
    expect(await li.kept()).toMatchObject({ address: next, asked: null, codeHash: null })
  })

  it('forgets the address when told to', async () => {
    const li = await stage.member()
    await prove(li)
    expect(textOf(await li.tells('/my mail off'))).toContain('forgotten')
    expect(await li.kept()).toMatchObject({ address: null, asked: null })
  })

  it('says no address and no code where others read along', async () => {
    const li = await stage.member()
    const told = await li.says(`/my mail ${li.address}`)
    const code = codeIn(await stage.server.next(li.address))
    told.push(...(await li.says(`/my mail ${code}`)), ...(await li.says('/my mail')))
    const elsewhere = told.filter(({ where }) => where !== 'direct')
    expect(elsewhere.length).toBeGreaterThanOrEqual(3)
    expect(textOf(elsewhere)).not.toMatch(/@bell|\d{6}/)
    expect(textOf(told.filter(({ where }) => where === 'direct'))).toContain(li.address)
  })

  it.each([
    'boss',
    'a@b',
    'a b@bell.example',
    'a@bell.example,b@bell.example',
    '12345',
    'a@bell.example\nBcc: x@y.example',
  ])('says what would work for %j, and writes nothing', async words => {
    const li = await stage.member()
    expect(textOf(await li.tells(`/my mail ${words}`))).toMatch(/neither a mail address nor a code/)
    expect(await li.kept()).toBeNull()
  })

  it('leaves /my and its periods as they were', async () => {
    const li = await stage.member()
    expect(textOf(await li.tells('/my last week'))).toContain('Li')
    expect(textOf(await li.tells('/my mailbox'))).toContain('I did not understand')
  })
})

describe('a code', () => {
  it('is void after five wrong ones, and a new one can be had', async () => {
    const li = await stage.member()
    await li.tells(`/my mail ${li.address}`)
    const code = codeIn(await stage.server.next(li.address))
    for (let n = 0; n < 5; n++) expect(textOf(await li.tells(`/my mail ${other(code)}`))).toContain('not the code')
    expect(textOf(await li.tells(`/my mail ${code}`))).toContain('too many wrong codes')
    expect(await li.kept()).toMatchObject({ address: null })
    expect(textOf(await prove(li))).toContain('proved')
  })

  it('lasts for half an hour', async () => {
    const li = await stage.member()
    await li.tells(`/my mail ${li.address}`)
    const code = codeIn(await stage.server.next(li.address))
    await stage.passes(30)
    expect(textOf(await li.tells(`/my mail ${code}`))).toContain('The code is over')
  })

  it('works once, and for whom it was sent', async () => {
    const [li, wang] = [await stage.member(), await stage.member()]
    await li.tells(`/my mail ${li.address}`)
    const code = codeIn(await stage.server.next(li.address))
    expect(textOf(await wang.tells(`/my mail ${code}`))).toContain('No code is awaited')
    await li.tells(`/my mail ${code}`)
    expect(textOf(await li.tells(`/my mail ${code}`))).toContain('No code is awaited')
  })

  it('is sent five times a day at most, whatever address is given or forgotten', async () => {
    const li = await stage.member()
    for (let n = 0; n < 5; n++) {
      const address = `n${n}.${li.address}`
      await li.tells(`/my mail ${address}`)
      await stage.server.next(address)
      await li.tells('/my mail off')
    }
    expect(textOf(await li.tells(`/my mail ${li.address}`))).toContain('try again in 24 hours')
    await stage.passes(24 * 60)
    expect(textOf(await li.tells(`/my mail ${li.address}`))).toContain('on its way')
    await stage.server.next(li.address)
  })

  it('is kept as a hash', async () => {
    const li = await stage.member()
    await li.tells(`/my mail ${li.address}`)
    const code = codeIn(await stage.server.next(li.address))
    expect(JSON.stringify(await li.kept())).not.toContain(code)
  })
})

describe('an address', () => {
  it('is among what is kept about a person, and gone when they are erased', async () => {
    const li = await stage.member()
    await prove(li)
    expect(textOf(await li.tells('/my data'))).toContain(li.address)
    const boss = await stage.store.prisma.member.findUniqueOrThrow({ where: { id: li.memberId } })
    const admin = await stage.admin(boss.teamId)
    await admin.tells('/erase Li yes')
    expect(await li.kept()).toBeNull()
    const left = await stage.store.query(`SELECT 1 FROM "Delivery" WHERE content::text LIKE '%${li.address}%'`)
    expect(left).toEqual([])
  })
})
