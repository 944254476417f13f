import { z } from 'zod'
import { messageOf } from '../../base/errors.ts'
import type { Config } from '../../config.ts'
import { type Finding, fault, ok } from './finding.ts'

const health = z.object({ status: z.string(), database: z.string() })

/** Asks the running server how it is, where its database cannot be looked into from outside. */
export async function askServer({ host, port }: Pick<Config, 'host' | 'port'>): Promise<Finding> {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(3000) })
    const { status, database } = health.parse(await response.json())
    const said = {
      zh: `服务正在运行：${status}，数据库 ${database}`,
      en: `The server is running: ${status}, database ${database}`,
    }
    return response.ok ? ok('server', said) : fault('server', said, { zh: '请查看它的日志', en: 'look at its log' })
  } catch (error) {
    return fault(
      'server',
      {
        zh: `${address} 没有回应：${messageOf(error)}`,
        en: `${address} does not answer: ${messageOf(error)}`,
      },
      {
        zh: '若它用的是别的 HOST 或 PORT，请用同样的设置运行 doctor；否则重启它',
        en: 'if it uses another HOST or PORT, run doctor with the same settings; else restart it',
      },
    )
  }
}
