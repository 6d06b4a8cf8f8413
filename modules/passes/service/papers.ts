import type { Ctx } from '../../../kernel/ctx.ts'
import type { ParsedInputOf } from '../../../kernel/endpoint.ts'
import { communityOf } from '../../territory/service.ts'
import type { PassPaper, passesApi } from '../contract.ts'
import { mayDo, numberOf } from '../rules.ts'
import * as store from '../store.ts'
import type { PassRow } from '../tables.ts'
import { codesFor } from './keys.ts'
import { drawn } from './views.ts'

/** What stands on paper; those that are stopped or over are left out, since nobody should carry them. */
export async function passPapers(ctx: Ctx, { passIds, batchId, from, limit }: ParsedInputOf<typeof passesApi.passPapers>): Promise<{ total: number; items: PassPaper[] }> {
  const rows = await store.papersOf(ctx.sql, batchId !== undefined ? { batchId } : { passIds: passIds ?? [] }, from, limit)
  const good = rows.filter((pass) => mayDo(pass, 'print', ctx.now))
  const codes = await codesFor(ctx, good, 'paper')
  const photos = new Map((await store.photosOf(ctx.sql, good.map((pass) => pass.passId))).map((one) => [one.passId, one.takenAt]))
  const offices = new Map<string, string>()
  const officeOf = async (path: string): Promise<string> => {
    const known = offices.get(path) ?? (await communityOf(ctx, path)).name
    offices.set(path, known)
    return known
  }
  const items: PassPaper[] = []
  for (const pass of good) items.push({ ...(await paperOf(ctx, pass, codes.get(pass.passId)?.text ?? '', await officeOf(pass.areaPath))), photoAt: photos.get(pass.passId) ?? null })
  return { total: rows[0]?.total ?? 0, items }
}

async function paperOf(ctx: Ctx, pass: PassRow, text: string, office: string): Promise<Omit<PassPaper, 'photoAt'>> {
  const holders = pass.householdId !== null && pass.kind === 'household' ? await store.holdersOf(ctx.sql, pass.householdId, null) : []
  const { passId, kind, issue, special, compound, members, plate, vehicleKind, owner, driver, companions, route, purpose, validFrom, validUntil, issuerName } = pass
  return {
    passId, kind, issue, special, compound, plate, vehicleKind, owner, driver, companions, route, purpose, validFrom, validUntil, issuerName, office,
    number: numberOf(kind, pass.serial), members: kind === 'household' ? members : null, memberNames: holders.map(({ name }) => name),
    // The compound stands above it already.
    door: pass.address.startsWith(compound) ? pass.address.slice(compound.length) : pass.address,
    name: pass.holder ?? owner ?? '', documentMasked: kind === 'vehicle' ? null : pass.documentMasked, phoneMasked: kind === 'vehicle' ? null : pass.phoneMasked,
    qrSvg: await drawn(text),
  }
}
