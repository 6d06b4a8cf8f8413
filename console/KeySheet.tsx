import { Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useAllKeys, useKeys } from '../ui/keys.ts'
import { useWords } from '../ui/words.ts'

/** `?` shows every key that works on this page. */
export function KeySheet(): ReactNode {
  const t = useWords()
  const [open, setOpen] = useState(false)
  useKeys([{ key: '?', words: 'ui.keys.help', run: () => setOpen(true) }])
  const keys = useAllKeys().filter((one) => !one.silent)
  return (
    <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t('ui.keys.title')} width={360} destroyOnHidden>
      <dl className="facts">
        {keys.map((one) => [
          <dt key={`${one.key}-k`}><kbd>{one.key === 'Escape' ? 'Esc' : one.key.toUpperCase()}</kbd></dt>,
          <dd key={`${one.key}-w`}>{t(one.words)}</dd>,
        ])}
      </dl>
    </Modal>
  )
}
