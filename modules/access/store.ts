export * from './store/account.ts'
export * from './store/list.ts'
export * from './store/warnings.ts'
