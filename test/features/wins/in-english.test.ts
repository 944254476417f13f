import { expect, test } from 'vitest'
import { features } from '../../../src/features/index.ts'
import { openTalk } from '../../talk.ts'

test('an English team hears of wins, kudos and days in English, and types them so', { timeout: 240_000 }, async () => {
  const people = { ann: 'Ann', sam: 'Sam Lee', bo: 'Bo' }
  await using talk = await openTalk({ at: '2026-11-19T10:00:00+08:00', people, features })
  const [ann, sam, bo] = [talk.person('ann'), talk.person('sam'), talk.person('bo')]
  await ann.says('/setup Sales One')
  await ann.says('/settings language en')
  await sam.says('/join')
  await bo.says('/join')
  for (const one of [ann, sam, bo]) await one.tells('/settings my language en')

  await sam.says('/won Acme Corp for $120,000 # after half a year')
  await expect(talk.group).toHear(/Deal won[\s\S]*Sam Lee.* won .*Acme Corp.*, worth .*120,000.*!\s+after half a year/)
  await expect(sam).toHear(/You have 1 deal, 120,000 in all today[\s\S]*taken back within 15 minutes/)
  await sam.says('/won acme corp 120k')
  await expect(sam).toHear(/The bell rang for it today at 10:00: Acme Corp 120,000/)
  await ann.says('/won @Sam Lee Globex 8,000')
  await expect(talk.group).toHear(/Rung by Ann for Sam Lee/)
  await bo.says('/won Initech -5')
  await expect(bo).toHear(/"-5" is no amount of a deal/)

  await sam.says('/report visits 2, deals 1, revenue 120000')
  await expect(sam).toHear(
    /The bell rang for .*Acme Corp 120,000.* \(Deals 2, Revenue 128,000\); the report says Deals 1, Revenue 120,000\. If that was left out: \/report deals 2 revenue 128000/,
  )
  await sam.says('/report deals 2 revenue 128000')
  await expect(sam).not.toHear(/The bell rang/)

  await ann.says('/kudos @Sam Lee @Bo covered my shift #teamwork')
  await expect(talk.group).toHear(/Kudos[\s\S]*Sam Lee.*, .*Bo.*: covered my shift[\s\S]*From Ann · #teamwork/)
  await ann.says('/kudos Bo proofread the offer')
  await ann.says('/kudos Bo stayed late')
  await expect(ann).toHear(/You have thanked Bo 2 times this week; you can again from 23 Nov/)
  await bo.says('/kudos Bo great')
  await expect(bo).toHear(/Kudos are for others/)
  await ann.tells('/kudos')
  await expect(ann).toHear(/0 received, 3 given[\s\S]*2 kudos left to give today/)

  await bo.tells('/birthday 21 November 1990')
  await expect(bo).toHear(/Your birthday is noted as 21 Nov, without a year/)
  await sam.tells('/joined 20 Nov 2025')
  await talk.goTo('2026-11-20T09:05:00+08:00')
  await expect(talk.group).toHear(/Years together[\s\S]*Sam Lee.*, 1 year \(today\)/)
  await talk.goTo('2026-11-23T09:05:00+08:00')
  await expect(talk.group).toHear(/Happy birthday[\s\S]*Bo.* \(Sat 21 Nov\)/)
})
