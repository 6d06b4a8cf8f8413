import sql, { raw } from 'sql-template-tag'
import type { Sql } from '../../kernel/ctx.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { LinkRow } from './tables.ts'

const columns = raw(`l.id, l.token_sealed as "tokenSealed", l.purpose, l.area_id as "areaId", l.area_path as "areaPath",
  l.person_id as "personId", l.episode_id as "episodeId", l.created_at as "createdAt", l.expires_at as "expiresAt",
  a.name as "areaName", a.full_name as "areaFullName", a.office_phone as "officePhone"`)

/** The declaration link in use at exactly this area. */
export const findDeclarationLink = (db: Sql, areaId: string): Promise<LinkRow | undefined> =>
  db.find<LinkRow>(sql`
    select ${columns} from link l join area a on a.id = l.area_id
    where l.area_id = ${areaId} and l.purpose = 'declaration' and l.revoked_at is null
    order by l.created_at desc limit 1`)

/** The one in use at an area or nearest above it. */
export const nearestDeclarationLink = (db: Sql, areaPath: string): Promise<LinkRow | undefined> =>
  db.find<LinkRow>(sql`
    select ${columns} from link l join area a on a.id = l.area_id
    where l.area_path in (select g.area_path from area_above(${areaPath}) g) and l.purpose = 'declaration' and l.revoked_at is null
    order by length(l.area_path) desc, l.created_at desc limit 1`)

export const findPersonalLink = (db: Sql, episodeId: string): Promise<LinkRow | undefined> =>
  db.find<LinkRow>(sql`
    select ${columns} from link l join area a on a.id = l.area_id
    where l.episode_id = ${episodeId} and l.purpose = 'personal' and l.revoked_at is null
    order by l.created_at desc limit 1`)

/** The page of a household without anybody managed; of the episode where there is one. */
export const findHouseholdLink = (db: Sql, personId: string): Promise<LinkRow | undefined> =>
  db.find<LinkRow>(sql`
    select ${columns} from link l join area a on a.id = l.area_id
    where l.person_id = ${personId} and l.episode_id is null and l.purpose = 'personal' and l.revoked_at is null
    order by l.created_at desc limit 1`)

export const getLink = (db: Sql, linkId: string): Promise<LinkRow> =>
  db.get<LinkRow>(sql`select ${columns} from link l join area a on a.id = l.area_id where l.id = ${linkId}`)

export interface NewLink {
  id: string
  tokenIndex: string
  tokenSealed: string
  purpose: 'declaration' | 'personal'
  areaId: string
  areaPath: string
  personId: string | null
  episodeId: string | null
  at: Instant
}

export const insertLink = (db: Sql, l: NewLink): Promise<number> =>
  db.run(sql`
    insert into link (id, token_index, token_sealed, purpose, area_id, area_path, person_id, household_id, episode_id, created_at)
    values (${l.id}, ${l.tokenIndex}, ${l.tokenSealed}, ${l.purpose}, ${l.areaId}, ${l.areaPath}, ${l.personId},
      (select household_id from person where id = ${l.personId} and state = 'present'), ${l.episodeId}, ${l.at})`)

export const revoke = (db: Sql, linkId: string, at: Instant): Promise<number> =>
  db.run(sql`update link set revoked_at = ${at} where id = ${linkId} and revoked_at is null`)

export const placeOfLink = (db: Sql, areaId: string) =>
  db.get<{ name: string; fullName: string; officePhone: string | null }>(sql`
    select name, full_name as "fullName", office_phone as "officePhone" from area where id = ${areaId}`)

/** Compounds and village groups at or below the link's area. */
export const placesOfLink = (db: Sql, areaPath: string) =>
  db.rows<{ areaId: string; name: string }>(sql`
    select id as "areaId", name from area
    where level in ('compound', 'villageGroup') and state = 'open' and starts_with(area_path, ${areaPath}) order by sort, name limit 80`)
