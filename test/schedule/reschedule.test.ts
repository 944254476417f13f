import { expect, it } from 'vitest'
import { reschedule } from '../../src/schedule/reschedule.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { givenCast } from '../house.ts'
import { temporaryStore } from '../store/fixture.ts'
import { sayingJob } from './jobs.ts'

const at = (time: string) => new Date(`2026-11-23T${time}:00+08:00`)

it('a schedule keeps a slot that is overdue, and a changed or new one begins anew', async () => {
  await using database = await temporaryStore()
  const { store } = database
  const { team } = await givenCast(store)
  const derive = (now: Date, ...jobs: Parameters<typeof reschedule>[1]) =>
    inTransaction(store, tx => reschedule(tx, jobs, team, now))
  const due = async () => {
    const rows = await store.prisma.scheduledJob.findMany({ orderBy: { job: 'asc' } })
    return Object.fromEntries(rows.map(row => [row.job, row.nextAt]))
  }

  await derive(at('09:00'), sayingJob('kept'), sayingJob('changed'), sayingJob('gone'))
  expect(await due()).toEqual({ 'probe.kept': at('10:00'), 'probe.changed': at('10:00'), 'probe.gone': at('10:00') })

  const noon = at('12:00')
  await derive(noon, sayingJob('kept'), sayingJob('changed', { at: '11:00' }), sayingJob('new', { at: '11:00' }))
  const tomorrow = new Date(at('11:00').getTime() + 86_400_000)
  expect(await due()).toEqual({ 'probe.kept': at('10:00'), 'probe.changed': tomorrow, 'probe.new': tomorrow })
})
