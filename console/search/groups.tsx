import type { ReactNode } from 'react'
import type * as z from 'zod'
import type { Found, peopleApi } from '../../modules/people/contract.ts'
import { plateText } from '../../modules/people/rules.ts'
import type { Say } from '../../ui/words.ts'
import { FoundLine, Marked } from './FoundLine.tsx'

type Results = z.output<typeof peopleApi.search.output>
/** Where a line leads, and what then stands in the box. */
export interface Goal { shown: string; to: string; search: Record<string, string> }
interface Line { key: string; label: ReactNode; goal: Goal }
interface Option { value: string; label: ReactNode }
interface Group { label: ReactNode; options: Option[] }

/** The suggestions in the order in which people look for things, and where each leads; the last line shows everybody found. */
export function groupsOf(t: Say, text: string, found: Results): { options: (Group | Option)[]; goals: Map<string, Goal> } {
  const groups: [string, Line[]][] = [
    ['people', found.people.map((person) => personLine(t, person))],
    ['households', found.households.map((h) => ({
      key: `household:${h.id}`, goal: { shown: h.door, to: '/household', search: { open: h.id } },
      label: <FoundLine name={<Marked text={`${h.address} ${h.door}`} part={{ from: h.address.length + 1, length: h.door.length }} />} why={t('people.matched.door')}
        under={[h.householder ? t('people.found.householder', { name: h.householder }) : t('people.found.noHouseholder'), h.members > 0 ? t('people.found.members', { n: h.members }) : t('people.found.empty')].join(' · ')} />,
    }))],
    ['vehicles', found.vehicles.map((v) => ({
      key: `vehicle:${v.id}`, goal: { shown: v.plate, to: '/household', search: { open: v.householdId } },
      label: <FoundLine name={<b>{plateText(v.plate)}</b>} why={t('people.matched.plate')} under={[t(`people.vehicleKinds.${v.kind}`), v.owner, v.address].filter(Boolean).join(' · ')} />,
    }))],
    ['areas', found.areas.map((a) => ({
      key: `area:${a.id}`, goal: { shown: a.name, to: '/people', search: { area: a.id } },
      label: <FoundLine name={<b>{a.name}</b>} why={t(`territory.levels.${a.level}`)} under={a.fullName} />,
    }))],
  ]
  const lines = groups.flatMap(([, all]) => all)
  const all: Line[] = found.people.length + found.households.length === 0 ? [] : [{ key: 'all', goal: { shown: text, to: '/people', search: { text } }, label: <span className="link-like">{t('ui.top.all', { text })}</span> }]
  return {
    options: [
      ...groups.filter(([, some]) => some.length > 0).map(([name, some]) => ({ label: <span className="small">{t(`people.found.${name}`)}</span>, options: some.map(({ key, label }) => ({ value: key, label })) })),
      ...all.map(({ key, label }) => ({ value: key, label })),
    ],
    goals: new Map([...lines, ...all].map(({ key, goal }) => [key, goal])),
  }
}

/** Name or number with the part that matched marked, and in a word how. */
function personLine(t: Say, person: Found): Line {
  const byNumber = person.matched.startsWith('document') ? person.documentMasked : person.matched.startsWith('phone') ? person.phoneMasked : null
  const age = person.age === null ? '' : t('ui.time.age', { n: person.age })
  return {
    key: `person:${person.id}`, goal: { shown: person.name, to: '/people', search: { open: person.id } },
    label: <FoundLine name={byNumber === null ? <Marked text={person.name} part={person.part} strong /> : <b>{person.name}</b>}
      why={<>{t(`people.matched.${person.matched}`)}{byNumber === null ? null : <> <Marked text={byNumber} part={person.part} /></>}</>}
      under={[t(`people.sexes.${person.sex}`), age, person.address].filter(Boolean).join(' · ')}
      tag={person.measure ? t(`quarantine.measures.${person.measure}`) : undefined} />,
  }
}
