import QRCode from 'qrcode'
import type { Ctx, Jobs } from '../../kernel/ctx.ts'
import type { Service } from '../../kernel/endpoint.ts'
import { frameErrors, refuse } from '../../kernel/errors.ts'
import { policyIfAny } from '../policies/service.ts'
import { areaById, homeCodeOf } from '../territory/service.ts'
import type { linksApi, ShownLink } from './contract.ts'
import { linkUrl } from './rules.ts'
import {
  findDeclarationLink, findHouseholdLink, findPersonalLink, getLink, insertLink, nearestDeclarationLink, placeOfLink, placesOfLink, revoke,
} from './store.ts'
import type { LinkRow } from './tables.ts'

interface Holder { areaId: string; areaPath: string; personId?: string; episodeId?: string }

async function makeLink(ctx: Ctx, purpose: 'declaration' | 'personal', holder: Holder) {
  const token = ctx.newToken()
  const linkId = ctx.newId()
  await insertLink(ctx.sql, {
    id: linkId, purpose, tokenIndex: ctx.vault.index('token', token), tokenSealed: ctx.vault.seal(token),
    areaId: holder.areaId, areaPath: holder.areaPath, personId: holder.personId ?? null, episodeId: holder.episodeId ?? null, at: ctx.now,
  })
  return { linkId, token, url: linkUrl(ctx.settings.publicUrl, purpose, token) }
}

/** Called when an episode opens: the resident's own page, without an account. */
export const createPersonalLink = (
  ctx: Ctx, holder: { personId: string; episodeId: string; areaId: string; areaPath: string },
): Promise<{ linkId: string; token: string; url: string }> => makeLink(ctx, 'personal', holder)

/** The personal link in use for an episode. */
export async function personalLinkOf(ctx: Ctx, episodeId: string): Promise<{ linkId: string; url: string } | undefined> {
  const row = await findPersonalLink(ctx.sql, episodeId)
  return row && { linkId: row.id, url: urlOf(ctx, row) }
}

// Whoever is not managed has no page of an episode, only the household's.
const pageOf = ({ purpose, episodeId }: LinkRow) => (purpose === 'personal' && episodeId === null ? 'household' : purpose)
const urlOf = (ctx: Ctx, row: LinkRow): string => linkUrl(ctx.settings.publicUrl, pageOf(row), ctx.vault.open(row.tokenSealed))

/** 家庭码: the household's own page by one of its members, for passes and visitors; the one in use stays in use. */
export async function householdLink(ctx: Ctx, holder: { personId: string; areaId: string; areaPath: string }): Promise<ShownLink> {
  const inUse = await findHouseholdLink(ctx.sql, holder.personId)
  return show(ctx, inUse ?? await getLink(ctx.sql, (await makeLink(ctx, 'personal', holder)).linkId))
}

async function show(ctx: Ctx, row: LinkRow): Promise<ShownLink> {
  const url = urlOf(ctx, row)
  return {
    linkId: row.id, purpose: row.purpose, areaId: row.areaId, areaName: row.areaName, areaFullName: row.areaFullName,
    officePhone: row.officePhone, createdAt: row.createdAt, expiresAt: row.expiresAt, url,
    qrSvg: await drawn(url), tip: await otherPage(ctx, row, 'tip'), matter: await otherPage(ctx, row, 'matter'), news: await otherPage(ctx, row, 'news'), help: await otherPage(ctx, row, 'help'),
  }
}

// Level M survives a poster that has hung in the rain.
const drawn = (url: string): Promise<string> => QRCode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })

/** Another page behind the same code of an area. */
async function otherPage(ctx: Ctx, row: LinkRow, page: 'tip' | 'matter' | 'news' | 'help'): Promise<ShownLink['tip']> {
  if (row.purpose !== 'declaration') return null
  const url = linkUrl(ctx.settings.publicUrl, page, ctx.vault.open(row.tokenSealed))
  return { url, qrSvg: await drawn(url) }
}

/** 公告码 of a place, or of what lies around it and has one; what is out of the caller's sight is none. */
export async function newsCodeOf(ctx: Ctx, areaPath: string): Promise<ShownLink['news']> {
  const row = await nearestDeclarationLink(ctx.sql, areaPath)
  return row ? otherPage(ctx, row, 'news') : null
}

export const linksService: Service<typeof linksApi, Ctx> = {
  async declarationLink(ctx, { areaId }) {
    await areaById(ctx, areaId)
    const row = await findDeclarationLink(ctx.sql, areaId)
    return { link: row ? await show(ctx, row) : null }
  },
  async createDeclarationLink(ctx, { areaId }) {
    const area = await areaById(ctx, areaId)
    const inUse = await findDeclarationLink(ctx.sql, areaId)
    if (inUse) return show(ctx, inUse)
    const { linkId } = await makeLink(ctx, 'declaration', { areaId, areaPath: area.areaPath })
    return show(ctx, await getLink(ctx.sql, linkId))
  },
  async revokeLink(ctx, { linkId }) {
    await getLink(ctx.sql, linkId)
    await revoke(ctx.sql, linkId, ctx.now)
    return {}
  },
  async personalLink(ctx, { episodeId }) {
    const row = await findPersonalLink(ctx.sql, episodeId)
    if (!row) throw refuse(frameErrors.notFound)
    return show(ctx, row)
  },
  async renewPersonalLink(ctx, { episodeId }) {
    const former = await findPersonalLink(ctx.sql, episodeId)
    if (!former || former.personId === null) throw refuse(frameErrors.notFound)
    await revoke(ctx.sql, former.id, ctx.now)
    const { linkId } = await makeLink(ctx, 'personal', {
      areaId: former.areaId, areaPath: former.areaPath, personId: former.personId, episodeId,
    })
    return show(ctx, await getLink(ctx.sql, linkId))
  },
  async openLink(ctx) {
    if (ctx.actor.kind !== 'link') throw refuse(frameErrors.linkInvalid)
    const place = await placeOfLink(ctx.sql, ctx.actor.areaId)
    const order = await policyIfAny(ctx, ctx.actor.areaPath, ctx.now)
    return {
      purpose: ctx.actor.purpose, stopped: ctx.actor.stopped, areaName: place.name, areaFullName: place.fullName, officePhone: place.officePhone,
      homeCode: await homeCodeOf(ctx, ctx.actor.areaPath), today: ctx.today, thermometer: order ? { min: order.document.temperature.deviceMin, max: order.document.temperature.deviceMax } : null,
      places: ctx.actor.purpose === 'declaration' ? await placesOfLink(ctx.sql, ctx.actor.areaPath) : [],
    }
  },
}

export const linksJobs: Jobs = {}
