import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { dutyApi } from '../../modules/duty/contract.ts'
import { useAddress } from '../../ui/address.ts'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { StateTag } from '../../ui/card.tsx'
import { Loaded } from '../../ui/Failed.tsx'
import { Field } from '../../ui/form.tsx'
import { Page } from '../../ui/ListPage.tsx'
import { useCommandOf, useQueryOf } from '../../ui/queries.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../ui/words.ts'
import type { OutputOf } from '../../kernel/endpoint.ts'
import { useMay, useMe } from '../me.ts'
import { BoardSheet } from './BoardSheet.tsx'
import './duty.css'
import './board.css'

type BoardOf = OutputOf<typeof dutyApi.dutyBoardOf>

/** 公示牌: what hangs at the gate, as the public sees it; printed on one A4 sheet, and open behind its QR once published. */
export default function BoardPage(): ReactNode {
  const t = useWords()
  const me = useMe()
  const [at, go] = useAddress()
  const areaId = at['area'] ?? me.area?.id
  return (
    <Page title={t('duty.board.title')} sub={t('duty.board.sub')} actions={<Button type="primary" disabled={!areaId} onClick={() => window.print()}>{t('duty.board.print')}</Button>}>
      <div className="board-pick"><AreaPicker label={t('duty.board.area')} levels={['subdistrict', 'community', 'compound', 'villageGroup', 'grid', 'building']} value={areaId} onChange={(area) => go({ area })} /></div>
      {areaId ? <OfArea key={areaId} areaId={areaId} /> : null}
    </Page>
  )
}

function OfArea({ areaId }: { areaId: string }): ReactNode {
  const found = useQueryOf(dutyApi.dutyBoardOf, { areaId })
  const may = useMay()
  return (
    <Loaded of={found}>{(shown) => (
      <div className="board-desk">
        <BoardSheet areaId={areaId} {...shown} />
        <Side areaId={areaId} shown={shown} editable={may('duty.edit')} />
      </div>
    )}</Loaded>
  )
}

/** Publishing is one press, taken back by another. */
function Side({ areaId, shown, editable }: { areaId: string; shown: BoardOf; editable: boolean }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [phone, setPhone] = useState(shown.board.supervisionPhone ?? '')
  const [fault, setFault] = useState<string>()
  const save = useCommandOf(dutyApi.saveDutyBoard, { touches: ['duty'], onRefused: (error) => setFault(tError(error)) })
  const put = (published: boolean, supervisionPhone = phone.trim()) => save.mutateAsync({ areaId, published, ...(supervisionPhone ? { supervisionPhone } : {}) })
  const act = (published: boolean) => {
    setFault(undefined)
    void put(published).then(() => offerUndo(t(published ? 'duty.board.publishedNow' : 'duty.board.withdrawn'), () => put(shown.published, shown.board.supervisionPhone ?? ''))).catch(() => undefined)
  }
  return (
    <div className="stack board-side">
      <StateTag tone={shown.published ? 'on' : 'off'}>{t(shown.published ? 'duty.board.published' : 'duty.board.notPublished')}</StateTag>
      {shown.published ? <a href={shown.url} target="_blank" rel="noreferrer">{t('duty.board.open')}</a> : null}
      {editable ? <Field label={t('duty.board.supervision')} hint={t('duty.board.supervisionHint')} fault={fault}><Input size="large" maxLength={30} value={phone} onChange={(event) => setPhone(event.target.value)} /></Field> : null}
      {shown.withoutPhone > 0 ? <p className="why soon">{t('duty.board.withoutPhone', { n: shown.withoutPhone })}</p> : null}
      <p className="muted small">{t('duty.board.onlyPublic')}</p>
      {editable ? (
        <div className="row">
          <Button type={shown.published ? 'default' : 'primary'} size="large" loading={save.isPending} onClick={() => act(true)}>{t(shown.published ? 'duty.board.publishAgain' : 'duty.board.publish')}</Button>
          {shown.published ? <Button danger size="large" onClick={() => act(false)}>{t('duty.board.withdraw')}</Button> : null}
        </div>
      ) : null}
    </div>
  )
}
