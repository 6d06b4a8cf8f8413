import type { Ctx } from '../../../kernel/ctx.ts'
import { ageOn } from '../../../kernel/dates.ts'
import { may } from '../../accounts/rules.ts'
import type { Lead } from '../../leads/contract.ts'
import { leadsOpen } from '../../leads/service.ts'
import { reportsOwed, reportsReturned } from '../../reporting/service.ts'
import { listsOwed } from '../../pushedlists/service.ts'
import { toVerify } from '../../screening/service.ts'
import { byUrgency, stateOf } from '../rules.ts'
import type { Collected, Wanted } from './kinds.ts'
import { item, say } from './item.ts'

/** 线索: for whoever may take it over, all that are open; for the others those nobody took over in time. */
export async function leads(ctx: Ctx, { role, limit }: Wanted): Promise<Collected> {
  const handles = may(role, 'leads.handle')
  const found = await leadsOpen(ctx, { late: !handles, limit })
  const items = found.items.map((lead) => item({
    id: `lead:${lead.leadId}`, kind: 'lead', dueAt: lead.state === 'open' ? lead.dueAt : null, state: lead.state === 'open' ? stateOf(lead.dueAt, ctx.now) : 'later',
    name: lead.name, sex: lead.sex, age: lead.age, address: `${lead.areaName}${lead.address ?? ''}`, personId: lead.personId, leadId: lead.leadId,
    what: say(!handles ? 'leadCall' : lead.state === 'open' ? 'leadReceive' : 'leadClose'),
    why: say(whyOf(lead), {
      at: lead.openedAt, celsius: lead.summary.temperature?.toFixed(1) ?? '', symptoms: lead.summary.symptoms,
    }),
  }))
  return { items, total: found.total, overdue: found.late, done: handles ? found.closedToday : 0 }
}

function whyOf({ kind, summary }: Lead): string {
  if (kind === 'positive') return 'leadPositive'
  if (summary.temperature !== undefined) return 'leadFever'
  return summary.symptoms.length > 0 ? 'leadSymptoms' : 'leadContact'
}

/** 申报待确认: told by the person through the QR, to be confirmed. */
export const declarations = (ctx: Ctx, wanted: Wanted): Promise<Collected> => waiting(ctx, wanted, 'declared')
/** 来返待核实: found or registered by others. */
export const verifications = (ctx: Ctx, wanted: Wanted): Promise<Collected> => waiting(ctx, wanted, 'verify')

/** At the community all; the offices above look after those that are late. */
async function waiting(ctx: Ctx, { above, limit, of }: Wanted, kind: 'declared' | 'verify'): Promise<Collected> {
  const rows = await toVerify(ctx, { declared: kind === 'declared', late: above, limit, of: of?.map(({ areaPath }) => areaPath) })
  const items = rows.map((row) => item({
    id: `${kind}:${row.id}`, kind, dueAt: row.verifyBy, state: stateOf(row.verifyBy, ctx.now),
    name: row.name, sex: row.sex, age: ageOn(row.birthOn, ctx.today) ?? null, address: row.address, personId: row.personId, screeningId: row.id,
    what: say(kind), why: say('verify', { channel: row.channel, day: row.arrivedOn, origin: row.originName }),
  }))
  return { items, total: rows[0]?.total ?? 0, overdue: rows[0]?.late ?? 0 }
}

/** 日报: one's own to send; above, whom to ask. */
export async function reports(ctx: Ctx, { above, limit }: Wanted): Promise<Collected> {
  const { sends, items: rows } = await reportsOwed(ctx)
  const owed = rows.map((row) => ({ ...row, state: stateOf(row.dueAt, ctx.now) }))
  // Before the hour is near nobody need be asked.
  const due = owed.filter(({ own, state }) => own || (above && state !== 'later'))
  const returned = (await reportsReturned(ctx)).map((row) => item({
    id: `return:${row.id}`, kind: 'report', dueAt: null, state: 'soon', name: row.name, address: '', opens: { page: '/reporting', search: { area: row.areaId, day: row.day } },
    what: say('reportReturned', { day: row.day }), why: say('reportReturned', { office: row.officeName, question: row.question }),
  }))
  const items = due.slice(0, limit).map((row) => item({
    id: `report:${row.areaId}:${row.day}`, kind: 'report', dueAt: row.dueAt, state: row.state, name: row.name, address: '', opens: { page: '/reporting', search: { area: row.areaId, day: row.day } },
    what: say(!row.own ? 'reportAsk' : row.addsUp ? 'reportAddUp' : 'reportSend'), why: say(row.day === ctx.today ? 'reportToday' : 'reportFormer', { day: row.day }),
  }))
  return { items: [...returned, ...items].slice(0, limit), total: due.length + returned.length, overdue: due.filter(({ state }) => state === 'overdue').length, done: sends && !owed.some(({ own, day }) => own && day === ctx.today) ? 1 : 0 }
}

/** 协查名单: one line a batch with what is to be answered here; whoever brought it in also sees what has no place yet. */
export async function pushedLists(ctx: Ctx, { above, limit }: Wanted): Promise<Collected> {
  const rows = (await listsOwed(ctx)).map((list) => ({ ...list, state: stateOf(list.deadlineAt, ctx.now) }))
  // The offices above assign and look after what is late; the answers are the communities'.
  const due = rows.filter((list) => !above || list.unassigned > 0 || list.overdue).toSorted(byUrgency)
  const items = due.slice(0, limit).map((list) => item({
    id: `list:${list.listId}`, kind: 'list', dueAt: list.deadlineAt, state: list.state, name: list.title, address: '',
    what: list.unassigned > 0 && above ? say('listAssign', { n: list.unassigned }) : say('list', { n: list.waiting }),
    why: say('list', { source: list.source ?? 'other', total: list.total }), opens: { page: '/pushed-lists', search: { list: list.listId } },
  }))
  return { items, total: due.length, overdue: due.filter(({ state }) => state === 'overdue').length }
}
