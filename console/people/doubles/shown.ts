import type { MergeSide } from '../../../modules/people/contract.ts'
import { nationName, type MergeField } from '../../../modules/people/rules.ts'
import type { Formats } from '../../../ui/format.ts'
import type { Say } from '../../../ui/words.ts'

/** One field of one record as it is read; empty where nothing is known. */
export function shownSide(t: Say, f: Formats, p: MergeSide, field: MergeField): string {
  const shown: Record<MergeField, () => string | null> = {
    name: () => p.name, document: () => (p.documentMasked ? `${t(`people.documentKinds.${p.documentKind}`)} ${p.documentMasked}` : null), phone: () => p.phoneMasked,
    sex: () => (p.sex === '0' ? null : t(`people.sexes.${p.sex}`)), birthOn: () => (p.birthOn === null ? null : f.day(p.birthOn)), nation: () => nationName(p.nation), nationality: () => p.nationality,
    home: () => [p.address, p.relation ? t(`people.relations.${p.relation}`) : ''].filter(Boolean).join(' · '), residency: () => t(`people.residencies.${p.residency}`),
    careGroups: () => p.careGroups.map((g) => t(`people.careGroups.${g}`)).join('、'), registered: () => p.registeredAddress, workplace: () => p.workplace, note: () => p.note,
  }
  return shown[field]() ?? ''
}
