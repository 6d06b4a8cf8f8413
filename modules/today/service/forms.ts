import type { Ctx } from '../../../kernel/ctx.ts'
import { formsDue } from '../../forms/service.ts'
import { stateOf } from '../rules.ts'
import { item, say } from './item.ts'
import type { Collected, Wanted } from './kinds.ts'

/** 部门报表: what is to be in today or is late, until it is filled. */
export async function forms(ctx: Ctx, { limit }: Wanted): Promise<Collected> {
  const rows = await formsDue(ctx, limit)
  const items = rows.map((row) => item({
    id: `form:${row.formId}`, kind: 'form', dueAt: row.dueAt, state: stateOf(row.dueAt, ctx.now), name: row.name, address: row.department, what: say('form'), why: say('form', { formFrequency: row.frequency, at: row.dueAt }),
    opens: { page: '/forms/fill', search: { form: row.formId } },
  }))
  return { items, total: rows[0]?.total ?? 0, overdue: rows[0]?.late ?? 0 }
}
