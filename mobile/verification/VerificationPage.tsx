import type { ReactNode } from 'react'
import { documentsApi } from '../../modules/documents/contract.ts'
import { useFormats } from '../../ui/format.ts'
import { Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'

/** 核验文书: what whoever scans the code on a notice may know, and nothing about the person. */
export default function VerificationPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const f = useFormats()
  const code = location.pathname.split('/')[3] ?? ''
  const query = useQueryOf(documentsApi.verifyNotice, { code })
  if (query.error) return <Screen title={t('links.verify.unknown')}><Notice tone="bad">{query.error.status === 404 || query.error.status === 422 ? t('links.verify.unknownHint') : tError(query.error)}</Notice></Screen>
  if (!query.data) return <Screen title={t('ui.phone.loading')}><span /></Screen>
  const { number, kind, officeName, issuedOn, validTo, valid } = query.data
  return (
    <Screen over={t('links.verify.title')} title={t(valid ? 'links.verify.valid' : 'links.verify.invalid')}>
      <Notice tone={valid ? 'good' : 'bad'}>{t(valid ? 'links.verify.validHint' : 'links.verify.invalidHint', { office: officeName })}</Notice>
      <Block>
        <dl className="facts">
          <dt>{t('links.verify.number')}</dt><dd>{number}</dd>
          <dt>{t('links.verify.kind')}</dt><dd>{t(`links.verify.kinds.${kind}`)}</dd>
          <dt>{t('links.verify.office')}</dt><dd>{officeName}</dd>
          <dt>{t('links.verify.day')}</dt><dd>{f.day(issuedOn)}</dd>
          {validTo ? <><dt>{t('links.verify.until')}</dt><dd>{f.day(validTo)}</dd></> : null}
        </dl>
      </Block>
      <p className="dim small">{t('links.verify.privacy')}</p>
    </Screen>
  )
}
