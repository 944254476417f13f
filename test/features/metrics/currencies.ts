import type { Command } from '../../../src/features/feature.ts'
import { metrics } from '../../../src/features/metrics/feature.ts'

type Type = (name: string, command: Command | undefined, rest: string, at?: { readonly now: Date }) => Promise<unknown>

const named = (name: string) => metrics.commands?.find(command => command.name === name)

/** The team sells abroad too: 海外额 in dollars beside 签单额, 合计额 of both in its own money, 双倍海外 in dollars again. */
export async function sellAbroad(type: Type, manager: string): Promise<void> {
  await type(manager, named('metric'), '添加 海外额 overseas 币种=USD')
  await type(manager, named('metric'), '添加 合计额 total-sales 单位=金额 公式=签单额 + 海外额')
  await type(manager, named('metric'), '添加 双倍海外 double-overseas 单位=金额 公式=海外额 * 2')
}

/** A manager gives a rate as `/汇率` does: `USD 7 2026-11-01`. */
export async function giveRate(type: Type, manager: string, rate: string, now?: Date): Promise<void> {
  await type(manager, named('rate'), rate, ...(now ? [{ now }] : []))
}
