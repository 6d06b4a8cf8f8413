import type { ReactNode } from 'react'
import { certificatesApi } from '../../modules/certificates/contract.ts'
import { BigButton, Block, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useErrorWords, useWords } from '../../ui/words.ts'
import './words.ts'

const [, , , areaId = ''] = location.pathname.split('/')

/** 证明清单公示 behind the QR, for everybody: what the community issues, what it does not and where to go. */
export default function ListPage(): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const query = useQueryOf(certificatesApi.publicCertificateList, { areaId })
  if (query.error) return <Screen title={t('certificates.own.title')} foot={<BigButton onPress={() => void query.refetch()}>{t('ui.phone.reload')}</BigButton>}><Notice tone="soon">{tError(query.error)}</Notice></Screen>
  if (!query.data) return <Screen title={t('ui.phone.loading')}><span /></Screen>
  const { officeName, fullName, officePhone, issued, notIssued } = query.data
  return (
    <Screen over={fullName || officeName} title={t('certificates.own.title')} foot={officePhone ? <BigButton href={`tel:${officePhone}`}>{t('certificates.own.call', { phone: officePhone })}</BigButton> : undefined}>
      <Block title={t('certificates.own.issued')}>
        {issued.map((item) => <details key={item.code}><summary><b>{item.name}</b></summary><dl className="facts"><dt>{t('certificates.own.use')}</dt><dd>{item.use}</dd><dt>{t('certificates.own.checks')}</dt><dd>{item.checks.map((check) => <div key={check}>{check}</div>)}</dd>{item.validDays === null ? null : <><dt>{t('certificates.check.until')}</dt><dd>{t('certificates.own.days', { n: item.validDays })}</dd></>}<dt>{t('certificates.own.basis')}</dt><dd>{item.basis}</dd></dl></details>)}
      </Block>
      <Block title={t('certificates.own.notIssued')}>
        {notIssued.map((item) => <details key={item.code}><summary><b>{item.name}</b></summary><dl className="facts"><dt>{t('certificates.own.goTo')}</dt><dd><b>{item.office}</b></dd><dt>{t('certificates.own.bring')}</dt><dd>{item.bring}</dd><dt>{t('certificates.own.basis')}</dt><dd>{item.basis}</dd></dl></details>)}
      </Block>
      <p className="dim small">{t('certificates.own.hint')}</p>
    </Screen>
  )
}
