import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs the steps of the Dockerfile one by one where there is no container engine: as an ordinary user, in an empty folder
 * that stands for /home/node, with nothing but a Node of the image's version and npm. Then starts its CMD, waits for its
 * HEALTHCHECK, and stops it as an engine would.
 */

const root = path.resolve(import.meta.dirname, '../..')
const home = mkdtempSync(path.join(tmpdir(), 'container-'))
/** The user `nobody` of most systems, when we are root; else whoever we are. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

interface Step {
  readonly word: string
  readonly rest: string
}

function steps(): readonly Step[] {
  const lines = readFileSync(path.join(root, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ').split('\n')
  return lines
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => ({ word: line.split(' ', 1)[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }))
}

const here = (text: string) => text.replaceAll('/home/node', home)
const json = (text: string): readonly [string, ...string[]] => JSON.parse(here(text))

const env: NodeJS.ProcessEnv = {
  // The certificates and proxies of this machine, but none of the settings that npm hands to its scripts.
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm|node_env$)/i.test(name))),
  HOME: home,
  PATH: `${home}/.image:${process.env['PATH'] ?? ''}`,
  npm_config_registry: execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim(),
}
let folder = home
let health: readonly [string, ...string[]] | null = null
let command: readonly [string, ...string[]] | null = null

/** The base image: a Node of its version, in front of everything else. */
function from(image: string): void {
  const wanted = /^node:(\d+)-slim$/.exec(image)?.[1]
  if (wanted !== process.versions.node.split('.')[0])
    throw new Error(`${image} is not the Node of this run, ${process.version}`)
  mkdirSync(`${home}/.image`)
  copyFileSync(process.execPath, `${home}/.image/node`)
  chmodSync(`${home}/.image/node`, 0o755)
}

/** From the tracked files only, as a clone has them. */
function copy(args: string): void {
  const words = args.split(' ').filter(word => !word.startsWith('--'))
  const to = path.resolve(folder, words.at(-1) ?? '.')
  for (const source of words.slice(0, -1)) {
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', source], {
      cwd: root,
      encoding: 'utf8',
    })
    for (const file of files.split('\n').filter(name => name !== '')) {
      const inside = path.relative(source, file)
      const target = inside === '' ? path.join(to, path.basename(file)) : path.join(to, inside)
      mkdirSync(path.dirname(target), { recursive: true })
      cpSync(path.join(root, file), target)
    }
  }
  own(home)
}

function own(place: string): void {
  if (nobody.uid === undefined) return
  chownSync(place, nobody.uid, nobody.gid)
  execFileSync('chown', ['-R', `${nobody.uid}:${nobody.gid}`, place])
}

const run = (line: string): void => {
  execFileSync('sh', ['-ec', here(line)], { cwd: folder, env, ...nobody, stdio: ['ignore', 'inherit', 'inherit'] })
}

/** What each word of the Dockerfile means here. */
const words: Readonly<Record<string, (rest: string) => void>> = {
  FROM: from,
  USER: () => own(home),
  RUN: run,
  COPY: copy,
  WORKDIR: rest => {
    folder = here(rest)
  },
  ENV: rest => {
    const [name = '', ...value] = rest.split('=')
    env[name] = here(value.join('='))
  },
  HEALTHCHECK: rest => {
    health = json(rest.slice(rest.indexOf('CMD ') + 4))
  },
  CMD: rest => {
    command = json(rest)
  },
  VOLUME: () => {},
  EXPOSE: () => {},
}

function take({ word, rest }: Step): void {
  const meaning = words[word]
  if (meaning === undefined) throw new Error(`The Dockerfile has a step that this script does not know: ${word}`)
  meaning(rest)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

function isHealthy(): boolean {
  const [program, ...args] = health ?? ['false']
  try {
    execFileSync(program, args, { cwd: folder, env, ...nobody, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Canvas, charts and fonts are all there: a chart with a rare character and an emoji comes out. */
const drawing = `
import { openStudio } from './src/pictures/studio.ts'
const drawing = {
  kind: 'plan-actual', title: '𠮷 🏆', names: { plan: '计划', actual: '实际' }, drawn: 'bars',
  points: [{ label: '1', plan: 1, actual: 2 }], axis: { lang: 'zh' },
}
const { bytes } = await openStudio()(drawing, { theme: 'light', type: 'image/jpeg' })
if (bytes.length < 10_000) throw new Error('The picture is empty')
console.log('-- a picture of', bytes.length, 'bytes')
`

function drawPicture(): void {
  const args = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    './src/runtime.mjs',
    '--input-type=module',
    '-e',
    drawing,
  ]
  execFileSync('node', args, { cwd: folder, env, ...nobody, stdio: ['ignore', 'inherit', 'inherit'] })
}

async function main(): Promise<void> {
  for (const step of steps()) {
    process.stdout.write(`-- ${step.word} ${step.rest.slice(0, 100)}\n`)
    take(step)
  }
  if (command === null || health === null) throw new Error('The Dockerfile has no CMD or no HEALTHCHECK')
  const [program, ...args] = command
  Object.assign(env, { PORT: String(await freePort()), ROOM_TOKEN: 'container-steps-token' })
  const server = spawn(program, args, { cwd: folder, env, ...nobody, stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = once(server, 'exit')
  const giveUp = Date.now() + 60_000
  while (!isHealthy()) {
    if (server.exitCode !== null || Date.now() > giveUp) throw new Error('It did not become healthy')
    await sleep(250)
  }
  drawPicture()
  process.stdout.write('-- healthy; SIGTERM\n')
  const asked = Date.now()
  server.kill('SIGTERM')
  const [code] = await ended
  const took = Date.now() - asked
  if (code !== 0 || took > 10_000) throw new Error(`It ended with ${String(code)} after ${took} ms`)
  process.stdout.write(`-- ended by itself after ${took} ms\n`)
}

try {
  await main()
} finally {
  rmSync(home, { recursive: true, force: true })
}
