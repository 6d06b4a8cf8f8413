import sql from 'sql-template-tag'
import type { Sql } from '../../kernel/ctx.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { SavedView } from './contract.ts'

/** One's own views of a list, then those shared from one's own area or above. */
export const listViews = (db: Sql, page: string, me: { accountId: string; areaPath: string }): Promise<SavedView[]> => db.rows(sql`
  select v.id, v.page, v.name, v.query, v.shared, v.account_id = ${me.accountId} as mine, v.account_name as "accountName", d.view_id is not null as "isDefault"
  from saved_view v left join default_view d on d.view_id = v.id and d.account_id = ${me.accountId} and d.page = v.page
  where v.page = ${page} and (v.account_id = ${me.accountId} or (v.shared and starts_with(${me.areaPath}, v.scope_path)))
  order by mine desc, length(v.scope_path), v.name limit 200`)

export interface NewView { id: string; page: string; name: string; query: string; shared: boolean; accountId: string; accountName: string; areaPath: string; at: Instant }

export const putView = (db: Sql, v: NewView): Promise<{ id: string }> => db.get(sql`
  insert into saved_view (id, page, name, query, shared, account_id, account_name, scope_path, created_at)
  values (${v.id}, ${v.page}, ${v.name}, ${v.query}, ${v.shared}, ${v.accountId}, ${v.accountName}, ${v.areaPath}, ${v.at})
  on conflict (account_id, page, name) do update set query = excluded.query, shared = excluded.shared, scope_path = excluded.scope_path returning id`)

export const removeView = (db: Sql, viewId: string, accountId: string): Promise<{ id: string }> =>
  db.get(sql`delete from saved_view where id = ${viewId} and account_id = ${accountId} returning id`)

export async function setDefault(db: Sql, accountId: string, page: string, viewId: string | null): Promise<void> {
  if (viewId === null) await db.run(sql`delete from default_view where account_id = ${accountId} and page = ${page}`)
  else await db.run(sql`insert into default_view (account_id, page, view_id) values (${accountId}, ${page}, ${viewId})
    on conflict (account_id, page) do update set view_id = excluded.view_id`)
}
