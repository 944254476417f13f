import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXml } from '../../../adapters/wecom/app/xml.ts'
import { decodeApp } from '../../../adapters/wecom/decode/app.ts'
import { inboundEventSchema } from '../../../src/platform/events.ts'
import { readKey } from './app-calling.ts'

const folder = fileURLToPath(new URL('../../../adapters/wecom/samples/app', import.meta.url))
const sample = (name: string) => readFileSync(`${folder}/${name}.xml`, 'utf8')
const samples = globSync('*.xml', { cwd: folder }).map(file => file.replace(/\.xml$/, ''))

function decode(xml: string, read = readKey) {
  const callback = readXml(xml)
  if (callback === null) throw new Error('That is no XML')
  return decodeApp(callback, read)
}

function eventOf(xml: string, read = readKey) {
  const decoded = decode(xml, read)
  if (decoded.kind !== 'inbound') throw new Error(decoded.why)
  return decoded.event
}

const any = (key: string) => ({ actionId: key })

describe('what WeCom really sends', () => {
  it.each(samples)('%s is understood or left alone', name => {
    const decoded = decode(sample(name), any)
    if (decoded.kind === 'inbound') expect(inboundEventSchema.parse(decoded.event)).toEqual(decoded.event)
    else expect(decoded.why).not.toBe('')
  })

  it('leads to something where a person spoke or pressed, and to nothing else', () => {
    const heard = samples.filter(name => decode(sample(name), any).kind === 'inbound')
    const expected =
      'device_text-1 event.template_card_event-1 image-1 image-2 image-3 link-1 location-1 location-2 notsure-1 text-1 text-2 text-3 video-1 voice-1 voice-2 voice-3'
    expect(heard.toSorted().join(' ')).toBe(expected)
  })
})

describe('what a person writes to the app', () => {
  it('is a message to us, at the moment at which it was written', () => {
    expect(eventOf(sample('text-1'))).toEqual({
      platform: 'wecom',
      eventId: 'app:1234567890123456',
      place: { kind: 'direct' },
      author: { accountId: 'fromUser' },
      at: '2012-09-28T11:31:00.000Z',
      body: { kind: 'message', text: 'this is a test', addressed: true },
    })
  })

  it.each([
    ['image-2', 'picture'],
    ['voice-2', 'voice'],
    ['video-1', 'video'],
    ['location-1', 'other'],
    ['link-1', 'other'],
    ['notsure-1', 'other'],
  ])('as %s cannot be read: %s', (name, what) => {
    expect(eventOf(sample(name)).body).toEqual({ kind: 'unreadable', what })
  })

  it('without an id is the same when it is told again, and another when it says another thing', () => {
    const ids = [sample('text-2'), sample('text-2'), sample('text-2').replace('content', '日报')].map(
      xml => eventOf(xml).eventId,
    )
    expect(new Set(ids).size).toBe(2)
    expect(ids[0]).toBe(ids[1])
  })

  it('keeps an id that is longer than a number holds', () => {
    expect(eventOf(sample('text-1').replace('1234567890123456', '9007199254740993001')).eventId).toBe(
      'app:9007199254740993001',
    )
  })

  it('has no half of a letter and no NUL in it', () => {
    const message = { FromUserName: 'li', CreateTime: '1', MsgType: 'text', MsgId: '1', Content: '计划\0\ud83d' }
    const decoded = decodeApp(message, readKey)
    expect(decoded).toMatchObject({ event: { body: { text: '计划\ufffd' } } })
  })
})

describe('a press on a card', () => {
  const press = sample('event.template_card_event-1').replace('key111', 'do:reports.read')

  it('is the action of its key with what was chosen, and tells the card', () => {
    expect(decode(press)).toMatchObject({
      event: {
        body: {
          kind: 'action',
          actionId: 'reports.read',
          values: { QuestionKey1: 'OptionId1', QuestionKey2: 'OptionId3' },
        },
      },
      card: { taskId: 'taskid111', responseCode: 'ResponseCode' },
    })
  })

  it('on a card with checkboxes may choose several', () => {
    const { body } = eventOf(press.replace('text_notice', 'vote_interaction'))
    expect(body).toMatchObject({ values: { QuestionKey1: ['OptionId1', 'OptionId2'] } })
  })

  it('may choose nothing, or one thing alone', () => {
    const bare = press.replace(/<SelectedItems>[\s\S]*<\/SelectedItems>/, '')
    expect(eventOf(bare).body).toEqual({ kind: 'action', actionId: 'reports.read' })
    const one = '<SelectedItem><QuestionKey>q</QuestionKey><OptionIds><OptionId>2</OptionId></OptionIds></SelectedItem>'
    const none = '<SelectedItem><QuestionKey>p</QuestionKey><OptionIds></OptionIds></SelectedItem>'
    const chosen = bare.replace('</xml>', `<SelectedItems>${one}</SelectedItems></xml>`)
    expect(eventOf(chosen).body).toMatchObject({ values: { q: '2' } })
    const both = bare.replace('</xml>', `<SelectedItems>${none}${one}</SelectedItems></xml>`)
    expect(eventOf(both).body).toMatchObject({ values: { q: '2' } })
  })

  it('of a key that is not ours is left alone', () => {
    expect(decode(sample('event.template_card_event-1'))).toEqual({ kind: 'ignored', why: 'nothing that was pressed' })
  })

  it('is the same when it is told again, and another a second later, by another or with another choice', () => {
    const others = [
      press.replace('123456789', '123456790'),
      press.replace('FromUser]]', 'li]]'),
      press.replace('OptionId1', 'OptionId9'),
      press.replace('do:reports.read', 'do:reports.drop'),
    ]
    const ids = [press, press, ...others].map(xml => eventOf(xml).eventId)
    expect(ids[0]).toBe(ids[1])
    expect(new Set(ids).size).toBe(5)
  })
})

describe('XML', () => {
  it.each([
    '<!DOCTYPE lolz [<!ENTITY lol "lol">]><xml><Content>&lol;</Content></xml>',
    '<xml><!ENTITY a "b"><Content>x</Content></xml>',
    '<xml><?php echo 1 ?><Content>x</Content></xml>',
    '<xml><!-- a comment --><Content>x</Content></xml>',
    '<xml><Content>x</xml>',
    '<html><Content>x</Content></html>',
    '<xml>words alone</xml>',
    'words alone',
    '',
  ])('like %j is not read', xml => {
    expect(readXml(xml)).toBeNull()
  })

  it('may begin with its version, and what people write is never markup', () => {
    const text = '<!DOCTYPE x [<!ENTITY a "b">]> &amp; &a; <?x?> </Content>'
    const xml = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<xml><Content><![CDATA[${text}]]></Content></xml>`
    expect(readXml(xml)).toEqual({ Content: text })
  })

  it('of any kind breaks nothing, and neither does decoding it', () => {
    const element = fc.constantFrom('xml', 'FromUserName', 'MsgType', 'Content', '__proto__', 'constructor', 'EventKey')
    const piece = fc.oneof(
      fc.string(),
      element.map(name => `<${name}>`),
      element.map(name => `</${name}>`),
      fc.constantFrom('<![CDATA[', ']]>', 'text', 'event', 'template_card_event', '<!', '&#x0;'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const read = readXml(`<xml>${pieces.join('')}</xml>`)
        if (read !== null) decodeApp(read, any)
        return true
      }),
      { numRuns: 300 },
    )
  })

  it('with a thousand elements in each other breaks nothing', () => {
    const deep = `<xml>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</xml>`
    expect(() => readXml(deep)).not.toThrow()
  })
})
