import { expect, test } from 'vitest'
import { rolePermissions, roles } from '../modules/accounts/rules.ts'
import { mounted, type Mounted } from '../server/modules.ts'
import { undo } from './undo.ts'
import { byOthers } from './undo/commands.ts'

const commands = new Map(mounted.filter((m) => m.endpoint.kind === 'command').map((m) => [m.name, m]))
const table = Object.entries(undo)
const isCommand = (how: string): boolean => /^\w+\.\w+$/.test(how)

test('for every command it is said how it is taken back, and for none that is not there', () => {
  expect(table.map(([name]) => name).toSorted()).toEqual([...commands.keys()].toSorted())
})

test('a command named as the undo is there', () => {
  expect(table.filter(([, how]) => isCommand(how) && !commands.has(how)).map(([name, how]) => `${name} → ${how}`)).toEqual([])
})

const rolesOf = ({ endpoint }: Mounted): readonly string[] => {
  const { access } = endpoint
  if (typeof access === 'object') return roles.filter((role) => (rolePermissions[role] as readonly string[]).includes(access.permission))
  return access === 'link' ? ['link'] : [...roles]
}
test('whoever may do it may take it back, or it is said why somebody else has to', () => {
  const cannot = table.flatMap(([name, how]) => {
    const [act, back] = [commands.get(name), commands.get(how)]
    const left = act && back ? rolesOf(act).filter((role) => !rolesOf(back).includes(role)) : []
    return left.length > 0 && !(name in byOthers) ? [`${name} → ${how}: ${left.join(', ')}`] : []
  })
  expect(cannot).toEqual([])
})

test('“never” says why in a sentence', () => {
  expect(table.filter(([, how]) => how.startsWith('never') && !/^never: .{20,}/.test(how))).toEqual([])
})
