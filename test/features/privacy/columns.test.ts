import { afterAll, beforeAll, expect, test } from 'vitest'
import { formal, ownRows, ownRowsOfMember, ownWords, spoken } from '../../../src/features/privacy/columns.ts'
import { type TemporaryDatabase, temporaryStore } from '../../store/fixture.ts'

let database: TemporaryDatabase
beforeAll(async () => {
  database = await temporaryStore()
})
afterAll(() => database.close())

/** Columns that hold nobody's words: ids, keys, dates, states and what the product itself says. */
const technical: Readonly<Record<string, readonly string[]>> = {
  // Ids of people, and a detail, are emptied with their salts; the seals stay.
  Audit: ['what', 'words', 'detail', 'previous', 'hash', 'bySalt', 'bySeal', 'aboutSalt', 'aboutSeal'],
  AuditChain: ['hash'],
  BoardPost: ['key', 'period', 'from', 'to', 'basis'],
  Case: ['kind', 'origin', 'refId', 'audience', 'dueOn', 'state'],
  CaseStep: ['kind', 'dueOn'],
  Champion: ['metricKey', 'period', 'proof'],
  Channel: ['platform', 'externalId'],
  ChannelAccount: ['platform', 'accountId'],
  Contest: ['metricKey', 'from', 'to', 'handicap', 'state'],
  ContestResult: ['date'],
  Conversation: ['id', 'leasedBy'],
  Entry: ['date', 'source'],
  File: ['ref', 'type'],
  ForgottenEvent: ['hash', 'day'],
  Form: ['key', 'kind'],
  // What was heard is sealed, and goes by the member before it.
  InboundEvent: ['heard', 'platform', 'eventId', 'conversation', 'state', 'reference'],
  Installation: ['key', 'value'],
  Lease: ['name', 'holder'],
  Leave: ['from', 'to', 'half'],
  ListedWord: ['list', 'key', 'kind'],
  Member: ['name', 'aliases', 'role', 'joinedOn', 'leftOn', 'leftBecause', 'calendar'],
  Metric: [
    ...['key', 'zh', 'en', 'aliases', 'kind', 'unit', 'amountKey', 'formula'],
    ...['aggregation', 'currency', 'direction', 'reportedBy'],
  ],
  MetricChange: ['field', 'before', 'after'],
  MetricDay: ['date'],
  HandedFile: ['ref'],
  Notice: ['audience', 'fileRef', 'roles', 'state'],
  OfficialDay: ['date', 'name'],
  Person: ['name', 'lang', 'lastPlatform'],
  // A drawing that names somebody is deleted.
  Picture: ['ref', 'filename', 'type', 'drawing'],
  Pool: ['metricKey', 'period', 'to', 'state'],
  Pulse: ['week', 'askedOn', 'closedOn', 'salt'],
  PulseVoter: ['token'],
  Rate: ['currency', 'into', 'date'],
  Report: ['date', 'kind', 'values', 'status'],
  RoomChannel: ['id'],
  RoomMessage: ['id', 'channel', 'from', 'to', 'key'],
  RoomUser: ['id'],
  Round: ['date'],
  Rule: ['key', 'state'],
  RuleVersion: ['state'],
  ScheduledJob: ['job', 'arg', 'spec'],
  Slot: ['job', 'arg', 'outcome', 'reason'],
  TargetStep: ['state'],
  Team: ['name', 'zone', 'lang', 'calendar', 'settings'],
  UrgentDuty: ['from', 'to'],
  UrgentMatter: ['severity', 'state'],
  UrgentStep: ['kind', 'why'],
  VoiceMessage: ['day'],
  VoiceSalt: ['salt'],
  VoiceThread: ['codeHash', 'givenOn', 'owedSince', 'remindedOn', 'doneOn'],
  VoiceWaiting: ['codeHash', 'day'],
  WordList: ['name'],
}

test('every column that may hold words is erased, searched for names, or known to hold none', async () => {
  const rows = await database.store.query<{ table: string; column: string }>(`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND udt_name IN ('text', '_text', 'varchar', 'jsonb')`)
  const gone = new Set([...ownRows, ...ownRowsOfMember].map(({ table }) => table))
  const unknown = rows.filter(
    ({ table, column }) =>
      !gone.has(table) &&
      !spoken[table]?.includes(column) &&
      !technical[table]?.includes(column) &&
      table !== 'ReportRevision',
  )
  expect(unknown.map(({ table, column }) => `${table}.${column}`)).toEqual([])
})

test('no column is listed that is not there', async () => {
  const rows = await database.store.query<{ name: string }>(`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`)
  const there = new Set(rows.map(({ name }) => name))
  const places = [...ownRows, ...ownRowsOfMember, ...ownWords].map(({ table, column }) => `${table}.${column}`)
  const columns = Object.entries({ ...spoken, ...technical }).flatMap(([table, all]) => all.map(it => `${table}.${it}`))
  const words = Object.entries(spoken).flatMap(([table, all]) => all.map(it => `${table}.${it}`))
  expect([...places, ...columns, ...words, ...formal].filter(name => !there.has(name))).toEqual([])
})
