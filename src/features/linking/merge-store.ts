import { Prisma } from '../../../prisma/client/client.ts'
import { noteJoined } from '../../audit/former.ts'
import { lock } from '../../store/named-locks.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Person } from './accounts.ts'
import { memberColumns, personColumns } from './columns.ts'

/** Two ids of which only the first one is left. */
export interface Pair {
  readonly kept: string
  readonly gone: string
}

/**
 * Until the transaction ends nobody else reports for, nudges or changes either of them. In one order for everybody, so that
 * two who join each other at once do not wait in a circle.
 */
export async function lockPeople(tx: Tx, ids: readonly string[]): Promise<void> {
  const sorted = ids.toSorted()
  for (const name of sorted.flatMap(id => [`nudges:${id}`, `reports:${id}`])) {
    await lock(tx, name)
  }
  const rows = Prisma.join(sorted.map(id => Prisma.sql`${id}::uuid`))
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id IN (${rows}) ORDER BY id FOR UPDATE`
}

/** Everything that names the one who is gone names the one who is kept; what the two chose for themselves is chosen from. */
export async function movePerson(tx: Tx, { kept, gone }: Pair, person: PersonFacts): Promise<void> {
  await moveConversation(tx, { kept, gone }, 'person')
  await moveConversation(tx, { kept, gone }, 'mail')
  for (const { table, column } of personColumns) {
    const [name, where] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
    await tx.$executeRaw`UPDATE ${name} SET ${where} = ${kept}::uuid WHERE ${where} = ${gone}::uuid`
  }
  await tx.$executeRaw`
    INSERT INTO "QuietHours" ("personId", "from", "to")
    SELECT ${kept}::uuid, "from", "to" FROM "QuietHours" WHERE "personId" = ${gone}::uuid ON CONFLICT DO NOTHING`
  await tx.quietHours.deleteMany({ where: { personId: gone } })
  await keepMailAddress(tx, { kept, gone })
  await keepLatestDialogue(tx, { kept, gone })
  await tx.oneTimeCode.deleteMany({ where: { purpose: 'account', personId: { in: [kept, gone] } } })
  await tx.oneTimeCode.updateMany({ where: { personId: gone }, data: { personId: kept } })
  await tx.codeGuess.deleteMany({ where: { personId: gone } })
  await tx.person.update({ where: { id: kept }, data: person })
  await tx.person.delete({ where: { id: gone } })
  await noteJoined(tx, { kept, gone })
}

export type PersonFacts = Pick<Person, 'name' | 'lang' | 'currentTeamId' | 'lastPlatform'>

/**
 * What waits to be said to the one who is gone waits among what is said to the one who is kept. While somebody is sending it,
 * it goes on under its old name: the address follows the person either way, and nothing is taken up by two.
 */
async function moveConversation(tx: Tx, { kept, gone }: Pair, kind: 'person' | 'mail'): Promise<void> {
  const [old, now] = [`${kind}:${gone}`, `${kind}:${kept}`]
  // Makes the row, so that whoever is about to begin sending waits for us.
  const rows = await tx.$queryRaw<{ busy: boolean }[]>`
    INSERT INTO "Conversation" (id) VALUES (${old}) ON CONFLICT (id) DO UPDATE SET id = excluded.id
    RETURNING "leasedBy" IS NOT NULL AND "leasedUntil" >= LOCALTIMESTAMP AS busy`
  const isBusy = rows[0]?.busy === true
  const waiting = { state: { in: ['pending', 'sending'] } }
  await tx.delivery.updateMany({
    where: { personId: gone, by: kind === 'mail' ? { not: null } : null, ...(isBusy && { NOT: waiting }) },
    data: { conversation: now },
  })
  if (!isBusy) await tx.conversation.delete({ where: { id: old } })
}

/** Where both have given an address, mail goes on to that of the one who is kept, unless it arrives at the other's alone. */
async function keepMailAddress(tx: Tx, { kept, gone }: Pair): Promise<void> {
  await tx.$executeRaw`DELETE FROM "MailAddress" WHERE "personId" = ${kept}::uuid AND (address IS NULL OR "refusedAt" IS NOT NULL)
    AND EXISTS (SELECT FROM "MailAddress" other WHERE other."personId" = ${gone}::uuid
      AND other.address IS NOT NULL AND other."refusedAt" IS NULL)`
  await tx.$executeRaw`UPDATE "MailAddress" SET "personId" = ${kept}::uuid WHERE "personId" = ${gone}::uuid
    AND NOT EXISTS (SELECT FROM "MailAddress" own WHERE own."personId" = ${kept}::uuid)`
  await tx.mailAddress.deleteMany({ where: { personId: gone } })
}

/** One form at a time is asked for step by step: the one that was answered last. */
async function keepLatestDialogue(tx: Tx, { kept, gone }: Pair): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "Dialogue" earlier USING "Dialogue" later
    WHERE earlier."personId" IN (${kept}::uuid, ${gone}::uuid) AND later."personId" IN (${kept}::uuid, ${gone}::uuid)
      AND (earlier."touchedAt", earlier.id) < (later."touchedAt", later.id)`
  await tx.dialogue.updateMany({ where: { personId: gone }, data: { personId: kept } })
}

/** Everything that names the membership which is gone names the one that is kept; sums of the same day are added up. */
export async function moveMember(tx: Tx, { kept, gone }: Pair): Promise<void> {
  for (const { table, column } of memberColumns) {
    const [name, where] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
    await tx.$executeRaw`UPDATE ${name} SET ${where} = ${kept}::uuid WHERE ${where} = ${gone}::uuid`
  }
  await tx.$executeRaw`
    INSERT INTO "MetricDay" AS day ("metricId", date, "memberId", value, entries)
    SELECT "metricId", date, ${kept}::uuid, value, entries FROM "MetricDay" WHERE "memberId" = ${gone}::uuid
    ORDER BY "metricId", date
    ON CONFLICT ("metricId", date, "memberId") DO UPDATE
    SET value = day.value + excluded.value, entries = day.entries + excluded.entries`
  await tx.metricDay.deleteMany({ where: { memberId: gone } })
  // Praised for the same, they have been praised for it once.
  await tx.$executeRaw`
    DELETE FROM "Praise" p WHERE p."memberId" = ${gone}::uuid AND EXISTS (
      SELECT FROM "Praise" o WHERE o."memberId" = ${kept}::uuid AND o."teamId" = p."teamId"
        AND o.rule = p.rule AND o.subject = p.subject)`
  await tx.praise.updateMany({ where: { memberId: gone }, data: { memberId: kept } })
  // Of two quizzes of one month the kept one's counts.
  await tx.$executeRaw`
    DELETE FROM "CaseQuiz" q WHERE q."memberId" = ${gone}::uuid AND EXISTS (
      SELECT FROM "CaseQuiz" o WHERE o."memberId" = ${kept}::uuid AND o.month = q.month)`
  await tx.caseQuiz.updateMany({ where: { memberId: gone }, data: { memberId: kept } })
  await movePlay(tx, { kept, gone })
  await joinOwnDays(tx, { kept, gone })
  await joinReading(tx, { kept, gone })
  // Who has been here longer is no newcomer.
  await tx.newcomer.deleteMany({ where: { memberId: gone } })
  await joinStandings(tx, { kept, gone })
  // Nobody has ever thanked themselves.
  await tx.kudos.deleteMany({ where: { giverId: kept, receiverId: kept } })
  await moveMentions(tx, { kept, gone })
  await moveExemptions(tx, { kept, gone })
  await tx.member.delete({ where: { id: gone } })
  await noteJoined(tx, { kept, gone })
}

/** With a rule that both have met, they stand where the one stood who was further; what is kept of their talk is let go. */
async function joinStandings(tx: Tx, { kept, gone }: Pair): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "RuleStanding" AS own ("ruleId", "memberId", taken, "steppedAt", "foundAt")
    SELECT "ruleId", ${kept}::uuid, taken, "steppedAt", "foundAt" FROM "RuleStanding" WHERE "memberId" = ${gone}::uuid
    ON CONFLICT ("ruleId", "memberId") DO UPDATE
    SET taken = greatest(own.taken, excluded.taken), "steppedAt" = greatest(own."steppedAt", excluded."steppedAt"),
      "foundAt" = greatest(own."foundAt", excluded."foundAt")`
  await tx.ruleStanding.deleteMany({ where: { memberId: gone } })
  await tx.$executeRaw`
    UPDATE "InboundEvent" SET heard = NULL WHERE heard IS NOT NULL AND split_part(heard, '.', 1) = ${gone}`
}

/** Who is exempt from a rule stays so. */
async function moveExemptions(tx: Tx, { kept, gone }: Pair): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Rule" rule SET definition = replace(definition::text, ${gone}, ${kept})::jsonb
    FROM "Member" m WHERE m.id = ${gone}::uuid AND rule."teamId" = m."teamId"`
}

/** Points are added up; in a contest that both take part in, the one who is kept goes on. */
async function movePlay(tx: Tx, { kept, gone }: Pair): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "PointBalance" AS own ("memberId", balance)
    SELECT ${kept}::uuid, balance FROM "PointBalance" WHERE "memberId" = ${gone}::uuid
    ON CONFLICT ("memberId") DO UPDATE SET balance = own.balance + excluded.balance`
  await tx.pointBalance.deleteMany({ where: { memberId: gone } })
  await tx.$executeRaw`
    UPDATE "ContestResult" result SET places = replace(places::text, ${gone}, ${kept})::jsonb
    FROM "ContestEntrant" entrant
    WHERE entrant."contestId" = result."contestId" AND entrant."memberId" = ${gone}::uuid`
  await tx.$executeRaw`
    UPDATE "ContestEntrant" gone SET "memberId" = ${kept}::uuid
    WHERE "memberId" = ${gone}::uuid AND NOT EXISTS (
      SELECT FROM "ContestEntrant" own WHERE own."contestId" = gone."contestId" AND own."memberId" = ${kept}::uuid)`
  await tx.contestEntrant.deleteMany({ where: { memberId: gone } })
}

/**
 * A day that only one of the two gave is kept, with what was greeted of it; of two that differ, that of the kept one. Who
 * declined as either has declined.
 */
async function joinOwnDays(tx: Tx, { kept, gone }: Pair): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "OwnDays" AS own ("memberId", "teamId", birthday, "birthdaySince", "birthdayYear",
      "startedOn", "startedSince", "startedYear", "startState", "startDeclined")
    SELECT ${kept}::uuid, "teamId", birthday, "birthdaySince", "birthdayYear",
      "startedOn", "startedSince", "startedYear", "startState", "startDeclined"
    FROM "OwnDays" WHERE "memberId" = ${gone}::uuid
    ON CONFLICT ("memberId") DO UPDATE SET
      birthday = coalesce(own.birthday, excluded.birthday),
      "birthdaySince" = coalesce(own."birthdaySince", excluded."birthdaySince"),
      "birthdayYear" = greatest(own."birthdayYear", excluded."birthdayYear"),
      "startedOn" = coalesce(own."startedOn", excluded."startedOn"),
      "startedSince" = coalesce(own."startedSince", excluded."startedSince"),
      "startedYear" = greatest(own."startedYear", excluded."startedYear"),
      "startState" = CASE WHEN own."startedOn" IS NULL THEN excluded."startState" ELSE own."startState" END,
      "startDeclined" = own."startDeclined" OR excluded."startDeclined"`
  await tx.ownDays.deleteMany({ where: { memberId: gone } })
}

/** What either of them has read, they have read. */
async function joinReading(tx: Tx, { kept, gone }: Pair): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "NoticeReader" AS own ("noticeId", "memberId", "readAt", "dueAt")
    SELECT "noticeId", ${kept}::uuid, "readAt", "dueAt" FROM "NoticeReader" WHERE "memberId" = ${gone}::uuid
    ON CONFLICT ("noticeId", "memberId") DO UPDATE SET "readAt" = least(own."readAt", excluded."readAt")`
  await tx.noticeReader.deleteMany({ where: { memberId: gone } })
}

/**
 * Forms that ask the member by name, those under way that are about them, honours, and messages that mention them and wait. A
 * sheet that waits to be recorded may name both for one day, so it is pasted again.
 */
async function moveMentions(tx: Tx, { kept, gone }: Pair): Promise<void> {
  await tx.$executeRaw`DELETE FROM "PendingImport" WHERE strpos(figures::text, ${gone}) > 0`
  await tx.$executeRaw`
    UPDATE "FormVersion" SET definition = replace(definition::text, ${gone}, ${kept})::jsonb
    WHERE "formId" IN (SELECT f.id FROM "Form" f JOIN "Member" m ON m."teamId" = f."teamId" AND m.id = ${kept}::uuid)
      AND strpos(definition::text, ${gone}) > 0`
  await tx.$executeRaw`
    UPDATE "Champion" SET rule = replace(rule::text, ${gone}, ${kept})::jsonb,
      winners = replace(winners::text, ${gone}, ${kept})::jsonb
    WHERE "teamId" = (SELECT "teamId" FROM "Member" WHERE id = ${kept}::uuid) AND strpos(rule::text, ${gone}) > 0`
  await tx.$executeRaw`
    UPDATE "Dialogue" SET content = replace(content::text, ${gone}, ${kept})::jsonb WHERE strpos(content::text, ${gone}) > 0`
  await tx.$executeRaw`
    UPDATE "Delivery" SET content = replace(content::text, ${gone}, ${kept})::jsonb,
      short = replace(short::text, ${gone}, ${kept})::jsonb, reason = replace(reason::text, ${gone}, ${kept})::jsonb
    WHERE state IN ('pending', 'sending')
      AND (strpos(content::text, ${gone}) > 0 OR strpos(short::text, ${gone}) > 0 OR strpos(reason::text, ${gone}) > 0)`
}
