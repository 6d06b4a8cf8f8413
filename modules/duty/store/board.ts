import sql from 'sql-template-tag'
import type { Sql } from '../../../kernel/ctx.ts'
import type { Day, Instant } from '../../../kernel/dates.ts'
import type { Level } from '../../territory/contract.ts'
import type { DutyRole, Standard } from '../contract.ts'

export interface BoardHead { name: string; fullName: string; level: Level; areaPath: string; officePhone: string | null; supervisionPhone: string | null; published: boolean; at: Instant | null }
export interface BoardRow { place: string; level: Level; areaPath: string; dutyRole: DutyRole; name: string; title: string | null; office: string | null; officePhone: string | null; changedAt: Instant }

// Both read through functions of the database that give what is public and nothing else, whoever asks.
export const findBoardHead = (db: Sql, areaId: string) => db.find<BoardHead>(sql`
  select name, full_name as "fullName", level, area_path as "areaPath", office_phone as "officePhone", supervision_phone as "supervisionPhone", published, at from duty_board_head(${areaId})`)
export const boardRows = (db: Sql, areaId: string, today: Day) => db.rows<BoardRow>(sql`
  select place, level, area_path as "areaPath", duty_role as "dutyRole", name, title, office, office_phone as "officePhone", changed_at as "changedAt" from duty_board_lines(${areaId}, ${today})`)

export const insertBoard = (db: Sql, b: { id: string; areaId: string; areaPath: string; supervisionPhone: string | null; published: boolean; at: Instant; by: string | null; byName: string | null }) => db.run(sql`
  insert into duty_board (id, area_id, area_path, supervision_phone, published, at, account_id, account_name)
  values (${b.id}, ${b.areaId}, ${b.areaPath}, ${b.supervisionPhone}, ${b.published}, ${b.at}, ${b.by}, ${b.byName})`)

const STANDARD = 'duty.householdsPerWorker'
export const readStandard = async (db: Sql): Promise<Standard> => (await db.get<{ value: Standard }>(sql`select value from setting where key = ${STANDARD}`)).value
export const writeStandard = (db: Sql, value: Standard): Promise<number> => db.run(sql`update setting set value = ${JSON.stringify(value)}::jsonb where key = ${STANDARD}`)
