import sql from 'sql-template-tag'
import type { Sql } from '../../kernel/ctx.ts'
import type { Instant } from '../../kernel/dates.ts'

interface SettingRow { key: string; value: unknown; changedAt: Instant | null; changedByName: string | null; reason: string | null }

export const findSettings = (db: Sql, keys: readonly string[]): Promise<SettingRow[]> =>
  db.rows<SettingRow>(sql`
    select key, value, changed_at as "changedAt", changed_by_name as "changedByName", reason from setting where key = any(${[...keys]})`)

export const saveSetting = (db: Sql, s: { key: string; value: unknown; at: Instant; byName: string | null; reason: string }): Promise<number> =>
  db.run(sql`
    insert into setting (key, value, changed_at, changed_by_name, reason)
    values (${s.key}, ${JSON.stringify(s.value)}::jsonb, ${s.at}, ${s.byName}, ${s.reason})
    on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at,
                                    changed_by_name = excluded.changed_by_name, reason = excluded.reason`)
