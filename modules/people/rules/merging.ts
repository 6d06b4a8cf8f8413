/** What is decided field by field when two records are put together; a group of columns that belong together is one field. */
export const mergeFields = [
  'name', 'document', 'phone', 'sex', 'birthOn', 'nation', 'nationality', 'home', 'residency', 'careGroups', 'registered', 'workplace', 'note',
] as const
export type MergeField = (typeof mergeFields)[number]
/** Of the record that is kept, of the other, or (care groups, notes) both. */
export type MergeChoice = 'kept' | 'other' | 'both'

export const mergeColumns: Record<MergeField, readonly string[]> = {
  name: ['name', 'name_pinyin', 'name_initials'], document: ['document_kind', 'document_sealed', 'document_index', 'document_masked'],
  phone: ['phone_sealed', 'phone_index', 'phone_masked'], sex: ['sex'], birthOn: ['birth_on'], nation: ['nation'], nationality: ['nationality'],
  home: ['household_id', 'area_id', 'area_path', 'community_id', 'relation', 'home_since'], residency: ['residency'], careGroups: ['care_groups'],
  registered: ['registered_code', 'registered_address'], workplace: ['workplace'], note: ['note'],
}

export type WholeRecord = Readonly<Record<string, unknown>>
/** The column that tells whether a field is filled. */
const told: Record<MergeField, string> = {
  name: 'name', document: 'document_index', phone: 'phone_index', sex: 'sex', birthOn: 'birth_on', nation: 'nation', nationality: 'nationality', home: 'household_id', residency: 'residency',
  careGroups: 'care_groups', registered: 'registered_address', workplace: 'workplace', note: 'note',
}
const empty = (value: unknown): boolean => value === null || value === undefined || value === '' || value === '0' || value === '9' || (Array.isArray(value) && value.length === 0)
const key = (value: unknown): string => JSON.stringify(Array.isArray(value) ? [...value].sort() : value ?? null)

export const differs = (field: MergeField, a: WholeRecord, b: WholeRecord): boolean => key(a[told[field]]) !== key(b[told[field]])

/** The fuller of the two, else the newer; what can be added up is. Proposed, shown, and changed by one press. */
export function proposeChoice(field: MergeField, kept: WholeRecord, other: WholeRecord): MergeChoice {
  if (!differs(field, kept, other)) return 'kept'
  const [mine, theirs] = [kept[told[field]], other[told[field]]]
  if (empty(theirs)) return 'kept'
  if (empty(mine)) return 'other'
  // An identity number tells both: they go with the one that is kept, unless it does not fit its own record.
  if (field === 'birthOn' || field === 'sex') {
    const numbered = proposeChoice('document', kept, other)
    const { document_kind: kind, document_doubt: doubt } = numbered === 'other' ? other : kept
    if (kind === 'residentId' && empty(doubt)) return numbered
  }
  if (field === 'careGroups' || field === 'note') return 'both'
  return String(other['updated_at'] ?? '') > String(kept['updated_at'] ?? '') && field !== 'home' ? 'other' : 'kept'
}

export const choicesFor = (field: MergeField): MergeChoice[] => (field === 'careGroups' || field === 'note' ? ['kept', 'other', 'both'] : ['kept', 'other'])

type Choices = Readonly<Partial<Record<MergeField, MergeChoice>>>
/** What was said of a field, else what is proposed. */
export const chosenFor = (field: MergeField, kept: WholeRecord, other: WholeRecord, choices: Choices): MergeChoice => choices[field] ?? proposeChoice(field, kept, other)

/** The record as it stands after the merge. */
export function mergedRecord(kept: WholeRecord, other: WholeRecord, choices: Choices): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...kept }
  for (const field of mergeFields) {
    const choice = chosenFor(field, kept, other, choices)
    if (choice === 'kept') continue
    for (const column of mergeColumns[field]) merged[column] = choice === 'other' ? other[column] : both(kept[column], other[column])
  }
  return merged
}

const both = (a: unknown, b: unknown): unknown =>
  Array.isArray(a) && Array.isArray(b) ? [...new Set([...a, ...b] as unknown[])] : [a, b].filter((one) => !empty(one)).join('\n') || null

/** Taken apart: a column goes back to what it was, unless somebody changed it since; that change stays. */
export const unmergedRecord = (before: WholeRecord, after: WholeRecord, now: WholeRecord): Record<string, unknown> =>
  Object.fromEntries(Object.keys(now).map((column) => [column, column in before && key(now[column]) === key(after[column]) ? before[column] : now[column]]))
