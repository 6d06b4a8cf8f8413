import { Button, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { columns } from '../../../modules/screening/columns.ts'
import { askedFields, screeningApi, type AreaClarity, type AskedField, type UnclearLine } from '../../../modules/screening/contract.ts'
import { tenPoints } from '../../../modules/screening/data/ten-points.ts'
import { useAddress } from '../../../ui/address.ts'
import { StateTag } from '../../../ui/card.tsx'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { number, useFormats } from '../../../ui/format.ts'
import { Chips, ListPage } from '../../../ui/ListPage.tsx'
import { useTable } from '../../../ui/list/table.ts'
import { useLanguage } from '../../../ui/language.ts'
import { useQueryOf } from '../../../ui/queries.ts'
import { useWords } from '../../../ui/words.ts'
import { ScreeningPanel } from '../ScreeningPanel.tsx'
import './ten.css'

const isField = (text: string | undefined): text is AskedField => (askedFields as readonly (string | undefined)[]).includes(text)

/** 底数 · 十清晰: of how many arrivals everything is clear, what is missing most, and whom to ask next. */
export function TenPage({ tabs }: { tabs: ReactNode }): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const area = at['area'] ? { areaId: at['area'] } : {}
  const field = isField(at['field']) ? at['field'] : undefined
  const figures = useQueryOf(screeningApi.tenPointsByArea, area, { keep: true })
  const list = useTable(screeningApi.listUnclear, columns.listUnclear, { ...area, ...(field ? { field } : {}) })
  const shown = useColumns(field)
  if (figures.error) return <Failed error={figures.error} retry={() => void figures.refetch()} />
  if (!figures.data) return <Skeleton rows={8} />
  const { area: whole, below, aboveId } = figures.data
  const chips = inOrder(whole).map((one) => ({ id: one, label: t(`screening.ten.fields.${one}`), count: whole.missing[one] ?? 0 }))
  return (
    <ListPage<UnclearLine>
      tabs={tabs} title={t('screening.ten.title')} sub={t('screening.ten.sub', { area: whole.name, screened: number(whole.screened), complete: number(whole.complete), left: number(whole.screened - whole.complete) })}
      actions={aboveId ? <Button onClick={() => go({ area: aboveId, open: undefined })}>{t('people.baseData.above')}</Button> : undefined}
      chips={<Chips label={t('screening.ten.choose')} on={field ?? ''} onPick={(next) => go({ field: next || undefined, open: undefined })} chips={[{ id: '', label: t('screening.ten.any'), count: whole.screened - whole.complete }, ...chips]} />}
      list={list} idOf={(row) => row.screeningId} columns={shown} open={at['open']} onOpen={(open) => go({ open })}
      panel={(id) => <ScreeningPanel key={id} screeningId={id} ask={field ?? 'next'} onOpen={(open) => go({ open })} />}
      empty={{ title: t(whole.screened === 0 ? 'screening.ten.nobody' : field ? 'screening.ten.nothingOf' : 'screening.ten.nothing') }}
    >
      <p className="muted small">{t('screening.ten.hint')}</p>
      {below.some((one) => one.screened > 0) ? <Areas rows={below} field={field} open={above.includes(whole.level)} onOpen={(areaId) => go({ area: areaId, open: undefined })} /> : null}
    </ListPage>
  )
}

/** Whose communities are asked, not the people themselves: the areas come first. */
const above: readonly string[] = ['city', 'district', 'subdistrict']

/** What is missing most stands first; fields that nobody lacks are left out. */
const inOrder = ({ missing }: AreaClarity): AskedField[] =>
  tenPoints.flatMap(({ needs }) => needs).filter((field) => (missing[field] ?? 0) > 0).toSorted((a, b) => (missing[b] ?? 0) - (missing[a] ?? 0))

/** Where most people are still to be asked stands first; a press goes one level down. */
function Areas({ rows, field, open, onOpen }: { rows: readonly AreaClarity[]; field: AskedField | undefined; open: boolean; onOpen: (areaId: string) => void }): ReactNode {
  const t = useWords()
  const left = (row: AreaClarity) => (field ? row.missing[field] ?? 0 : row.screened - row.complete)
  const sorted = rows.filter((row) => row.screened > 0).toSorted((a, b) => left(b) - left(a))
  return (
    <details className="area-figures ten-areas" open={open}>
      <summary>{t('screening.ten.by')} <span className="muted small">{sorted.slice(0, 4).map((row) => `${row.name} ${number(left(row))}`).join(' · ')}{sorted.length > 4 ? ' …' : ''}</span></summary>
      <table className="paper">
        <thead><tr><th>{t('screening.ten.area')}</th><th className="number">{t('screening.ten.screened')}</th><th className="number">{t('screening.ten.all')}</th><th className="number">{field ? t(`screening.ten.fields.${field}`) : t('screening.ten.left')}</th></tr></thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.areaId}>
              <th scope="row"><button type="button" className="plain" onClick={() => onOpen(row.areaId)}>{row.name}</button></th>
              <td className="number">{number(row.screened)}</td><td className="number">{number(row.complete)}</td><td className="number">{number(left(row))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function useColumns(field: AskedField | undefined): TableColumnsType<UnclearLine> {
  const t = useWords()
  const f = useFormats()
  const comma = useLanguage() === 'zh' ? '、' : ', '
  return [
    { key: 'person', title: t('screening.list.person'), render: (_, s) => <><b>{s.name || t('screening.card.unnamed')}</b> <span className="dim small">{s.phoneMasked}</span><br /><span className="muted small">{s.areaName} {s.address ?? ''}</span></> },
    { key: 'from', title: t('screening.list.from'), render: (_, s) => <>{s.originName}<br /><span className="muted small">{s.dayTold ? f.day(s.arrivedOn) : t('screening.card.dayUnknown')}</span></> },
    { key: 'clear', title: t('screening.ten.clear'), render: (_, s) => <StateTag tone="soon">{t('screening.ten.score', { clear: s.clear })}</StateTag> },
    { key: 'missing', title: t('screening.ten.missing'), render: (_, s) => s.missing.map((one, i) => <span key={one}>{i > 0 ? comma : ''}{one === field ? <b>{t(`screening.ten.fields.${one}`)}</b> : t(`screening.ten.fields.${one}`)}</span>) },
    { key: 'measure', title: t('screening.list.measure'), render: (_, s) => (s.measure ? t(`quarantine.measures.${s.measure}`) : t(`screening.states.${s.state}`)) },
  ]
}
