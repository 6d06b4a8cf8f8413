import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { certificatesApi, type NotIssued } from '../../modules/certificates/contract.ts'
import { StateTag, Why } from '../../ui/card.tsx'
import { useCommandOf } from '../../ui/queries.ts'
import { offerUndo, say } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 不该社区开: who does it, what to bring, what to say, by which rule; one press makes the slip and counts it. */
export function ReferPanel({ item, said, outside, onDone }: { item: NotIssued; said: string; outside?: true; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const go = useNavigate()
  const takeBack = useCommandOf(certificatesApi.takeBackCertificate)
  const refer = useCommandOf(certificatesApi.referElsewhere, { onRefused: (error) => say(tError(error)) })
  const count = (then: (certificateId: string) => void) => refer.mutateAsync({ code: item.code, ...(said ? { said } : {}) }).then(({ certificateId }) => {
    offerUndo(t('certificates.desk.referred'), () => takeBack.mutateAsync({ certificateId }))
    then(certificateId)
  }).catch(() => undefined)
  return (
    <section className="paper certificate-answer" aria-label={item.name}>
      <header className="row"><h2 className="grow">{outside ? t('certificates.desk.nothing') : item.name}</h2><StateTag tone="bad">{t('certificates.desk.mayNot')}</StateTag></header>
      <Why>{item.says}</Why>
      <dl className="certificate-where">
        <dt>{t('certificates.desk.goTo')}</dt><dd><b>{item.office}</b></dd>
        <dt>{t('certificates.desk.bring')}</dt><dd>{item.bring}</dd>
        <dt>{t('certificates.desk.basis')}</dt><dd className="small">{item.basis}</dd>
      </dl>
      <p className="dim small">{t(item.source === 'own' ? 'certificates.desk.ownHint' : 'certificates.desk.hint')}</p>
      <div className="row">
        <Button type="primary" size="large" loading={refer.isPending} onClick={() => void count((of) => void go({ to: '/certificates/print', search: { of } } as never))}>{t('certificates.desk.refer')}</Button>
        <Button size="large" disabled={refer.isPending} onClick={() => void count(onDone)}>{t('certificates.desk.referOnly')}</Button>
      </div>
    </section>
  )
}
