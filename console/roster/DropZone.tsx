import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { useWords } from '../../ui/words.ts'
import './roster.css'

interface Props {
  disabled: boolean
  /** Name of the file that is on its way. */
  sending: string | undefined
  onFile: (file: File) => void
  /** Which files, and what is said to them; a roster when absent. */
  accept?: string
  words?: { title: string; hint?: string; choose: string }
}

/** Drop a file anywhere in the field, or choose one; a button for the keyboard, not a picture to guess at. */
export function DropZone({ disabled, sending, onFile, accept = '.xlsx,.csv', words }: Props): ReactNode {
  const t = useWords()
  const said = words ?? { title: t('roster.page.drop'), hint: t('roster.page.dropHint'), choose: t('roster.page.choose') }
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !disabled && sending === undefined) onFile(file)
  }
  return (
    <div
      className={`drop-zone paper${over ? ' over' : ''}`}
      onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}
    >
      {sending === undefined ? (
        <>
          <b>{said.title}</b>
          {said.hint ? <span className="muted">{said.hint}</span> : null}
          <button type="button" className="drop-button" disabled={disabled} onClick={() => input.current?.click()}>{said.choose}</button>
          <input
            ref={input} type="file" accept={accept} className="visually-hidden" tabIndex={-1} aria-label={said.choose}
            onChange={(event) => { const file = event.target.files?.[0]; if (file) onFile(file); event.target.value = '' }}
          />
        </>
      ) : <div className="drop-progress"><ProgressLine label={t('roster.page.sending', { file: sending })} /></div>}
    </div>
  )
}
