import { Button } from 'antd'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { PassCard, PassKind } from '../../modules/passes/contract.ts'
import { passesApi } from '../../modules/passes/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Choices } from '../../ui/choices.tsx'
import { Field } from '../../ui/form.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { useWords } from '../../ui/words.ts'
import { useMay } from '../me.ts'
import { HomeForm, PersonForm } from './HomeForms.tsx'
import { VehicleForm } from './VehicleForm.tsx'
import { VisitorForm } from './VisitorForm.tsx'
import './passes.css'

/** 签发 one: for whom, and nothing that is known already. */
export default function IssuePage(): ReactNode {
  const t = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const kinds: PassKind[] = [...(may('passes.issue') ? (['household', 'person', 'vehicle'] as const) : []), ...(may('passes.visitors') ? (['visitor'] as const) : [])]
  const [at] = useAddress()
  const [kind, setKind] = useState<PassKind | undefined>(kinds.find((one) => one === at['kind']) ?? kinds[0])
  const revoke = useCommandOf(passesApi.revokePass)
  const decline = useCommandOf(passesApi.declineVisitor)
  const done = (card: PassCard) => {
    if (card.kind === 'visitor') offerUndo(t('passes.form.announced', { name: card.name }), () => decline.mutateAsync({ passId: card.passId }))
    else offerUndo(t('passes.form.issued', { number: card.number }), () => revoke.mutateAsync({ passId: card.passId, reason: t('passes.form.undoReason') }))
    void navigate({ to: '/passes' as never, search: { open: card.passId, ...(card.kind === 'visitor' ? { tab: 'visitors' } : {}) } as never })
  }
  return (
    <Page title={t('passes.form.title')} sub={t('passes.title')} actions={<Link to={'/passes' as never}><Button>{t('passes.bulk.back')}</Button></Link>}>
      <div className="paper pass-form">
        <Field label={t('passes.form.kind')} group>
          <Choices label={t('passes.form.kind')} value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: t(`passes.kinds.${value}`) }))} />
        </Field>
        {kind === 'household' ? <HomeForm key={kind} onDone={done} /> : null}
        {kind === 'person' ? <PersonForm key={kind} onDone={done} /> : null}
        {kind === 'vehicle' ? <VehicleForm key={kind} onDone={done} /> : null}
        {kind === 'visitor' ? <VisitorForm key={kind} onDone={done} /> : null}
      </div>
    </Page>
  )
}
