import { Checkbox, Select } from 'antd'
import type { ReactNode } from 'react'
import { rolePermissions, type Role } from '../../../modules/accounts/rules.ts'
import { releaseConditions, type PolicyDocument } from '../../../modules/policies/contract.ts'
import { Field } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.ts'

/** Only who may confirm a release can be named to do it. */
const confirmers = (Object.keys(rolePermissions) as Role[]).filter((role) => rolePermissions[role].includes('quarantine.release'))

/** 解除: which conditions must hold, and which offices confirm; and whether the order looks back. */
export function ReleaseTerms({ document: d, onChange }: { document: PolicyDocument; onChange: (change: Partial<PolicyDocument>) => void }): ReactNode {
  const t = useWords()
  return (
    <>
      <Field label={t('policies.draft.releaseRequires')} group>
        <Checkbox.Group value={d.release.requires} options={releaseConditions.map((value) => ({ value, label: t(`policies.conditions.${value}`) }))} onChange={(requires) => onChange({ release: { ...d.release, requires: releaseConditions.filter((one) => requires.includes(one)) } })} />
      </Field>
      <Field label={t('policies.draft.confirmBy')}>
        <Select mode="multiple" size="large" aria-label={t('policies.draft.confirmBy')} value={d.release.confirmBy} options={confirmers.map((value) => ({ value, label: t(`accounts.roles.${value}`) }))} onChange={(confirmBy) => onChange({ release: { ...d.release, confirmBy: confirmBy.length > 0 ? confirmBy : d.release.confirmBy } })} />
      </Field>
      <div>
        <Checkbox checked={d.retroactive ?? false} onChange={(event) => onChange({ retroactive: event.target.checked })}>{t('policies.draft.retroactive')}</Checkbox>
        <p className="muted small">{t('policies.draft.retroactiveHint')}</p>
      </div>
    </>
  )
}
