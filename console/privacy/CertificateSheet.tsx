import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Certificate, PrivacyEvent } from '../../modules/privacy/contract.ts'
import { number, useFormats } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useWords } from '../../ui/words.ts'

/** 销毁证明: one A4 to be signed and sealed. */
export function CertificateSheet({ event, certificate: c }: { event: PrivacyEvent; certificate: Certificate }): ReactNode {
  const t = useWords()
  const f = useFormats()
  const language = useLanguage()
  return (
    <div className="certificate">
      <p><Button type="primary" onClick={() => window.print()}>{t('privacy.events.print')}</Button></p>
      <Sheet title={t('privacy.events.title2')} heads={[event.areaName, event.orderNo, f.at(c.at)]} feet={[`${t('privacy.events.requester')}:${c.requesterName}`, `${t('privacy.events.approver')}:${c.approverName}`, `${t('privacy.events.executor')}:${c.executorName}`, t('privacy.events.seal')]}>
        <p className="certificate-body">{t('privacy.events.body', { area: event.areaName, title: event.title, order: event.orderNo, at: f.at(c.at) })}</p>
        <table>
          <thead><tr><th>{t('privacy.events.data')}</th><th>{t('privacy.events.method')}</th><th>{t('privacy.events.destroyIt')}</th><th>{t('privacy.events.left')}</th></tr></thead>
          <tbody>{c.kinds.map((k) => <tr key={k.kind}><td className="left">{k.name[language]}</td><td>{k.kept ? t('privacy.events.keptMark') : t(`privacy.how.${k.how}`)}</td><td>{number(k.destroyed)}</td><td>{number(k.left)}</td></tr>)}</tbody>
        </table>
        <p className="certificate-body">{t('privacy.events.keptNote', { n: number(c.statistics) })}</p>
        <p className="dim small">{t('privacy.events.checksum')} {c.checksum}</p>
      </Sheet>
    </div>
  )
}
