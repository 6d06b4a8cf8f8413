export * from './rules/answers.ts'
export * from './rules/carrying.ts'
export * from './rules/homes.ts'
export * from './rules/sealing.ts'
