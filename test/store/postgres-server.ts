/** A private PostgreSQL for the tests: started when first asked for, shared by all workers of a run, stopped at its end. */
import { execFile } from 'node:child_process'
import { chmodSync, chownSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where the server answers, as the `postgres://…/` that a database's name completes, or why there is none. */
export type Server = { readonly base: string } | { readonly reason: string }

interface ServerOptions {
  /** Every commit reaches the disk, as in earnest; tests do without, which is faster. */
  readonly durable?: boolean
}

/** The server of `folder`: the first that asks starts it, the others wait for it. */
export async function sharedPostgres(folder: string, options: ServerOptions = {}): Promise<Server> {
  const answer = path.join(folder, 'postgres.json')
  try {
    mkdirSync(path.join(folder, 'postgres-starting'))
  } catch {
    return await waitForAnswer(answer)
  }
  const server = await startPostgres(folder, options).catch((error: unknown) => ({
    reason: `PostgreSQL did not start: ${error}`,
  }))
  writeFileSync(`${answer}.new`, JSON.stringify(server))
  renameSync(`${answer}.new`, answer)
  return server
}

async function waitForAnswer(file: string): Promise<Server> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
    await sleep(100)
  }
  return { reason: 'PostgreSQL did not start within a minute' }
}

async function startPostgres(folder: string, { durable = false }: ServerOptions): Promise<Server> {
  const binaries = findBinaries()
  if (!binaries) return { reason: 'PostgreSQL 15 or newer is not installed: run sh test/system/prepare.sh' }
  const data = path.join(folder, 'postgres')
  const user = unprivilegedUser()
  if (user === null) return { reason: 'PostgreSQL refuses to run as root, and there is no user postgres or nobody' }
  mkdirSync(data)
  chmodSync(folder, 0o711)
  if (user.uid && user.gid) chownSync(data, user.uid, user.gid)
  const port = await freePort()
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=${durable ? 'on' : 'off'} -c timezone=Asia/Shanghai`
  const options = { ...user, cwd: data, env: { ...process.env, LC_ALL: 'C' } }
  const initdb = ['-D', data, '-U', 'bellwether', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await run(path.join(binaries, 'initdb'), initdb, options)
  const start = ['-D', data, '-w', '-l', path.join(data, 'log'), '-o', settings, 'start']
  await run(path.join(binaries, 'pg_ctl'), start, options)
  return { base: `postgres://bellwether@127.0.0.1:${port}/` }
}

export async function stopPostgres(folder: string): Promise<void> {
  const data = path.join(folder, 'postgres')
  const binaries = findBinaries()
  if (!binaries || !existsSync(path.join(data, 'postmaster.pid'))) return
  await run(path.join(binaries, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { ...unprivilegedUser() })
}

/** Starts a server that was stopped, where and as it was. */
export async function restartPostgres(folder: string): Promise<void> {
  const data = path.join(folder, 'postgres')
  const options = { ...unprivilegedUser(), cwd: data, env: { ...process.env, LC_ALL: 'C' } }
  await run(
    path.join(findBinaries() ?? '', 'pg_ctl'),
    ['-D', data, '-w', '-l', path.join(data, 'log'), 'restart'],
    options,
  )
}

function findBinaries(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const installed = globSync('/usr/lib/postgresql/*/bin').sort().reverse()
  const candidates = [...installed, ...folders, '/opt/homebrew/bin']
  return candidates.find(folder => existsSync(path.join(folder, 'pg_ctl')) && existsSync(path.join(folder, 'initdb')))
}

/** As `child_process` takes it; empty for "as we are". */
type User = { readonly uid?: number; readonly gid?: number }

/** Whom to run the server as when we are root; ourselves otherwise; null when there is nobody suitable. */
function unprivilegedUser(): User | null {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const entry = ['postgres', 'nobody'].map(name => users.find(line => line.startsWith(`${name}:`))).find(Boolean)
  const [, , uid, gid] = entry?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
