import { expect, it } from 'vitest'
import { shareMailStage } from './stage.ts'

const stage = shareMailStage(false)

const textOf = (told: readonly { readonly text: string }[]) => told.map(({ text }) => text).join('\n')

it('says that nothing can be mailed where no mail server is set up', async () => {
  const li = await stage.member()
  for (const words of ['/my mail', `/my mail ${li.address}`, '/help mail']) {
    expect(textOf(await li.tells(words))).toContain('No mail server is set up here')
  }
  expect(await li.kept()).toBeNull()
})

it('points nobody to /my mail there', async () => {
  const li = await stage.member()
  const { teamId } = await stage.store.prisma.member.findUniqueOrThrow({ where: { id: li.memberId } })
  const boss = await stage.admin(teamId)
  const told = [
    ...(await li.tells('/help my')),
    ...(await li.tells('/help first week')),
    ...(await li.hears(() => boss.tells('/notice Stocktaking on Friday'))),
    ...(await li.hears(() => boss.tells('/urgent duty Li'))),
  ]
  expect(told.length).toBeGreaterThanOrEqual(4)
  expect(textOf(told)).not.toContain('/my mail')
})
