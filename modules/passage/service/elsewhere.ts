import type { Ctx } from '../../../kernel/ctx.ts'
import type { Instant } from '../../../kernel/dates.ts'
import { isPassNumber, serialIn } from '../../passes/rules.ts'
import { normalDocument } from '../../people/rules.ts'
import type { HeldElsewhere, PassagePolicy, PassageRecord } from '../contract.ts'
import { plainRules } from '../data/plain.ts'
import * as store from '../store.ts'

/** Somebody at a gate, with all that is known of them; `n` names them in the answer. */
export interface Unseen { n: number; place: string; at: Instant; policy: PassagePolicy | null; by: Partial<Pick<PassageRecord, 'householdId' | 'personId' | 'passNo' | 'plate' | 'document' | 'name'>> }

/** 盲索引 of an identity number. */
export const documentIndexOf = (ctx: Ctx, document: string): string => ctx.vault.index('document', normalDocument(document))

/** 在别处隔离: whoever is not seen from a gate is asked for where nobody of it may look. */
export async function heldElsewhere(ctx: Ctx, unseen: readonly Unseen[]): Promise<Map<number, store.HeldRow>> {
  const asked = unseen.flatMap(({ n, place, at, policy, by: { passNo, document, ...known } }): store.AskedHeld[] => {
    // A phone without signal takes a number it does not know for a name.
    const number = passNo ?? (known.name && isPassNumber(known.name) ? known.name : undefined)
    const by = { ...known, serial: number ? serialIn(number) : undefined, document: document ? documentIndexOf(ctx, document) : undefined }
    return Object.values(by).some(Boolean) ? [{ n, place, at, ...closing(policy), ...by }] : []
  })
  return new Map((asked.length === 0 ? [] : await store.quarantinedAnywhere(ctx.sql, asked)).map((row) => [row.n, row]))
}

/** What the order of the gate closes to a whole household, and to the one alone. */
function closing(policy: PassagePolicy | null): Pick<store.AskedHeld, 'whole' | 'own'> {
  const closed = (policy?.passage ?? plainRules).managed.filter(({ rule }) => rule === 'closed')
  return { whole: closed.filter(({ whom }) => whom === 'household').map(({ measure }) => measure), own: closed.map(({ measure }) => measure) }
}

/** All that a keeper is told: which community to call. */
export const toldOf = ({ sure, community, officePhone }: store.HeldRow): HeldElsewhere => ({ sure, call: [community, officePhone].filter(Boolean).join(' ') })
