import { describe, expect, it } from 'vitest'
import { codeIn, type MailMember, shareMailStage } from './stage.ts'

const stage = shareMailStage()

const textOf = (told: readonly { readonly text: string }[]) => told.map(({ text }) => text).join('\n')

async function prove(li: MailMember) {
  await li.tells(`/my mail ${li.address}`)
  await li.tells(`/my mail ${codeIn(await stage.server.next(li.address))}`)
}

/** Li and an admin, in a team of their own. */
async function team() {
  const li = await stage.member()
  const { teamId } = await stage.store.prisma.member.findUniqueOrThrow({ where: { id: li.memberId } })
  return { li, boss: await stage.admin(teamId) }
}

describe('who is pointed to /my mail', () => {
  it('the author of a notice, with how many and without names, and the group with nothing', async () => {
    const { li, boss } = await team()
    const told = await li.hears(() => boss.tells('/notice Stocktaking on Friday'))
    const pointed = told.filter(({ text }) => text.includes('/my mail'))
    expect(pointed.map(({ where }) => where)).toEqual(['direct'])
    expect(pointed[0]?.text).toContain('1 has given no mail address')
    expect(pointed[0]?.text).not.toContain('Li')
    await prove(li)
    expect(textOf(await li.hears(() => boss.tells('/notice A day off')))).not.toContain('/my mail')
    await stage.server.next(li.address)
  })

  it('the author once more at the end, if those who have not read it got no mail', async () => {
    const { li, boss } = await team()
    await boss.tells('/notice Tidy up the stock until=2 workdays')
    const told = await li.hears(() => stage.travels(5 * 24 * 60))
    const over = told.filter(({ text }) => /Tidy up the stock.*is over/s.test(text))
    expect(over.map(({ where }) => where)).toEqual(['direct'])
    expect(over[0]?.text).toContain('1 has given no mail address')
  })

  it('managers on the duty list by name, and who is on duty about themselves', async () => {
    const { li, boss } = await team()
    const set = textOf(await li.hears(() => boss.tells('/urgent duty Li')))
    expect(set).toContain('No mail address: Li;')
    expect(textOf(await li.tells('/urgent duty'))).toContain('No mail address: Li;')
    await prove(li)
    expect(textOf(await li.tells('/urgent duty'))).not.toContain('/my mail')
  })

  it('nobody about others on the duty list', async () => {
    const { li, boss } = await team()
    await boss.tells('/urgent duty Boss')
    expect(textOf(await li.tells('/urgent duty'))).not.toContain('/my mail')
  })

  it('whoever asks how to use /my, or about mail', async () => {
    const { li } = await team()
    expect(textOf(await li.tells('/help my'))).toContain('/my mail name@company.com')
    expect(textOf(await li.tells('/help mail'))).toContain('You have given no address')
    expect(textOf(await li.tells('/help'))).not.toContain('/my mail')
  })

  it('newcomers, as the last and a voluntary thing of their first week', async () => {
    const { li } = await team()
    expect(textOf(await li.tells('/help first week'))).toContain('/my mail name@company.com')
  })
})
