export { actionsOf, mayDo, matterTable, seesOnlyOwn, whyNot, type Looker } from './rules/actions.ts'
export { earlierOf, samePlace } from './rules/repeats.ts'
export { figuresToRates, overdueOf, termOf } from './rules/terms.ts'
export { after, type Step } from './rules/steps.ts'
