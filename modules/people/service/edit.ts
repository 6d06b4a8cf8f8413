import type * as z from 'zod'
import type { Ctx } from '../../../kernel/ctx.ts'
import { refuse } from '../../../kernel/errors.ts'
import { peopleErrors, type editPersonInput } from '../contract.ts'
import { checkDocument, normalName, type DocumentKind } from '../rules.ts'
import { findLastChange, getPerson, updatePerson, type PersonChanges, type StoredPerson } from '../store.ts'
import { pinyinOf } from './pinyin.ts'
import { checkNumbers, refuseDouble, sealIdentity } from './register.ts'
import { recordTimeline } from './timeline.ts'

type EditInput = z.output<typeof editPersonInput>

/** 修改: only what was sent changes; the record must still be the one that was read. */
export async function editPerson(ctx: Ctx, { personId, version, ...input }: EditInput): Promise<{ version: number }> {
  const before = await getPerson(ctx.sql, personId)
  if (before.version !== version) throw await staleness(ctx, before)
  const changes = { ...plainChanges(input), ...(await documentChanges(ctx, before, input)), ...phoneChanges(ctx, input) }
  const done = await updatePerson(ctx.sql, personId, version, changes, ctx.now)
  if (!done) throw await staleness(ctx, await getPerson(ctx.sql, personId))
  await recordTimeline(ctx, { kind: 'people.edited', areaPath: before.areaPath, personId, householdId: before.householdId, params: { fields: Object.keys(input).length } })
  return done
}

/** 补电话: a number where none was known; one that is known is corrected on the person's card. */
export async function completePhone(ctx: Ctx, personId: string, phone: string): Promise<void> {
  const before = await getPerson(ctx.sql, personId)
  if (before.phoneSealed === null) await editPerson(ctx, { personId, version: before.version, phone })
}

async function staleness(ctx: Ctx, now: StoredPerson) {
  const last = await findLastChange(ctx.sql, now.id)
  return refuse(peopleErrors.changedMeanwhile, { by: last?.actorName ?? '', at: now.updatedAt })
}

function plainChanges({ documentKind: _kind, documentNo: _no, phone: _phone, name, ...fields }: Omit<EditInput, 'personId' | 'version'>): PersonChanges {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as PersonChanges
  if (name === undefined) return given
  const written = normalName(name)
  return { ...given, name: written, ...pinyinOf(written) }
}

/** A number must be one of its kind, also when only the kind is corrected; what it says of birth and sex is taken from it. */
async function documentChanges(ctx: Ctx, before: StoredPerson, input: Pick<EditInput, 'documentKind' | 'documentNo'>): Promise<PersonChanges> {
  if (input.documentKind === undefined && input.documentNo === undefined) return {}
  const documentKind = input.documentKind ?? before.documentKind
  const kept = before.documentSealed === null ? null : ctx.vault.open(before.documentSealed)
  const documentNo = documentKind === 'none' && !input.documentNo ? null : input.documentNo === undefined ? kept : input.documentNo
  checkNumbers(ctx, { documentKind, documentNo })
  await refuseDouble(ctx, { documentKind, documentNo }, before.communityId, before.id)
  const { documentSealed, documentIndex, documentMasked } = sealIdentity(ctx, { documentKind, documentNo })
  const says = documentNo ? checkDocument(documentKind as DocumentKind, documentNo, ctx.today) : undefined
  return {
    documentKind, documentSealed, documentIndex, documentMasked,
    ...(says?.birthOn ? { birthOn: says.birthOn } : {}), ...(says?.sex ? { sex: says.sex } : {}),
  }
}

function phoneChanges(ctx: Ctx, { phone }: Pick<EditInput, 'phone'>): PersonChanges {
  if (phone === undefined) return {}
  checkNumbers(ctx, { documentKind: 'none', phone })
  const { phoneSealed, phoneIndex, phoneMasked } = sealIdentity(ctx, { documentKind: 'none', phone })
  return { phoneSealed, phoneIndex, phoneMasked }
}
