import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { withoutEmpty } from '../ui/address.ts'
import { Crashed, NotFound } from './Lost.tsx'
import { pages } from './pages.ts'
import { Shell } from './Shell.tsx'

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: Crashed,
  validateSearch: (search: Record<string, unknown>) => search as Record<string, string | undefined>,
})

const routes = pages.map(({ path, load }) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load), errorComponent: Crashed }))

/** Addresses stay plain text (`?state=waiting&open=…`), never JSON, so that people can read and send them. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(withoutEmpty(search as Record<string, string>) as Record<string, string>).toString()
    return text ? `?${text}` : ''
  },
  defaultPreload: 'intent',
  scrollRestoration: false,
})
