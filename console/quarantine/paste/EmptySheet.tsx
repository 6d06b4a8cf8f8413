import { Button } from 'antd'
import type { ReactNode } from 'react'
import { quarantineApi, type CheckSheet, type PasteField } from '../../../modules/quarantine/contract.ts'
import { pasteHeadings, toTabbed } from '../../../modules/quarantine/rules/paste.ts'
import { ask } from '../../../ui/client.ts'
import { copyText } from '../../../ui/copy.ts'
import { say } from '../../../ui/undo.tsx'
import { useErrorWords, useWords } from '../../../ui/words.ts'

const COLUMNS: readonly PasteField[] = ['name', 'room', 'document', 'time', 'temperature', 'symptoms', 'note']

/** 复制空表: the people as rows for a spreadsheet; no reading is filled in, ever. */
export function EmptySheet({ people }: { people: CheckSheet['people'] }): ReactNode {
  const t = useWords()
  const tError = useErrorWords()
  const due = people.filter((one) => one.due).length
  const copy = async (dueOnly: boolean) => {
    const { people: rows } = await ask(quarantineApi.emptyCheckSheet, { dueOnly: dueOnly ? 'true' : 'false' })
    const cells = rows.map((one): Partial<Record<PasteField, string>> => ({ name: one.name, room: one.place, document: one.tail }))
    const text = toTabbed([COLUMNS.map((field) => pasteHeadings[field]), ...cells.map((row) => COLUMNS.map((field) => row[field] ?? ''))])
    say(t((await copyText(text)) ? 'quarantine.paste.copied' : 'quarantine.paste.copyFailed', { n: rows.length }))
  }
  const press = (dueOnly: boolean) => void copy(dueOnly).catch((error: unknown) => say(tError(error)))
  return (
    <div className="paste-empty">
      <span className="row">
        {due > 0 ? <Button onClick={() => press(true)}>{t('quarantine.paste.copyDue', { n: due })}</Button> : <span className="dim">{t('quarantine.paste.copyNone')}</span>}
        <Button type={due > 0 ? 'link' : 'default'} onClick={() => press(false)}>{t('quarantine.paste.copyAll', { n: people.length })}</Button>
      </span>
      <p className="dim small">{t('quarantine.paste.copyHint')}</p>
    </div>
  )
}
