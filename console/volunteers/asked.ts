import type { InputOf } from '../../kernel/endpoint.ts'
import { skill, volunteerKind, volunteersApi, volunteerTab } from '../../modules/volunteers/contract.ts'
import type { Address } from '../../ui/address.ts'

export const FIRST = 'ready'
/** What the address asks of the list. */
export function volunteersAsked(at: Address): InputOf<typeof volunteersApi.listVolunteers> {
  const [tab, kind, one] = [volunteerTab.safeParse(at['tab']).data, volunteerKind.safeParse(at['kind']).data, skill.safeParse(at['skill']).data]
  return {
    ...(tab ? { tab } : {}), ...(kind ? { kind } : {}), ...(one ? { skill: one } : {}), ...(at['unit'] ? { unit: at['unit'] } : {}), ...(at['area'] ? { areaId: at['area'] } : {}), ...(at['text'] ? { text: at['text'] } : {}),
    ...(at['since'] && at['until'] ? { since: at['since'], until: at['until'] } : {}),
  }
}
