import { lazy, useState, type ReactNode } from 'react'
import { currentLink } from '../../ui/link.ts'
import { useWords } from '../../ui/words.ts'
import { MyPass } from './MyPass.tsx'

const MyData = lazy(async () => ({ default: (await import('../privacy/MyData.tsx')).MyData }))

/** `/m/h/<token>`: the household's own page while nobody of it is managed. */
export default function HouseholdPage(): ReactNode {
  const t = useWords()
  const [own, setOwn] = useState(false)
  if (own) return <MyData onBack={() => setOwn(false)} />
  return <MyPass onObject={() => setOwn(true)} more={<p className="row"><a className="plain-button" href={`/m/e/${currentLink() ?? ''}`}>{t('links.goOut')} ›</a><button type="button" className="plain-button" onClick={() => setOwn(true)}>{t('quarantine.my.data')} ›</button></p>} />
}
