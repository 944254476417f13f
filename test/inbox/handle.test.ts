import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { givenCast, message, openHouse } from '../house.ts'
import { eachDatabase } from '../store/fixture.ts'
import { keepLines } from './lines.ts'
import { probe } from './probe.ts'

describe.each(eachDatabase)('handling on $name', ({ open }) => {
  it('answers a message whose verb fails with a reference, undoes it, and goes on with the next', async context => {
    await using database = await open(context)
    const { store } = database
    const { li } = await givenCast(store)
    const { lines, log } = keepLines()
    await using house = await openHouse({ store, features: [probe], log })
    for (const words of ['/echo before', '/stumble marzipan', '/echo after']) await house.app.intake(message(words))
    await house.app.settle()

    const [before, apology, after, ...rest] = house.slack.texts
    expect([before, after, rest]).toEqual(['before', 'after', []])
    const states = await store.prisma.inboundEvent.findMany({ orderBy: { id: 'asc' } })
    expect(states.map(row => row.state)).toEqual(['handled', 'failed', 'handled'])
    const reference = states[1]?.reference ?? 'none'
    expect(reference).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect(apology).toContain(reference)
    expect((await store.prisma.person.findUnique({ where: { id: li.personId } }))?.name).toBe('Li')

    const told = lines.filter(line => line.includes(reference))
    expect(told).toHaveLength(1)
    expect(told[0], 'the kind of fault and its place').toMatch(/"type":"TypeError".*probe\.ts/)
    expect(lines.join('')).not.toContain('marzipan')
  })

  it('tells a person what they can mend without calling it a fault', async context => {
    await using database = await open(context)
    const { store } = database
    await givenCast(store)
    const { lines, log } = keepLines()
    await using house = await openHouse({ store, features: [probe], log })
    await house.app.intake(message('/refuse'))
    await house.app.settle()
    expect(house.slack.texts).toEqual(['That cannot be.'])
    expect(await store.prisma.inboundEvent.findMany()).toMatchObject([{ state: 'handled', reference: null }])
    expect(lines.filter(line => line.includes('"level":50'))).toEqual([])
  })

  it('sets aside a stored event that it cannot read', async context => {
    await using database = await open(context)
    const { store } = database
    await givenCast(store)
    await using house = await openHouse({ store, features: [probe] })
    await house.app.intake(message('/echo old'))
    await store.exec(`UPDATE "InboundEvent" SET payload = '{"from":"another version"}'`)
    await house.app.intake(message('/echo new'))
    await house.app.settle()
    const rows = await store.prisma.inboundEvent.findMany({ orderBy: { id: 'asc' } })
    expect(rows.map(row => row.state)).toEqual(['failed', 'handled'])
    expect(house.slack.texts).toEqual(['new'])
  })

  it('goes on in a conversation in which not even an apology could be given', async context => {
    await using database = await open(context)
    const { store } = database
    const { team } = await givenCast(store)
    const { lines, log } = keepLines()
    await using house = await openHouse({ store, features: [probe], log })
    const calendar = (value: string) =>
      store.prisma.team.update({ where: { id: team.id }, data: { calendar: { kind: value } } })
    await calendar('lunar')
    await house.app.intake(message('/echo lost'))
    await house.app.settle()
    await calendar('cn')
    await house.app.intake(message('/echo back'))
    await house.app.settle()
    expect(house.slack.texts).toEqual(['back'])
    const rows = await store.prisma.inboundEvent.findMany({ orderBy: { id: 'asc' } })
    expect(rows.map(row => row.state)).toEqual(['failed', 'handled'])
    expect(lines.filter(line => line.includes(rows[0]?.reference ?? 'none'))).toHaveLength(2)
  })

  it('keeps the words of nobody: small talk, commands and failures alike', async context => {
    await using database = await open(context)
    const { store } = database
    await givenCast(store)
    await using house = await openHouse({ store, features: [probe] })
    const talk = [
      'echo, the marzipan is in the kitchen',
      '/refuse marzipan',
      '/stumble marzipan',
      '/nonsense and marzipan',
    ]
    for (const words of talk) await house.app.intake(message(words))
    expect(await columnsWith(store, 'marzipan')).toEqual(['public.InboundEvent.payload'])
    await house.app.settle()
    expect(await columnsWith(store, 'marzipan')).toEqual([])
  })

  it('handles the events of a conversation in their order, whoever takes them', async context => {
    await using database = await open(context)
    const { store } = database
    const suffixes = ['a', 'b', 'c']
    for (const suffix of suffixes) await givenCast(store, suffix)
    await using first = await openHouse({ store, features: [probe], owner: 'test/1' })
    await using second = await openHouse({ store, features: [probe], owner: 'test/2' })
    await first.app.start()
    await second.app.start()
    const numbers = Array.from({ length: 12 }, (_, n) => n)
    for (const n of numbers) {
      const house = n % 2 === 0 ? first : second
      await Promise.all(suffixes.map(suffix => house.app.intake(message(`/echo ${suffix}${n}`, { suffix }))))
    }
    await expect.poll(() => store.prisma.delivery.count({ where: { state: 'sent' } }), { timeout: 30_000 }).toBe(36)
    const rows = await store.prisma.delivery.findMany({ orderBy: { seq: 'asc' }, select: { content: true } })
    const said = rows.map(row => /[abc]\d+/.exec(JSON.stringify(row.content))?.[0] ?? '')
    for (const suffix of suffixes) {
      expect(said.filter(words => words.startsWith(suffix))).toEqual(numbers.map(n => `${suffix}${n}`))
    }
  })

  it('does the work of an event once, also when several wait for its conversation', async context => {
    await using database = await open(context)
    const { store } = database
    const { li } = await givenCast(store)
    await using first = await openHouse({ store, features: [probe], owner: 'test/1' })
    await using second = await openHouse({ store, features: [probe], owner: 'test/2' })
    await first.app.start()
    await second.app.start()
    for (let n = 0; n < 10; n++) {
      await Promise.all([first, second].map(house => house.app.intake(message('/tally'))))
    }
    const waiting = () => store.prisma.inboundEvent.count({ where: { state: 'pending' } })
    await expect.poll(waiting, { timeout: 30_000 }).toBe(0)
    const person = await store.prisma.person.findUnique({ where: { id: li.personId } })
    expect(person?.name).toBe(`Li${'.'.repeat(20)}`)
  })
})

/** Every column of every table, the queue's included, in which these words stand. */
async function columnsWith(store: Store, words: string): Promise<string[]> {
  const columns = await store.query<{ schema: string; table: string; column: string }>(
    `SELECT table_schema AS schema, table_name AS "table", column_name AS "column"
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE'
       AND data_type IN ('text', 'character varying', 'json', 'jsonb', 'ARRAY')`,
  )
  expect(columns.length).toBeGreaterThan(50)
  const found: string[] = []
  for (const { schema, table, column } of columns) {
    const rows = await store.query(
      `SELECT 1 FROM "${schema}"."${table}" WHERE position($1 IN "${column}"::text) > 0 LIMIT 1`,
      [words],
    )
    if (rows.length > 0) found.push(`${schema}.${table}.${column}`)
  }
  return found
}
