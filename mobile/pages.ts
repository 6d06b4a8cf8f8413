import type { ComponentType } from 'react'

/**
 * Every page of the phone app, one line each: `/m/<at>/<token>` and the file whose default export shows it.
 * The token is carried by every call from the moment the page opens (ui/link.ts); a page asks as if it were signed in.
 */
export interface PhonePage {
  at: string
  /** What stands in the address is no link of a resident: whoever scans a code on paper is nobody. */
  open?: true
  /** Of the staff: signed in, with a bar of its own that says whether there is a signal. */
  staff?: true
  load: () => Promise<{ default: ComponentType }>
}

export const pages: readonly PhonePage[] = [
  // ADD YOUR PAGES HERE, one line each, e.g.
  { at: '', open: true, staff: true, load: () => import('./staff/StaffApp.tsx') },
  { at: 'w', open: true, staff: true, load: () => import('./staff/StaffApp.tsx') },
  { at: 'p', load: () => import('./personal/PersonalPage.tsx') },
  { at: 'h', load: () => import('./passes/HouseholdPage.tsx') },
  { at: 'v', open: true, load: () => import('./verification/VerificationPage.tsx') },
  { at: 'b', open: true, load: () => import('./board/BoardPage.tsx') },
  { at: 'd', load: () => import('./declaration/DeclarationPage.tsx') },
  { at: 'e', load: () => import('./exits/ExitsPage.tsx') },
  { at: 'r', load: () => import('./resumption/AskPage.tsx') },
  { at: 's', open: true, load: () => import('./venues/VenuePage.tsx') },
  { at: 'j', load: () => import('./volunteers/HelpPage.tsx') },
  { at: 'a', load: () => import('./matters/MattersPage.tsx') },
  { at: 'n', load: () => import('./news/NewsPage.tsx') },
  { at: 'c', open: true, load: () => import('./certificates/CheckPage.tsx') },
  { at: 'k', open: true, load: () => import('./certificates/ListPage.tsx') },
  { at: 't', load: () => import('./tip/TipPage.tsx') },
]
