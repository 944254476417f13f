import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

test('the steps of the Dockerfile lead an ordinary user from an empty folder to a healthy server that stops when asked', async () => {
  const root = path.resolve(import.meta.dirname, '../..')
  const script = ['--import', './src/runtime.mjs', 'test/system/container-steps.ts']
  const { stdout } = await promisify(execFile)(process.execPath, script, { cwd: root, maxBuffer: 2 ** 26 })
  expect(stdout).toMatch(/-- a picture of \d+ bytes\n-- healthy; SIGTERM[\s\S]*-- ended by itself after \d+ ms/)
}, 300_000)
