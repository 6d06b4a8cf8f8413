import './words.ts'
import { useState, type ReactNode } from 'react'
import { linksApi } from '../../modules/links/contract.ts'
import { exitsApi, type OwnExit } from '../../modules/exits/contract.ts'
import { BigButton, Notice, Screen } from '../../ui/phone/Screen.tsx'
import { useQueryOf } from '../../ui/queries.ts'
import { useWords } from '../../ui/words.ts'
import type { Place } from '../declaration/place.ts'
import { receiptsOf } from '../receipts.ts'
import { StoppedPage } from '../StoppedPage.tsx'
import { AskForm } from './AskForm.tsx'
import { OwnExitCard } from './OwnExitCard.tsx'
import './exits.css'

const shelf = receiptsOf('exits')

/** 外出申请 on the resident's own phone: by the personal link or the community's code, without an account. */
export default function ExitsPage(): ReactNode {
  const t = useWords()
  const link = useQueryOf(linksApi.openLink, {})
  const [asking, setAsking] = useState(false)
  const [receipts, setReceipts] = useState(shelf.kept)
  if (link.error && !link.data) return <Screen title={t('ui.phone.lostTitle')} foot={<BigButton onPress={() => void link.refetch()}>{t('ui.phone.reload')}</BigButton>}><Notice tone="soon">{t('frame.errors.linkInvalid')}</Notice></Screen>
  if (!link.data) return <Screen title={t('ui.phone.loading')}><span /></Screen>
  if (link.data.stopped) return <StoppedPage place={link.data} />
  const done = (own: OwnExit) => { if (own.receipt) shelf.keep(own.receipt); setReceipts(shelf.kept()); setAsking(false); window.scrollTo({ top: 0 }) }
  if (asking || (receipts.length === 0 && link.data.purpose === 'declaration')) return <AskForm place={link.data} onDone={done} onBack={receipts.length > 0 ? () => setAsking(false) : undefined} />
  return <Mine place={link.data} receipts={receipts} onAsk={() => setAsking(true)} />
}

/** How each request stands: those of this phone, and by a personal link also those the community entered. */
function Mine({ place, receipts, onAsk }: { place: Place; receipts: readonly string[]; onAsk: () => void }): ReactNode {
  const t = useWords()
  const items = useQueryOf(exitsApi.myExits, { receipts: receipts.join() }, { every: 60_000 }).data?.items
  const nothing = items?.length === 0
  return (
    <Screen over={place.areaFullName || place.areaName} title={t('exits.mine.mine')} {...(nothing ? {} : { under: t('exits.mine.kept') })} foot={<BigButton {...(nothing ? {} : { kind: 'second' as const })} onPress={onAsk}>{t(receipts.length > 0 ? 'exits.mine.again' : 'exits.mine.title')}</BigButton>}>
      <Notice tone="soon">{t('exits.mine.lead')}</Notice>
      {items?.map((own, i) => <OwnExitCard key={own.receipt ?? i} own={own} receipt={own.receipt} />)}
      {nothing ? <p><b>{t('exits.mine.nothing')}</b><br /><span className="muted">{t('exits.mine.nothingHint')}</span></p> : null}
    </Screen>
  )
}
