import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { peopleApi } from '../../../modules/people/contract.ts'
import { isWorthFinding } from '../../../modules/people/rules.ts'
import { Page } from '../../../ui/ListPage.tsx'
import { useQueryOf } from '../../../ui/queries.ts'
import { useWords } from '../../../ui/words.ts'

/** 选另一份档案: somebody knows of a double that nothing proposes. */
export function PickOther({ personId, onPick, onLeave }: { personId: string; onPick: (id: string) => void; onLeave: () => void }): ReactNode {
  const t = useWords()
  const card = useQueryOf(peopleApi.personCard, { personId }).data
  const [typed, setTyped] = useState('')
  const text = typed.trim() || card?.name || ''
  const found = useQueryOf(peopleApi.findPeople, { text, limit: 20 }, { enabled: isWorthFinding(text), keep: true }).data?.items ?? []
  return (
    <Page title={t('people.doubles.pick')} sub={card ? `${card.name} · ${card.address}` : undefined} actions={<Button onClick={onLeave}>{t('people.doubles.leave')}</Button>}>
      <div className="stack">
        <Input size="large" autoFocus value={typed} placeholder={t('people.doubles.findHint')} aria-label={t('people.doubles.pick')} onChange={(event) => setTyped(event.target.value)} style={{ maxWidth: 420 }} />
        <ul className="paper lines">
          {found.filter((p) => p.id !== personId).map((p) => (
            <li key={p.id} className="row"><span className="grow"><b>{p.name}</b> <span className="muted">{t(`people.sexes.${p.sex}`)} {p.age ?? ''} · {p.address} · {p.documentMasked ?? ''} {p.phoneMasked ?? ''}</span></span>
              <Button onClick={() => onPick(p.id)}>{t('people.doubles.compare')}</Button></li>
          ))}
        </ul>
      </div>
    </Page>
  )
}
