import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { administratorRoles, permissions, rolePermissions, roles, type Role } from './rules.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const DOCUMENT = 'docs/permissions.md'
type Tree = { readonly [key: string]: string | Tree }
const wordOf = (tree: Tree, path: string): string =>
  String(path.split('.').reduce<string | Tree | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), tree))

/** The document as it must be: made from the table in rules.ts and the words. */
function permissionsDocument(): string {
  const short = roles.map((role) => `${zh.roles[role]}<br>${role}`)
  const row = (permission: string) => [
    `\`${permission}\``, `${wordOf(zh.permissions, permission)} · ${wordOf(en.permissions, permission)}`,
    ...roles.map((role) => ((rolePermissions[role] as readonly string[]).includes(permission) ? '●' : '')),
  ]
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return `# Who may do what

A role says what, the granted area says where: everybody sees the subtree of the area the role was granted for, and the
database itself keeps them inside it. Made from \`modules/accounts/rules.ts\`; after a change there run
\`UPDATE_PERMISSIONS=1 npx vitest run modules/accounts/permissions.test.ts\` and commit both.

${line(['Permission', '权限 · what it allows', ...short])}
${line(['---', '---', ...roles.map(() => ':-:')])}
${permissions.map((permission) => line(row(permission))).join('\n')}

- Nobody holds two roles on one account. The three administrators (三员: ${administratorRoles.map((role) => `${zh.roles[role]} \`${role}\``).join(', ')}) see no
  personal data, and an administrator role can be granted only to an account that holds no other; the present role is withdrawn first.
- Nobody grants a role to, or suspends, the own account. A new account holds no role and sees nothing until the security
  administrator grants one.
- An administrator's account is suspended, ended sooner or reset by two: the security administrator asks, the system administrator carries it out.
- Every grant and withdrawal is kept with its reason, its hour and the name of who made it (\`grant_change\`).
- Residents have no account: a link (area or personal) admits to its own endpoints (\`access: 'link'\`) and to nothing else.
`
}

test('docs/permissions.md says what the role table says', () => {
  if (process.env.UPDATE_PERMISSIONS) writeFileSync(DOCUMENT, permissionsDocument())
  expect(readFileSync(DOCUMENT, 'utf8'), 'run UPDATE_PERMISSIONS=1 npx vitest run modules/accounts/permissions.test.ts').toBe(permissionsDocument())
})

const has = (role: Role, permission: string) => (rolePermissions[role] as readonly string[]).includes(permission)

test('no administrator may see or touch personal data', () => {
  const personal = permissions.filter((p) => /^(people|roster|screening|leads|quarantine|reporting|links|exports)\./.test(p))
  expect(administratorRoles.filter((role) => personal.some((p) => has(role, p)))).toEqual([])
})

test('opening accounts, granting roles and reading the trail are three different roles', () => {
  for (const permission of ['accounts.manage', 'accounts.grant', 'audit.read']) {
    expect(roles.filter((role) => has(role, permission))).toHaveLength(1)
  }
  expect(new Set(['accounts.manage', 'accounts.grant', 'audit.read'].map((p) => roles.find((role) => has(role, p)))).size).toBe(3)
})

test('whoever decides on release is not who records the checks', () => {
  const both = roles.filter((role) => has(role, 'quarantine.release') && has(role, 'quarantine.check'))
  expect(both).toEqual([])
})
