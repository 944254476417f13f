import { describe, expect, it } from 'vitest'
import { reachedByMail } from '../../../src/features/mail/store.ts'
import { codeIn, type MailMember, shareMailStage } from './stage.ts'

const stage = shareMailStage()

const textOf = (told: readonly { readonly text: string }[]) => told.map(({ text }) => text).join('\n')

async function prove(li: MailMember) {
  await li.tells(`/my mail ${li.address}`)
  return textOf(await li.tells(`/my mail ${codeIn(await stage.server.next(li.address))}`))
}

/** Somebody of the same team who can post notices. */
async function boss(li: MailMember) {
  const { teamId } = await stage.store.prisma.member.findUniqueOrThrow({ where: { id: li.memberId } })
  return stage.admin(teamId)
}

const mailsTo = (li: MailMember) =>
  stage.store.prisma.delivery.findMany({
    where: { personId: li.personId, purpose: 'notices.mail' },
    orderBy: { seq: 'asc' },
  })

describe('an address that the mail server refuses', () => {
  it('is told to whoever has just given it, and can be given again', async () => {
    const li = await stage.member()
    stage.server.refuse(li.address, 550)
    const told = await li.tells(`/my mail ${li.address}`)
    expect(told.map(({ where }) => where)).toEqual(['direct', 'direct'])
    expect(told[1]?.text).toMatch(new RegExp(`The code cannot go to ${li.address}.*/my mail name@`, 's'))
    expect(textOf(await li.tells('/my mail'))).toContain('the code cannot go there; check the address')
    expect(textOf(await li.tells('/my mail 123456'))).toContain('No code is awaited')
    stage.server.refuse(li.address, null)
    expect(await prove(li)).toContain('proved')
  })

  it('is told to its owner once, in private, and no more mail goes there until it is proved again', async () => {
    const li = await stage.member('zh')
    await prove(li)
    const admin = await boss(li)
    stage.server.refuse(li.address, 550)
    const told = await li.hears(() => admin.tells('/notice 周五盘点'))
    expect(told.filter(({ text }) => text.includes('邮件服务器'))).toEqual([
      {
        where: 'direct',
        text: expect.stringMatching(new RegExp(`不收发给 ${li.address} 的信.*/我的 邮箱 name@`, 's')),
      },
    ])
    expect(await reachedByMail(stage.store.prisma, [li.personId])).toEqual(new Set())
    expect(textOf(await li.hears(() => admin.tells('/notice 周六休息')))).not.toContain('邮件服务器')
    expect((await mailsTo(li)).map(({ state, attempts }) => [state, attempts])).toEqual([['failed', 1]])
    expect(textOf(await li.tells('/我的 邮箱'))).toContain('邮件服务器拒收，已停发')
    stage.server.refuse(li.address, null)
    expect(await prove(li)).toContain('邮箱已确认')
    await admin.tells('/notice 周日也休息')
    expect((await stage.server.next(li.address)).text).toContain('周日也休息')
  })

  it('is told once of several mails that were under way', async () => {
    const li = await stage.member()
    await prove(li)
    const admin = await boss(li)
    await stage.server.down()
    for (const words of ['one', 'two', 'three']) await admin.tells(`/notice Number ${words}`)
    stage.server.refuse(li.address, 550)
    await stage.server.up()
    const told = await li.hears(() => stage.travels(30))
    expect(told.filter(({ text }) => text.includes('takes nothing for'))).toHaveLength(1)
    expect((await mailsTo(li)).map(({ state }) => state)).toEqual(['failed', 'failed', 'failed'])
  })

  it('wakes nobody: in quiet hours it is told when they are over', async () => {
    const li = await stage.member()
    await prove(li)
    const admin = await boss(li)
    await stage.travels(14 * 60)
    stage.server.refuse(li.address, 550)
    const about = ({ text }: { readonly text: string }) => text.includes('takes nothing for')
    expect((await li.hears(() => admin.tells('/notice Stocktaking'))).some(about)).toBe(false)
    expect((await li.hears(() => stage.travels(10 * 60))).filter(about)).toHaveLength(1)
  })

  it('is not held against a newer one', async () => {
    const li = await stage.member()
    await prove(li)
    const admin = await boss(li)
    await stage.server.down()
    await admin.tells('/notice To the old one')
    const next = `new.${li.address}`
    await stage.store.prisma.mailAddress.update({ where: { personId: li.personId }, data: { address: next } })
    stage.server.refuse(li.address, 550)
    await stage.server.up()
    await stage.travels(30)
    expect((await stage.server.next(next)).text).toContain('To the old one')
    expect(await li.kept()).toMatchObject({ address: next, refusedAt: null })
  })
})
