import type { Instant } from '../../kernel/dates.ts'
import type { Decision, PolicyEdition } from '../../modules/policies/contract.ts'
import { decide } from '../../modules/policies/rules/decide.ts'
import { factsFor, isDeviceError } from '../../modules/screening/rules/facts.ts'
import { nobody, type Draft } from '../declaration/draft.ts'

/** The server’s own rules on the order this phone carries; undefined where it carries none, or the order does not say. */
export function decideHere(draft: Draft, edition: PolicyEdition | undefined, homeCode: string, at: Instant): Decision | undefined {
  if (!edition) return undefined
  const [person = nobody] = draft.people
  const facts = factsFor({
    origin: draft.origin ?? 'unknown', originName: draft.originName, originPlace: draft.originPlace.trim() || null, arrivedOn: draft.arrivedOn, dayTold: true, purpose: draft.purpose ?? null,
    contact: person.contact ?? 'none', lastExposureOn: person.contact === 'general' && person.lastExposureOn ? person.lastExposureOn : null, symptoms: person.symptoms ?? [], symptomsAsked: true,
    temperature: person.temperature ?? null, deviceError: isDeviceError(edition.document, person.temperature), reportedAt: at,
  }, homeCode)
  try {
    return decide(facts, edition, at)
  } catch {
    return undefined
  }
}
