import type { Hono } from 'hono'
import { type RoomGroup, roomGroups, roomPeople } from '../../store/room-roster.ts'
import { refuse } from '../errors.ts'
import type { RoomHouse } from './room.ts'

/** Who is there and where they talk. */
export function addPeople(app: Hono, house: RoomHouse): void {
  const db = house.store.prisma

  app.get('/room/api/channels', async c => c.json({ channels: await roomGroups(db) }))

  app.get('/room/api/team', async c => {
    const groups = await roomGroups(db)
    const asked = c.req.query('channel')
    const group = asked === undefined ? firstWithTeam(groups) : groups.find(it => it.id === asked)
    if (group === undefined && asked !== undefined) return refuse(c, 404, 'unknown-channel', 'There is no such channel')
    const team = group?.team ?? null
    const people = await roomPeople(db)
    const members = people.map(({ id, name, roles }) => ({
      id,
      name,
      role: roles.get(team?.id ?? '') ?? 'guest',
    }))
    // Guests are listed where there is no team yet: they are who can make one.
    return c.json({ team, members: team ? members.filter(it => it.role !== 'guest') : members })
  })

  app.get('/room/api/people', async c => {
    const people = await roomPeople(db)
    return c.json({ people: people.map(({ id, name, roles }) => ({ id, name, roles: Object.fromEntries(roles) })) })
  })
}

function firstWithTeam(groups: readonly RoomGroup[]): RoomGroup | undefined {
  return groups.find(group => group.team !== null) ?? groups[0]
}
