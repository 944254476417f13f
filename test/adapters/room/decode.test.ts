import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMessage, readAddress } from '../../../adapters/room/decode.ts'
import { staysInProportion } from '../../base/growth.ts'

describe('speaking to the bot', () => {
  it.each([
    ['@bot 计划 拜访3', true, '计划 拜访3'],
    ['@bot计划 拜访3', true, '计划 拜访3'],
    ['@Bellwether help', true, 'help'],
    ['@领头羊帮助', true, '帮助'],
    ['＠bot　帮助', true, '帮助'],
    ['你好@bot', true, '你好'],
    ['hi @BOT, plan', true, 'hi , plan'],
    ['@bot', true, ''],
    ['@bottom line', false, '@bottom line'],
    ['write to me@bot.example', false, 'write to me@bot.example'],
    ['@all lunch?', false, '@all lunch?'],
    ['bot, are you there', false, 'bot, are you there'],
    ['/plan 拜访3', false, '/plan 拜访3'],
  ])('%j', (text, addressed, rest) => {
    expect(readAddress(text)).toEqual({ addressed, text: rest })
  })

  it('is read in no time from a long text', () => {
    for (const part of ['@', '@bo', '@bot ']) staysInProportion(times => readAddress(part.repeat(times)), 1_000)
  })
})

describe('the text of a message', () => {
  const call = (text: string) => decodeMessage({ as: 'li', channel: 'sales', text })

  it('may have 8,000 characters as a person counts them', () => {
    expect(call('🎉'.repeat(8000)).text).toHaveLength(16_000)
    expect(() => call('🎉'.repeat(8001))).toThrow('longer than 8000')
  })

  it('comes out as what every database keeps', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const kept = call(`a${text}\0\ud800`).text
        expect(kept.isWellFormed() && !kept.includes('\0')).toBe(true)
      }),
    )
  })
})
