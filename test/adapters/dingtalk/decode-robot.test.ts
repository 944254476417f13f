import { describe, expect, it } from 'vitest'
import { decodeRobot } from '../../../adapters/dingtalk/decode/robot.ts'
import { directMessage, groupMessage } from './messages.ts'

const decoded = (data: unknown) => decodeRobot(data, 'frame1')

function textOf(data: unknown): string | undefined {
  const read = decoded(data)
  return read.kind === 'inbound' && read.event.body.kind === 'message' ? read.event.body.text : undefined
}

describe('a message in a group', () => {
  it('is what the person typed, without the space behind the mention', () => {
    expect(decoded(groupMessage())).toEqual({
      kind: 'inbound',
      event: {
        platform: 'dingtalk',
        eventId: 'msg1',
        place: { kind: 'group', channelId: 'cidSALES==', name: '销售群' },
        author: { accountId: 'li01', name: '李娜' },
        at: '2023-11-14T22:13:20.000Z',
        body: { kind: 'message', text: '日报 拜访3', addressed: true },
      },
      session: {
        conversationId: 'cidSALES==',
        kind: 'group',
        staffId: 'li01',
        url: 'https://oapi.dingtalk.com/robot/sendBySession?session=s1',
        expiresAt: new Date('2023-11-14T23:43:20.000Z'),
      },
      mentioned: [],
    })
  })

  it('may be a mention and nothing else', () => {
    expect(textOf(groupMessage({ text: { content: ' ' } }))).toBe('')
  })

  it('loses wide spaces around it and none within it', () => {
    expect(textOf(groupMessage({ text: { content: '\u3000\u2005日报\u3000拜访３  \n电话20\u00a0' } }))).toBe(
      '日报\u3000拜访３  \n电话20',
    )
  })

  it('tells who else was mentioned, each once and without us', () => {
    const atUsers = [
      { dingtalkId: '$:LWCP_v1:$bot', staffId: 'robot' },
      { dingtalkId: '$:LWCP_v1:$wang', staffId: 'wang02' },
      { dingtalkId: '$:LWCP_v1:$wang', staffId: 'wang02' },
      { dingtalkId: '$:LWCP_v1:$outside' },
    ]
    expect(decoded(groupMessage({ atUsers }))).toMatchObject({ mentioned: ['wang02'] })
  })

  it.each([undefined, null, ''])(
    'of somebody from outside (staff id %o) is a stranger’s, and the group is open',
    staff => {
      const read = decoded(groupMessage({ senderStaffId: staff }))
      expect(read).toMatchObject({
        event: {
          author: { accountId: 'x:$:LWCP_v1:$li', standing: 'stranger' },
          place: { kind: 'group', external: true },
        },
        session: { staffId: null },
      })
    },
  )

  it('goes by the id of its frame where it has none', () => {
    expect(decoded(groupMessage({ msgId: undefined }))).toMatchObject({ event: { eventId: 'frame1' } })
  })

  it('is none when we said it ourselves', () => {
    expect(decoded(groupMessage({ senderId: '$:LWCP_v1:$bot' })).kind).toBe('ignored')
  })

  it.each([
    { sessionWebhook: 'not an address' },
    { sessionWebhook: 'file:///etc/passwd' },
    { sessionWebhook: undefined },
    { sessionWebhookExpiredTime: undefined },
    { sessionWebhookExpiredTime: 'soon' },
  ])('is heard though there is no address for answers: %o', changes => {
    expect(decoded(groupMessage(changes))).toMatchObject({ kind: 'inbound', session: null })
  })
})

describe('a direct message', () => {
  it('is addressed to us without a mention', () => {
    expect(decoded(directMessage({ text: { content: '帮助' }, atUsers: undefined }))).toMatchObject({
      event: { place: { kind: 'direct' }, body: { text: '帮助', addressed: true } },
      session: { kind: 'direct', conversationId: 'cidLI==' },
    })
  })

  it('without a word is none', () => {
    expect(decoded(directMessage({ text: { content: '  ' } })).kind).toBe('ignored')
  })
})

describe('a file in the direct chat', () => {
  const file = (content: unknown) => decoded(directMessage({ msgtype: 'file', content }))
  const content = { spaceId: '223', fileName: ' 合同 终稿.pdf ', downloadCode: 'LJYY+bw==', fileId: '117' }

  it('is told with its name, and with the code by which it can be fetched', () => {
    expect(file(content)).toMatchObject({
      kind: 'inbound',
      event: {
        eventId: 'msg1',
        place: { kind: 'direct' },
        body: { kind: 'file', name: '合同 终稿.pdf', file: { kept: false } },
      },
      session: { kind: 'direct' },
      handed: { filename: '合同 终稿.pdf', downloadCode: 'LJYY+bw==' },
    })
  })

  it.each([undefined, ' ', 7])('is a file also when it is called %o', fileName => {
    expect(file({ ...content, fileName })).toMatchObject({ event: { body: { kind: 'file', name: 'file' } } })
  })

  it.each([undefined, '', 7, 'x'.repeat(5_000)])('without a code (%o) is one that was not given', downloadCode => {
    const read = file({ ...content, downloadCode })
    expect(read).toMatchObject({ event: { body: { kind: 'file', file: { kept: false, why: 'not-given' } } } })
    expect(read).not.toHaveProperty('handed')
  })

  it.each([undefined, null, 'x', 7])('of which nothing is told (%o) cannot be read', nothing => {
    expect(file(nothing)).toMatchObject({ event: { body: { kind: 'unreadable', what: 'file' } } })
  })

  it('stays what cannot be read in a group', () => {
    const read = decoded(groupMessage({ msgtype: 'file', content }))
    expect(read).toMatchObject({ event: { body: { kind: 'unreadable', what: 'file' } } })
    expect(read).not.toHaveProperty('handed')
  })
})

describe('a message of another kind', () => {
  it('is the words of a text with pictures, a line for each part', () => {
    const content = {
      richText: [{ text: '日报 ' }, { text: '拜访3' }, { type: 'picture', downloadCode: 'd' }, { text: '完' }],
    }
    expect(textOf(directMessage({ msgtype: 'richText', content }))).toBe('日报 拜访3\n完')
  })

  it('is what was recognised in something spoken', () => {
    expect(textOf(directMessage({ msgtype: 'audio', content: { recognition: ' 日报 拜访三 ' } }))).toBe('日报 拜访三')
  })

  it.each([
    ['audio', { recognition: ' ' }, 'voice'],
    ['audio', undefined, 'voice'],
    ['richText', { richText: [{ type: 'picture', downloadCode: 'd' }] }, 'picture'],
    ['picture', { downloadCode: 'd' }, 'picture'],
    ['video', { downloadCode: 'd' }, 'video'],
    ['file', { fileName: '合同.pdf' }, 'file'],
    ['interactiveCard', {}, 'other'],
    ['of tomorrow', null, 'other'],
  ])('that is not read is told as what it is: %s %o', (msgtype, content, what) => {
    expect(decoded(groupMessage({ msgtype, content }))).toMatchObject({
      kind: 'inbound',
      event: {
        body: { kind: 'unreadable', what },
        eventId: 'msg1',
        place: { kind: 'group', channelId: 'cidSALES==' },
        author: { accountId: 'li01' },
      },
      session: { kind: 'group' },
    })
  })

  it.each([{ text: undefined }, { text: 'x' }, { text: { content: 7 } }, { msgtype: 'richText' }])(
    'whose words are missing is none: %o',
    changes => {
      expect(decoded(groupMessage(changes)).kind).toBe('ignored')
    },
  )
})

describe('a quoted message', () => {
  const quoting = (repliedMsg: unknown) =>
    decoded(groupMessage({ text: { content: ' 表扬', isReplyMsg: true, repliedMsg } }))

  it('comes along with its words', () => {
    const repliedMsg = { msgType: 'text', senderId: '$:LWCP_v1:$wang', content: { text: '签了！' } }
    expect(quoting(repliedMsg)).toMatchObject({ event: { body: { text: '表扬', quote: { text: '签了！' } } } })
  })

  it('tells its author where that is who quotes it', () => {
    const repliedMsg = { msgType: 'text', senderId: '$:LWCP_v1:$li', content: { text: '签了！' } }
    expect(quoting(repliedMsg)).toMatchObject({ event: { body: { quote: { text: '签了！', author: '李娜' } } } })
  })

  it.each([
    [
      { msgType: 'richText', content: { richText: [{ msgType: 'text', content: '签了' }, { msgType: 'picture' }] } },
      '签了',
    ],
    [{ msgType: 'chatRecord', content: { summary: '王芳:[消息]' } }, '王芳:[消息]'],
    [{ msgType: 'audio', content: { recognition: '签了' } }, '签了'],
  ])('has words also when it is %o', (repliedMsg, text) => {
    expect(quoting(repliedMsg)).toMatchObject({ event: { body: { quote: { text } } } })
  })

  it.each([undefined, null, 'x', {}, { msgType: 'file', content: {} }, { msgType: 'text', content: { text: '' } }])(
    'is left out where DingTalk does not send its words: %o',
    repliedMsg => {
      const read = quoting(repliedMsg)
      expect(read).toMatchObject({ event: { body: { text: '表扬' } } })
      expect(JSON.stringify(read)).not.toContain('quote')
    },
  )
})
