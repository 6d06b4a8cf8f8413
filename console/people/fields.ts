import type * as z from 'zod'
import type { editPersonInput, PersonCard } from '../../modules/people/contract.ts'
import type { CareGroup, DocumentKind, Residency } from '../../modules/people/rules.ts'

/** What the form holds: text as typed; empty means unknown. */
export interface PersonFields {
  name: string; documentKind: DocumentKind
  /** Empty while the number on record stays; null once it is to be removed. */
  documentNo: string | null; phone: string | null
  sex: '' | '1' | '2'; birthOn: string; nation: string; relation: string; residency: Residency; careGroups: CareGroup[]; workplace: string; registeredAddress: string; note: string
}
export type FieldName = keyof PersonFields
export interface NewPerson extends PersonFields { areaId: string; building: string; unit: string; room: string }

/** Nothing is filled in that must be asked: the commonest kinds only. */
export const emptyPerson: NewPerson = {
  areaId: '', building: '', unit: '', room: '', name: '', documentKind: 'residentId', documentNo: '', phone: '', sex: '', birthOn: '', nation: '', relation: '', residency: 'permanent',
  careGroups: [], workplace: '', registeredAddress: '', note: '',
}

export const fieldsOf = (p: PersonCard): PersonFields => ({
  name: p.name, documentKind: p.documentKind, documentNo: '', phone: '', sex: p.sex === '1' || p.sex === '2' ? p.sex : '', birthOn: p.birthOn ?? '', nation: p.nation ?? '',
  relation: p.relation ?? '', residency: p.residency, careGroups: p.careGroups as CareGroup[], workplace: p.workplace ?? '', registeredAddress: p.registeredAddress ?? '', note: p.note ?? '',
})

const same = (a: PersonFields, b: PersonFields, name: FieldName): boolean => JSON.stringify(a[name]) === JSON.stringify(b[name])
const namesOf = (f: PersonFields) => Object.keys(f) as FieldName[]

/** What differs from the record as it was read. */
export const changedIn = (form: PersonFields, read: PersonFields): FieldName[] => namesOf(read).filter((name) => !same(form, read, name))

type Changes = Omit<z.input<typeof editPersonInput>, 'personId' | 'version'>
const REQUIRED: readonly FieldName[] = ['name', 'documentKind', 'residency', 'careGroups']

/** As it is sent: an emptied field is null, an unknown sex is 0. */
const sent = (form: PersonFields, name: FieldName): unknown =>
  name === 'sex' ? form.sex || '0' : REQUIRED.includes(name) ? form[name] : form[name] || null

/** Only what was changed is sent, so that nobody's work elsewhere on the record is overwritten. */
export const changesOf = (form: PersonFields, read: PersonFields): Changes =>
  Object.fromEntries(changedIn(form, read).map((name) => [name, sent(form, name)])) as Changes

/** A new record: what is empty is left out. */
export const registrationOf = (form: NewPerson) =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => value !== '' && value !== null)) as unknown as NewPerson & { sex?: '1' | '2' }

/** Somebody saved meanwhile: theirs where only they changed something, ours where we did; what both changed is named. */
export function rebase(form: PersonFields, read: PersonFields, theirs: PersonFields): { form: PersonFields; both: FieldName[] } {
  const mine = changedIn(form, read)
  return {
    form: { ...theirs, ...Object.fromEntries(mine.map((name) => [name, form[name]])) },
    both: mine.filter((name) => !same(theirs, read, name) && !same(theirs, form, name)),
  }
}
