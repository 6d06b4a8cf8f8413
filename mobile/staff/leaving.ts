import { accountsApi } from '../../modules/accounts/contract.ts'
import { meaningOf } from '../../modules/field/rules.ts'
import { ApiError, ask } from '../../ui/client.ts'
import { signedOut, signOutOwed } from './kept/shelf.ts'

let ending: Promise<void> | undefined
/** Somebody left without a signal, and their session lives on for whoever opens a page here: it ends before anything else is asked. One at a time, or it would end that of the next. */
export const endOwedSession = (): Promise<void> => (ending ??= end().finally(() => { ending = undefined }))

async function end(): Promise<void> {
  const owed = await signOutOwed()
  if (owed === undefined) return
  try {
    // Whoever has signed in since, at the desk as well, stays.
    if ((await ask(accountsApi.me, {})).me.id === owed) await ask(accountsApi.signOut, {})
  } catch (error) {
    if (!(error instanceof ApiError) || meaningOf(error) === 'waits') throw error
  }
  await signedOut()
}
