import { Checkbox, Input } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { listsApi, type SavedView } from '../../modules/lists/contract.ts'
import { useAddress, type Address } from '../address.ts'
import { useCommandOf, useQueryOf } from '../queries.ts'
import { offerUndo, say } from '../undo.tsx'
import { useErrorWords, useWords } from '../words.ts'
import { Tool } from './Tool.tsx'

/** 视图: filter, order and columns under a name; one opens the list by default, a shared one is for the whole office and those below. */
export function ViewsTool(): ReactNode {
  const t = useWords()
  const [at, go] = useAddress()
  const page = location.pathname
  const views = useQueryOf(listsApi.listViews, { page }, { keep: true }).data?.items ?? []
  const show = (query: string) => go({ ...Object.fromEntries(Object.keys(at).map((name) => [name, undefined])), ...(Object.fromEntries(new URLSearchParams(query)) as Address) })
  useOpensWith(at, views, show)
  return (
    <Tool label={t('lists.views')}>{(close) => (
      <>
        {views.length === 0 ? <span className="dim small">{t('lists.none')}</span> : <button type="button" className="tool-choice" onClick={() => { show(''); close() }}>{t('lists.usual')}</button>}
        {views.map((view) => <ViewLine key={view.id} view={view} show={() => { show(view.query); close() }} />)}
        <SaveView page={page} at={at} onDone={close} />
        <button type="button" className="tool-choice" onClick={() => { void navigator.clipboard.writeText(location.href).then(() => say(t('lists.linkCopied'))); close() }}>{t('lists.link')}</button>
      </>
    )}</Tool>
  )
}

/** Once, when the page is opened with nothing in its address; whoever clears the filter afterwards sees everything. */
function useOpensWith(at: Address, views: readonly SavedView[], show: (query: string) => void): void {
  const plain = useRef(Object.keys(at).length === 0)
  const usual = views.find((view) => view.isDefault)
  useEffect(() => {
    if (!plain.current || !usual) return
    plain.current = false
    show(usual.query)
  })
  useEffect(() => { if (Object.keys(at).length > 0) plain.current = false })
}

function ViewLine({ view, show }: { view: SavedView; show: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const onRefused = (error: Error) => say(tError(error))
  const save = useCommandOf(listsApi.saveView, { touches: ['views'], onRefused })
  const openWith = useCommandOf(listsApi.openWith, { touches: ['views'], onRefused, onDone: (_, { viewId }) => say(viewId ? t('lists.opensWith', view as never) : t('lists.openPlain')) })
  const remove = useCommandOf(listsApi.removeView, {
    touches: ['views'], onRefused, onDone: () => offerUndo(t('lists.removed', { name: view.name }), () => save.mutate({ page: view.page, name: view.name, query: view.query, shared: view.shared })),
  })
  return (
    <span className="tool-line">
      <button type="button" className="tool-choice grow" onClick={show}>{view.name}{view.mine ? null : <span className="dim small"> {t('lists.from', { name: view.accountName })}</span>}</button>
      <button type="button" className="tool-up" aria-pressed={view.isDefault} aria-label={t('lists.asDefault', { name: view.name })} title={t('lists.asDefault', { name: view.name })} onClick={() => openWith.mutate({ page: view.page, viewId: view.isDefault ? null : view.id })}>{view.isDefault ? '★' : '☆'}</button>
      {view.mine ? <button type="button" className="tool-up" aria-label={t('lists.remove', { name: view.name })} title={t('lists.remove', { name: view.name })} onClick={() => remove.mutate({ viewId: view.id })}>✕</button> : null}
    </span>
  )
}

function SaveView({ page, at, onDone }: { page: string; at: Address; onDone: () => void }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const save = useCommandOf(listsApi.saveView, { touches: ['views'], onDone: (view) => { say(t('lists.saved', { name: view.name })); onDone() }, onRefused: (error) => say(tError(error)) })
  const query = new URLSearchParams(Object.entries(at).filter((entry): entry is [string, string] => Boolean(entry[1]))).toString()
  return (
    <form className="tool-form" onSubmit={(event) => { event.preventDefault(); if (name.trim()) save.mutate({ page, name: name.trim(), query, shared }) }}>
      <label className="dim small" htmlFor="view-name">{t('lists.save')}</label>
      <span className="row"><Input id="view-name" className="grow" maxLength={30} value={name} placeholder={t('lists.nameHint')} aria-label={t('lists.name')} onChange={(event) => setName(event.target.value)} />
        <button type="submit" className="plain-button" disabled={!name.trim()}>{t('ui.form.save')}</button></span>
      <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>{t('lists.share')}</Checkbox>
    </form>
  )
}
