import type { Ctx } from '../../../kernel/ctx.ts'
import { maskDocument, maskPhone } from '../../people/rules.ts'
import type { IncomingPerson } from '../rules/row.ts'

/** A row kept until somebody has answered about it: sealed whole, and as it may be shown. */
export const sealIncoming = (ctx: Ctx, { sealed: _sealed, ...row }: IncomingPerson): string => ctx.vault.seal(JSON.stringify(row))
export const openIncoming = (ctx: Ctx, sealed: string): IncomingPerson => JSON.parse(ctx.vault.open(sealed)) as IncomingPerson

export const shownOf = (row: IncomingPerson): Record<string, string | null> => ({
  name: row.name, sex: row.sex, birthOn: row.birthOn, documentKind: row.documentKind,
  documentMasked: row.documentNo === null ? null : maskDocument(row.documentNo),
  phoneMasked: row.phone === null ? null : maskPhone(row.phone),
  address: row.address, relation: row.relation,
})
