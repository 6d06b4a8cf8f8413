import type { Arrival } from './arrivals.ts'
import { chance, type Chance } from './chance.ts'
import type { DemoPerson } from './persons.ts'

const WORK = ['务农', '建筑工地', '电子厂', '饭店', '个体户', '司机', '教师'] as const
const TRIPS = {
  near: [{ by: 'car', no: (c: Chance) => `云H${c.int(10000, 99999)}` }, { by: 'coach', no: (c: Chance) => `文山客运 ${c.int(1, 40)} 座` }],
  far: [
    { by: 'train', no: (c: Chance) => `G${c.int(1000, 3999)}` }, { by: 'train', no: (c: Chance) => `K${c.int(100, 999)}` },
    { by: 'plane', no: (c: Chance) => `MU${c.int(5000, 5999)}` }, { by: 'car', no: (c: Chance) => `粤B${c.int(10000, 99999)}` },
  ],
} as const
type Trip = (typeof TRIPS)['near' | 'far'][number]
/** Who has been here longer than a week has been called often enough. */
const WEEK = 7

/** By somebody's own number, so that the figures are the same every time and nobody else's chance is changed. */
const chanceOf = (person: DemoPerson): Chance => chance(Number(person.documentNo.slice(3, 16)) % 2_147_483_647)
const askedOf = (c: Chance, arrival: Arrival) => <T extends object>(value: T, share: number): Partial<T> => (c.hit(arrival.daysAgo > WEEK ? 1 - (1 - share) / 3 : share) ? value : {})

/** 行程、交通工具、班次, the same for everybody who travelled together; of some it is still open. */
export function wayOf(arrival: Arrival, head: DemoPerson) {
  const c = chanceOf(head)
  const asked = askedOf(c, arrival)
  const trip = c.pick<Trip>(TRIPS[arrival.origin.startsWith('53') ? 'near' : 'far'])
  return { ...asked({ via: c.pick(['直达', '直达', '经昆明', '经南宁']) }, 0.9), ...asked({ transport: trip.by }, 0.97), ...asked({ tripNo: trip.no(c) }, 0.8) }
}

/** 职业、接触史、密接 of one person. */
export function alsoTold(arrival: Arrival, person: DemoPerson) {
  const c = chanceOf(person)
  const asked = askedOf(c, arrival)
  const age = 2020 - Number(person.birthOn.slice(0, 4))
  return { ...asked({ occupation: age < 18 ? '学生' : age >= 60 ? '退休' : c.pick(WORK) }, 0.85), contactAsked: c.hit(0.98), ...asked({ closeContacts: c.pick(['没有', '同住家人', '同车老乡 2 人']) }, 0.88) }
}
