import type { Ctx } from '../../../kernel/ctx.ts'
import { ageOn } from '../../../kernel/dates.ts'
import type { WorkRow } from '../../quarantine/service.ts'
import type { Sentence, TodayItem } from '../contract.ts'

export const say = (key: string, params: Sentence['params'] = {}): Sentence => ({ key, params })

const nothing = { sex: null, age: null, personId: null, episodeId: null, screeningId: null, leadId: null, visitId: null, opens: null, ready: false } as const

export const item = (one: Omit<TodayItem, keyof typeof nothing> & Partial<TodayItem>): TodayItem => ({ ...nothing, ...one })

/** Who is managed, where, and on which card it is done. */
export const ofEpisode = (ctx: Ctx, row: WorkRow) => ({
  name: row.name, sex: row.sex, age: ageOn(row.birthOn, ctx.today) ?? null, address: row.address, personId: row.personId, episodeId: row.episodeId,
})
