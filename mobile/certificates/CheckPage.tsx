import type { ReactNode } from 'react'
import { certificatesApi } from '../../modules/certificates/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import './words.ts'

/** 核验证明: what whoever scans the code on a certificate may know, and nothing about the person. */
export default function CheckPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const code = location.pathname.split('/')[3] ?? ''
  const query = useQueryOf(certificatesApi.verifyCertificate, { code })
  if (query.error) return <Screen title={t('links.verify.unknown')}><Notice tone="bad">{query.error.status === 404 || query.error.status === 422 ? t('links.verify.unknownHint') : tError(query.error)}</Notice></Screen>
  if (!query.data) return <Screen title={t('ui.phone.loading')}><span /></Screen>
  const { number, title, officeName, issuedOn, validTo, valid } = query.data
  return (
    <Screen over={t('certificates.check.title')} title={t(valid ? 'certificates.check.valid' : 'certificates.check.invalid')}>
      <Notice tone={valid ? 'good' : 'bad'}>{t(valid ? 'certificates.check.validHint' : 'certificates.check.invalidHint', { office: officeName })}</Notice>
      <Block>
        <dl className="facts">
          <dt>{t('certificates.check.number')}</dt><dd>{number}</dd>
          <dt>{t('certificates.check.kind')}</dt><dd>{title}</dd>
          <dt>{t('certificates.check.office')}</dt><dd>{officeName}</dd>
          <dt>{t('certificates.check.day')}</dt><dd>{f.day(issuedOn)}</dd>
          <dt>{t('certificates.check.until')}</dt><dd>{validTo ? f.day(validTo) : t('certificates.check.forever')}</dd>
        </dl>
      </Block>
      <p className="dim small">{t('certificates.check.privacy')}</p>
    </Screen>
  )
}
