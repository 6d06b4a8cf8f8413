import sql from 'sql-template-tag'
import { stepOwed, type SignInStep } from '../modules/accounts/rules.ts'
import { findSession, type Idle } from '../modules/accounts/store.ts'
import { scopeOf, wholeTerritory, type Actor, type Sql, type Vault } from '../kernel/ctx.ts'
import { dayOf } from '../kernel/dates.ts'
import { frameErrors, refuse } from '../kernel/errors.ts'

export const SESSION_COOKIE = 'wangge_session'
export const nobody: Actor = { kind: 'nobody', scope: wholeTerritory }

export interface Caller {
  actor: Actor
  /** What the session still lacks before it is whole. */
  step: SignInStep
}

/** An account nobody has given a territory yet sees nothing. */
const nowhere = { lo: '~', hi: '~' }

/** Who is calling, by cookie or by link. Runs inside the request's transaction, before its territory is narrowed. */
export async function identify(
  db: Sql, vault: Vault, now: string, idle: Idle,
  credentials: { cookie: string | undefined; link: string | undefined },
): Promise<Caller> {
  if (credentials.link !== undefined) {
    return { actor: await byLink(db, vault.index('token', credentials.link), now), step: null }
  }
  if (credentials.cookie === undefined) return { actor: nobody, step: null }
  const found = await findSession(db, vault.index('token', credentials.cookie), now, idle)
  if (!found || over(found.account.validUntil, now)) return { actor: nobody, step: null }
  const { account } = found
  return {
    step: stepOwed({ ...account, factorAt: found.factorAt }, found.settings, now),
    actor: {
      kind: 'staff',
      accountId: account.id,
      name: account.name,
      role: account.role ?? '',
      areaId: account.areaId ?? '',
      areaPath: account.areaPath ?? '',
      scope: account.role && account.areaPath ? scopeOf(account.areaPath) : nowhere,
      sessionId: found.sessionId,
    },
  }
}

/** 账号有效期: the day after its last an open session ends as well. */
const over = (validUntil: string | null, now: string): boolean => validUntil !== null && validUntil < dayOf(now)

async function byLink(db: Sql, tokenIndex: string, now: string): Promise<Actor> {
  const link = await db.find<{
    id: string; purpose: 'declaration' | 'personal'; areaId: string; areaPath: string; personId: string | null; householdId: string | null; episodeId: string | null; stopped: boolean
  }>(sql`
    select l.id, l.purpose, l.area_id as "areaId", l.area_path as "areaPath", l.person_id as "personId", p.household_id as "householdId", l.episode_id as "episodeId", l.stopped_at is not null as stopped
    from link l left join person p on p.id = l.person_id and p.household_id = l.household_id and p.state = 'present'
    where l.token_index = ${tokenIndex} and l.revoked_at is null and (l.expires_at is null or l.expires_at > ${now})`)
  // Of a household's code nothing is left once its person lives elsewhere.
  if (!link || (link.purpose === 'personal' && link.episodeId === null && link.householdId === null)) throw refuse(frameErrors.linkInvalid)
  return { kind: 'link', linkId: link.id, scope: scopeOf(link.areaPath), ...link } as Actor
}
