import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Kind, Settings } from './databases.ts'
import type { Effort } from './effort.ts'
import { median } from './numbers.ts'
import { startFlags } from './start-flags.ts'
import { megabytes, ms, type Row } from './table.ts'

const root = path.join(import.meta.dirname, '../..')
const idleFor = 10_000
const idleGoals: Readonly<Record<Kind['name'], number>> = { PGlite: 300, PostgreSQL: 180 }

/** From starting the process to its first healthy answer: with nothing there (demo and all), and again; then at rest. */
export async function measureStarts(kind: Kind, effort: Effort): Promise<Row[]> {
  const settings = await kind.fresh()
  const cold = await start(settings)
  await stop(cold.process)
  const warm: number[] = []
  let idle = 0
  for (let n = 0; n < effort.repeats; n++) {
    const started = await start(settings)
    warm.push(started.took)
    if (n === effort.repeats - 1) {
      await sleep(idleFor)
      idle = residentMemory(started.process)
    }
    await stop(started.process)
  }
  const limit = idleGoals[kind.name]
  return [
    { what: `cold start to the first answer, with the demo, ${kind.name}`, value: ms(cold.took) },
    {
      what: `warm start to the first answer, ${kind.name}`,
      value: ms(median(warm)),
      goal: { words: 'under 2 s', met: median(warm) < 2000 },
    },
    {
      what: `memory at rest after 10 s, ${kind.name}`,
      value: megabytes(idle),
      goal: { words: `under ${limit} MB`, met: idle < limit },
    },
  ]
}

async function start({ dataDir, url }: Settings): Promise<{ process: ChildProcess; took: number }> {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', DATABASE_URL: url ?? '' }
  const from = performance.now()
  const child = spawn(process.execPath, [...startFlags, 'src/main.ts'], {
    ...{ cwd: root, env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await isHealthy(port))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    if (performance.now() - from > 120_000) throw new Error('the server did not start within two minutes')
    await sleep(10)
  }
  return { process: child, took: performance.now() - from }
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).ok
  } catch {
    return false
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** In megabytes, as Linux counts it. */
function residentMemory({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
