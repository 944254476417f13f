import { z } from 'zod'
import { type ConfiguredPlatform, readPlatforms } from '../adapters/index.ts'
import { SetupError } from './base/errors.ts'
import { readKey } from './base/sealing.ts'
import { langs } from './base/words.ts'

const onOff = (initial: 'on' | 'off') =>
  z
    .enum(['on', 'off'], { error: 'must be on or off' })
    .default(initial)
    .transform(value => value === 'on')

const settings = z.object({
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  ROOM: onOff('on'),
  ROOM_TOKEN: z.string().min(12, 'must have at least 12 characters').optional(),
  DEMO: onOff('on'),
  DEMO_LANG: z.enum(langs, { error: 'must be zh or en' }).optional(),
  BELLWETHER_KEY: z
    .string()
    .refine(text => readKey(text) !== null, 'must be 32 bytes in Base64')
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly room: { readonly on: boolean; readonly token: string | null }
  readonly demo: { readonly on: boolean; readonly lang: 'zh' | 'en' | null }
  readonly logLevel: string
  /** By which talk is sealed; without it a file of the data folder has the key. */
  readonly sealingKey: Uint8Array | null
  /** Those besides the Room. */
  readonly platforms: readonly ConfiguredPlatform[]
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/**
 * Reads the settings; the only reader of the environment. An empty value counts as not given.
 * @throws SetupError `config` that lists every fault at once, by name and never by value.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value = '']) => (value.trim() === '' ? [] : [[name, value]])),
  )
  const read = settings.safeParse(given)
  const faults = (read.error?.issues ?? []).map(issue => `${issue.path.join('.')} ${issue.message}`)
  const { platforms, faults: platformFaults } = readPlatforms(given)
  faults.push(...platformFaults)
  if (isOpenToAll(given)) faults.push('ROOM_TOKEN is needed on that HOST: anybody who reaches it could act as anyone')
  if (!read.success || faults.length > 0) {
    const list = faults.map(fault => `  ${fault}`).join('\n')
    throw new SetupError('config', `These settings are wrong (see .env.example):\n${list}`)
  }
  const all = read.data
  return {
    port: all.PORT,
    host: all.HOST,
    dataDir: all.DATA_DIR,
    databaseUrl: all.DATABASE_URL ?? null,
    room: { on: all.ROOM, token: all.ROOM_TOKEN ?? null },
    demo: { on: all.DEMO, lang: all.DEMO_LANG ?? null },
    logLevel: all.LOG_LEVEL,
    sealingKey: readKey(all.BELLWETHER_KEY ?? ''),
    platforms,
  }
}

/** A Room that others on the network can reach must not be open to all of them. Asked of the settings as they are given. */
function isOpenToAll({ ROOM, HOST = '127.0.0.1', ROOM_TOKEN }: Readonly<Record<string, string | undefined>>): boolean {
  return ROOM !== 'off' && !isLoopback(HOST) && ROOM_TOKEN === undefined
}
