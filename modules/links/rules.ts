import type { Actor, LinkActor } from '../../kernel/ctx.ts'
import { frameErrors, refuse } from '../../kernel/errors.ts'

/** What a code says. The phone app reads the token from the path and never sends it anywhere but in its own header. */
export const linkUrl = (publicUrl: string, page: 'declaration' | 'personal' | 'household' | 'tip' | 'matter' | 'news' | 'help', token: string): string =>
  `${publicUrl.replace(/\/+$/, '')}/m/${{ declaration: 'd', personal: 'p', household: 'h', tip: 't', matter: 'a', news: 'n', help: 'j' }[page]}/${token}`

/** The link a resident came with; a link for another purpose opens nothing here, and by one that has stopped (停止采集) nothing is taken for an event. */
export function linkOf(actor: Actor, purpose: LinkActor['purpose']): LinkActor {
  const link = everydayLink(actor, purpose)
  if (link.stopped) throw refuse(frameErrors.frozen)
  return link
}

/** The same for what residents ask for on any day, event or none. */
export function everydayLink(actor: Actor, purpose: LinkActor['purpose']): LinkActor {
  if (actor.kind !== 'link' || actor.purpose !== purpose) throw refuse(frameErrors.linkInvalid)
  return actor
}
