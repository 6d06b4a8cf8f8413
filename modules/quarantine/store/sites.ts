import sql, { empty } from 'sql-template-tag'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Sql } from '../../../kernel/ctx.ts'

export interface SiteRow { id: string; areaId: string; areaName: string; name: string; address: string | null; phone: string | null; state: 'open' | 'closed'; rooms: number; beds: number; taken: number }

export const listSites = (db: Sql, siteId?: string): Promise<SiteRow[]> => db.rows<SiteRow>(sql`
  select s.id, s.area_id as "areaId", a.name as "areaName", s.name, s.address, s.phone, s.state, count(r.id) as rooms, coalesce(sum(r.beds), 0)::int as beds,
         coalesce(sum((select count(*) from episode e where e.room_id = r.id and e.state = 'active')), 0)::int as taken
  from quarantine_site s join area a on a.id = s.area_id left join quarantine_room r on r.site_id = s.id
  ${siteId ? sql`where s.id = ${siteId}` : empty} group by s.id, a.name order by s.name`)

export const listRooms = (db: Sql, siteId: string): Promise<{ id: string; name: string; beds: number; taken: number; people: { episodeId: string; name: string; anchorOn: Day; endsOn: Day }[] }[]> => db.rows(sql`
  select r.id, r.name, r.beds, count(e.id)::int as taken,
         coalesce(json_agg(json_build_object('episodeId', e.id, 'name', p.name, 'anchorOn', e.anchor_on, 'endsOn', e.ends_on)) filter (where e.id is not null), '[]') as people
  from quarantine_room r left join episode e on e.room_id = r.id and e.state = 'active' left join person p on p.id = e.person_id
  where r.site_id = ${siteId} group by r.id order by r.name`)

export const insertSite = (db: Sql, s: { id: string; areaId: string; areaPath: string; name: string; address: string | null; phone: string | null; at: Instant }): Promise<number> => db.run(sql`
  insert into quarantine_site (id, area_id, area_path, name, address, phone, created_at) values (${s.id}, ${s.areaId}, ${s.areaPath}, ${s.name}, ${s.address}, ${s.phone}, ${s.at})`)

export const saveSite = (db: Sql, siteId: string, s: { name?: string | undefined; address?: string | undefined; phone?: string | undefined; state?: string | undefined }): Promise<number> => db.run(sql`
  update quarantine_site set name = coalesce(${s.name ?? null}, name), address = coalesce(${s.address ?? null}, address), phone = coalesce(${s.phone ?? null}, phone),
    state = coalesce(${s.state ?? null}, state) where id = ${siteId}`)

export const insertRooms = (db: Sql, siteId: string, rooms: readonly { id: string; name: string }[], beds: number): Promise<number> => db.run(sql`
  insert into quarantine_room (id, site_id, area_path, name, beds)
  select x.id, s.id, s.area_path, x.name, ${beds}::int from quarantine_site s, unnest(${rooms.map((r) => r.id)}::uuid[], ${rooms.map((r) => r.name)}::text[]) as x (id, name)
  where s.id = ${siteId} on conflict (site_id, name) do nothing`)

/** A room with its free beds, locked so that two assignments do not both take the last one. Read above the community's own range by a narrow function. */
export const lockRoom = (db: Sql, roomId: string): Promise<{ id: string; name: string; siteId: string; siteName: string; state: string; beds: number; taken: number } | undefined> => db.find(sql`select * from room_for_assignment(${roomId})`)

export const freeRooms = (db: Sql, areaPath: string): Promise<{ id: string; name: string; siteName: string; free: number }[]> => db.rows(sql`select * from rooms_free_for(${areaPath})`)
