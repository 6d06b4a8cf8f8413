import { Button } from 'antd'
import type { ReactNode } from 'react'
import { volunteersApi } from '../../modules/volunteers/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { Loaded } from '../../ui/Failed.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import { PaperView } from '../documents/PaperView.tsx'

/** 致单位的函 on A4. */
export default function LetterPage(): ReactNode {
  const t = useWords()
  const [at] = useAddress()
  const unit = at['unit'] ?? ''
  const query = useQueryOf(volunteersApi.unitPaper, { unit }, { enabled: unit !== '', staleTime: Infinity })
  return (
    <Page title={t('volunteers.units.letterTitle', { unit })} actions={<><Button onClick={() => history.back()}>{t('volunteers.units.back')}</Button><Button type="primary" autoFocus onClick={() => window.print()}>{t('volunteers.units.print')}</Button></>}>
      <Loaded of={query}>{({ paper }) => <div className="desk-of-paper"><PaperView paper={paper} counted /></div>}</Loaded>
    </Page>
  )
}
