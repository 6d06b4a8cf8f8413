export * from './store/areas.ts'
export * from './store/assignments.ts'
export * from './store/board.ts'
export * from './store/lists.ts'
