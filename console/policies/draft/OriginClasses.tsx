import { Button, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { riskLevels, type OriginClass, type PolicyDocument } from '../../../modules/policies/contract.ts'
import { useWords } from '../../../ui/words.ts'

const relations = ['abroad', 'otherProvince', 'sameProvince', 'sameCity'] as const
type Match = OriginClass['match']

/** 来源分类: from the top down, the first that fits is the person's; a class by its divisions, its risk or its relation to this place. */
export function OriginClasses({ document, onChange }: { document: PolicyDocument; onChange: (classes: OriginClass[]) => void }): ReactNode {
  const t = useWords()
  const { originClasses: classes, rules } = document
  const set = (index: number, change: Partial<OriginClass>) => onChange(classes.map((one, i) => (i === index ? { ...one, ...change } : one)))
  const match = (index: number, key: keyof Match, value: unknown) => {
    const { [key]: _former, ...rest } = classes[index]?.match ?? {}
    const empty = value === undefined || (Array.isArray(value) && value.length === 0)
    set(index, { match: empty ? rest : { ...rest, [key]: value } as Match })
  }
  return (
    <>
      {classes.map((one, i) => (
        <div key={one.id} className="draft-row">
          <Input aria-label={t('policies.draft.className')} placeholder={t('policies.draft.className')} value={one.name.zh} onChange={(event) => set(i, { name: { ...one.name, zh: event.target.value } })} />
          <Input aria-label={t('policies.draft.classNameEn')} placeholder={t('policies.draft.classNameEn')} value={one.name.en} onChange={(event) => set(i, { name: { ...one.name, en: event.target.value } })} />
          <Input aria-label={t('policies.draft.classCodes')} placeholder={t('policies.draft.classCodes')} defaultValue={one.match.codes?.join(' ')} onBlur={(event) => match(i, 'codes', codesIn(event.target.value))} />
          <Select mode="multiple" style={{ minWidth: 130 }} aria-label={t('policies.draft.classRisk')} placeholder={t('policies.draft.classRisk')} value={one.match.risk ?? []} options={riskLevels.map((value) => ({ value, label: t(`policies.riskLevels.${value}`) }))} onChange={(risk) => match(i, 'risk', risk)} />
          <Select allowClear style={{ minWidth: 130 }} aria-label={t('policies.draft.classRelation')} placeholder={t('policies.draft.classRelation')} value={one.match.relation ?? null} options={relations.map((value) => ({ value, label: t(`policies.relations.${value}`) }))} onChange={(relation?: string | null) => match(i, 'relation', relation ?? undefined)} />
          <Button type="text" disabled={i === 0} aria-label={`${t('policies.draft.up')} ${one.name.zh}`} onClick={() => onChange(swapped(classes, i))}>↑</Button>
          <Button type="text" aria-label={`${t('policies.draft.remove')} ${one.name.zh}`} disabled={classes.length === 1} onClick={() => onChange(classes.filter((_, other) => other !== i))}>✕</Button>
          {rules.some((rule) => rule.when.origin === undefined || rule.when.origin.includes(one.id)) ? null : <span className="fault small">{t('policies.draft.classUnused')}</span>}
        </div>
      ))}
      <div><Button onClick={() => onChange([{ id: freshId(classes), name: { zh: '', en: '' }, match: {} }, ...classes])}>+ {t('policies.draft.addClass')}</Button></div>
    </>
  )
}

const codesIn = (text: string): string[] => [...new Set((text.match(/\d+/g) ?? []).filter((code) => /^\d{2}(\d{2}(\d{2})?)?$/.test(code)))]

const swapped = (classes: readonly OriginClass[], i: number): OriginClass[] => {
  const [before, one] = [classes[i - 1], classes[i]]
  return before && one ? classes.with(i - 1, one).with(i, before) : [...classes]
}

/** classA, classB …: letters only, as the rules refer to it. */
const freshId = (classes: readonly OriginClass[]): string => {
  const taken = new Set(classes.map(({ id }) => id))
  for (let n = 0; ; n++) {
    const id = `class${n.toString(26).replace(/\d/g, (d) => 'qrstuvwxyz'[Number(d)] ?? 'q')}`
    if (!taken.has(id)) return id
  }
}
