import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actions, content, file, heading, image, link, list, mention, table, text } from '../../../src/content/build.ts'
import { drawnPictures, kindsOfDrawings } from '../../contract/samples.ts'
import { type MailServer, openMailServer } from '../../simulators/mail/index.ts'
import { LI, type Mailing, openMailing } from './mailing.ts'

const opened = new AsyncDisposableStack()
let server: MailServer
let mailing: Mailing
beforeAll(async () => {
  server = opened.use(await openMailServer())
  mailing = opened.use(openMailing(server.settings))
})
afterAll(() => opened.disposeAsync())

const [picture = ''] = kindsOfDrawings

describe('a mail', () => {
  it('has its heading as subject, and is from and to whom it says, in any script', async () => {
    const receipt = await mailing.mail(content('zh', heading('通知：国庆值班 🎉'), text('请 10 月 1 日前确认')))
    const mail = await server.next(LI)
    expect(mail).toMatchObject({
      subject: '通知：国庆值班 🎉',
      from: { name: '领头羊', address: 'bot@bell.example' },
      to: LI,
      messageId: receipt['messageId'],
    })
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain('请 10 月 1 日前确认')
      expect(body).toContain('回信没有人看')
    }
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
  })

  it('has its first words as subject where there is no heading', async () => {
    await mailing.mail(content('en', list([['—'], ['Bring the contracts\ntomorrow']]) ?? text()))
    expect((await server.next(LI)).subject).toBe('• Bring the contracts')
  })

  it('draws tables and links, names people, and says what to type instead of buttons', async () => {
    const ack = { id: 'notices.ack', label: '知道了', words: '/知道了 12' }
    await mailing.mail(
      content(
        'zh',
        table([{ label: '姓名' }, { label: '签单', align: 'end' }], [[mention({ id: 'm', name: '李雷' }), '8']]),
        text('见 ', link('https://bell.example/a?b=1&c=2', '附件')),
        actions(ack),
      ),
    )
    const { html, text: words } = await server.next(LI)
    expect(html).toMatch(/<th[^>]*>姓名<\/th>.*<td[^>]*>李雷<\/td><td[^>]*right[^>]*>8<\/td>/s)
    expect(html).toContain('<a href="https://bell.example/a?b=1&amp;c=2">附件</a>')
    expect(html).not.toContain('<button')
    for (const body of [html, words]) expect(body).toContain('/知道了 12')
    expect(words).toContain('附件 (https://bell.example/a?b=1&c=2)')
  })

  it('brings files byte by byte, under their own names', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => (n * 7) % 256)
    const name = '十一月 周报 “终稿”.xlsx'
    const files = async () => ({ bytes, filename: name, type: 'application/vnd.ms-excel' })
    await using own = openMailing(server.settings, { files })
    await own.mail(content('zh', text('见附件'), file('f-1', name, '三张表')))
    const mail = await server.next(LI)
    expect(mail.attached.map(({ name: called, type }) => [called, type])).toEqual([[name, 'application/vnd.ms-excel']])
    expect(Buffer.from(mail.attached[0]?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true)
    expect(mail.text).toContain(name)
  })

  it('shows pictures where they stand, and their words where they are not kept any more', async () => {
    await mailing.mail(content('zh', text('榜单'), image(picture, '本周 "电话"'), image('gone', '上周 <榜>')))
    const mail = await server.next(LI)
    const [[cid = '', shown] = []] = mail.inline
    expect(mail.html).toContain(`<img src="cid:${cid}" alt="本周 &quot;电话&quot;"`)
    expect(Buffer.from(shown?.bytes ?? []).equals((await drawnPictures(picture))?.bytes ?? Buffer.of())).toBe(true)
    expect(mail.inline.size).toBe(1)
    expect(mail.html.match(/<img/g)).toHaveLength(1)
    expect(mail.html).toContain('上周 &lt;榜&gt;')
    expect(mail.attached).toEqual([])
  })

  it('has the same id each time that it is sent, so a mailbox makes one of two', async () => {
    const key = '01890a5d-ac96-774b-bcce-b302099a8057:0'
    const receipts = [
      await mailing.mail(content('en', text('once')), { key }),
      await mailing.mail(content('en', text('once')), { key }),
    ]
    expect(receipts[0]).toEqual(receipts[1])
    expect((await server.next(LI)).text).toContain('once')
    expect(server.copies).toBe(1)
  })

  it('follows the first part of what it continues, and is marked where it is urgent', async () => {
    const first = await mailing.mail(content('en', text('part one')))
    await mailing.mail(content('en', text('part two')), { after: first, lane: 'urgent' })
    await server.next(LI)
    const { headers } = await server.next(LI)
    expect(headers.get('in-reply-to')).toBe(first['messageId'])
    expect(headers.get('importance')).toBe('High')
  })
})

describe('what people wrote', () => {
  it.each([
    'Hello\r\nBcc: boss@rival.example',
    'Hello\nSubject: other\n\n<b>body</b>',
    'Hello\r\n.\r\nMAIL FROM:<bot@bell.example>',
    '=?utf-8?B?QmNjOiBib3Nz?=',
    '\u202Egnp.exe \u2028Cc: a@b.cn',
  ])('is never a header, an address or an end: %j', async words => {
    await mailing.mail(content('en', heading(words), text(words)))
    const { subject, text: body } = await server.next(LI)
    expect(subject).not.toMatch(/[\r\n\u2028\u202E]/)
    expect(body.replaceAll(/\s+/g, ' ')).toContain(
      words
        .split(/[\r\n]/)[0]
        ?.replaceAll(/\s+/g, ' ')
        .trim(),
    )
    expect(server.unread()).toEqual([])
  })

  it.each([
    `${LI}, boss@rival.example`,
    'boss@rival.example\r\nRCPT TO:<x@rival.example>',
    '<boss@rival.example>',
    'boss',
    '',
  ])('is no recipient: %j', async accountId => {
    const sending = mailing.mail(content('en', text('hello')), { address: { kind: 'direct', accountId } })
    await expect(sending).rejects.toMatchObject({ kind: 'unreachable' })
  })
})
