import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import path from 'node:path'
import type { Hono } from 'hono'
import { codeOf } from '../base/errors.ts'

const folder = path.join(import.meta.dirname, 'pages')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** No script but our own files, nothing from elsewhere, no framing. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"

/**
 * The pages as they lie in the folder. Modules are written in TypeScript and stripped of their types when asked for, as
 * Node itself does with ours, so there is no build step here either.
 */
export function addPages(app: Hono): void {
  const kept = new Map<string, Promise<string>>()
  const page = (name: string) => {
    const text = kept.get(name) ?? load(name)
    kept.set(name, text)
    return text
  }
  const headers = (type: string) => ({
    'content-type': type,
    'cache-control': 'no-cache',
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  app.get('/', async c => c.body(await page('index.html'), 200, headers(types['.html'] ?? '')))
  app.get('/pages/:name{[a-z-]+\\.(ts|css|svg)}', async c => {
    const name = c.req.param('name')
    try {
      return c.body(await page(name), 200, headers(types[path.extname(name)] ?? ''))
    } catch (error) {
      kept.delete(name)
      if (codeOf(error) !== 'ENOENT') throw error
      return c.notFound()
    }
  })
}

async function load(name: string): Promise<string> {
  const text = await readFile(path.join(folder, name), 'utf8')
  return name.endsWith('.ts') ? stripTypeScriptTypes(text) : text
}
