import type { Ctx } from '../../../kernel/ctx.ts'
import type { NoticeKind } from '../contract.ts'
import { kinds } from '../data.ts'
import { numberText } from '../rules.ts'
import type { EpisodeFacts, OfficeFacts } from '../rules/facts.ts'
import * as store from '../store.ts'

/** Notices about an episode; certificates have a service of their own. */
type EpisodeNotice = Exclude<NoticeKind, 'healthCertificate'>

/** What a notice is known by; the same whenever it is made again. */
export interface Numbered { id: string; number: string; issuedOn: string; issuerName: string | null; url: string; fresh: boolean }

export const verificationUrl = (publicUrl: string, code: string): string => `${publicUrl.replace(/\/+$/, '')}/m/v/${code}`

/** 128 bits are more than anybody guesses and make a QR that a folded sheet still gives back. */
const CODE_LENGTH = 22
export const codeOf = (token: string): string => token.slice(0, CODE_LENGTH)

/** Numbers for all of them: those that have one keep it, the others get the next of their office and year, in order. */
export async function numbered(ctx: Ctx, kind: EpisodeNotice, wanted: readonly EpisodeFacts[], offices: ReadonlyMap<string, OfficeFacts>): Promise<Map<string, Numbered>> {
  await store.lockEpisodes(ctx.sql, wanted.map((e) => e.id))
  const known = await store.noticesOf(ctx.sql, kind, wanted.map((e) => e.id))
  const found = new Map(known.map(({ codeSealed, ...n }): [string, Numbered] => [n.episodeId, { ...n, url: verificationUrl(ctx.settings.publicUrl, ctx.vault.open(codeSealed)), fresh: false }]))
  const fresh = wanted.filter((e) => !found.has(e.id))
  for (const office of offices.values()) {
    const own = fresh.filter((e) => e.communityId === office.id)
    for (const [episodeId, notice] of await take(ctx, kind, office, own)) found.set(episodeId, notice)
  }
  return found
}

async function take(ctx: Ctx, kind: EpisodeNotice, office: OfficeFacts, episodes: readonly EpisodeFacts[]): Promise<[string, Numbered][]> {
  if (episodes.length === 0) return []
  const year = Number(ctx.today.slice(0, 4))
  const last = await store.takeNumbers(ctx.sql, { officeId: office.id, areaPath: office.areaPath, kind, year, count: episodes.length })
  const issuerName = ctx.actor.kind === 'staff' ? ctx.actor.name : null
  const made = episodes.map((e, i) => {
    const no = last - episodes.length + 1 + i
    const code = codeOf(ctx.newToken())
    return { e, no, code, id: ctx.newId(), number: numberText(kinds[kind].number ?? '', office.name, year, no) }
  })
  await store.insertNotices(ctx.sql, made.map(({ e, no, code, id, number }) => ({
    id, officeId: office.id, areaPath: e.areaPath, kind, year, no, number, episodeId: e.id, personId: e.personId, issuedOn: ctx.today, issuerName,
    codeIndex: ctx.vault.index('token', code), codeSealed: ctx.vault.seal(code),
  })))
  return made.map(({ e, id, number, code }) => [e.id, { id, number, issuedOn: ctx.today, issuerName, url: verificationUrl(ctx.settings.publicUrl, code), fresh: true }])
}

/** 编号 of another module’s papers: the next of an office and year, none skipped or given twice. */
export const takeNumber = (ctx: Ctx, office: OfficeFacts, kind: 'communityCertificate', year: number): Promise<number> =>
  store.takeNumbers(ctx.sql, { officeId: office.id, areaPath: office.areaPath, kind, year, count: 1 })
