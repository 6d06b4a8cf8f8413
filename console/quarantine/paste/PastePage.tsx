import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { pasteFields, quarantineApi, type CheckSheet, type PasteField } from '../../../modules/quarantine/contract.ts'
import type { Judged } from '../../../modules/quarantine/rules/paste.ts'
import { Failed, Skeleton } from '../../../ui/Failed.tsx'
import { DraftNote, useDraft } from '../../../ui/form.tsx'
import { Chips, Page, type StateChip } from '../../../ui/ListPage.tsx'
import { useNow } from '../../../ui/now.ts'
import { useQueryOf } from '../../../ui/queries.ts'
import { offerUndo, say } from '../../../ui/undo.tsx'
import { useWords } from '../../../ui/words.ts'
import { useMe } from '../../me.ts'
import { EmptySheet } from './EmptySheet.tsx'
import { Grid, type GridActs } from './Grid.tsx'
import { assign, choose, drop, edit, fill, judgeLines, keep, nothing, takeIn, type Draft, type Line } from './lines.ts'
import { PasteBox } from './PasteBox.tsx'
import { useSaving } from './saving.ts'
import './paste.css'

/** Rows drawn at once; the others a press further. */
const SHOWN = 200
/** In every grid; the other columns where something stands in them. */
const ALWAYS: readonly PasteField[] = ['name', 'document', 'time', 'temperature', 'symptoms']
type Show = 'all' | Judged['state']

/** 从表格粘贴: for those who keep the day's readings in a spreadsheet. */
export default function PastePage(): ReactNode {
  const t = useWords()
  const sheet = useQueryOf(quarantineApi.checkSheet, {}, { keep: true, every: 300_000 })
  return (
    <Page title={t('quarantine.paste.title')} sub={t('quarantine.paste.sub')} actions={<Link to={'/quarantine' as never}><Button>{t('quarantine.paste.back')}</Button></Link>}>
      {sheet.data ? <Work sheet={sheet.data} /> : sheet.error ? <Failed error={sheet.error} retry={() => void sheet.refetch()} /> : <div className="paper"><Skeleton rows={6} /></div>}
    </Page>
  )
}

function Work({ sheet }: { sheet: CheckSheet }): ReactNode {
  const t = useWords()
  const me = useMe()
  const now = useNow()
  const [draft, set, kept] = useDraft<Draft>(`pasteChecks.${me.id}`, nothing)
  const judged = useMemo(() => judgeLines(draft.lines, sheet, now), [draft.lines, sheet, now])
  const saving = useSaving(draft, set, sheet, now)
  const page = useRef<HTMLDivElement>(null)
  const [fresh, setFresh] = useState(0)
  // The first thing to mend has the cursor as soon as it is there.
  useEffect(() => { if (fresh > 0) focusWrong(page.current) }, [fresh])
  const read = (text: string) => {
    const next = takeIn(draft, text, sheet.people)
    const n = next.lines.length - draft.lines.length
    if (n === 0) say(t('quarantine.paste.nothingRead'))
    set(next)
    setFresh(fresh + 1)
  }
  const empty = draft.lines.length === 0
  return (
    <div className="paste-page" ref={page}>
      {sheet.more ? <p className="why soon">{t('quarantine.paste.tooMany', { n: sheet.people.length })}</p> : null}
      {empty ? <><PasteBox autoFocus onRead={read} /><EmptySheet people={sheet.people} /></> : null}
      {draft.last.length > 0 ? <Last lines={draft.last} allDone={empty} onUndo={() => void saving.undo(draft.last)} /> : null}
      {empty ? null : <Filled draft={draft} set={set} judged={judged} saving={saving} resumed={kept} onRead={read} onFirstWrong={() => focusWrong(page.current)} />}
    </div>
  )
}

const focusWrong = (page: HTMLElement | null): void => page?.querySelector<HTMLElement>('tr[data-state="wrong"] :is(input[aria-invalid="true"], .paste-offered button)')?.focus()

/** What was recorded last stays in view until the next, with the way back. */
function Last({ lines, allDone, onUndo }: { lines: readonly Line[]; allDone: boolean; onUndo: () => void }): ReactNode {
  const t = useWords()
  return <p className={allDone ? 'why good' : 'why'} role="status"><b>{allDone ? t('quarantine.paste.savedAll') : ''}</b> {t('quarantine.paste.saved', { n: lines.length })} <Button type="link" size="small" onClick={onUndo}>{t('quarantine.paste.undo')}</Button></p>
}

interface FilledProps {
  draft: Draft; set: (next: Draft | ((before: Draft) => Draft)) => void; judged: readonly Judged[]; saving: ReturnType<typeof useSaving>
  resumed: { resumed: boolean; drop: () => void }; onRead: (text: string) => void; onFirstWrong: () => void
}

function Filled({ draft, set, judged, saving, resumed, onRead, onFirstWrong }: FilledProps): ReactNode {
  const t = useWords()
  const [only, setOnly] = useState<{ show: Show; rows: ReadonlySet<string> }>()
  const [shown, setShown] = useState(SHOWN)
  const [more, setMore] = useState(false)
  const used = pasteFields.filter((field) => ALWAYS.includes(field) || draft.lines.some(({ cells }) => cells[field])).join()
  const fields = useMemo(() => used.split(',') as PasteField[], [used])
  const rows = draft.lines.flatMap((line, i) => { const own = judged[i]; return own && (only === undefined || only.rows.has(line.rowId)) ? [{ line, judged: own }] : [] })
  const order = useRef<readonly string[]>([])
  useEffect(() => { order.current = rows.map(({ line }) => line.rowId) })
  const acts = useMemo(() => actsOn(set, fields, order, (line, back) => offerUndo(t('quarantine.paste.dropped', { line: line.line }), back)), [set, fields, t])
  // Rows mended while only those are in view stay in view.
  const pick = (show: Show) => { setShown(SHOWN); setOnly(show === 'all' ? undefined : { show, rows: new Set(draft.lines.filter((_, i) => judged[i]?.state === show).map(({ rowId }) => rowId)) }) }
  const clear = () => { const before = draft; set(nothing); offerUndo(t('quarantine.paste.cleared', { n: before.lines.length }), () => set(before)) }
  return (
    <>
      <div className="list-tools">
        <States judged={judged} on={only?.show ?? 'all'} onPick={pick} />
        <span className="grow" /><DraftNote draft={resumed} />
        <Button onClick={() => setMore(!more)}>{t('quarantine.paste.more')}</Button><Button onClick={clear}>{t('quarantine.paste.clear')}</Button>
      </div>
      {more ? <PasteBox autoFocus onRead={(text) => { setMore(false); onRead(text) }} /> : null}
      <Unused draft={draft} onAssign={(key, field) => set((before) => assign(before, key, field))} />
      <Grid rows={rows.slice(0, shown)} fields={fields} {...acts} />
      {rows.length > shown ? <div className="list-foot"><Button onClick={() => setShown(shown + SHOWN)}>{t('quarantine.paste.showMore', { n: Math.min(SHOWN, rows.length - shown) })}</Button></div> : null}
      <Foot judged={judged} saving={saving} onFirstWrong={onFirstWrong} />
    </>
  )
}

function actsOn(set: FilledProps['set'], fields: readonly PasteField[], order: { readonly current: readonly string[] }, onDropped: (line: Line, back: () => void) => void): GridActs {
  return {
    onEdit: (rowId, field, text) => set((before) => edit(before, rowId, field, text)),
    onFill: (rowId, field, text) => set((before) => fill(before, rowId, field, fields, order.current, text)),
    onChoose: (rowId, episodeId) => set((before) => choose(before, rowId, episodeId)),
    onKeep: (rowId, wanted) => set((before) => keep(before, rowId, wanted)),
    onDrop: (line) => {
      set((before) => drop(before, line.rowId))
      onDropped(line, () => set((before) => ({ ...before, lines: [...before.lines, line].toSorted((a, b) => a.line - b.line) })))
    },
  }
}

function States({ judged, on, onPick }: { judged: readonly Judged[]; on: Show; onPick: (show: Show) => void }): ReactNode {
  const t = useWords()
  const n = (state: Judged['state']) => judged.filter((one) => one.state === state).length
  const states = (['wrong', 'good', 'blank', 'left'] as const).filter((state) => n(state) > 0 || state === on)
  const chips: StateChip[] = [
    { id: 'all', label: t('quarantine.paste.all'), count: judged.length },
    ...states.map((state): StateChip => ({ id: state, label: t(`quarantine.paste.states.${state}`), count: n(state), tone: state === 'wrong' ? 'bad' : 'off' })),
  ]
  return <Chips label={t('quarantine.paste.filter')} chips={chips} on={on} onPick={(id) => onPick(id as Show)} />
}

/** Columns nobody took for anything are said, and taken for something on request. */
function Unused({ draft, onAssign }: { draft: Draft; onAssign: (key: string, field: PasteField) => void }): ReactNode {
  const t = useWords()
  if (draft.unused.length === 0) return null
  return (
    <p className="paste-unused row"><span className="muted">{t('quarantine.paste.unused')}:</span>
      {draft.unused.map(({ key, heading, sample }) => {
        const name = heading || t('quarantine.paste.unnamedColumn', { sample })
        return <Select<PasteField> key={key} size="small" aria-label={t('quarantine.paste.unusedAs', { heading: name })} placeholder={t('quarantine.paste.unusedAs', { heading: name })} style={{ minWidth: 150 }}
          options={pasteFields.map((field) => ({ value: field, label: t(`quarantine.paste.fields.${field}`) }))} onChange={(field) => onAssign(key, field)} />
      })}
    </p>
  )
}

/** One press records everything that is ready, and says beforehand what goes on to the health centre. */
function Foot({ judged, saving, onFirstWrong }: Pick<FilledProps, 'judged' | 'saving' | 'onFirstWrong'>): ReactNode {
  const t = useWords()
  const good = judged.filter(({ state }) => state === 'good')
  const wrong = judged.filter(({ state }) => state === 'wrong').length
  const people = new Set(good.map(({ person }) => person?.episodeId)).size
  const loud = good.filter(({ says }) => says.some(({ code }) => code === 'fever' || code === 'symptoms')).length
  return (
    <div className="paste-foot" role="region" aria-label={t('quarantine.paste.fields.verdict')}>
      <Button type="primary" size="large" disabled={good.length === 0} loading={saving.done !== undefined} onClick={saving.save}>
        {good.length === 0 ? t('quarantine.paste.nothingGood') : people === good.length ? t('quarantine.paste.save', { n: people }) : t('quarantine.paste.saveRows', { n: good.length })}
      </Button>
      <span className="grow">
        {saving.done !== undefined ? t('quarantine.paste.saving', { n: saving.done }) : null}
        {loud > 0 ? <b className="bad-ink">{t('quarantine.paste.fevers', { n: loud })}</b> : null}
        {wrong > 0 ? <span className="muted"> {t('quarantine.paste.wrongLeft', { n: wrong })}</span> : null}
      </span>
      {wrong > 0 ? <Button onClick={onFirstWrong}>{t('quarantine.paste.firstWrong')}</Button> : null}
      <span className="paste-keys dim small"><kbd>↑</kbd> <kbd>↓</kbd> <kbd>←</kbd> <kbd>→</kbd> {t('quarantine.paste.keys.move')} <kbd>Enter</kbd> {t('quarantine.paste.keys.down')} <kbd>Tab</kbd> {t('quarantine.paste.keys.next')}</span>
    </div>
  )
}
