import { createHash } from 'node:crypto'
import sql from 'sql-template-tag'
import type { Actor, Query, SomebodysCommand, Sql, Vault } from '../kernel/ctx.ts'
import { frameErrors, refuse } from '../kernel/errors.ts'

const keyOfAccount = (accountId: string): string => `account:${accountId}`
/** Who a command id belongs to: the same id from somebody else is refused, not answered. */
export const actorKey = (actor: Actor): string =>
  actor.kind === 'staff' ? keyOfAccount(actor.accountId) : actor.kind === 'link' ? `link:${actor.linkId}` : actor.kind

export const hashInput = (input: unknown): string =>
  createHash('sha256').update(JSON.stringify(input) ?? '').digest('base64url')

interface Claim { commandId: string; actor: Actor; endpoint: string; inputHash: string; now: string }

/**
 * Claims a command id. The insert makes a second request with the same id wait until this one has committed;
 * then it finds the receipt and gets the same answer.
 */
export async function claimCommand(db: Sql, vault: Vault, claim: Claim): Promise<{ replay: unknown } | undefined> {
  if (await isFirst(db, { ...claim, by: actorKey(claim.actor) })) return undefined
  const earlier = await db.get<{ actor_key: string; endpoint: string; input_hash: string; output: { sealed: string } | null }>(sql`
    select actor_key, endpoint, input_hash, output from receipt where command_id = ${claim.commandId}`)
  const same = earlier.actor_key === actorKey(claim.actor) && earlier.endpoint === claim.endpoint
    && earlier.input_hash === claim.inputHash
  if (!same) throw refuse(frameErrors.commandIdReused)
  return { replay: earlier.output ? JSON.parse(vault.open(earlier.output.sealed)) : null }
}

const isFirst = async (db: Sql, claim: Omit<Claim, 'actor'> & { by: string }): Promise<boolean> => (await db.run(sql`
  insert into receipt (command_id, actor_key, endpoint, input_hash, at)
  values (${claim.commandId}, ${claim.by}, ${claim.endpoint}, ${claim.inputHash}, ${claim.now})
  on conflict (command_id) do nothing`)) === 1

/** 代为: under the key of whose command it is, before anything is done; their own, sent in the same moment, waits for it or is waited for. */
export async function inPlaceOf(db: Sql, vault: Vault, now: string, { commandId, accountId, endpoint, input }: SomebodysCommand, run: () => Promise<unknown>): Promise<void> {
  if (!(await isFirst(db, { commandId, by: keyOfAccount(accountId), endpoint, inputHash: hashInput(input), now }))) return
  await db.run(keptOutput(vault, commandId, await run()))
}

/** Outputs are sealed: a receipt must not become the place where clear numbers lie about. */
export function keptOutput(vault: Vault, commandId: string, output: unknown): Query {
  const sealed = JSON.stringify({ sealed: vault.seal(JSON.stringify(output ?? null)) })
  return sql`update receipt set output = ${sealed}::jsonb where command_id = ${commandId}`
}

export const dropReceipt = (db: Sql, commandId: string): Promise<number> => db.run(sql`delete from receipt where command_id = ${commandId}`)
