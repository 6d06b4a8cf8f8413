import { useSyncExternalStore } from 'react'

/** `/m/` and `/m/w/door/<key>`: the few pages of the staff, without a router’s weight. */
export interface Route { page: string; key: string }
let route = read()
function read(): Route {
  const [, , , page = '', key = ''] = location.pathname.split('/')
  return { page: page || 'home', key: decodeURIComponent(key) }
}
const listeners = new Set<() => void>()
const tell = () => {
  route = read()
  window.scrollTo({ top: 0 })
  for (const listener of listeners) listener()
}
addEventListener('popstate', tell)

export const pathTo = (page: string, key = ''): string => (page === 'home' ? '/m/' : `/m/w/${page}${key ? `/${encodeURIComponent(key)}` : ''}`)
export function goTo(page: string, key = ''): void {
  history.pushState(null, '', pathTo(page, key))
  tell()
}
export const useRoute = (): Route => useSyncExternalStore((listener) => { listeners.add(listener); return () => { listeners.delete(listener) } }, () => route)
