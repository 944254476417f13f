import { describe, expect, test } from 'vitest'
import { SetupError, UserError } from '../../src/base/errors.ts'
import { type CliCommand, onlyArgument, wholeNumber } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands.ts'
import { progressBar } from '../../src/cli/progress.ts'
import { langOf } from '../../src/cli/terminal.ts'
import { type } from './paper.ts'

/** A command that does what it is told. */
const acting = (run: CliCommand['run']): readonly CliCommand[] => [
  { name: 'act', usage: 'act FILE', summary: { zh: '做', en: 'Acts' }, run },
]

describe('the command line', () => {
  test('lists every command when asked, or when nothing is asked', async () => {
    const { code, out } = await type('help')
    expect(code).toBe(0)
    for (const { usage } of commands) expect(out).toContain(usage)
    expect((await type('')).out).toBe(out)
    expect((await type('', { lang: 'zh' })).out).toContain('用法')
  })

  test('describes one command', async () => {
    expect(await type('restore --help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('restore FILE [--force]'),
    })
    expect(await type('members import -h')).toMatchObject({ code: 0, out: expect.stringContaining('[--team NAME]') })
  })

  test.each([
    ['docter', 'doctor'],
    ['simulat --days 3', 'simulate'],
    ['member import x.csv', 'members import'],
    ['demo rest', 'demo reset'],
  ])('offers the nearest for %s', async (line, meant) => {
    expect(await type(line)).toMatchObject({ code: 2, err: expect.stringContaining(meant) })
  })

  test('says which there are where half a name is typed, and where to look where nothing is near', async () => {
    expect((await type('demo')).err).toMatch(/demo reset[\s\S]*demo remove/)
    expect(await type('frobnicate', { lang: 'zh' })).toMatchObject({ code: 2, err: expect.stringContaining('help') })
  })

  test.each([
    'doctor --colour',
    'restore',
    'restore a b',
    'backup',
    'simulate --days 0',
    'simulate --lang fr',
    'demo reset now',
    'slack manifest --prefix /bw',
    'slack manifest --prefix Sales',
    'slack manifest --mode carrier-pigeon',
    'slack manifest --mode http',
    'slack manifest --mode http --url http://bot.example',
    'slack manifest --lang fr',
  ])('refuses %s and shows how it is typed', async line => {
    expect(await type(line)).toMatchObject({ code: 2, err: expect.stringContaining('Usage: ') })
  })
})

describe('what goes wrong', () => {
  const failing = (error: Error) => type('act', { lang: 'zh', known: acting(() => Promise.reject(error)) })

  test('is told in the language of the terminal and ends with the code of its kind', async () => {
    const words = { zh: '没有文件', en: 'There is no file' }
    expect(await failing(new UserError('gone', words))).toEqual({ code: 1, out: '', err: '没有文件' })
    expect(await failing(new SetupError('config', 'PORT is wrong'))).toMatchObject({ code: 78, err: 'PORT is wrong' })
    expect(await failing(new Error('no connection'))).toMatchObject({ code: 69 })
  })

  test('never shows a password', async () => {
    const { err } = await failing(new Error('cannot reach postgres://me:secret@db:5432/x'))
    expect(err).not.toContain('secret')
  })
})

describe('arguments', () => {
  const file = { zh: '文件', en: 'file' }

  test('there is one, and no more', () => {
    expect(onlyArgument(['a'], file)).toBe('a')
    expect(() => onlyArgument([], file)).toThrow('The file is missing')
    expect(() => onlyArgument(['a', 'b'], file)).toThrow('one argument too many: b')
  })

  test('a number is whole and within its bounds', () => {
    expect(wholeNumber('days', '60', 1, 400)).toBe(60)
    for (const wrong of ['0', '401', '1.5', '-3', '', 'x', '1e2']) {
      expect(() => wholeNumber('days', wrong, 1, 400)).toThrow('--days takes a whole number from 1 to 400')
    }
  })
})

describe('the terminal', () => {
  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'zh_TW.UTF-8', LANG: 'C' }, 'zh'],
    [{}, 'en'],
  ])('%j speaks %s', (env, lang) => {
    expect(langOf(env)).toBe(lang)
  })

  test('shows progress from none to all', () => {
    expect(progressBar(0, 300)).toMatch(/^░{30} 0% \(0\/300\)$/)
    expect(progressBar(150, 300)).toMatch(/^█{15}░{15} 50% \(150\/300\)$/)
    expect(progressBar(300, 300)).toMatch(/^█{30} 100% \(300\/300\)$/)
  })
})
