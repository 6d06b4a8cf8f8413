import { nationName } from '../../modules/people/rules.ts'
import type { Say } from '../../ui/words.ts'
import type { FieldName, PersonFields } from './fields.ts'

/** A field's content in words, as somebody else saved it. */
export function shownField(t: Say, f: PersonFields, name: FieldName): string {
  if (name === 'careGroups') return f.careGroups.map((g) => t(`people.careGroups.${g}`)).join('、') || t('people.form.empty')
  const value = f[name]
  if (value === '' || value === null) return t('people.form.empty')
  if (name === 'nation') return nationName(value)
  const words: Partial<Record<FieldName, string>> = { documentKind: 'documentKinds', sex: 'sexes', relation: 'relations', residency: 'residencies' }
  return words[name] ? t(`people.${words[name]}.${value}`) : value
}
