import { lazy, Suspense, type ReactNode } from 'react'

const NoticeBlock = lazy(async () => ({ default: (await import('./NoticeBlock.tsx')).NoticeBlock }))

/** The notice below a form, fetched once the form stands: whoever has a bad line writes meanwhile. */
export const NoticeLater = ({ of }: { of: 'matters' | 'business' }): ReactNode => <Suspense fallback={null}><NoticeBlock of={of} /></Suspense>
