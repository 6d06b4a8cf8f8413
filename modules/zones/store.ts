export * from './store/checklists.ts'
export * from './store/items.ts'
export * from './store/states.ts'
