import { may } from '../../accounts/rules.ts'

/** 首页: what somebody of the staff finds first on the phone. */
export const homes = ['gate', 'doors', 'patients', 'deliveries', 'desk'] as const
export type Home = (typeof homes)[number]

const homeOfRole: Readonly<Record<string, Home>> = { gatekeeper: 'gate', gridWorker: 'doors', healthCentreDoctor: 'patients', propertyStaff: 'deliveries', communityWorker: 'desk' }

/** Undefined for whoever works at a desk alone. */
export const homeOf = (role: string | null): Home | undefined => (role !== null && may(role, 'field.use') ? homeOfRole[role] : undefined)

export interface Wanted {
  /** Everybody managed, only those a visit is owed to, or nobody. */
  people: 'managed' | 'visited' | 'none'
  /** Readings, windows and the way to call; whoever only brings something sees name and door. */
  health: boolean
  /** 关爱走访: whose turn it is, and homes where nobody is left to care, with whoever walks from door to door. */
  care: boolean
  /** The register of households: only where the territory is walked door by door. */
  doors: boolean
  policy: boolean
}
const nothing: Wanted = { people: 'none', health: false, care: false, doors: false, policy: false }
const wantedOfHome: Record<Home, Wanted> = {
  gate: { ...nothing, policy: true },
  doors: { people: 'managed', health: true, care: true, doors: true, policy: true },
  patients: { people: 'visited', health: true, care: false, doors: false, policy: true },
  deliveries: { ...nothing, people: 'visited' },
  desk: { people: 'managed', health: true, care: false, doors: false, policy: true },
}

/** What a duty carries; nothing that it does not need. */
export function wantedOf(role: string): Wanted {
  const home = homeOf(role)
  return home ? wantedOfHome[home] : nothing
}
