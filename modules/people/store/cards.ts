import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { TimelineEntry } from '../contract.ts'
import { rowColumns, rowJoins, type PersonListRow } from './lists.ts'

export interface CardRow extends PersonListRow {
  nation: string | null; nationality: string; documentKind: string; registeredAddress: string | null; workplace: string | null; note: string | null
  version: number; isHouseholder: boolean; updatedAt: string
  management: { episodeId: string; measure: string; startsOn: string; endsOn: string; anchorOn: string; because: { zh: string; en: string } } | null
}

export const getCard = (db: Sql, personId: string): Promise<CardRow> => db.get<CardRow>(sql`
  select ${rowColumns}, p.nation, p.nationality, p.document_kind as "documentKind", p.registered_address as "registeredAddress", p.workplace, p.note, p.version,
         coalesce(h.householder_id = p.id, false) as "isHouseholder", p.updated_at as "updatedAt",
         case when e.id is not null then json_build_object('episodeId', e.id, 'measure', e.measure, 'startsOn', e.starts_on, 'endsOn', e.ends_on,
           'anchorOn', e.anchor_on, 'because', e.decision -> 'because') end as management
  from person p ${rowJoins} where p.id = ${personId}`)

export const listMembers = (db: Sql, householdId: string): Promise<PersonListRow[]> => db.rows<PersonListRow>(sql`
  select ${rowColumns} from person p ${rowJoins} where p.household_id = ${householdId} and p.state = 'present'
  order by h.householder_id = p.id desc nulls last, p.birth_on nulls last`)

export const getHousehold = (db: Sql, householdId: string): Promise<{
  id: string; areaId: string; address: string; building: string; unit: string; room: string; householderId: string | null; visitedAt: string | null; note: string | null; areaPath: string
}> => db.get(sql`
  select h.id, h.area_id as "areaId", coalesce(parent.name, '') || a.name || h.address as address, h.building, h.unit, h.room, h.householder_id as "householderId",
         h.visited_at as "visitedAt", h.note, h.area_path as "areaPath"
  from household h join area a on a.id = h.area_id left join area parent on parent.id = a.parent_id and a.level in ('grid', 'building', 'unit')
  where h.id = ${householdId}`)

const TIMELINE_MOST = 100

/** That somebody came in with a roster is said by the record itself: writing it a second time would double every import. */
export const timelineOf = (db: Sql, who: { personId: string } | { householdId: string }): Promise<TimelineEntry[]> => db.rows<TimelineEntry>(sql`
  select p.id, p.created_at as at, 'roster.imported' as kind, jsonb_build_object('row', p.import_row) as params, 'import' as channel,
         b.created_by_name as "actorName", p.id as "personId", p.name as "personName"
  from person p left join import_batch b on b.id = p.import_batch_id
  where p.import_row is not null and ${'personId' in who ? sql`p.id = ${who.personId}` : sql`p.household_id = ${who.householdId}`}
  union all
  select t.id, t.at, t.kind, t.params, t.channel, t.actor_name as "actorName", t.person_id as "personId", p.name as "personName"
  from timeline_entry t left join person p on p.id = t.person_id
  where ${'personId' in who ? sql`t.person_id = ${who.personId}` : sql`t.household_id = ${who.householdId}`}
  order by at desc, id desc limit ${TIMELINE_MOST}`)
